from __future__ import annotations

import pytest

from fsdesk.desk import recovery, setting_up
from fsdesk.desk.cards import KnownPerson
from fsdesk.ui.presenters.setup import steps
from fsdesk.ui.presenters.setup.ready import ReadyPresenter, things
from fsdesk.ui.presenters.setup.steps import Step
from tests.desk.rooms import home_of_masters, team
from tests.ui.presenters.fakes import Desk, Screen

__all__ = ["home_of_masters", "team"]


def person(role: str, *, verified: bool = True, withdrawn: bool = False) -> KnownPerson:
    """Somebody of the team."""
    return KnownPerson("Morag", role, "x", (), verified, withdrawn, "t", "")


@pytest.mark.parametrize(
    ("is_set", "words", "people"),
    [
        (False, "can come later", []),
        (False, "can come later", [person("lead", verified=False)]),
        (False, "can come later", [person("lead", withdrawn=True)]),
        (False, "can come later", [person("worker")]),
        (True, "Morag is your team lead", [person("lead")]),
    ],
)
def test_a_workers_card_is_set_once_the_leads_words_matched(is_set, words, people):
    card = things("Dan", False, [], people)[-1]

    assert is_set is card.is_set
    assert words in card.text


def test_a_lead_is_told_how_many_are_known_and_waits_for_nobody():
    alone, with_one = (things("Morag", True, [], people)[-1] for people in ([], [person("worker")]))

    assert (True, True) == (alone.is_set, with_one.is_set)
    assert "1 of your team is known here." == with_one.text


def test_what_is_set_is_read_from_the_store_itself(team):
    """A sheet that nobody proved is still to come."""
    screen, work = Screen(), Desk()
    presenter = ReadyPresenter(screen, desk=team.dan.desk, submit=work.submit)
    recovery.begin(team.dan.desk).wipe()
    presenter.begin()
    work.run()
    [said] = screen.last("show_set")

    assert [True, True, False, True] == [one.is_set for one in said]


@pytest.mark.parametrize("kept", list(setting_up.Step))
def test_a_step_that_is_kept_is_the_one_that_is_shown_again(kept):
    assert kept is steps.kept(steps.shown(kept))


def test_where_one_is_is_said_in_words():
    assert "Step 2 of 5: Your passphrase" == steps.said(Step.PASSPHRASE)
