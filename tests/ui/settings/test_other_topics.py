from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from fsdesk import settings
from fsdesk.desk import printers
from fsdesk.ui.look import dress
from fsdesk.ui.look.tokens import DARK, LIGHT
from fsdesk.ui.look.worn import worn
from fsdesk.ui.presenters.settings.coach_ways import ONE_STAYS
from tests.desk.team import a_team
from tests.journeys.window_world import a_world, words
from tests.ui.accessible import name
from tests.ui.settings.worlds import at


def test_a_look_is_worn_at_once_by_everything(world, monkeypatch):
    """And the page shows it as chosen."""
    monkeypatch.setattr(dress, "system_look", lambda _: LIGHT)
    at(world, "look")
    world.press("Dark")

    assert DARK is worn().look
    assert "dark" == settings.choices().look


def test_text_grows_at_once_and_keys_press_the_size_too(world, monkeypatch, qtbot):
    """Whichever way it was chosen."""
    monkeypatch.setattr(dress, "system_look", lambda _: LIGHT)
    page = at(world, "look")
    world.press("Text at 150 %")
    by_page = worn().scale
    world.window._on_text_size(1)
    QApplication.processEvents()

    assert (1.5, 1.75) == (by_page, worn().scale)
    assert ["Text at 175 %"] == [name(one) for one in page._scales.buttons() if one.isChecked()]
    assert 1.75 == settings.choices().text_scale


def test_a_framework_that_is_put_away_is_put_away_in_the_coach_of_an_open_plan(
    qtbot, light, home_of_masters, fsdesk_home, tmp_path
):
    """Every idea there is told by the other one, as soon as somebody comes back."""
    world = a_world(a_team(home_of_masters, tmp_path, families=True), fsdesk_home)
    world.window.show()
    world.unlock()
    world.open_family("Dunbar")
    coach = world.inside.families.open_plan.coach
    before = {group.framework for group in coach.shown.groups}
    page = at(world, "coach")
    page._frameworks["glasgow"].click()
    world.quiet()
    after = {group.framework for group in coach.shown.groups}
    world.close()

    assert {"Glasgow", "National"} == before
    assert {"National"} == after


def test_the_last_framework_cannot_be_put_away(world):
    """Its box stays ticked, and the page says why."""
    page = at(world, "coach")
    page._frameworks["glasgow"].click()
    page._frameworks["national"].click()

    assert page._frameworks["national"].isChecked()
    assert ONE_STAYS.what in words(page)


@pytest.mark.parametrize(("label", "kept"), [("When I ask", "when-asked"), ("Always", "always")])
def test_when_the_coach_speaks_is_chosen_by_a_card(world, label, kept):
    """And kept at once."""
    at(world, "coach")
    world.press(label)

    assert kept == settings.choices().coach_speaks


def test_printers_are_named_and_the_usual_one_is_kept(world, monkeypatch):
    """With the language that is usual."""
    monkeypatch.setattr(printers, "names", lambda: ("office", "hall"))
    page = at(world, "printing")
    for field, text in (("printer", "office"), ("print_language", "Polish, polski")):
        shown = page._lists[field]
        shown.setCurrentIndex(shown.findText(text))
        shown.activated.emit(shown.currentIndex())

    assert ("office", "pl") == settings.choices()[settings.Choices._fields.index("printer") :][:3:2]


def test_a_place_can_be_copied_but_not_changed(world):
    """Each with its name."""
    page = at(world, "about")
    places = page.findChildren(QLineEdit)

    assert all(one.isReadOnly() and one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in places)
    assert f"Log: {settings.log_folder()}" in {one.accessibleName() for one in places}
