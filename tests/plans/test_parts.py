"""Which part of an edit words stand in: what is private is in no part that travels further than it may."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans import changes, fields, merge, parts
from fsdesk.plans import model as m
from fsdesk.plans.edits import Added, Edit, Intent, Part, TookBack, TookOut, Wrote, changes_of
from fsdesk.plans.fold import Place
from fsdesk.plans.model.base import Sync
from tests.plans.any_plan import whole_plan
from tests.plans.laptops import Laptop

replace = msgspec.structs.replace
AUDIENCES = st.sampled_from([m.EVERYONE, m.Audience(to=m.Reach.MY_PAGE), m.Audience(to=m.Reach.MY_WORKER)])
ONLY_WORKER = m.Audience(to=m.Reach.MY_WORKER)
FURTHEST = {Sync.TEAM: Part.GENERAL, Sync.SEALED: Part.SEALED, Sync.COUNTED: Part.OWN, Sync.STAYS: Part.OWN}


PLANTED = whole_plan(lambda collection, field: f"<{collection}.{field}>")


@st.composite
def planted(draw: st.DrawFn) -> m.Plan:
    """A plan with a word of its own in every field, and any audience, seal and level on its records."""
    made = {}
    for name in fields.collections():
        (one,) = getattr(PLANTED, name)
        one = replace(one, audience=draw(AUDIENCES), sealed=draw(st.integers(0, 3)) == 0)
        made[name] = (replace(one, level=draw(st.sampled_from(m.WorryLevel))) if name == "worries" else one,)
    return replace(PLANTED, **made)


def allowed(plan: m.Plan, collection: str, field: str) -> Part:
    """The part that a field's words may stand in, by the letters of practice and what the record says itself."""
    letter = FURTHEST[fields.of(collection)[field].sync]
    if collection == fields.PLAN:
        return letter
    (record,) = getattr(plan, collection)
    whole = {
        FURTHEST[facts.sync]
        for name, facts in fields.of(collection).items()
        if name not in m.Record.__struct_fields__
    }
    serious = collection == "worries" and record.level is m.WorryLevel.SERIOUS
    own = (
        Part.OWN
        if record.audience == ONLY_WORKER
        else Part.SEALED
        if record.sealed or serious
        else Part.GENERAL
    )
    return max(letter, own, min(whole))


def words_in(edit: Edit, part: Part) -> set[tuple[str, str]]:
    """The planted words that stand in the bytes of one part."""
    body = b"".join(box.body or b"" for box in edit.boxes if box.kind == part).decode(errors="replace")
    found = [one.split(">")[0].partition(".") for one in body.split("<")[1:]]
    return {(collection, field) for collection, _, field in found}


def began(plan: m.Plan) -> Laptop:
    """Ann's laptop with a plan."""
    ann = Laptop("ann")
    ann.begin(plan)
    return ann


@given(planted())
def test_private_words_stand_in_no_part_that_travels_too_far(plan):
    """In the edit that begins a plan each planted word stands in the very part that it may travel in."""
    ann = began(plan)
    (edit,) = ann.edits.values()
    everything = set()
    for part in Part:
        found = words_in(edit, part)
        everything |= found
        following = {"easy_lines", "media", "answers", "comments"}

        assert {one for one in found if allowed(plan, *one) > part} == set()
        assert {one for one in found if allowed(plan, *one) < part and one[0] not in following} == set()
    assert ("voices", "words") in everything
    assert {("scratch", "text"), ("reflections", "text"), ("gaps", "wanted")} <= words_in(edit, Part.OWN)
    assert plan == ann.plan


@given(planted())
def test_what_others_receive_reads_as_a_plan_without_what_is_private(plan):
    """Whoever lacks the parts that stay reads a plan, the records that may travel whole, and nothing put aside."""
    (edit,) = began(plan).edits.values()
    for withheld in ([Part.OWN], [Part.SEALED, Part.OWN]):
        current = merge.fold([edit.without(withheld)])
        here = {name for name in fields.collections() if getattr(current.plan, name)}
        travels = {Part.GENERAL, Part.SEALED} - set(withheld)
        may = {name for name in fields.collections() if allowed(plan, name, "audience") in travels}

        assert {} == current.unreadable
        assert here <= may
        assert may - here <= {"easy_lines", "media", "answers", "comments"}


