from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from fsdesk import app as joining
from fsdesk import settings
from fsdesk.app import App, open_window
from fsdesk.desk import opening, plans, setting_up, stores
from fsdesk.store import refusals
from fsdesk.ui.parts.choice_card import ChoiceCard
from fsdesk.ui.runner import NotYourDoing, Runner
from fsdesk.ui.unlock import Unlock
from fsdesk.ui.window import Window
from tests.journeys.window_world import World, a_world, words
from tests.store.stores import CHEAP, PASSPHRASE
from tests.ui.accessible import name

STRONG = "kettle harbour violet bus"


@pytest.fixture
def world(qtbot, light, team, fsdesk_home):
    made = a_world(team, fsdesk_home)
    made.window.show()
    yield made
    made.close()


def test_another_passphrase_opens_nothing_and_says_what_to_check(world):
    line = world.window.findChild(QLineEdit)
    line.setText("not this one")
    line.returnPressed.emit()
    world.until(lambda: "That didn’t open it" in words(world.window))

    assert world.app.workspace is None
    assert line.isVisible()


def test_a_store_that_is_open_elsewhere_says_so(world):
    with opening.open_desk(world.team.dan.folder, "kettle harbour lamp otter"):
        line = world.window.findChild(QLineEdit)
        line.setText("kettle harbour lamp otter")
        line.returnPressed.emit()
        world.until(lambda: any("in use by another fsdesk" in text for text in words(world.window)))

    world.unlock()
    assert world.app.workspace is not None


def test_a_fault_of_ours_behind_the_door_closes_the_plans_and_says_so(world, qtbot, monkeypatch):
    """The store is not left open behind a door that says nothing; the next time it opens."""
    line = world.window.findChild(QLineEdit)
    with monkeypatch.context() as broken, qtbot.captureExceptions() as faults:
        broken.setattr(setting_up, "next_step", lambda _: 1 / 0)
        line.setText(PASSPHRASE)
        line.returnPressed.emit()
        world.until(lambda: any(NotYourDoing.what in text for text in words(world.window)))
        world.quiet()
    world.unlock()

    assert [ZeroDivisionError] == [kind for kind, *_ in faults]
    assert world.app.workspace is not None


def test_a_fresh_laptop_is_set_up_and_opens_on_an_empty_list(qtbot, light, fsdesk_home):
    """With the real key derivation: the passphrase that was chosen opens it again."""
    runner = Runner()
    world = World(App(runner, Window()), runner, None)
    world.app.show_door()
    world.window.show()
    world.press("Set up this laptop")
    say_who(world, "Dan")
    choose(world, STRONG)
    world.press("Next: recovery sheet")
    world.until(lambda: "Your recovery sheet" in words(world.window))
    world.press("Leave it for now")
    world.until(lambda: world.app.workspace is not None)
    world.quiet()
    inside = world.window.places is not None
    world.window.close()
    world.until(lambda: world.app.workspace is None)
    world.close()

    assert inside
    with opening.open_desk(settings.default_store(), STRONG) as desk:
        assert ("Dan", False, []) == (desk.name, desk.is_lead, plans.listing(desk))


def say_who(world: World, who: str, label: str = "") -> None:
    """The first step of the set-up is gone through."""
    line = {name(one): one for one in world.window.findChildren(QLineEdit)}
    line["Your name, as your team knows it"].setText(who)
    if label:
        line["What these plans are called"].setText(label)
    world.press("Next: your passphrase")


def choose(world: World, passphrase: str) -> None:
    """A passphrase is typed the same twice."""
    for one in world.window.findChildren(QLineEdit):
        if name(one).startswith("Your passphrase"):
            one.setText(passphrase)


def test_the_door_is_the_only_thing_after_locking(world):
    world.unlock()
    world.window.lock_asked.emit()
    world.until(lambda: world.app.workspace is None)
    world.quiet()

    assert world.window.places is None
    assert isinstance(world.window.centralWidget(), Unlock)


