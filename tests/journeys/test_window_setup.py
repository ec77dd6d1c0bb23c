"""The first set-up in the window, over real stores: to the first plan by keys alone, and what can go another way."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from fsdesk import settings
from fsdesk.desk import cards, opening, recovery, setting_up, stores
from tests.desk.print_programs import PrintPrograms
from tests.journeys.setup_world import (
    KEY,
    STRONG,
    a_laptop,
    asked_row,
    close,
    copy_and_prove,
    laptop,
    light,
    press,
    quick_keys,
    set_up,
    shown_words,
    sizes,
    tab_to,
    unlock,
)
from tests.journeys.window_world import button, commit, words
from tests.store.stores import CHEAP, PASSPHRASE
from tests.ui.accessible import name, nameless_buttons

__all__ = ["laptop", "light", "quick_keys", "set_up"]


def test_from_a_fresh_laptop_to_the_first_plan_by_keys_alone(laptop, qtbot):
    """Five steps, each begun where one would write; the plan is there at the end, and the sheet counts."""
    tab_to(laptop, qtbot, "Set up this laptop")
    press(laptop, qtbot, KEY.Key_Space)
    commit("Dan")
    press(laptop, qtbot, KEY.Key_Return)
    commit(STRONG)
    press(laptop, qtbot, KEY.Key_Return)
    commit(STRONG)
    press(laptop, qtbot, KEY.Key_Return)
    laptop.until(lambda: "Your recovery sheet" in words(laptop.window))
    laptop.quiet()
    tab_to(laptop, qtbot, "I’ll copy it by hand")
    press(laptop, qtbot, KEY.Key_Space)
    rows = shown_words(laptop)
    press(laptop, qtbot, KEY.Key_Space)  # I've copied it
    hidden = shown_words(laptop)
    commit(" ".join(rows[asked_row(laptop) - 1]))
    press(laptop, qtbot, KEY.Key_Return)
    press(laptop, qtbot, KEY.Key_Space)  # I know where the sheet will be kept
    tab_to(laptop, qtbot, "Next: team card")
    press(laptop, qtbot, KEY.Key_Space)
    tab_to(laptop, qtbot, "Later")
    press(laptop, qtbot, KEY.Key_Space)
    told = words(laptop.window)
    press(laptop, qtbot, KEY.Key_Space)  # Start a plan
    laptop.until(lambda: laptop.app.workspace is not None)
    commit("The Kerr family")
    press(laptop, qtbot, KEY.Key_Return)
    laptop.until(lambda: laptop.inside.families.open_plan is not None)
    laptop.quiet()

    assert (6, []) == (len(rows), hidden)
    assert "Dan, you work with families." in told
    assert any("lets you choose a new passphrase" in one for one in told)
    assert "The Kerr family" in words(laptop.window)
    assert setting_up.next_step(settings.default_store()) is None


def test_a_wrong_group_is_said_and_can_be_typed_again(qtbot, light, set_up, quick_keys):
    world = a_laptop()
    unlock(world)
    world.press("I’ll copy it by hand")
    rows = shown_words(world)
    world.press("I’ve copied it")
    line = world.window.findChild(QLineEdit)
    line.setText("birch kite marble anchor")
    world.press("Check it")
    told, selected, ready = (
        words(world.window),
        line.selectedText(),
        button(world.window, "Next: team card").isEnabled(),
    )
    line.setText(" ".join(rows[asked_row(world) - 1]))
    world.press("Check it")
    matches = "That matches" in words(world.window)
    close(world)

    assert "That is not what stands there on the sheet." in told
    assert ("birch kite marble anchor", False) == (selected, ready)
    assert matches


def test_a_sheet_is_printed_without_its_words_on_the_screen(
    qtbot, light, set_up, quick_keys, tmp_path, monkeypatch
):
    """The printer has it from memory; after a jam another one is printed, and only that one counts."""
    programs = PrintPrograms(tmp_path)
    monkeypatch.setenv("PATH", str(programs.path))
    world = a_laptop()
    unlock(world)
    world.press("Print the sheet")
    shown = shown_words(world)
    first = next(one for one in words(world.window) if one.startswith("R-"))
    world.press("Make another sheet")
    world.press("Print the sheet")
    second = next(one for one in words(world.window) if one.startswith("R-"))
    close(world)

    assert [] == shown
    assert [True, True] == [one.startswith(b"%PDF") for one in programs.given()]
    assert first != second
    with opening.open_desk(set_up, STRONG) as desk:
        assert [second.split(" · ")[0]] == [one.number for one in recovery.now_open(desk)]


def test_a_card_that_does_not_match_keeps_nothing(qtbot, light, set_up, quick_keys, families):
    """It is explained without alarm, and the next card can be opened at once."""
    setting_up.at(set_up, setting_up.Step.CARD)
    world = a_laptop()
    unlock(world)
    world.press("Open a card file...")
    world.choose_file(families.morag.card)
    read = cards.look(families.dan.desk, families.morag.card).words
    shown = [name(one) for one in world.window.findChildren(QLabel) if one.isVisible()]
    safe = name(QApplication.focusWidget())
    world.press("They don’t")
    told = words(world.window)
    close(world)

    assert all(any(word in one for one in shown) for word in read)
    assert "They don’t" == safe
    assert any(one.startswith("Nothing was changed.") for one in told)
    with opening.open_desk(set_up, STRONG) as desk:
        assert ([], None) == (cards.accepted(desk), desk.facts.team)


def test_a_card_of_another_team_is_refused_in_the_page(qtbot, light, set_up, quick_keys, families, tmp_path):
    """Somebody who has a team already keeps to it."""
    setting_up.at(set_up, setting_up.Step.CARD)
    with opening.open_desk(set_up, STRONG) as desk:
        cards.accept(desk, families.morag.card, verified=True)
    other = tmp_path / "other"
    opening.create(other, name="Priya", role="lead", passphrase=PASSPHRASE, derivation=CHEAP)
    card = tmp_path / "priya.fscard"
    with opening.open_desk(other, PASSPHRASE) as desk:
        card.write_bytes(cards.own(desk)[1])
    world = a_laptop()
    unlock(world)
    world.press("Open another card...")
    world.choose_file(card)
    world.press("They match")
    told = words(world.window)
    close(world)

    assert "That contact card belongs to another team." in told


def test_the_own_card_goes_out_as_a_file_and_on_paper(qtbot, light, set_up, quick_keys, tmp_path, families):
    """The lead can accept what was saved here."""
    setting_up.at(set_up, setting_up.Step.CARD)
    world = a_laptop()
    unlock(world)
    world.press("Save my card...")
    world.choose_file(tmp_path / "dan.fscard")
    world.press("Save cards as PDF...")
    world.choose_file(tmp_path / "cards.pdf")
    close(world)

    assert "Dan" == cards.look(families.morag.desk, tmp_path / "dan.fscard").name
    assert (tmp_path / "cards.pdf").read_bytes().startswith(b"%PDF")


def test_practice_families_are_seen_before_the_first_plan(qtbot, light, set_up, quick_keys):
    """They have a store, a passphrase and a stripe of their own; the plans are locked meanwhile."""
    setting_up.at(set_up, setting_up.Step.READY)
    world = a_laptop()
    unlock(world)
    world.press("See practice families")
    world.until(lambda: "Practice families" in words(world.window))
    world.quiet()
    for one in world.window.findChildren(QLineEdit):
        one.setText("lantern ferry maryhill otter")
    world.press("Make practice families")
    world.until(lambda: world.app.workspace is not None)
    world.quiet()
    told = words(world.window)
    close(world)

    assert any("They are made up" in one for one in told)
    assert stores.has_practice()


def test_every_step_has_named_buttons_of_a_size_to_hit(laptop, qtbot):
    """44 px and more, as for every page that is met once."""
    pages = []
    laptop.press("Set up this laptop")
    pages.append(sizes(laptop))
    [line] = [one for one in laptop.window.findChildren(QLineEdit) if one.isVisible()]
    line.setText("Dan")
    laptop.press("Next: your passphrase")
    pages.append(sizes(laptop))
    for one in laptop.window.findChildren(QLineEdit):
        one.setText(STRONG)
    laptop.press("Next: recovery sheet")
    laptop.until(lambda: "Your recovery sheet" in words(laptop.window))
    laptop.quiet()
    pages.append(sizes(laptop))
    copy_and_prove(laptop)
    laptop.press("I know where the sheet will be kept")
    pages.append(sizes(laptop))
    laptop.press("Next: team card")
    pages.append(sizes(laptop))
    laptop.press("Later")
    pages.append(sizes(laptop))

    assert [[]] * 6 == pages
    assert [] == nameless_buttons(laptop.window)
