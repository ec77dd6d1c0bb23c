"""Merging: the union of edits, whatever their order, with nothing lost and no clock deciding."""

from __future__ import annotations

import itertools

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans import changes, document, merge
from fsdesk.plans import model as m
from fsdesk.plans.chain import Fork
from fsdesk.plans.edits import Edit, Intent, Part, key_of
from fsdesk.plans.fold import Place
from tests.plans.histories import laptops, small_plan, wanted
from tests.plans.laptops import Laptop, together

replace = msgspec.structs.replace


def two_laptops() -> tuple[Laptop, Laptop]:
    """Ann began a plan and Ben has it too."""
    ann, ben = Laptop("ann"), Laptop("ben")
    ben.take([ann.begin(small_plan())])
    return ann, ben


def step(plan: m.Plan, id_: str = "s1") -> m.Step:
    """One step of a plan."""
    return next(one for one in plan.steps if one.id == id_)


def with_step(plan: m.Plan, **over: object) -> m.Plan:
    """The plan with its first step changed."""
    return replace(plan, steps=tuple(replace(one, **over) if one.id == "s1" else one for one in plan.steps))


def words(text: str) -> m.Spans:
    """A worker's words."""
    return (m.Span(text=text),)


@given(laptops(), st.randoms(use_true_random=False))
def test_the_order_of_edits_makes_no_difference(team, random):
    """The same edits fold into the same plan and the same differing versions in any order."""
    together(*team)
    edits = list(team[0].edits.values())
    shuffled = list(edits)
    random.shuffle(shuffled)

    assert merge.fold(edits)[:4] == merge.fold(shuffled)[:4]


@given(laptops())
def test_union_commutes_associates_and_is_idempotent(team):
    """Merging is a union: either side first, in any grouping, as often as wished."""
    sides = [laptop.edits for laptop in team]
    for one, two in itertools.permutations(sides, 2):
        assert merge.union(one, two) == merge.union(two, one)
        assert merge.union(merge.union(one, two), two) == merge.union(one, two)
    first, *rest = sides
    last = rest[-1]

    assert merge.union(merge.union(first, rest[0]), last) == merge.union(first, merge.union(rest[0], last))


@given(laptops())
def test_laptops_that_swap_everything_end_the_same(team):
    """Two workers who swap packages end with the same plan, byte for byte, and the same open questions."""
    together(*team)
    written = {document.write(laptop.plan) for laptop in team}

    assert len(written) == 1
    assert all(laptop.current().differing == team[0].current().differing for laptop in team)


@given(laptops(), st.data())
def test_a_value_that_nobody_saw_is_never_lost(team, data):
    """What somebody wrote stands in the plan or among its versions until somebody who saw it replaces it."""
    together(*team)
    own = {}
    for laptop in team:
        made = laptop.write(data.draw(wanted(laptop.plan)))
        own |= {} if made is None else {key_of(made): dict(_standing(laptop))}
    together(*team)
    after = dict(_standing(team[0]))
    for written, places in own.items():
        for place, values in places.items():
            just_written = {value for key, value in values if key == written}

            assert just_written <= {value for _, value in after[place]}


def _standing(laptop: Laptop):
    for place, kept in laptop.current().state.records.items():
        for name, held in kept.fields.items():
            yield (place, name), {(key, msgspec.json.encode(value)) for key, value in held.versions()}


@given(laptops())
def test_a_plan_that_was_merged_is_a_document(team):
    """Whatever people did, the merged plan can be written as a document and read again the same."""
    together(*team)
    current = team[0].current()
    taken_out = {place.record for place in current.taken_out}

    assert current.plan == document.read(document.write(current.plan, taken_out=taken_out))


@given(st.data())
def test_writing_makes_the_plan_that_was_wanted(data):
    """After an edit the plan reads as it was wanted, in fields, sets and order."""
    ann = Laptop("ann")
    ann.begin(small_plan())
    for _ in range(3):
        plan = data.draw(wanted(ann.plan))
        ann.write(plan)

        assert _undated(plan) == _undated(ann.plan)


def _undated(plan: m.Plan) -> m.Plan:
    steps = tuple(replace(one, changed_at=None) for one in plan.steps)
    shares = tuple(replace(one, changed_at=None) for one in plan.shares)
    homes = tuple(replace(one, changed_at=None) for one in plan.households)
    return replace(plan, steps=steps, shares=shares, households=homes)


def test_different_fields_merge_without_a_word():
    """Two people who change different fields of one step both keep their change, and nothing differs."""
    ann, ben = two_laptops()
    ann.write(with_step(ann.plan, place="Library"))
    ben.write(with_step(ben.plan, no_rush=True))
    together(ann, ben)

    assert ("Library", True) == (step(ben.plan).place, step(ben.plan).no_rush)
    assert () == ben.current().differing