@pytest.mark.parametrize(
    ("over", "part"),
    [
        ({"audience": ONLY_WORKER}, Part.OWN),
        ({"sealed": True}, Part.SEALED),
        ({"sealed": True, "audience": ONLY_WORKER}, Part.OWN),
        ({"audience": m.Audience(to=m.Reach.MY_PAGE)}, Part.GENERAL),
    ],
)
def test_what_is_made_of_private_words_goes_no_further(over, part):
    """An easy line, a judgement, a comment and a drawing travel as far as the words they belong to."""
    drawing = m.Media(id="pic", hash="9f" * 32, caption="A bus")
    voice = m.Voice(id="v1", person="p", words=(m.Span(text="I like it"),), media=frozenset({"pic"}), **over)
    plan = m.Plan(
        id="plan",
        code="K7QM-3TXH",
        people=(m.Person(id="p", name="Ewan", role=m.Role.CHILD),),
        voices=(voice,),
        easy_lines=(m.EasyLine(id="e1", of="v1", text="They like it"),),
        answers=(m.Answer(id="a1", rule="R-04", where="voices/v1", message="They said it"),),
        comments=(m.Comment(id="c1", where="/voices/v1", text=(m.Span(text="Well heard"),)),),
        media=(drawing,),
    )
    (edit,) = began(plan).edits.values()
    found = {one.collection: other for other in Part for one in changes_of(edit, [other])}

    assert (
        dict.fromkeys(["voices", "easy_lines", "answers", "comments", "media"], part).items() <= found.items()
    )


def test_a_drawing_that_somebody_shows_openly_is_no_secret():
    """A picture of a private voice that another record shows to everyone travels with that record."""
    voices = tuple(
        m.Voice(id=name, person="p", media=frozenset({"pic"}), audience=audience)
        for name, audience in (("v1", ONLY_WORKER), ("v2", m.EVERYONE))
    )
    plan = m.Plan(
        id="plan",
        code="K7QM-3TXH",
        people=(m.Person(id="p", name="Ewan", role=m.Role.CHILD),),
        voices=voices,
        media=(m.Media(id="pic", hash="9f" * 32),),
    )
    (edit,) = began(plan).edits.values()

    assert "media" in {one.collection for one in changes_of(edit, [Part.GENERAL])}


def a_voice(**over: object) -> m.Plan:
    """A plan with one voice in it and one goal."""
    said = m.Voice(id="v1", person="p", words=(m.Span(text="I like the dog"),), **over)
    goal = m.Goal(id="g1", text=(m.Span(text="See the dog"),))
    person = m.Person(id="p", name="Ewan", role=m.Role.CHILD)
    return m.Plan(id="plan", code="K7QM-3TXH", people=(person,), voices=(said,), goals=(goal,))


def kinds_of(edit: Edit | None, part: Part) -> set[tuple[type, str]]:
    """What kinds of changes about which records stand in a part."""
    assert edit is not None
    return {(type(change), change.record) for change in changes_of(edit, [part])}


def test_whoever_has_a_record_learns_that_it_is_private_now():
    """That a voice is for the worker alone from now on is told as far as the voice was; its new words are not."""
    ann = began(a_voice())
    (voice,) = ann.plan.voices
    edit = ann.write(
        replace(ann.plan, voices=(replace(voice, audience=ONLY_WORKER, words=(m.Span(text="<new.words>"),)),))
    )

    assert (Wrote, "v1") in kinds_of(edit, Part.GENERAL)
    assert {("new", "words")} == words_in(edit, Part.OWN)
    assert set() == words_in(edit, Part.GENERAL) | words_in(edit, Part.SEALED)
    assert {"audience"} == {one.field for one in changes_of(edit, [Part.GENERAL]) if isinstance(one, Wrote)}


