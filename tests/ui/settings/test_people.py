from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fsdesk.desk import cards, files
from tests.journeys.window_world import words
from tests.ui.accessible import name
from tests.ui.settings.worlds import at


def known(world) -> dict[str, cards.KnownPerson]:
    """Whose cards are here, by name."""
    found: list = []
    world.runner.submit(
        lambda _: cards.accepted(world.inside._desk),
        owner=world.window,
        done=found.append,
        failed=found.append,
    )
    world.quiet()
    return {one.name: one for one in found[0]}


def test_everybody_is_shown_with_eight_words_and_how_it_stands(world):
    """And this laptop's own card, with a square."""
    page = at(world, "people")
    told = words(page)

    assert {"Morag", "Isla", "Dan, worker", "Team lead"} <= set(told)
    assert 2 == told.count("Words read together")
    assert page.own.card._square.accessibleName().startswith("Square for a camera")


def test_a_new_card_shows_its_words_and_the_safe_answer_has_the_focus(world, qtbot):
    """Esc keeps nothing."""
    page = at(world, "people")
    qtbot.waitUntil(world.window.isActiveWindow)
    page.team._presenter.look_at_card(world.team.isla.card)
    world.quiet()
    asked = page.team.match.isVisible()
    focus = QApplication.focusWidget()
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    world.quiet()

    assert asked
    assert page.team.match.they_do_not is focus
    assert page.team.match.isHidden()
    assert any(one.startswith("Nothing was changed.") for one in words(page))


def test_a_card_from_a_file_is_accepted_with_its_words_read(world, monkeypatch):
    """The file is asked for in the system's own dialog."""
    monkeypatch.setattr(
        "fsdesk.ui.settings.people.ask_for_file", lambda parent, title, kind, then: then(world.team.isla.card)
    )
    at(world, "people")
    world.press("Add a card")
    world.press("They match")

    assert known(world)["Isla"].verified


def test_a_card_that_was_not_read_can_be_read_later(world, tmp_path):
    """From its row, whenever the two speak."""
    page = at(world, "people")
    page.team._presenter.accept(newer_card(world, tmp_path), verified=False)
    world.quiet()
    before = known(world)["Isla Again"].verified
    world.press("Read the words together with Isla Again")
    world.press("They match")

    assert not before
    assert known(world)["Isla Again"].verified
    assert "You and Isla Again read the same words." in words(page)


def newer_card(world, folder):
    """Isla's laptop under another name."""
    from fsdesk.store import contact

    isla = world.team.isla.desk
    with isla.reading() as tx:
        card = contact.make(isla.keys(tx), "Isla Again", isla.facts.role, isla.facts.team or "")
    return files.write(folder / "again.card", contact.write(card))


def test_withdrawing_is_a_named_act_and_keeping_has_the_focus(world, qtbot):
    """Nothing happens until it is named."""
    page = at(world, "people")
    qtbot.waitUntil(world.window.isActiveWindow)
    world.press("Withdraw Isla’s laptop...")
    focus = QApplication.focusWidget()
    QTest.keyClick(focus, Qt.Key.Key_Space)
    world.quiet()
    kept = known(world)["Isla"].withdrawn
    world.press("Withdraw Isla’s laptop...")
    world.press("Withdraw Isla’s laptop")

    assert page.team.withdrawing.keep is focus
    assert not kept
    assert known(world)["Isla"].withdrawn
    assert "Withdrawn" in words(page)


def test_tab_goes_from_person_to_person_before_the_own_card(world, qtbot):
    """As they stand on the page, however often they were shown anew."""
    page = at(world, "people")
    qtbot.waitUntil(world.window.isActiveWindow)
    page.team._presenter.begin()
    world.quiet()
    page.team.add_card.setFocus()
    met = []
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        met.append(name(QApplication.focusWidget()))

    assert ["Withdraw Morag’s laptop...", "Withdraw Isla’s laptop...", "Save my card..."] == met


def test_a_card_that_is_none_is_said_in_the_page(world, tmp_path):
    """Nothing is asked about it."""
    page = at(world, "people")
    other = tmp_path / "photo.jpg"
    other.write_bytes(b"\xff\xd8 not a card")
    page.team._presenter.look_at_card(other)
    world.quiet()

    assert page.team.match.isHidden()
    assert page.team.notice.isVisible()


def test_the_own_card_is_saved_where_somebody_asked(world, tmp_path, monkeypatch):
    """In a file that a colleague can accept."""
    place = tmp_path / "dan.fscard"
    monkeypatch.setattr(
        "fsdesk.ui.parts.own_card.ask_where_to_save", lambda parent, title, name, kind, then: then(place)
    )
    at(world, "people")
    world.press("Save my card...")

    assert "Dan" == cards.look(world.team.isla.desk, place).name


def test_questions_are_gone_when_somebody_leaves(world):
    """Whoever comes back begins anew."""
    page = at(world, "people")
    world.press("Withdraw Isla’s laptop...")
    at(world, "about")

    assert page.team.withdrawing.isHidden()
