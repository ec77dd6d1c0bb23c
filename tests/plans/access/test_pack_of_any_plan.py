"""Packs of plans of every shape: made or refused in words, and never with what is nobody's to have on paper."""

from __future__ import annotations

import re

from hypothesis import given

from fsdesk.errors import Refused
from fsdesk.plans import examples as ex
from fsdesk.plans import fields
from fsdesk.plans import model as m
from fsdesk.plans.access import Pack, pack_of
from fsdesk.plans.access.sheet import sheet_of
from fsdesk.plans.access.wire import as_json
from fsdesk.plans.audience.look import records
from tests.plans.any_plan import any_plan
from tests.plans.planted import PLANTED, planted_plan

OURS = ("answers", "brought", "comments", "reflections", "scratch")


def packs(plan: m.Plan) -> list[Pack]:
    """The pack of everybody who can have one."""
    made = []
    for person in plan.people:
        try:
            made.append(pack_of(plan, person.id, today=ex.TODAY))
        except Refused:
            continue
    return made


def test_of_a_plan_with_a_word_in_every_field_no_sealed_field_is_given():
    """Fields that travel sealed and print nowhere, sealed lists, and workers' own notes are in no pack."""
    plan, _ = planted_plan()
    (pack,) = packs(plan)
    given_words = set(re.findall(PLANTED, as_json(pack, {}).decode()))

    hidden = {
        word
        for collection, record in records(plan)
        for field, facts in fields.of(collection).items()
        if collection in OURS
        or (facts.sync in (m.Sync.SEALED, m.Sync.STAYS) and facts.print is m.Print.NEVER)
        for word in re.findall(PLANTED, repr(getattr(record, field)))
    }
    assert len(hidden) > 20
    assert len(given_words) > 100
    assert set() == given_words & hidden


@given(any_plan())
def test_every_pack_is_made_or_refused_in_words_and_gives_nothing_sealed_or_serious(plan):
    """Whatever a plan holds, in whatever order; and what was given and left out is all there was."""
    sealed = {one.id for _, one in records(plan) if one.sealed}
    serious = {one.id for one in plan.worries if one.level is m.WorryLevel.SERIOUS}
    private = {one.id for _, one in records(plan) if one.audience.to is m.Reach.MY_WORKER}
    for pack in packs(plan):
        told = {line.record for line in pack.lines if line.collection}
        assert set() == told & (sealed | serious | private)
        assert {line.people[0] for line in pack.lines if line.people} <= {pack.person}
        assert as_json(pack, {})
        try:
            sheet_of(pack)
        except Refused:
            continue
