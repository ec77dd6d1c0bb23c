"""What travels: private words stay behind even where they were once open, and nothing else is lost by that."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans import changes, history, merge, travel
from fsdesk.plans import model as m
from fsdesk.plans.chain import commitment
from fsdesk.plans.edits import Box, Edit, Intent, Part
from fsdesk.plans.fold import Place
from tests.plans.any_plan import whole_plan
from tests.plans.histories import laptops, small_plan
from tests.plans.laptops import Laptop, together

replace = msgspec.structs.replace
ONLY_WORKER = m.Audience(to=m.Reach.MY_WORKER)
VOICE = Place("voices", "the-voices")


def full(laptop_name: str = "ann") -> Laptop:
    """A laptop with one plan in which every field says something, begun in one single edit."""
    laptop = Laptop(laptop_name)
    laptop.begin(whole_plan(lambda collection, field: f"<{collection}.{field}>"))
    return laptop


def sent(laptop: Laptop, sealed: bool = False) -> list[Edit]:
    """What a laptop sends of its edits today, to somebody with or without the sealed right."""
    laptop.make_ready_to_send()
    private = travel.private_places(laptop.current())
    parcels = [travel.parcel(edit, private) for edit in laptop.edits.values()]
    return [_opened(one) if sealed else one.general for one in parcels]


def _opened(parcel: travel.Parcel) -> Edit:
    opened = {box.commitment: box for box in parcel.sealed}
    boxes = tuple(opened.get(box.commitment, box) for box in parcel.general.boxes)
    return Edit(parcel.general.header_bytes, boxes)


def words(edits: list[Edit]) -> bytes:
    """All bytes that somebody can read in these edits."""
    return b"".join(box.body or b"" for edit in edits for box in edit.boxes)


def with_voice(laptop: Laptop, **over: object) -> m.Plan:
    """The plan with its voice changed."""
    return replace(laptop.plan, voices=tuple(replace(one, **over) for one in laptop.plan.voices))


def without(plan: m.Plan, *lists: str) -> m.Plan:
    """The plan without some lists, and without times of change."""
    emptied = replace(plan, **dict.fromkeys(lists, ()))
    undated = {
        name: tuple(replace(one, changed_at=None) for one in getattr(emptied, name))
        for name in m.Plan.__struct_fields__
        if isinstance(getattr(emptied, name), tuple) and name != "why_now"
    }
    return replace(emptied, **undated)


PRIVATE = ("scratch", "reflections", "gaps")
SEALED = ("safe_contacts", "safety_between", "places_to_avoid", "shared_for_safety", "worries")


@pytest.mark.parametrize("act", ["narrowed", "taken back"])
def test_words_that_became_private_stay_and_the_rest_of_their_edit_arrives(act):
    """A voice that was begun with the whole plan and is private now is in no parcel; all else of the plan is."""
    ann = full()
    if act == "narrowed":
        ann.write(with_voice(ann, audience=ONLY_WORKER))
    else:
        ann.act(changes.take_back(VOICE), intent=Intent.TOOK_BACK_WORDS)
    for sealed in (False, True):
        edits = sent(ann, sealed)
        lead = Laptop("lead")
        lead.take(edits)
        gone = (*PRIVATE, "voices", *(() if sealed else SEALED))

        assert b"<voices." not in words(edits)
        assert () == lead.plan.voices
        assert {} == lead.current().unreadable
        assert () == lead.current().differing
        assert _open(without(ann.plan, *gone), sealed) == _open(without(lead.plan, *gone), sealed)


def _open(plan: m.Plan, sealed: bool) -> m.Plan:
    """The plan without its single sealed fields, for those who may not open them."""
    if sealed:
        return plan
    people = tuple(replace(one, not_in_plan_reason=(), legal_status="") for one in plan.people)
    homes = tuple(replace(one, address="") for one in plan.households)
    reach = tuple(replace(one, safe_hours="", safe_phone="") for one in plan.reach_in)
    sealed_of_plan = {"hard_times": False, "safety_plan": None, "neighbourhood": ""}
    return replace(plan, people=people, households=homes, reach_in=reach, **sealed_of_plan)


def test_what_is_said_again_is_no_change_to_anything():
    """For those who have the edits, saying things again leaves plan, differences and times of change as they were."""
    ann, ben = full(), Laptop("ben")
    ben.take(ann.edits.values())
    ann.write(with_voice(ann, audience=ONLY_WORKER))
    ben.write(replace(ben.plan, title="New title", goals=()))

    assert ann.make_ready_to_send() is not None
    assert ann.make_ready_to_send() is None
    ben.take(ann.edits.values())
    ann.take(ben.edits.values())

    assert ann.plan == ben.plan
    assert ("New title", ()) == (ann.plan.title, ann.plan.goals)
    assert () == ann.current().differing
    assert {None} == {one.changed_at for one in ann.plan.people}
    assert ["Changed somebody's words: <voices.words>"] == [
        one.sentence for one in history.entries(ann.edits.values()) if one.who == "Ann"
    ][1:]


def test_a_record_that_becomes_private_twice_over():
    """Narrowing one record after another of the same edit loses nothing and tells nothing."""
    ann = full()
    ann.write(with_voice(ann, audience=ONLY_WORKER))
    ann.write(replace(ann.plan, matters=(replace(ann.plan.matters[0], sealed=True),)))
    ann.write(replace(ann.plan, strengths=(), title="Later"))
    edits = sent(ann)
    ben = Laptop("ben")
    ben.take(edits)

    assert b"<voices." not in words(edits)
    assert b"<matters." not in words(edits)
    assert ("Later", (), ()) == (ben.plan.title, ben.plan.strengths, ben.plan.matters)
    assert {} == ben.current().unreadable
    assert len(ann.plan.goals) == len(ben.plan.goals) == 1


def test_sealed_words_that_become_the_workers_own_stay_too():
    """A sealed voice that is for the worker alone now is in no sealed parcel; other sealed words still are."""
    ann = full()
    ann.write(with_voice(ann, sealed=True))
    ann.write(with_voice(ann, audience=ONLY_WORKER))
    edits = sent(ann, sealed=True)
    lead = Laptop("lead")
    lead.take(edits)

    assert b"<voices." not in words(edits)
    assert ann.plan.safety_between == lead.plan.safety_between
    assert ann.plan.households[0].address == lead.plan.households[0].address


def test_take_outs_and_sets_of_a_withheld_edit_hold_for_those_who_join_later():
    """What was taken out, put back, taken off and moved in an edit that is withheld now is so for newcomers too."""
    ann = Laptop("ann")
    ann.begin(replace(small_plan(), strengths=(m.Strength(id="x1", text=()), m.Strength(id="x2", text=()))))
    plan = ann.plan
    one, two = plan.steps
    ann.write(
        replace(plan, steps=(replace(one, who=frozenset({"p1", "p2"})), two), strengths=plan.strengths[1:])
    )
    secret = m.Matter(id="m1", words=(m.Span(text="<a.secret>"),))
    first = replace(ann.plan.steps[0], who=frozenset({"p2"}))
    ann.write(
        replace(ann.plan, matters=(secret,), steps=(ann.plan.steps[1], first), strengths=plan.strengths[:1])
    )
    ann.write(replace(ann.plan, matters=(replace(secret, audience=ONLY_WORKER),)))
    edits = sent(ann)
    ben = Laptop("ben")
    ben.take(edits)

    assert b"secret" not in words(edits)
    assert _open(without(ann.plan, "matters"), sealed=False) == without(ben.plan)
    assert [("s2", frozenset()), ("s1", frozenset({"p2"}))] == [
        (step.id, step.who) for step in ben.plan.steps
    ]
    assert ["x1"] == [strength.id for strength in ben.plan.strengths]
    ben.write(replace(ben.plan, strengths=()))
    ann.take(ben.edits.values())

    assert () == ann.plan.strengths


def test_a_newcomer_is_told_what_the_record_is_and_not_that_it_was_said_again():
    """History tells somebody who was not given the first edit of each record once."""
    ann = full()
    ann.write(with_voice(ann, audience=ONLY_WORKER))
    told = [entry.sentence for entry in history.entries(sent(ann))]

    assert ["A change that is not shared with this laptop"] * 2 == told[:2]
    assert told[2].startswith("Added ")
    assert 3 == len(told)
    assert not any("/voices/" in one.where for entry in history.entries(sent(ann)) for one in entry.changes)


@given(laptops(at_most=2), st.data())
def test_a_parcel_never_changes_the_chain(team, data):
    """Whatever is held back, each edit keeps its link and is whole."""
    laptop = data.draw(st.sampled_from(team))
    for edit, less in zip(laptop.edits.values(), sent(laptop), strict=True):
        assert edit.link == less.link
        assert less.is_whole


@given(laptops(), st.booleans())
def test_whoever_joins_later_reads_what_may_travel_and_nothing_else(team, sealed):
    """After any history a newcomer reads every record that may travel today, in order, and no other."""
    together(*team)
    ann = team[0]
    lead = Laptop("lead")
    lead.take(sent(ann, sealed))
    private = travel.private_places(ann.current())
    may = {Part.GENERAL, Part.SEALED} if sealed else {Part.GENERAL}
    for name in ("people", "households", "goals", "steps", "shares"):
        open_ones = [
            one for one in getattr(ann.plan, name) if private.get(Place(name, one.id), Part.GENERAL) in may
        ]
        expected = _open(replace(m.Plan(id="x", code="K7QM-3TXH"), **{name: tuple(open_ones)}), sealed)

        assert getattr(without(expected), name) == getattr(without(lead.plan), name)
    assert ann.plan.title == lead.plan.title


def test_the_part_that_stays_never_travels_and_unknown_parts_travel_sealed():
    """Own parts are in no parcel; a kind of part that this program does not know goes to the sealed right only."""
    (edit,) = full().edits.values()
    further = Box(9, commitment(bytes(32), b"later"), bytes(32), b"later")
    parcel = travel.parcel(Edit(edit.header_bytes, (*edit.boxes, further)), {})

    assert {int(Part.GENERAL)} == {box.kind for box in parcel.general.boxes if box.is_open}
    assert {int(Part.SEALED), 9} == {box.kind for box in parcel.sealed}


def test_a_forged_saying_again_changes_nothing_for_those_who_have_the_words():
    """Whoever claims that somebody said something else is believed by nobody who has the edit itself."""
    ann = full()
    ann.write(with_voice(ann, audience=ONLY_WORKER))
    last = ann.make_ready_to_send()
    forged = Edit(
        last.header_bytes,
        tuple(
            replace(box, body=box.body.replace(b"<goals.text>", b"<eve's.text>"))
            for box in last.boxes
            if box.body is not None
        ),
    )
    first, *_ = ann.edits.values()

    assert "<goals.text>" == m.text_of(merge.fold([first, forged]).plan.goals[0].text)
    assert "<eve's.text>" == m.text_of(merge.fold([sent(ann)[0], forged]).plan.goals[0].text)
