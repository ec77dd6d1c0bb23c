from __future__ import annotations

import pytest

from fsdesk import settings
from fsdesk.ui.presenters.settings.coach_ways import FRAMEWORKS, MANNERS, ONE_STAYS, CoachWaysPresenter


@pytest.fixture
def presenter(screen, heard) -> CoachWaysPresenter:
    return CoachWaysPresenter(screen, heard=heard.append)


def test_one_of_the_two_frameworks_can_be_put_away_and_fetched_again(presenter, screen, heard):
    """The coach hears of each."""
    presenter.choose_framework("glasgow", False)
    without = settings.choices().coach_frameworks
    presenter.choose_framework("glasgow", True)

    assert ("national",) == without
    assert ("glasgow", "national") == settings.choices().coach_frameworks
    assert [("national",), ("glasgow", "national")] == [one.coach_frameworks for one in heard]
    assert (settings.choices(),) == screen.last("show_chosen")


def test_the_last_framework_stays(presenter, screen):
    """A coach without principles has nothing to say; the page says why."""
    presenter.choose_framework("glasgow", False)
    presenter.choose_framework("national", False)

    assert (ONE_STAYS,) == screen.last("show_refused")
    assert ("national",) == screen.last("show_chosen")[0].coach_frameworks


def test_when_it_speaks_is_kept_at_once(presenter, screen):
    """And shown."""
    presenter.choose_manner("when-asked")

    assert "when-asked" == settings.choices().coach_speaks
    assert "when-asked" == screen.last("show_chosen")[0].coach_speaks


def test_everything_that_is_offered_can_be_kept():
    """By the names that the settings know."""
    assert settings.FRAMEWORKS == tuple(one.key for one in FRAMEWORKS)
    assert settings.SPEAKS == tuple(one.key for one in MANNERS)
