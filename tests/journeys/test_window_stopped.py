"""What is being typed survives a stop at any moment, and the laptop's own mishaps."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QApplication

from fsdesk.desk import drafts, opening, plans
from fsdesk.ui.look import dress
from fsdesk.ui.look.tokens import LIGHT
from tests.house.tree import ROOT
from tests.journeys.window_typist import CURSOR, IN_STRENGTHS, KEPT, SAID
from tests.journeys.window_world import a_world, button, words
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
def world(qtbot, qapp, families, fsdesk_home, where):
    dress.put_on(qapp, LIGHT)
    made = a_world(families, fsdesk_home)
    stop_somebody_in_mid_word(fsdesk_home, *where)
    with qtbot.waitExposed(made.window):
        made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    yield made
    made.close()


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
