from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.errors import Refused
from fsdesk.plans import examples as ex
from fsdesk.plans import fields, samples, synthetic
from fsdesk.plans import model as m
from fsdesk.plans.audience import Edition, hold_or_edition
from fsdesk.plans.audience.words import texts as words_of
from fsdesk.plans.model.base import Print
from fsdesk.plans.model.people import PrintFormat
from fsdesk.plans.sheet import sheet_of, texts, version_of
from tests.plans.any_plan import any_plan
from tests.plans.documents.making import OPEN

SAMPLES = tuple(samples.CODES)
FAMILIES = {name: samples.load(name) for name in SAMPLES}


def everything(plan: m.Plan, reader: str, **more: object) -> str:
    """Return every word of every document that this reader can have; holds that can be confirmed are."""
    return "\n".join(text for format in PrintFormat for text in words(plan, reader, format, **more))


def words(plan: m.Plan, reader: str, format: PrintFormat, **more: object) -> Iterator[str]:
    """Yield every word of one document; nothing when it is held or refused."""
    day = plan.sample_today or ex.TODAY
    with contextlib.suppress(Refused):
        found = hold_or_edition(plan, reader, format=format, today=day, confirmed=OPEN, by_lead=True, **more)
        if isinstance(found, Edition):
            yield from texts(sheet_of(found, letter="B", version=version_of(found)))


def with_private_things(plan: m.Plan) -> tuple[m.Plan, dict[str, str]]:
    """Return the plan with private things planted for everybody in it, and whose each planted word is."""
    whose: dict[str, str] = {}

    def say(owner: str) -> str:
        word = f"zq{len(whose):04}x"
        whose[word] = owner
        return f"{word} wv{len(whose):04}y"

    voices, stories = list(plan.voices), list(plan.tell_once)
    for at, one in enumerate(plan.people):
        for reach, owner in ((m.Reach.MY_WORKER, ""), (m.Reach.MY_PAGE, one.id)):
            kept = m.Audience(to=reach)
            voices.append(ex.a_voice(one.id, say(owner), id=f"planted-{at}-{reach}", audience=kept))
        story = {"person": one.id, "lines": say(one.id), "approved_by": one.id}
        stories.append(ex.a_record(m.TellOnce, id=f"planted-{at}", **story))
    worry = ex.a_serious_worry(say(""), id="planted", about=())
    note = ex.a_record(m.ScratchNote, id="planted", text=say(""))
    planted = msgspec.structs.replace(
        plan,
        voices=tuple(voices),
        tell_once=tuple(stories),
        worries=(*plan.worries, worry),
        scratch=(*plan.scratch, note),
    )
    return planted, whose


@pytest.mark.parametrize("name", SAMPLES)
def test_what_somebody_kept_private_is_in_nobody_elses_document(name):
    """Words for the worker, a story told once, words for the own page, a serious worry, a scratch note."""
    planted, whose = with_private_things(FAMILIES[name])
    for person in planted.people:
        found = set(re.findall(r"zq\d{4}x", everything(planted, person.id)))
        assert set() == {word for word in found if whose[word] != person.id}


def test_what_somebody_kept_for_their_own_page_is_on_it():
    """The look above is no empty one."""
    planted, whose = with_private_things(FAMILIES["F1"])
    found = set(re.findall(r"zq\d{4}x", everything(planted, "ify")))

    assert {word for word, owner in whose.items() if owner == "ify"} & found


@pytest.mark.parametrize("name", SAMPLES)
def test_no_field_that_prints_nowhere_is_in_any_document(name):
    """A word planted into every never-printed text of every record of a family is found in none."""
    plan, planted = FAMILIES[name], "zqneverx"
    spoilt = msgspec.structs.replace(
        plan,
        family_name=planted,
        neighbourhood=planted,
        **{
            collection: tuple(_spoilt(collection, one, planted) for one in getattr(plan, collection))
            for collection in fields.collections()
        },
    )
    for person in plan.people:
        assert planted not in everything(spoilt, person.id)


