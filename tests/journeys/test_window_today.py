"""Today in the window, over a real store: where the day begins, and what it tells the rail and the status line."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from fsdesk.desk import opening, plans
from fsdesk.plans.model import PromiseState
from fsdesk.ui.look import dress
from fsdesk.ui.look.tokens import LIGHT
from fsdesk.ui.parts.growing_text import GrowingText
from fsdesk.ui.parts.status_line import StatusLine
from tests import screens_today
from tests.journeys.window_world import World, a_world, commit, in_front, words
from tests.store.stores import PASSPHRASE
from tests.ui.accessible import name

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
VISIT = "Open the Kerr family, 10:50, Maryhill village hall"


@pytest.fixture
def world(qapp, team, fsdesk_home):
    dress.put_on(qapp, LIGHT)
    made = a_world(team, fsdesk_home, now=lambda: screens_today.NOW)
    screens_today.fill(made, screens_today.a_day())
    with in_front(made):
        made.unlock()
        yield made


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def status(world: World) -> str:
    line = world.window.findChild(StatusLine)
    assert line is not None
    return line.text


def rail(world: World) -> list[str]:
    return [name(one) for one in world.inside.places.rail.buttons]


def test_the_day_is_what_is_shown_first_with_the_focus_on_the_next_visit(world):
    assert "today" == world.inside.places.here
    assert VISIT == name(focused())
    assert "Friday 20 November" in words(world.window)
    assert ["Today", "Families"] == rail(world)[:2]


def test_enter_opens_the_visit_at_the_review_and_going_back_leads_here(world, qtbot):
    """Not to the list of families, where nobody was."""
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    world.until(lambda: world.inside.families.open_plan and world.inside.families.open_plan.presenter.plan)
    opened = world.inside.families.open_plan
    section, here = opened.presenter.section.key, world.inside.places.here
    qtbot.keyClick(world.window, Qt.Key.Key_Left, ALT)
    world.quiet()

    assert ("today-0", "review", "families") == (opened.plan_id, section, here)
    assert ("today", VISIT) == (world.inside.places.here, name(focused()))


def test_a_sheet_to_print_opens_the_print_page_with_the_review_sheet_chosen(world, qtbot):
    sheet = next(
        one for one in world.window.findChildren(QAbstractButton) if name(one).startswith("Sheet to print")
    )
    sheet.setFocus()
    qtbot.keyClick(sheet, Qt.Key.Key_Space)
    world.until(lambda: world.inside.families.paper is not None)
    world.quiet()
    page = world.inside.families.paper
    chosen = next(one.text() for one in page.documents.cards if one.isChecked())

    assert ("families", True) == (world.inside.places.here, page.isVisible())
    assert chosen.startswith("Review sheet")


def test_numbers_with_ctrl_follow_the_rail(world, qtbot):
    here = []
    for key in (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_1):
        qtbot.keyClick(world.window, key, CTRL)
        world.quiet()
        here.append(world.inside.places.here)

    assert ["families", "send", "today"] == here


def test_what_waits_to_be_sent_is_told_on_the_rail_and_at_the_foot(world, qtbot, tmp_path):
    """Until it is sealed; and again as soon as a word is kept."""
    before = ("Send, 8 plans not yet sent" in rail(world), "8 plans not sent yet" in status(world))
    world.press("Prepare a package")
    send = world.inside.send
    world.press("Next: what goes", send)
    send._presenter.choose_plans(frozenset(plan.id for plan in screens_today.a_day()))
    send._presenter.seal(tmp_path / "out.fsdesk")
    world.until(lambda: send.is_done)
    world.quiet()
    sent = ("Send" in rail(world), "plan" in status(world))
    world.open_family(screens_today.BETTY)
    world.press("Your note", world.page)
    commit("Ring on Tuesday")
    qtbot.keyClick(world.window, Qt.Key.Key_1, CTRL)
    world.quiet()

    assert (True, True) == before
    assert (True, False) == sent
    assert "Send, 1 plan not yet sent" in rail(world)
    assert "1 plan changed since you last sent" in status(world)
    assert any("The last package was made for Morag" in text for text in words(world.inside.today))


def test_a_promise_is_ticked_by_key_and_the_plan_says_so(world, qtbot):
    """Also in its page that is open; taking the tick away takes it back there too."""
    world.open_family(screens_today.KERR)
    qtbot.keyClick(world.window, Qt.Key.Key_1, CTRL)
    world.quiet()
    page = world.inside.today.page
    at = next(n for n, box in enumerate(page.promises.boxes) if "housing" in name(box))
    presenter = world.inside.families.open_plan.presenter
    page.promises.boxes[at].setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    world.quiet()
    done, still = presenter.plan.promises[0].state, name(focused())
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    world.quiet()

    assert (PromiseState.DONE, "Phone housing about the points") == (done, still)
    assert PromiseState.OPEN is presenter.plan.promises[0].state
    assert "Saved on this laptop · 10:42" in status(world)


def test_a_plan_is_started_from_here_with_one_name(world, qtbot):
    qtbot.keyClick(world.window, Qt.Key.Key_N, CTRL)
    commit("The Okonkwo family")
    here = world.inside.places.here
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    world.until(lambda: world.inside.families.open_plan is not None)
    world.quiet()

    assert "today" == here
    assert "The Okonkwo family" == world.inside.families.open_plan.presenter.plan.family_name
    qtbot.keyClick(world.window, Qt.Key.Key_1, CTRL)
    world.quiet()
    assert "Carry on: the Okonkwo family" == world.inside.today.page.carry_on.text()


def test_words_of_another_place_are_kept_when_somebody_locks_from_here(world, qtbot):
    """In the middle of a word, by the rail and a key."""
    world.open_family(screens_today.BETTY)
    world.press("Your note", world.page)
    commit("Ring on Tues")
    assert isinstance(focused(), GrowingText)
    qtbot.keyClick(world.window, Qt.Key.Key_1, CTRL)
    qtbot.keyClick(world.window, Qt.Key.Key_L, CTRL)
    world.until(lambda: world.app.workspace is None)
    world.quiet()
    desk = opening.open_desk(world.team.dan.folder, PASSPHRASE)
    notes = [one.text[0].text for one in plans.current(desk, "today-1").plan.scratch]
    desk.close()

    assert ["Ring on Tues"] == notes


def lock_and_unlock(world: World, qtbot) -> None:
    qtbot.keyClick(world.window, Qt.Key.Key_L, CTRL)
    world.until(lambda: world.app.workspace is None)
    world.quiet()
    world.unlock()
    world.quiet()


def test_who_locked_in_the_middle_of_a_word_comes_back_to_it(world, qtbot):
    """The same plan, the same text, the cursor between the same letters; going back leads to Today."""
    world.open_family(screens_today.BETTY)
    world.press("Your note", world.page)
    commit("Ring on Tuesday")
    focused().put_cursor(4)
    lock_and_unlock(world, qtbot)
    world.until(lambda: isinstance(focused(), GrowingText))
    found = (world.inside.families.open_plan.plan_id, focused().text, focused().cursor_at)
    qtbot.keyClick(world.window, Qt.Key.Key_Left, ALT)
    world.quiet()

    assert ("today-1", "Ring on Tuesday", 4) == found
    assert "today" == world.inside.places.here


def test_who_locked_elsewhere_or_on_another_day_begins_with_today(world, qtbot, monkeypatch):
    """Nothing of a plan is in sight by itself then."""
    world.open_family(screens_today.BETTY)
    qtbot.keyClick(world.window, Qt.Key.Key_1, CTRL)
    world.quiet()
    lock_and_unlock(world, qtbot)
    elsewhere = world.inside.places.here
    world.open_family(screens_today.BETTY)
    monkeypatch.setattr(screens_today, "NOW", screens_today.NOW + timedelta(days=1))
    before = world.inside.places.here
    qtbot.keyClick(world.window, Qt.Key.Key_L, CTRL)
    world.until(lambda: world.app.workspace is None)
    world.quiet()
    monkeypatch.setattr(screens_today, "NOW", screens_today.NOW + timedelta(days=1))
    world.unlock()

    assert ("today", "families", "today") == (elsewhere, before, world.inside.places.here)


def test_the_line_says_when_the_screen_covers_itself(world):
    """It counts while nobody does anything, and goes by what is chosen."""
    from fsdesk.ui.presenters.away import Limits

    first = status(world)
    world.app.away.chosen(Limits.of_minutes(2, 20, 1))
    shorter = status(world)
    world.app.away.chosen(Limits.of_minutes(0, 20, 1))

    assert first.endswith("Screen covers itself in 5 min")
    assert shorter.endswith("Screen covers itself in 2 min")
    assert status(world).endswith("F9 covers the screen")


def test_locking_from_today_leaves_nothing_of_it_behind(world, qtbot):
    qtbot.keyClick(world.window, Qt.Key.Key_L, CTRL)
    world.until(lambda: world.app.workspace is None)
    world.quiet()

    assert not any("Kerr" in text or "visits" in text for text in words(world.window))