def test_a_worry_that_becomes_serious_is_serious_for_whoever_has_it():
    """Everybody who has an ordinary worry learns that it is serious; what is written then is sealed."""
    plan = replace(a_voice(), worries=(m.Worry(id="w1", text=(m.Span(text="Late again"),)),))
    ann = began(plan)
    serious = replace(plan.worries[0], level=m.WorryLevel.SERIOUS, fear=(m.Span(text="<a.fear>"),))
    edit = ann.write(replace(ann.plan, worries=(serious,)))

    assert {"level"} == {one.field for one in changes_of(edit, [Part.GENERAL]) if isinstance(one, Wrote)}
    assert {("a", "fear")} == words_in(edit, Part.SEALED)
    assert set() == words_in(edit, Part.GENERAL)


@pytest.mark.parametrize("over", [{"audience": ONLY_WORKER}, {"sealed": True}])
def test_a_record_that_was_always_private_is_named_in_no_wider_part(over):
    """Taking a private record out, back, or changing it tells nobody that it was ever there."""
    ann = began(a_voice(**over))
    voice = replace(ann.plan.voices[0], place="Home")
    ann.write(replace(ann.plan, voices=(voice,)))
    ann.write(replace(ann.plan, voices=()))
    ann.act(changes.put_back(Place("voices", "v1")), intent=Intent.PUT_BACK)
    ann.act(changes.take_back(Place("voices", "v1")), intent=Intent.TOOK_BACK_WORDS)

    assert all(
        one.collection != "voices" for edit in ann.edits.values() for one in changes_of(edit, [Part.GENERAL])
    )


@pytest.mark.parametrize(("act", "kind"), [("out", TookOut), ("back", TookBack)])
def test_that_a_record_is_gone_is_told_as_far_as_it_was(act, kind):
    """A voice that was open before it became private is taken out, or back, for everybody who has it."""
    ann = began(a_voice())
    ann.write(replace(ann.plan, voices=(replace(ann.plan.voices[0], audience=ONLY_WORKER),)))
    if act == "out":
        edit = ann.write(replace(ann.plan, voices=()))
    else:
        edit = ann.act(changes.take_back(Place("voices", "v1")), intent=Intent.TOOK_BACK_WORDS)

    assert (kind, "v1") in kinds_of(edit, Part.GENERAL)


@pytest.mark.parametrize("over", [{"audience": ONLY_WORKER}, {"sealed": True}])
@pytest.mark.parametrize("how", ["write", "settle"])
def test_a_record_that_is_opened_arrives_whole(over, how):
    """A voice that is shared after all reaches those who never had it, with all its words and places."""
    ann, ben = began(a_voice(answered_by=frozenset({"g1"}), **over)), Laptop("ben")
    (voice,) = ann.plan.voices
    if how == "write":
        ann.write(replace(ann.plan, voices=(replace(voice, audience=m.EVERYONE, sealed=False),)))
    else:
        values = {"audience": {}, "sealed": False}
        ann.act(
            *(changes.settle(ann.current(), Place("voices", "v1"), name, [values[name]]) for name in over),
            intent=Intent.SETTLED,
        )
    ben.take(edit.without([Part.SEALED, Part.OWN]) for edit in ann.edits.values())

    assert ann.plan == ben.plan
    assert (m.EVERYONE, False) == (ben.plan.voices[0].audience, ben.plan.voices[0].sealed)
    assert {} == ben.current().unreadable


def test_splitting_by_hand():
    """A record's values decide its part, a field's letter may narrow it, and nothing is lost by sorting."""
    added = Added("people", "p1", {"name": "Ailsa", "role": "child", "legal_status": "an order"}, "V")
    made = parts.split([added], lambda *_: {})

    assert [Part.GENERAL, Part.SEALED] == [part for part, _ in made]
    assert Added("people", "p1", {"legal_status": "an order"}, "V") == made[1][1][0]
    assert [(Part.OWN, (added,))] == parts.split([added], lambda *_: {"audience": {"to": "my_worker"}})
    assert Part.GENERAL is parts.field_part("people", "zebra", {})
