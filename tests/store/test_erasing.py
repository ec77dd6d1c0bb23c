from __future__ import annotations

import pytest
from msgspec import structs
from sqlalchemy.exc import IntegrityError

from fsdesk.jobs import quiet
from fsdesk.plans.edits import Part
from fsdesk.store import drafts, edits, erasing, media, numbers, plans, search, taking
from fsdesk.store.drafts import Draft, DraftPlace
from fsdesk.store.edit_rows import Chained
from fsdesk.store.erasing import Erasure
from fsdesk.store.verify import verify
from tests.store.pictures import that_shows
from tests.store.stores import a_pen
from tests.store.test_plans import LINE, STANDING
from tests.store.written import PLAN, Pen

ERASURE = Erasure(plan=PLAN, erased_at=7, who="Morag", why="the family asked")


def fill(store):
    """A plan with edits of every kind of part, its line, its fold and a draft; returns the edits."""
    pen = a_pen(store)
    made = [
        pen.writes_parts({Part.GENERAL: "a step", Part.SEALED: "an address", Part.OWN: "a note"}),
        pen.writes_boxes(0, 8, 8),
    ]
    with store.transaction() as tx:
        for edit in made:
            edits.append(tx, edit)
        plans.put(tx, [STANDING])
        drafts.keep(tx, Draft(place=DraftPlace(PLAN, "steps", "s1", "what", "m"), text="Dan r", changed_at=1))
    return made


def test_erasing_takes_every_word_and_leaves_a_chain_that_verifies(store):
    """Parts, drafts, the folded plan and its line go; headers and commitments stay, and the store verifies."""
    made = fill(store)

    with store.transaction() as tx:
        erasing.erase(tx, ERASURE)
        erasing.erase(tx, ERASURE)

    with store.reading() as tx:
        assert [edit.without([0, 1, 2, 8]) for edit in made] == edits.of_plan(tx, PLAN)
        assert ([], [], []) == (plans.lines(tx), plans.unsettled(tx), drafts.every(tx))
        assert (None, []) == (plans.fold(tx, PLAN), plans.to_fold(tx, 1))
        assert [ERASURE] == erasing.every(tx)
        assert erasing.is_erased(tx, PLAN)
        assert not erasing.is_erased(tx, "another")
    assert [("", "", "", None)] == store.ask("SELECT code, title, names, line FROM plans")
    assert [] == verify(store, quiet())


def test_erasing_one_plan_leaves_the_others(store):
    """Another plan's edits and line stay whole."""
    fill(store)
    pen = a_pen(store)
    with store.transaction() as tx:
        pen.seq, pen.link = edits.last(tx, pen.device)
        other = pen.writes("stays", plan="another")
        edits.append(tx, other)
        erasing.erase(tx, ERASURE)

    with store.reading() as tx:
        assert [other] == edits.of_plan(tx, "another")
    assert LINE.id == PLAN


def picture(store, number):
    """A picture in the store, by its hash."""
    with store.transaction() as tx:
        return media.put(tx, that_shows(b"picture %d" % number))


def test_pictures_of_an_erased_plan_go_unless_another_plan_has_them_too(store):
    """In edits, in drafts; one that two plans name stays for the other."""
    alone, shared, typed, strange = (picture(store, number) for number in range(4))
    pen = a_pen(store)
    with store.transaction() as tx:
        edits.append(tx, pen.writes(f"see {alone} and {shared}"))
        edits.append(tx, pen.writes(f"look: {shared}", plan="another"))
        place = DraftPlace(PLAN, "voices", "v", "words", "m")
        drafts.keep(tx, Draft(place=place, text="", rest=typed.encode(), changed_at=1))
        erasing.erase(tx, ERASURE)

    with store.reading() as tx:
        assert sorted([shared, strange]) == media.names(tx)


def test_what_search_knew_of_an_erased_plan_goes_with_words_that_it_alone_had(store):
    """Nothing of it in the index, its terms, or their slips; what another plan has too stays found."""
    fill(store)
    with store.transaction() as tx:
        edits.append(tx, Pen("ann").writes(plan="another"))
        ours, other = numbers.of_plan(tx, PLAN), numbers.of_plan(tx, "another")
        search.put(tx, {ours: frozenset({"possil", "dancing"}), other: frozenset({"dancing"})})
        erasing.erase(tx, ERASURE)

    assert [(other,)] == store.ask("SELECT plan FROM search_words")
    assert [("dancing",)] == store.ask("SELECT term FROM search_terms")
    assert [(0,)] == store.ask(
        "SELECT count(*) FROM search_slips WHERE term NOT IN (SELECT no FROM search_terms)"
    )
    assert [] == store.ask("SELECT * FROM search WHERE search MATCH 'possil'")


def test_a_plan_that_is_let_in_again_takes_what_comes_and_can_be_erased_again(store):
    """Each turn is kept; the trigger lets content in only while the plan is let in."""
    made = fill(store)
    with store.transaction() as tx:
        erasing.erase(tx, ERASURE)
        assert 0 == taking.take(tx, [Chained.of(made[0])]).filled
        erasing.let_in(tx, PLAN, "Dan", 8)
        erasing.let_in(tx, PLAN, "Dan", 9)
        assert not erasing.is_erased(tx, PLAN)
        assert 1 == taking.take(tx, [Chained.of(made[0])]).filled
        assert made[0] == edits.of_plan(tx, PLAN)[0]
        erasing.erase(tx, Erasure(plan=PLAN, erased_at=10, who="Isla"))

    with store.reading() as tx:
        (known,) = erasing.every(tx)
        assert (3, True, 10, "Isla", 7) == (
            known.turn,
            known.holds,
            known.since,
            known.turned_by,
            known.erased_at,
        )
        assert not any(box.is_open for edit in edits.of_plan(tx, PLAN) for box in edit.boxes)
    assert [] == verify(store, quiet())


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM erasure_turns",
        "UPDATE erasure_turns SET turn = 2",
        "UPDATE erasure_turns SET turn = 1",
        "DELETE FROM erasures",
        "UPDATE edits SET general = x'00' WHERE general IS NULL",
    ],
)
def test_nothing_takes_an_erasure_or_its_turns_back(store, harm):
    """Turns only go forward, and content comes only by letting in."""
    fill(store)
    with store.transaction() as tx:
        erasing.erase(tx, ERASURE)
        if "turn" in harm:
            erasing.let_in(tx, PLAN, "Dan", 8)

    with pytest.raises(IntegrityError, match="append-only"), store.transaction() as tx:
        tx.exec_driver_sql(harm)


def test_a_list_that_knows_more_is_kept_to_whichever_way_it_turned(store):
    """Erased there and not here; let in there and erased here; erased there of what was never here."""
    fill(store)
    later = structs.replace(ERASURE, turn=2, turned_at=8, turned_by="Dan")
    strange = Erasure(plan="never-here", erased_at=3, who="Isla")
    with store.transaction() as tx:
        assert erasing.take_over(tx, [ERASURE, strange])
        assert erasing.is_erased(tx, PLAN)
        assert not erasing.take_over(tx, [ERASURE])
        assert erasing.take_over(tx, [later])
        assert not erasing.take_over(tx, [ERASURE, strange])

    with store.reading() as tx:
        assert {later, strange} == set(erasing.every(tx))
        assert {"never-here"} == set(erasing.erased(tx))
