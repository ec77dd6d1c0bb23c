from __future__ import annotations

from datetime import date

import pytest

from fsdesk.desk import settling
from fsdesk.desk.settling import CannotKeepBoth, NoSuchDifference, NoSuchVersion, NotWords
from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, quote, words
from tests.desk.team import Team

PLAN = "plan"


def differ(team: Team, field: str, one: object, two: object) -> str:
    """Let Dan and Morag write a field differently; give the id by which Dan settles it."""
    team.dan.begin(a_plan())
    team.dan.sends(team.morag)
    team.dan.write(PLAN, **{field: one})
    team.morag.write(PLAN, **{field: two})
    team.morag.sends(team.dan)
    (found,) = settling.differing(team.dan.desk)
    return str(found["id"])


def test_what_both_said_can_stand_side_by_side(team):
    """Spans of both, each in its own voice, none altered."""
    which = differ(team, "why_now", quote("We were tired."), quote("The nights were long.", "finn"))

    assert 0 == settling.settle(team.dan.desk, which, both=True)["left"]
    assert {"We were tired.", "The nights were long."} == {one.text for one in team.dan.plan(PLAN).why_now}
    assert {"ailsa", "finn"} == {one.speaker for one in team.dan.plan(PLAN).why_now}


def test_other_words_are_the_workers_where_words_have_voices(team):
    """What a worker types in a settlement is no quotation."""
    which = differ(team, "why_now", quote("We were tired."), quote("The nights were long."))
    settling.settle(team.dan.desk, which, words="Both, they say.")

    assert words("Both, they say.") == team.dan.plan(PLAN).why_now


def test_no_words_at_all_settle_a_field_as_empty(team):
    """No empty quotation stays behind."""
    which = differ(team, "why_now", quote("We were tired."), quote("The nights were long."))
    settling.settle(team.dan.desk, which, words=" ")

    assert () == team.dan.plan(PLAN).why_now


@pytest.mark.parametrize(
    ("field", "one", "two", "how", "why"),
    [
        ("state", m.PlanState.AGREED, m.PlanState.DRAFT, {"both": True}, CannotKeepBoth),
        ("state", m.PlanState.AGREED, m.PlanState.DRAFT, {"words": "soon"}, NotWords),
        ("language", "pl", "ur", {"both": True}, CannotKeepBoth),
        ("language", "pl", "ur", {"words": "Polish and Urdu"}, NotWords),
        ("started_on", date(2026, 3, 2), date(2026, 3, 3), {"both": True}, CannotKeepBoth),
        ("started_on", date(2026, 3, 2), date(2026, 3, 3), {"words": "in March"}, NotWords),
        ("title", "a", "b", {"keep": 0}, NoSuchVersion),
        ("title", "a", "b", {"keep": 3}, NoSuchVersion),
        ("title", "a", "b", {"keep": -1}, NoSuchVersion),
    ],
)
def test_what_does_not_fit_settles_nothing(team, field, one, two, how, why):
    """The field differs on, and both versions stay."""
    which = differ(team, field, one, two)
    before = settling.differing(team.dan.desk)

    with pytest.raises(why):
        settling.settle(team.dan.desk, which, **how)

    assert before == settling.differing(team.dan.desk)


def test_what_was_settled_once_is_settled(team):
    """It is in no list any more, and cannot be settled again."""
    which = differ(team, "title", "a", "b")
    settling.settle(team.dan.desk, which, keep=1)

    with pytest.raises(NoSuchDifference):
        settling.settle(team.dan.desk, which, keep=1)


def test_the_numbers_of_versions_are_those_of_the_list(team):
    """--keep 2 keeps the second that was listed."""
    which = differ(team, "title", "Dan's", "Morag's")
    (found,) = settling.differing(team.dan.desk)
    settling.settle(team.dan.desk, which, keep=2)

    assert found["versions"][1]["value"] == team.dan.plan(PLAN).title


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("Our year", "Our year"),
        (None, "nothing"),
        ("", "nothing"),
        ([], "nothing"),
        ([{"text": "a"}, {"text": "b"}], "“a” “b”"),
        (7, "7"),
        (True, "yes"),
    ],
)
def test_a_version_is_shown_as_a_person_reads_it(value, told):
    """Words in quotation marks, nothing as nothing."""
    assert told == settling.as_words(value)


def test_whoever_wrote_them_can_be_asked_first(team):
    """A comment stands beside the field and travels; every version stays until somebody settles it."""
    which = differ(team, "started_on", date(2026, 3, 2), date(2026, 3, 3))
    asked = settling.ask(team.dan.desk, which, "Which day was it?")

    team.dan.sends(team.morag)

    assert "/started_on" == asked["where"]
    assert [which] == [one["id"] for one in settling.differing(team.morag.desk)]
    (comment,) = team.morag.plan(PLAN).comments
    assert (asked["comment"], "/started_on", "Dan") == (comment.id, comment.where, comment.by)


def test_nothing_is_asked_about_what_does_not_differ(team):
    """In one sentence."""
    team.dan.begin(a_plan())

    with pytest.raises(NoSuchDifference):
        settling.ask(team.dan.desk, "nothing", "Which?")


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ([{"text": "Tea together."}, {"text": "Sleep."}], "“Tea together.” “Sleep.”"),
        ({"on": "2027-01-10", "where": ""}, "on 2027-01-10, where nothing"),
        (True, "yes"),
        (False, "no"),
        (["kirsty", "jamie"], "kirsty, jamie"),
        (None, "nothing"),
        ([], "nothing"),
        (7, "7"),
    ],
)
def test_a_version_is_read_as_people_read(value, says):
    """Never as a program writes it."""
    assert says == settling.as_words(value)
