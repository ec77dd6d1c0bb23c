"""What is being typed survives a stop at any moment, and the laptop's own mishaps."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QApplication

from fsdesk.desk import drafts, opening, plans
from fsdesk.plans.model import text_of
from fsdesk.ui.look import dress
from fsdesk.ui.look.tokens import LIGHT
from fsdesk.ui.parts.growing_text import GrowingText
from tests.house.tree import ROOT
from tests.journeys.window_typist import (
    CURSOR,
    IN_EASY_LINE,
    IN_JUDGEMENT,
    IN_STRENGTHS,
    IN_THOUGHT,
    KEPT,
    SAID,
)
from tests.journeys.window_world import a_world, button, in_front, words
from tests.store.stores import PASSPHRASE


def stop_somebody_in_mid_word(home, *where: str) -> None:
    """A second process types into a plan and is killed a second after the last key."""
    typist = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.window_typist", *where],
        cwd=ROOT,
        env={**os.environ, "FSDESK_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert typist.stdout is not None
        assert KEPT == typist.stdout.readline().strip()
    finally:
        typist.send_signal(signal.SIGKILL)
        typist.wait(10)
        typist.stdout.close()


@pytest.fixture
def where() -> tuple[str, ...]:
    """In which section somebody types; among what matters where a test does not say."""
    return ()


@pytest.fixture
def world(qapp, families, fsdesk_home, where):
    dress.put_on(qapp, LIGHT)
    made = a_world(families, fsdesk_home)
    stop_somebody_in_mid_word(fsdesk_home, *where)
    with in_front(made):
        yield made


def test_after_a_sudden_stop_the_words_and_the_cursor_are_back(world):
    """No edit was made of half a word; carrying on makes one."""
    world.unlock()
    told = words(world.inside.today)
    world.press("Carry on")
    world.until(lambda: world.inside.families.open_plan is not None)
    world.quiet()
    field = QApplication.focusWidget()

    assert "Everything you typed is here" in told
    assert (SAID, CURSOR) == (field.text, field.cursor_at)
    assert any("Everything you typed is here" in text for text in words(world.page))

    button(world.window, "Print").setFocus()
    world.quiet()
    world.window.close()
    world.until(lambda: world.app.workspace is None)
    desk = opening.open_desk(world.team.dan.folder, PASSPHRASE)
    mackie = next(line.id for line in plans.listing(desk) if line.listed.family == "Mackie")
    plan = plans.current(desk, mackie).plan
    waiting = drafts.every(desk)
    desk.close()

    assert SAID in [voice.words[0].text for voice in plan.voices if voice.person == "tyler"]
    assert [] == waiting


@pytest.mark.parametrize("where", [(IN_STRENGTHS,)])
def test_after_a_sudden_stop_the_same_section_is_open(world):
    """Not only the words and the cursor: the part of the plan, and the card in it."""
    world.unlock()
    world.press("Carry on")
    world.until(lambda: world.inside.families.open_plan is not None)
    world.quiet()
    field = QApplication.focusWidget()

    assert "Strengths" == world.page.editor.top.title.text()
    assert (SAID, CURSOR) == (field.text, field.cursor_at)
    assert world.page.editor.cards[-1].isAncestorOf(field)


@pytest.mark.parametrize("where", [(IN_JUDGEMENT,), (IN_THOUGHT,)])
def test_after_a_sudden_stop_a_note_begun_in_the_coach_is_back(world):
    """Its card stands open, with the words and the cursor; kept, it is a draft no more."""
    world.unlock()
    told = words(world.inside.today)
    carry_on(world)
    world.until(lambda: isinstance(QApplication.focusWidget(), GrowingText))
    field = QApplication.focusWidget()

    assert "Everything you typed is here" in told
    assert world.page.coach.isAncestorOf(field)
    assert (SAID, CURSOR) == (field.text, field.cursor_at)

    field.done.emit()
    world.quiet()
    plan = world.inside.families.open_plan.presenter.plan
    waiting = []
    every = lambda _: drafts.every(world.inside._desk)  # noqa: E731
    world.runner.submit(every, owner=world.window, done=waiting.append, failed=waiting.append)
    world.quiet()
    said = [text_of(one.words) for one in plan.answers] + [text_of(one.text) for one in plan.reflections]

    assert SAID in said
    assert [[]] == waiting


@pytest.mark.parametrize("where", [(IN_JUDGEMENT,)])
def test_a_note_begun_in_the_coach_is_back_after_a_lock_too(world):
    """Not only after a stop: nothing of it was kept in the plan meanwhile."""
    world.unlock()
    carry_on(world)
    world.until(lambda: isinstance(QApplication.focusWidget(), GrowingText))
    world.window.lock_asked.emit()
    world.until(lambda: world.app.workspace is None)
    world.quiet()
    world.unlock()
    world.until(lambda: isinstance(QApplication.focusWidget(), GrowingText))
    field = QApplication.focusWidget()

    assert world.page.coach.isAncestorOf(field)
    assert (SAID, CURSOR) == (field.text, field.cursor_at)


@pytest.mark.parametrize("where", [(IN_EASY_LINE,)])
def test_after_a_sudden_stop_an_easy_line_is_in_the_plan_to_be_read_together(world):
    world.unlock()
    carry_on(world)
    lines = world.inside.families.open_plan.presenter.plan.easy_lines
    line = next(one for one in lines if one.text.startswith(SAID))

    assert line.read_back_on is None
    assert any("read together" in text for text in words(world.page))

    world.press("Go to the print page", world.page)

    assert world.inside.families.paper.isVisible()


def carry_on(world) -> None:
    """The plan in which somebody was stopped is open again."""
    world.press("Carry on")
    world.until(lambda: world.inside.families.open_plan is not None)
    world.quiet()