def test_a_disk_that_refuses_keeps_the_window_open_once(world, monkeypatch):
    """Words that cannot be kept are said to be so; only the second wish to close lets them go."""
    from fsdesk.desk import plans
    from fsdesk.errors import Refused

    world.unlock()
    world.inside.families.start()
    world.inside.families._presenter.start("Kerr")
    world.until(lambda: world.inside.families.open_plan is not None)
    world.quiet()
    presenter = world.inside.families.open_plan.presenter
    presenter.add_note()
    spot = next(iter(world.page.editor.cards[0].fields))
    presenter.typed(spot, "Ring the school", 15)

    def full(*_given: object, **_named: object) -> None:
        raise Refused("The disk is full, so this was not saved.", "Make some room.")

    monkeypatch.setattr(plans, "save", full)
    world.window.close()
    world.quiet()
    told = words(world.window)
    still_open = world.window.isVisible()
    monkeypatch.undo()
    world.window.close()
    world.until(lambda: world.app.workspace is None)

    assert still_open
    assert "The disk is full, so this was not saved." in told
    assert any("Your words stay here." in text for text in told)


def test_words_that_cannot_be_kept_are_not_left_for_another_family(world, monkeypatch):
    """Opening another plan waits until they are kept; then it goes on by itself."""
    from fsdesk.desk import plans
    from fsdesk.errors import Refused

    world.unlock()
    world.inside.places.go("families")
    start = world.inside.families._presenter.start
    for family in ("Kerr", "Betty"):
        start(family)
        world.until(
            lambda family=family: world.inside.families.open_plan and family in words(world.inside.families)
        )
        world.quiet()
    betty = world.inside.families.open_plan
    betty.presenter.add_note()
    betty.presenter.typed(next(iter(world.page.editor.cards[0].fields)), "Ring", 4)

    def full(*_given: object, **_named: object) -> None:
        raise Refused("The disk is full, so this was not saved.", "Make some room.")

    monkeypatch.setattr(plans, "save", full)
    world.open_family("Kerr")
    refused = world.inside.families.open_plan
    monkeypatch.undo()
    world.press("Try again", refused.page)
    saved = refused.presenter.unsaved
    world.open_family("Kerr")

    assert refused is betty
    assert saved is None
    assert "Kerr" in words(world.inside.families)


def test_a_today_that_is_no_day_is_one_sentence(monkeypatch, capsys):
    monkeypatch.setenv(joining.TODAY, "soon")

    assert 2 == open_window()
    assert "FSDESK_TODAY is not a day: write it as 2026-03-09." == capsys.readouterr().err.strip()


def test_without_a_screen_there_is_one_sentence_and_no_crash(monkeypatch, capsys):
    """Qt would end the whole program."""
    for screen in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(screen, raising=False)
    monkeypatch.setattr(joining.sys, "platform", "linux")

    assert 2 == open_window()
    assert 1 == len(capsys.readouterr().err.splitlines())


def test_a_fault_in_the_window_goes_to_the_log_without_its_words(fsdesk_home, capsys):
    joining._write_down(ValueError, ValueError("Shona said something"), None)
    [log] = (fsdesk_home / "logs").iterdir()

    assert "ValueError" in log.read_text()
    assert "Shona" not in log.read_text() + capsys.readouterr().err


def test_what_is_said_on_the_door_names_nobody(world):
    assert not any("Dan" in label.text() for label in world.window.findChildren(QLabel))


def test_plans_are_taken_off_the_list_and_put_back(world):
    """The store itself is not touched, and the door says where it went."""
    folder = world.team.dan.folder
    world.app.window.centralWidget().off_asked.emit(folder)
    off = (settings.choices().put_away, words(world.window))
    world.app.window.centralWidget().folder_chosen.emit(folder)
    world.quiet()

    assert (str(folder),) == off[0]
    assert any(text.startswith("Off the list.") for text in off[1])
    assert any(text.startswith("On the list.") for text in words(world.window))
    world.unlock()


def test_a_folder_without_plans_is_refused_at_the_door(world, tmp_path):
    world.app.window.centralWidget().folder_chosen.emit(tmp_path)

    assert any("There are no plans in that folder." in text for text in words(world.window))


def test_more_plans_are_set_up_under_a_passphrase_of_their_own(world):
    """With the label that a person chose; those before stay as they are."""
    world.press("Other plans")
    world.press("Set up more")
    say_who(world, "Isla", "East team")
    choose(world, STRONG)
    world.press("Next: recovery sheet")
    world.until(lambda: "Your recovery sheet" in words(world.window))
    world.app.away.lock_asked.emit()
    world.until(lambda: isinstance(world.window.centralWidget(), Unlock))
    world.quiet()

    assert ["East team", "North west team"] == [one.label for one in stores.listed()]
    with opening.open_desk(settings.stores() / "east-team", STRONG) as desk:
        assert "Isla" == desk.name