def test_the_same_field_keeps_both_versions():
    """Two texts that did not see each other both stand, each with who wrote it, on both laptops."""
    ann, ben = two_laptops()
    ann.write(with_step(ann.plan, what=words("Ring the college")))
    ben.write(with_step(ben.plan, what=words("Write to the college")))
    together(ann, ben)
    (differing,) = ann.current().differing

    assert ["Ann", "Ben"] == [version.who for version in differing.versions]
    assert words("Ring the college") == step(ben.plan).what
    assert ann.current().differing == ben.current().differing


def test_the_same_text_twice_is_no_difference():
    """Two people who wrote the very same words have nothing to settle."""
    ann, ben = two_laptops()
    for laptop in (ann, ben):
        laptop.write(with_step(laptop.plan, place="Library"))
    together(ann, ben)

    assert () == ann.current().differing


def test_settling_ends_a_difference_and_undoing_it_opens_it_again():
    """A settlement supersedes both versions; a later edit that carries both opens the question again."""
    ann, ben = two_laptops()
    ann.write(with_step(ann.plan, place="Library"))
    ben.write(with_step(ben.plan, place="School"))
    together(ann, ben)
    (differing,) = ann.current().differing
    ann.act(changes.settle(ann.current(), differing.place, "place", ["School"]), intent=Intent.SETTLED)
    together(ann, ben)

    assert ("School", ()) == (step(ben.plan).place, ben.current().differing)
    ben.act(
        changes.settle(ben.current(), differing.place, "place", ["Library", "School"]), intent=Intent.UNDID
    )
    together(ann, ben)

    assert [differing.id] == [one.id for one in ann.current().differing]


def test_an_unseen_change_keeps_a_record_that_was_taken_out():
    """A take-out supersedes only what it saw: an edit made meanwhile keeps the whole record."""
    ann, ben = two_laptops()
    ann.write(replace(ann.plan, steps=ann.plan.steps[1:]))
    ben.write(with_step(ben.plan, place="Library"))
    together(ann, ben)

    assert "Library" == step(ann.plan).place


def test_a_seen_record_stays_out_and_can_be_put_back():
    """A record taken out is gone for everyone who held nothing newer, and putting it back brings all of it."""
    ann, ben = two_laptops()
    whole = step(ann.plan)
    ann.write(replace(ann.plan, steps=ann.plan.steps[1:]))
    together(ann, ben)
    assert ["s2"] == [one.id for one in ben.plan.steps]
    ben.act(changes.put_back(Place("steps", "s1")), intent=Intent.PUT_BACK)
    together(ann, ben)

    assert whole == replace(step(ann.plan), changed_at=None)


def test_elements_of_a_set_merge_one_by_one():
    """One who adds a person to a step and one who takes another off both have their way."""
    ann, ben = two_laptops()
    ann.write(with_step(ann.plan, who=frozenset({"p1"})))
    together(ann, ben)
    ann.write(with_step(ann.plan, who=frozenset({"p1", "p2"})))
    ben.write(with_step(ben.plan, who=frozenset()))
    together(ann, ben)

    assert frozenset({"p2"}) == step(ann.plan).who


@pytest.mark.parametrize(
    ("ours", "theirs", "read"),
    [
        (m.Audience(to=m.Reach.ALL), m.Audience(to=m.Reach.MY_WORKER), m.Audience(to=m.Reach.MY_WORKER)),
        (m.Audience(to=m.Reach.MY_PAGE), m.Audience(to=m.Reach.NAMED), m.Audience(to=m.Reach.MY_PAGE)),
        (
            m.Audience(to=m.Reach.NAMED, readers=frozenset({"p1"})),
            m.Audience(to=m.Reach.NAMED, readers=frozenset({"p1", "p2"})),
            m.Audience(to=m.Reach.NAMED, readers=frozenset({"p1"})),
        ),
    ],
)
def test_the_narrowest_audience_counts_until_settled(ours, theirs, read):
    """While two audiences differ, nobody reads the record who is left out of either."""
    ann, ben = two_laptops()
    start = m.Audience(to=m.Reach.NAMED, readers=frozenset({"p2"}))
    ann.write(with_step(ann.plan, audience=start))
    together(ann, ben)
    ann.write(with_step(ann.plan, audience=ours))
    ben.write(with_step(ben.plan, audience=theirs))
    together(ann, ben)

    assert read == step(ann.plan).audience
    assert 1 == len(ann.current().differing)


