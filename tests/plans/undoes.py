"""Small things that tests of undoing and putting back share."""

from __future__ import annotations

from typing import Any

import msgspec

from fsdesk.plans import fields, merge
from fsdesk.plans import model as m
from fsdesk.plans.edits import Edit, Intent, key_of
from fsdesk.plans.fold import Place, canonical
from fsdesk.plans.left import Why
from fsdesk.plans.undoing import undo
from tests.plans.histories import small_plan
from tests.plans.laptops import Laptop

replace = msgspec.structs.replace
STEP = Place("steps", "s1")


def began(plan: m.Plan | None = None) -> Laptop:
    """Ann's laptop with a plan."""
    ann = Laptop("ann")
    ann.begin(plan or small_plan())
    return ann


def and_ben(ann: Laptop) -> Laptop:
    """Ben's laptop with what Ann's holds."""
    ben = Laptop("ben")
    ben.take(ann.edits.values())
    return ben


def first_step(plan: m.Plan, **over: object) -> m.Plan:
    """The plan with its first step changed."""
    return replace(plan, steps=(replace(plan.steps[0], **over), *plan.steps[1:]))


def undoes(laptop: Laptop, edit: Edit) -> Edit | None:
    """A laptop undoes an edit, as far as that goes."""
    made = undo(laptop.current(), key_of(edit)).changes
    return laptop.act(*made, intent=f"{Intent.UNDID} {edit.header.id}") if made else None


def why(laptop: Laptop, edit: Edit) -> set[tuple[str, str, Why, str]]:
    """What an undo would leave as it is."""
    left = undo(laptop.current(), key_of(edit)).left
    return {(one.place.record, one.field, one.why, one.who) for one in left}


def readings(current: merge.Current) -> tuple[m.Plan, dict[Any, set[bytes]], tuple[Place, ...]]:
    """What a plan reads as, its unsettled values and what is out; times of change left aside."""
    lists = {
        name: tuple(replace(one, changed_at=None) for one in getattr(current.plan, name))
        for name in fields.collections()
    }
    differing = {(one.place, one.field): _values(one) for one in current.differing}
    return replace(current.plan, **lists), differing, current.taken_out


def _values(one: merge.Differing) -> set[bytes]:
    return {canonical(version.value) for version in one.versions}


def spoken(**over: Any) -> m.Plan:
    """The small plan with something that Ailsa said."""
    said = (m.Span(text="I like the dog", kind=m.SpanKind.QUOTE),)
    return replace(small_plan(), voices=(m.Voice(id="v1", person="p1", words=said, **over),))
