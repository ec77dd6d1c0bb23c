from __future__ import annotations

from pathlib import Path

import pytest

from fsdesk.desk.stores import LabelTaken
from fsdesk.ui.presenters.setup.you import LEAD, NO_LABEL, NO_NAME, You, YouPresenter
from tests.ui.presenters.fakes import Screen

MINE = Path("/home/dan/my-families")


class Place:
    """Step one, and who came out of it."""

    def __init__(self, **more: object) -> None:
        self.screen = Screen()
        self.settled: list[tuple[You, Path]] = []
        self.presenter = YouPresenter(
            self.screen, folder=MINE, settled=lambda *given: self.settled.append(given), **more
        )


@pytest.mark.parametrize(("expected", "name"), [((False, NO_NAME), "  "), ((True, ""), "Dan")])
def test_only_a_name_is_wanted(expected, name):
    place = Place()
    place.presenter.changed(You(name))

    assert expected == place.screen.last("show_ready")


def test_the_name_goes_on_without_the_spaces_around_it():
    place = Place()
    place.presenter.go_on(You(" Morag ", LEAD))

    assert [(You("Morag", LEAD), MINE)] == place.settled


def test_nothing_goes_on_while_the_name_is_wanting():
    place = Place()
    place.presenter.go_on(You(" "))

    assert [] == place.settled


def test_more_plans_are_called_by_a_label_which_says_where_they_are_made():
    """One that is taken is refused here, before a passphrase is asked for."""

    def folder_for(label: str) -> Path:
        if label == "west":
            raise LabelTaken
        return Path("/home/stores") / label

    place = Place(folder_for=folder_for)
    place.presenter.changed(You("Dan"))
    unnamed = place.screen.last("show_ready")
    place.presenter.go_on(You("Dan", label="west"))
    place.presenter.go_on(You("Dan", label="east"))

    assert (False, NO_LABEL) == unnamed
    assert isinstance(place.screen.last("show_refused")[0], LabelTaken)
    assert [Path("/home/stores/east")] == [folder for _, folder in place.settled]
