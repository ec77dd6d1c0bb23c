from __future__ import annotations

import msgspec
import pytest

from fsdesk.desk import opening, plans, receipts, receiving, settling, waiting
from fsdesk.plans import document
from fsdesk.plans.edits import Part
from fsdesk.plans.examples import a_plan, a_step
from tests.desk.team import Team, rows
from tests.desk.test_receiving import strange

PLAN = "plan"
WORDS = "Dan rings the college on Tuesday"


@pytest.fixture
def both(team: Team) -> Team:
    """Dan's two plans are at Morag's, who said so."""
    team.dan.begin(
        a_plan(
            steps=tuple(
                a_step(f"Walk {n}", id=f"walk-{n}", strengths=(), goal=None, who=()) for n in range(12)
            )
        )
    )
    team.dan.begin(a_plan(id="other", code="7777-7777"))
    team.dan.sends(team.morag)
    team.morag.confirms(team.dan)
    return team


def held_here(team: Team, package) -> None:
    """Dan writes to both plans, and Morag holds one of them."""
    team.dan.write(PLAN, title=WORDS)
    team.dan.write("other", title="Our year")
    team.dan.seals(package, team.morag)
    receiving.take(team.morag.desk, package, hold=[PLAN])


def test_a_plan_that_is_held_by_choice_waits_and_the_rest_is_taken(both, tmp_path):
    """Its words lie in the held alone, encrypted with the store, until they are accepted."""
    held_here(both, tmp_path / "p")

    found = {name for name, kept in rows(both.morag).items() if WORDS in repr(kept)}
    assert {"held"} == found
    assert "Our year" == both.morag.plan("other").title
    (one,) = waiting.listing(both.morag.desk)
    assert (PLAN, "chosen", 1, ["Dan"]) == (one["plan"], one["reason"], one["edits"], one["from"])
    accepted = waiting.accept(both.morag.desk, [PLAN])
    assert ((PLAN,), 1, 0) == accepted
    assert both.dan.current(PLAN).plan == both.morag.current(PLAN).plan
    assert [] == waiting.listing(both.morag.desk)
    assert opening.verify(both.morag.desk)["whole"]


def test_looking_says_what_would_be_held_and_changes_nothing(both, tmp_path):
    """As with everything else that a package would change."""
    both.dan.write(PLAN, title=WORDS)
    both.dan.seals(tmp_path / "p", both.morag)
    before = rows(both.morag)

    found = receiving.look(both.morag.desk, tmp_path / "p", hold=[PLAN])

    assert (1, before) == (found.held, rows(both.morag))


def test_what_comes_after_what_is_held_waits_with_it(both, tmp_path):
    """An edit is not read without the one that it stands on, and both are accepted together."""
    held_here(both, tmp_path / "p")
    both.dan.write(PLAN, neighbourhood="Garnethill")

    (found,) = both.dan.sends(both.morag)

    assert ["behind"] == [one.reason for one in found.held_plans]
    assert "" == both.morag.plan(PLAN).neighbourhood
    waiting.accept(both.morag.desk, [PLAN])
    assert both.dan.plan(PLAN) == both.morag.plan(PLAN)


def test_what_is_held_and_comes_again_is_held_once(both, tmp_path):
    """A second package with the same edits adds nothing to what waits."""
    held_here(both, tmp_path / "p")

    both.dan.sends(both.morag, since_receipt=False)

    assert [1] == [one["edits"] for one in waiting.listing(both.morag.desk)]


def test_a_receipt_says_of_how_many_plans_something_is_held(both, tmp_path):
    """The sender sees received, and held."""
    held_here(both, tmp_path / "p")
    receipts.write(both.morag.desk, [both.morag.to(both.dan)], tmp_path / "r")
    both.dan.takes(tmp_path / "r")

    (morag,) = [one for one in receipts.state(both.dan.desk) if one["name"] == "Morag"]
    assert [(True, 0), (True, 1)] == [(one["received"], one["held"]) for one in morag["packages"]]


def test_what_was_held_reaches_others_once_it_is_accepted(both, tmp_path):
    """Isla had received its place in the chain alone; afterwards she is sent its words."""
    held_here(both, tmp_path / "p")
    both.morag.sends(both.isla)
    both.isla.confirms(both.morag)
    waiting.accept(both.morag.desk, [PLAN])

    both.morag.sends(both.isla)

    assert WORDS == both.isla.plan(PLAN).title


def test_a_document_made_while_something_waits_undoes_nothing_of_it(both, tmp_path):
    """It says that it was made before what waits."""
    held_here(both, tmp_path / "p")
    made = document.read_document(plans.export(both.morag.desk, PLAN))
    waiting.accept(both.morag.desk, [PLAN])
    plan = msgspec.structs.replace(document.plan_of(made), neighbourhood="Woodlands")

    brought = plans.import_document(
        both.morag.desk, document.read_document(document.write(plan, as_of=made.as_of))
    )

    assert (1, 0) == (brought.changes, brought.differing)
    assert (WORDS, "Woodlands") == (both.morag.plan(PLAN).title, both.morag.plan(PLAN).neighbourhood)