def _spoilt(collection: str, record: m.Record, planted: str) -> m.Record:
    """Return a record with a word in every text of letter N, or in all of them when it is sealed or serious."""
    whole = record.sealed or getattr(record, "level", None) is m.WorryLevel.SERIOUS
    made = {}
    for name, facts in fields.of(collection).items():
        value = getattr(record, name)
        if facts.refers or name in ("id", "hash", "mime", "base64", "letter") or (facts.print is Print.CHILD):
            continue
        if facts.print is Print.NEVER or whole:
            if type(value) is str:
                made[name] = planted
            elif isinstance(value, tuple) and value and isinstance(value[0], m.Span):
                made[name] = ex.words(planted)
    return msgspec.structs.replace(record, **made)


@given(st.sampled_from(SAMPLES), st.sampled_from(list(PrintFormat)), st.data())
def test_a_hidden_place_in_any_text_is_in_no_document(name, format, data):
    """Whichever text of a family names it, whatever the document, no confirmation prints it."""
    plan = FAMILIES[name]
    collection = data.draw(st.sampled_from([one for one in fields.collections() if getattr(plan, one)]))
    held = getattr(plan, collection)
    at = data.draw(st.integers(0, len(held) - 1))
    spoilt = (*held[:at], _named(held[at], "It is beside Quorrender Hall."), *held[at + 1 :])
    hidden = ex.a_record(m.SafetyBetween, id="planted", from_name="Nobody here", tokens={"Quorrender Hall"})
    planted = msgspec.structs.replace(plan, **{collection: spoilt})
    planted = msgspec.structs.replace(planted, safety_between=(*planted.safety_between, hidden))
    reader = data.draw(st.sampled_from([one.id for one in plan.people]))

    assert "quorrender" not in " ".join(words(planted, reader, format)).lower()


def _named(record: m.Record, said: str) -> m.Record:
    made = {}
    for one in msgspec.structs.fields(type(record)):
        value = getattr(record, one.name)
        if one.name in ("id", "made_by", "device") or fields.facts_of(type(record))[one.name].refers:
            continue
        if type(value) is str:
            made[one.name] = said
        elif isinstance(value, tuple) and value and isinstance(value[0], m.Span):
            made[one.name] = ex.words(said)
    return msgspec.structs.replace(record, **made)


@given(any_plan(), st.sampled_from(list(PrintFormat)), st.data())
def test_any_plan_is_held_refused_or_shown_in_every_document(plan, format, data):
    """Whatever a plan holds, no document of it stops with anything but a sentence."""
    reader = data.draw(st.sampled_from([one.id for one in plan.people] or ["nobody"]))

    assert all(isinstance(text, str) for text in words(plan, reader, format))


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("format", PrintFormat)
def test_omissions_leave_no_trace(name, format):
    """A record for the worker alone changes nothing: the same words, numbers and order as without it."""
    plan = FAMILIES[name]
    private = {"audience": m.Audience(to=m.Reach.MY_WORKER)}
    goal = ex.a_goal("Zaq leaves.", id="planted-goal", **private)
    asked = ex.a_record(
        m.Feedback, id="planted-asked", text="Zaq.", state=m.FeedbackState.COULD_NOT, **private
    )
    step = ex.a_step("Zaq packs.", (), id="planted-step", goal="planted-goal", offer=True, **private)
    line = ex.a_record(m.EasyLine, id="planted-line", of="planted-goal", text="Zaq.")
    more = msgspec.structs.replace(
        plan,
        goals=(goal, *plan.goals),
        feedback=(asked, *plan.feedback),
        steps=(step, *plan.steps),
        easy_lines=(line, *plan.easy_lines),
    )
    for person in plan.people:
        assert list(words(plan, person.id, format)) == list(words(more, person.id, format))


def test_every_document_of_seeded_families_is_made_held_or_refused():
    """For every reader of ten families, every document ends in words or in a sentence."""
    made = 0
    for number in range(10):
        plan = synthetic.family(number, 2026)
        for person in plan.people:
            for format in PrintFormat:
                made += bool(list(words(plan, person.id, format)))

    assert made > 60


def test_the_planted_word_would_be_found():
    """The look is no empty one: what everybody may read is in the documents."""
    plan = FAMILIES["F1"]

    assert re.search("Tea together", everything(plan, "adaeze"))
    assert [text for text in words_of(plan.goals[0]) if text in everything(plan, "adaeze")]
