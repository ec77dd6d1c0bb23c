from __future__ import annotations

import msgspec
import pytest
from sqlalchemy import select

from fsdesk.desk import erasures, going_out, handing, sealing
from fsdesk.errors import Refused
from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, a_record, a_serious_worry
from fsdesk.store import schema
from tests.desk.team import Team, rows

PRIVATE = {
    "worries": [a_serious_worry()],
    "scratch": [a_record(m.ScratchNote, text="Ring the dentist.")],
}


@pytest.fixture
def three(team: Team) -> Team:
    """Dan holds a plan with a serious worry and a note of his own, one more, and one that stays with him."""
    team.dan.begin(a_plan(**PRIVATE))
    team.dan.begin(a_plan(id="other", code="2222-2222"))
    team.dan.begin(a_plan(id="stays", code="7777-7777", stays_here=True))
    return team


def kept(team: Team, which: str) -> dict[str, tuple[bool, str, str, str]]:
    """What is kept of a package of Dan's, by plan."""
    lines = going_out.kept(team.dan.desk, which).lines
    return {one.plan: (one.goes, one.leaves, one.stays, one.agreed) for one in lines}


def test_the_table_that_was_shown_is_kept_with_the_package(three, tmp_path):
    """By its number and by its file, with whom it was for, whatever is written to the plans afterwards."""
    shown = going_out.table(three.dan.desk, [three.dan.to(three.morag)])
    three.dan.seals(tmp_path / "p", three.morag)
    three.dan.write("plan", stays_here=True)

    found = going_out.kept(three.dan.desk, "1")

    assert sorted(shown) == sorted(found.lines)
    assert found == going_out.kept(three.dan.desk, str(tmp_path / "p"))
    assert (1, ("Morag",)) == (found.made.number, found.to)
    assert (True, "The plan and 1 sealed record", "1 private note", "To your own team lead") == kept(
        three, "1"
    )["plan"]


def test_of_each_package_it_says_what_was_in_that_one(three, tmp_path):
    """What was not chosen, what had nothing new, and what stays are told apart."""
    three.dan.seals(tmp_path / "1", three.isla, chosen=["plan"])
    three.dan.is_received_by(three.isla)
    three.dan.seals(tmp_path / "2", three.isla, since_receipt=False)
    three.dan.is_received_by(three.isla)
    three.dan.write("other", title="Our year")
    three.dan.seals(tmp_path / "3", three.isla)

    to_isla = "To a colleague in your own team"
    nothing, stays = (False, "Nothing", "The whole plan"), "Stays on this laptop"
    private = "1 private note, 1 sealed record"
    assert {
        "plan": (True, "The plan", private, to_isla),
        "other": (*nothing, "Not chosen this time"),
        "stays": (*nothing, stays),
    } == kept(three, "1")
    assert {
        "plan": (True, "Nothing new", private, to_isla),
        "other": (True, "The plan", "Nothing", to_isla),
        "stays": (*nothing, stays),
    } == kept(three, "3")


def test_for_whom_it_is_is_said_truly(three):
    """A colleague is no lead."""
    to_lead, to_isla = three.dan.to(three.morag), three.dan.to(three.isla)
    said = [
        next(one.agreed for one in going_out.table(three.dan.desk, readers) if one.plan == "plan")
        for readers in ([to_lead], [to_isla], [to_lead, to_isla], [to_lead, to_lead], [to_isla, to_isla])
    ]

    assert [
        "To your own team lead",
        "To a colleague in your own team",
        "To your own team lead and a colleague",
        "To the leads of your own team",
        "To colleagues in your own team",
    ] == said


def test_what_is_kept_holds_no_name_of_a_family_or_a_reader(three, tmp_path):
    """Ids and counts; the names are looked up when it is shown."""
    three.dan.seals(tmp_path / "p", three.morag)
    with three.dan.desk.reading() as tx:
        found = tx.execute(select(schema.packages_made.c.coverage)).scalar_one()

    named = {one.family for one in going_out.kept(three.dan.desk, "1").lines}
    assert all(named)
    assert [] == [name for name in (*named, "Morag") if name.encode() in found]


def test_a_package_that_was_not_written_left_nothing(three, tmp_path):
    """It is noted with the package, or not at all."""
    before = rows(three.dan)
    with pytest.raises(Refused):
        three.dan.seals(tmp_path / "no such folder" / "p", three.morag)

    assert before == rows(three.dan)
    with pytest.raises(handing.NotOurs):
        going_out.kept(three.dan.desk, "1")


def test_of_an_erased_plan_the_table_says_nothing_any_more(three, tmp_path):
    """Neither how many sealed records it had nor that it went; the other plans stay in it."""
    three.dan.seals(tmp_path / "p", three.morag)
    erasures.erase(three.dan.desk, "plan")

    assert {"other", "stays"} == set(kept(three, "1"))
    with three.dan.desk.reading() as tx:
        assert b"\xa4plan" not in tx.execute(select(schema.packages_made.c.coverage)).scalar_one()


def test_of_a_package_sealed_before_such_tables_were_kept_that_is_said(three, tmp_path):
    """It is no fault, and nobody is told that nothing left."""
    three.dan.seals(tmp_path / "p", three.morag)
    with three.dan.desk.transaction() as tx:
        plain = msgspec.msgpack.encode({"ranges": {three.dan.device: [1, 3]}, "stayed": ["stays"]})
        tx.exec_driver_sql("UPDATE packages_made SET coverage = ?", (plain,))

    with pytest.raises(going_out.NotKept):
        going_out.kept(three.dan.desk, "1")


def test_a_package_with_nothing_in_it_is_not_sealed_and_not_kept(three, tmp_path):
    """What everybody has is not noted as leaving again."""
    three.dan.seals(tmp_path / "1", three.morag)
    three.dan.is_received_by(three.morag)
    before = rows(three.dan)
    with pytest.raises(sealing.NothingToSend):
        three.dan.seals(tmp_path / "2", three.morag)

    assert before == rows(three.dan)