@pytest.mark.parametrize("count", [10, 11])
def test_a_package_that_takes_out_more_than_ten_records_of_a_plan_waits(both, count):
    """What would go is shown before; up to ten go as usual."""
    both.dan.write(PLAN, steps=both.dan.plan(PLAN).steps[count:])

    (found,) = both.dan.sends(both.morag)

    assert ([] if count == 10 else [("takes_out", count)]) == [
        (one.reason, len(one.would_go)) for one in found.held_plans
    ]
    assert (2 if count == 10 else 12) == len(both.morag.plan(PLAN).steps)
    if found.held_plans:
        assert "/steps/walk-0" == found.held_plans[0].would_go[0].where
        waiting.accept(both.morag.desk, [PLAN])
    assert both.dan.plan(PLAN) == both.morag.plan(PLAN)


def test_a_package_that_takes_out_a_familys_words_waits(both):
    """One of somebody's sayings is enough, and what it says is shown."""
    voice = both.dan.plan(PLAN).voices[0]
    both.dan.write(PLAN, voices=both.dan.plan(PLAN).voices[1:])

    (found,) = both.dan.sends(both.morag)

    (one,) = found.held_plans
    assert (PLAN, "takes_out") == (one.plan, one.reason)
    assert [f"/voices/{voice.id}"] == [gone.where for gone in one.would_go]
    assert voice in both.morag.plan(PLAN).voices
    assert [gone.where for gone in one.would_go] == [
        gone["where"] for gone in waiting.listing(both.morag.desk)[0]["would_go"]
    ]
    waiting.accept(both.morag.desk, [PLAN])
    assert voice not in both.morag.plan(PLAN).voices


def test_what_would_go_is_kept_nowhere_but_in_what_is_held(both):
    """What is kept of a package for good has nobody's words: an erasure would not reach them there."""
    words = both.dan.plan(PLAN).voices[0].words[0].text
    both.dan.write(PLAN, voices=both.dan.plan(PLAN).voices[1:])
    (found,) = both.dan.sends(both.morag)

    assert words in found.held_plans[0].would_go[0].says
    assert words not in repr(rows(both.morag)["packages_taken"])


def test_parts_of_kinds_not_known_here_are_kept_when_they_are_accepted(both, tmp_path):
    """A later fsdesk will read them."""
    strange(both.dan, (7, b"something new"), (7, b"and more of it"), (Part.GENERAL, b"\x90"), lamport=9)
    both.dan.seals(tmp_path / "p", both.morag)
    receiving.take(both.morag.desk, tmp_path / "p", hold=[PLAN])
    assert "something new" not in repr(rows(both.morag)["further_parts"])

    waiting.accept(both.morag.desk, [PLAN])

    kept = repr((rows(both.morag)["further_parts"], rows(both.morag)["edits"]))
    assert ("something new" in kept, "and more of it" in kept) == (True, True)


def test_a_plan_that_was_never_here_and_lost_words_before_is_taken(both):
    """Nothing that is here would go."""
    both.dan.write(PLAN, voices=both.dan.plan(PLAN).voices[1:])

    (found,) = both.dan.sends(both.isla)

    assert (0, 2) == (found.held, found.new)


def test_one_record_that_cannot_be_read_is_named_and_the_rest_is_taken(both):
    """With its reason, in the report of the import and in the list of what is held."""
    body = msgspec.msgpack.encode([["w", "", PLAN, "title", [7], []]])
    strange(both.dan, (Part.GENERAL, body), lamport=9)
    both.dan.write(PLAN, neighbourhood="Garnethill")

    (found,) = both.dan.sends(both.morag)

    assert [PLAN] == [one.plan for one in found.quarantined]
    assert found.quarantined[0].reason
    assert "Garnethill" == both.morag.plan(PLAN).neighbourhood
    assert ["unreadable"] == [one["reason"] for one in waiting.listing(both.morag.desk)]
    assert receiving.wants_attention(found)


def test_accepting_what_nobody_holds_is_refused(both):
    """In one sentence, and nothing is changed."""
    before = rows(both.morag)

    with pytest.raises(waiting.NothingHeld):
        waiting.accept(both.morag.desk, [PLAN])

    assert before == rows(both.morag)


def test_of_several_plans_all_are_accepted_or_none(both, tmp_path):
    """One that does not wait stops them all."""
    held_here(both, tmp_path / "p")
    before = rows(both.morag)

    with pytest.raises(waiting.NothingHeld):
        waiting.accept(both.morag.desk, [PLAN, "other"])

    assert before == rows(both.morag)


def test_what_differs_because_of_what_was_accepted_is_shown(both, tmp_path):
    """Morag wrote the title meanwhile; both stand."""
    held_here(both, tmp_path / "p")
    both.morag.write(PLAN, title="Morag's title")

    accepted = waiting.accept(both.morag.desk, [PLAN])

    assert 1 == accepted.differing
    (found,) = settling.differing(both.morag.desk)
    assert {WORDS, "Morag's title"} == {one["value"] for one in found["versions"]}