@given(st.permutations(list(m.Consent)))
def test_the_most_protective_consent_counts_until_settled(order):
    """Withdrawn beats not given beats not asked beats given, whoever wrote it first."""
    rank = [m.Consent.GIVEN, m.Consent.NOT_ASKED, m.Consent.NOT_GIVEN, m.Consent.WITHDRAWN]
    start, one, two = order[:3]
    ann, ben = two_laptops()
    ann.write(replace(ann.plan, shares=(replace(ann.plan.shares[0], consent=start),)))
    together(ann, ben)
    ann.write(replace(ann.plan, shares=(replace(ann.plan.shares[0], consent=one),)))
    ben.write(replace(ben.plan, shares=(replace(ben.plan.shares[0], consent=two),)))
    together(ann, ben)

    assert max(one, two, key=rank.index) == ann.plan.shares[0].consent


def test_a_home_is_printed_only_when_every_version_says_so():
    """One person's no to printing an address stands against another's yes until it is settled."""
    ann, ben = two_laptops()
    home = ann.plan.households[0]
    ann.write(replace(ann.plan, households=(replace(home, safe_to_print=True),)))
    together(ann, ben)
    ann.write(replace(ann.plan, households=(replace(home, safe_to_print=False),)))
    ben.write(replace(ben.plan, households=(replace(home, safe_to_print=True, safe_to_post=True),)))
    together(ann, ben)

    assert not ann.plan.households[0].safe_to_print


def test_every_reading_can_be_had():
    """Gates can read the plan in each of its versions."""
    ann, ben = two_laptops()
    ann.write(with_step(ann.plan, place="Library"))
    ben.write(with_step(ben.plan, place="School"))
    together(ann, ben)

    assert {"Library", "School"} == {step(plan).place for plan in merge.readings(ann.current())}


def test_words_taken_back_stay_back():
    """A person's wish to take words back holds even against a change that did not see it."""
    ann, ben = two_laptops()
    said = m.Voice(id="v1", person="p1", words=(m.Span(text="I like the dog", kind=m.SpanKind.QUOTE),))
    ann.write(replace(ann.plan, voices=(said,)))
    together(ann, ben)
    ann.act(changes.take_back(Place("voices", "v1")), intent=Intent.TOOK_BACK_WORDS)
    ben.write(replace(ben.plan, voices=(replace(ben.plan.voices[0], no_answer_needed=True),)))
    together(ann, ben)

    assert () == ben.plan.voices


def test_two_edits_in_one_place_are_a_fork():
    """A laptop that was restored and wrote on under its old name is found out."""
    ann, _ = two_laptops()
    copy = Laptop("ann", dict(ann.edits), ann.seq, ann.previous)
    ann.write(with_step(ann.plan, place="Library"))
    copy.write(with_step(copy.plan, place="School"))
    with pytest.raises(Fork):
        merge.union(ann.edits, copy.edits)


def test_a_record_of_which_only_part_came_is_put_aside():
    """Changes to a record that was never received are kept and named, and the plan reads without it."""
    ann, ben = two_laptops()
    ann.write(replace(ann.plan, steps=(*ann.plan.steps, m.Step(id="s3", what=words("Ring")))))
    last = ann.write(
        replace(ann.plan, steps=(*ann.plan.steps[:2], replace(step(ann.plan, "s3"), place="Hall")))
    )
    ben.take([last])

    assert ["steps/s3"] == list(ben.current().unreadable)
    assert ["s1", "s2"] == [one.id for one in ben.plan.steps]


def test_of_two_copies_of_a_part_the_true_one_is_kept():
    """A part that is not what its maker committed to gives way, on whichever side it came; alone it stands for none."""
    ann, _ = two_laptops()
    ((key, whole),) = ann.edits.items()
    false = Edit(whole.header_bytes, tuple(replace(box, body=b"\x90") for box in whole.boxes))
    other = Edit(whole.header_bytes, tuple(replace(box, body=b"\x91") for box in whole.boxes))
    bare = whole.without(tuple(Part))

    assert {key: whole} == merge.union({key: whole}, {key: false}) == merge.union({key: false}, {key: whole})
    assert {key: whole} == merge.union({key: bare}, {key: whole}) == merge.by_key([false, bare, whole])
    assert {key: bare} == merge.union({key: false}, {key: other}) == merge.union({key: bare}, {key: false})


def test_hidden_words_of_two_people_are_all_hidden():
    """What two workers say must stay hidden is hidden, both what one added and what the other added meanwhile."""
    ann, ben = two_laptops()
    hidden = m.SafetyBetween(id="x", from_whom=frozenset({"p2"}), tokens=frozenset({"Rossmuir"}))
    ann.write(replace(ann.plan, safety_between=(hidden,)))
    together(ann, ben)
    for laptop, token in ((ann, "Skelbeg"), (ben, "0141 496 0123")):
        (kept,) = laptop.plan.safety_between
        laptop.write(replace(laptop.plan, safety_between=(replace(kept, tokens=kept.tokens | {token}),)))
    together(ann, ben)

    assert frozenset({"Rossmuir", "Skelbeg", "0141 496 0123"}) == ben.plan.safety_between[0].tokens
