from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk import resources
from fsdesk.errors import Refused
from fsdesk.plans import document, fields
from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans.audience import Edition, hold_or_edition
from fsdesk.plans.audience.guard import WouldGiveAway
from fsdesk.plans.audience.words import texts as words_of
from fsdesk.plans.model.base import Print
from fsdesk.plans.sheet import sheet_of, texts, version_of
from tests.plans.any_plan import any_plan
from tests.plans.planted import NOWHERE, PLANTED, planted_plan

SAMPLES = ("F1", "F2", "F3", "F4", "F5", "F6")
OPEN = dict.fromkeys(("PG-2", "PG-3", "PG-5", "PG-6"), "Dan")


def everything_shown(plan: m.Plan, reader: str, **more) -> str | None:
    """Return every word on the reader's page; None when a gate holds it."""
    found = hold_or_edition(plan, reader, today=ex.TODAY, confirmed=OPEN, **more)
    if not isinstance(found, Edition):
        return None
    with contextlib.suppress(WouldGiveAway):
        return "\n".join(texts(sheet_of(found, letter="B", version=version_of(found))))
    return None


def test_no_field_that_prints_nowhere_is_on_a_page():
    """Every field of every record filled with words of its own: those of letter N are nowhere, those of A may be."""
    plan, letters = planted_plan()
    found = set(re.findall(PLANTED, everything_shown(plan, "the-people") or ""))

    assert found
    assert set() == {word for word in found if letters[word] in NOWHERE}


def private_plants(plan: m.Plan) -> Iterator[tuple[str, m.Plan]]:
    """Yield the plan once per private thing planted into it, with the words that may be on no page."""
    child = next((one.id for one in plan.people if one.role is m.Role.CHILD), plan.people[0].id)
    worker = m.Audience(to=m.Reach.MY_WORKER)
    said = "Zaq fears the quiet violet hour."
    voice = ex.a_voice(child, said, id="planted", audience=worker)
    yield said, msgspec.structs.replace(plan, voices=(*plan.voices, voice))
    worry = ex.a_serious_worry(said, id="planted", about=())
    yield said, msgspec.structs.replace(plan, worries=(*plan.worries, worry))
    for collection in ("goals", "steps", "strengths", "matters", "team", "network", "shares", "feedback"):
        held = getattr(plan, collection)
        if held:
            spoilt = msgspec.structs.replace(_spoken(held[0], said), sealed=True)
            yield said, msgspec.structs.replace(plan, **{collection: (spoilt, *held[1:])})


def _spoken(record: m.Record, said: str) -> m.Record:
    """Return the record with these words in every text it has."""
    made = {}
    for one in msgspec.structs.fields(type(record)):
        value = getattr(record, one.name)
        if one.name in ("id", "made_by", "device") or fields.facts_of(type(record))[one.name].refers:
            continue
        if isinstance(value, str) and not isinstance(value, m.Area) and type(value) is str:
            made[one.name] = said
        elif isinstance(value, tuple) and value and isinstance(value[0], m.Span):
            made[one.name] = ex.words(said)
    return msgspec.structs.replace(record, **made)


@pytest.mark.parametrize("sample", SAMPLES)
def test_no_private_or_sealed_words_are_on_any_readers_page(sample):
    """Planted into each family as private words, a serious worry or a sealed record: no page has them."""
    plan = document.read(resources.read_bytes("samples", f"{sample}.json"))
    for said, spoilt in private_plants(plan):
        for person in plan.people:
            shown = everything_shown(spoilt, person.id) or ""
            assert said not in shown


@pytest.mark.parametrize("sample", SAMPLES)
def test_no_sealed_field_of_a_family_is_on_any_page(sample):
    """Addresses, safe contacts, reasons, serious worries and every never-print text of the families stay off paper."""
    plan = document.read(resources.read_bytes("samples", f"{sample}.json"))
    free = "\n".join(_free(plan))
    never = {text for text in _never(plan) if len(text) > 4 and text not in free}
    for person in plan.people:
        shown = everything_shown(plan, person.id) or ""
        assert set() == {text for text in never if text in shown}


def _free(plan: m.Plan) -> Iterator[str]:
    """Yield what may be printed for somebody: the same words can stand in a field that may not."""
    for collection in fields.collections():
        for record in getattr(plan, collection):
            for name, facts in fields.of(collection).items():
                if facts.print is not Print.NEVER and not record.sealed:
                    yield from words_of(getattr(record, name))


def _never(plan: m.Plan) -> Iterator[str]:
    """Yield what the model says prints nowhere, and what stands in sealed records and serious worries."""
    for collection in fields.collections():
        for record in getattr(plan, collection):
            whole = record.sealed or getattr(record, "level", None) is m.WorryLevel.SERIOUS
            for name, facts in fields.of(collection).items():
                if whole or facts.print is Print.NEVER:
                    yield from words_of(getattr(record, name))


@given(st.sampled_from(SAMPLES), st.data())
def test_a_token_planted_into_any_text_is_on_no_page(sample, data):
    """Whichever text of a family names a hidden place, no confirmation prints it."""
    plan = document.read(resources.read_bytes("samples", f"{sample}.json"))
    collection = data.draw(st.sampled_from([name for name in fields.collections() if getattr(plan, name)]))
    held = getattr(plan, collection)
    at = data.draw(st.integers(0, len(held) - 1))
    spoilt = (*held[:at], _spoken(held[at], "It is beside Quorrender Hall."), *held[at + 1 :])
    hidden = ex.a_record(m.SafetyBetween, id="planted", from_name="Nobody here", tokens={"Quorrender Hall"})
    planted = msgspec.structs.replace(plan, **{collection: spoilt})
    planted = msgspec.structs.replace(planted, safety_between=(*planted.safety_between, hidden))
    reader = data.draw(st.sampled_from([one.id for one in plan.people]))

    assert "quorrender" not in (everything_shown(planted, reader) or "").lower()


@given(any_plan(), st.data())
def test_any_plan_is_held_refused_or_shown(plan, data):
    """Whatever a plan holds, its page is made, held with gates named, or refused in a sentence."""
    reader = data.draw(st.sampled_from([one.id for one in plan.people] or ["nobody"]))
    with contextlib.suppress(Refused):
        found = hold_or_edition(plan, reader, today=ex.TODAY)
        if isinstance(found, Edition):
            assert sheet_of(found, letter="B", version=1).sections
        else:
            assert all(one.gate in one.reason for one in found)