def test_practice_families_have_a_stripe_of_their_own(world):
    """Six of them, and nobody is asked for a name."""
    world.press("Other plans")
    world.press("Practise first")
    line = {name(one): one for one in world.window.findChildren(QLineEdit) if one.isVisible()}
    choose(world, STRONG)
    world.press("Make practice families")
    world.until(lambda: world.app.workspace is not None)
    world.quiet()

    assert {"Your passphrase", "Your passphrase once more"} == set(line)
    assert any("They are made up" in text for text in words(world.window))
    assert stores.has_practice()


def test_practice_families_that_were_taken_off_the_list_come_back(world):
    """They are not made anew."""
    stores.make_practice(STRONG).close()
    stores.put_away(stores.practice_folder())
    world.app.show_door()
    world.press("Other plans")
    world.press("Practise first")

    assert any(text.startswith("On the list.") for text in words(world.window))
    assert [True] == [one.is_practice for one in stores.listed() if one.is_practice]


def test_with_the_first_plans_off_the_list_others_are_set_up_beside_them(world, fsdesk_home):
    """Under a name of their own, since the first ones stay where they are."""
    opening.create(settings.default_store(), name="Dan", role="worker", passphrase=STRONG, derivation=CHEAP)
    for one in stores.listed():
        stores.put_away(one.folder)
    world.app.show_door()
    world.press("Set up this laptop")

    assert "What these plans are called" in {name(one) for one in world.window.findChildren(QLineEdit)}


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (
            lambda folder: [(folder / one).write_bytes(b"x") for one in ("keys.json", "keys.copy.json")],
            "damaged",
        ),
        (lambda folder: folder.rename(folder.with_name("elsewhere-now")), "These plans are not here now."),
    ],
)
def test_plans_that_cannot_be_opened_say_why_and_what_next(world, spoil, told):
    """In the page, and nobody is sent to look for a missing space."""
    spoil(world.team.dan.folder)
    line = world.window.findChild(QLineEdit)
    line.setText("kettle harbour lamp otter")
    line.returnPressed.emit()
    world.until(lambda: any(told in text for text in words(world.window)))
    said = words(world.window)
    selected = line.hasSelectedText()

    assert "That didn’t open it" not in said
    assert selected
    assert world.app.workspace is None


@pytest.mark.parametrize(
    "refusal", [refusals.TooNew, refusals.DiskFull, refusals.DiskTrouble, refusals.NoRights]
)
def test_what_the_store_refuses_is_one_sentence_with_what_to_do(world, monkeypatch, refusal):
    """A newer fsdesk, a full disk, a stick that stopped answering."""

    def refuse(*_given: object) -> None:
        raise refusal

    monkeypatch.setattr(opening, "open_desk", refuse)
    line = world.window.findChild(QLineEdit)
    line.setText("kettle harbour lamp otter")
    line.returnPressed.emit()
    world.until(lambda: refusal.what in words(world.window))

    assert refusal.what_next in words(world.window)


def test_plans_on_a_stick_that_is_out_are_still_on_the_list(world, tmp_path):
    """Plugged in again they open; nothing has to be added anew."""
    stick = tmp_path / "stick"
    folder = stick / "other-team"
    stick.mkdir()
    opening.create(folder, name="Dan", role="worker", passphrase=STRONG, derivation=CHEAP)
    stores.add(folder)
    stick.rename(tmp_path / "out")
    world.app.show_door(chosen=folder)
    world.quiet()
    out = [one.accessibleDescription() for one in world.window.findChildren(ChoiceCard)]
    line = world.window.findChild(QLineEdit)
    line.setText(STRONG)
    line.returnPressed.emit()
    world.until(lambda: "These plans are not here now." in words(world.window))
    (tmp_path / "out").rename(stick)
    line.returnPressed.emit()
    world.until(lambda: world.app.workspace is not None)
    world.quiet()

    assert "Not here now. Is its stick plugged in?" in out
