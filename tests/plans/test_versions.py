"""Versions: a number that rises only when what the family reads has changed."""

from __future__ import annotations

import msgspec

from fsdesk.plans import versions
from fsdesk.plans.edits import Intent
from fsdesk.plans.model import PlanVersion
from tests.plans.histories import small_plan
from tests.plans.laptops import Laptop

replace = msgspec.structs.replace


def begun(*made: PlanVersion) -> Laptop:
    """A laptop on which a plan with these versions was begun."""
    ann = Laptop("ann")
    ann.begin(replace(small_plan(), versions=made))
    return ann


def test_a_plan_without_versions_is_at_its_first():
    """The first copy ever made of a plan is version 1."""
    assert 1 == versions.number_of(begun().current())


def test_a_plan_that_did_not_change_keeps_its_number():
    """Printing twice without writing anything between makes no new version."""
    ann = begun()
    made = PlanVersion(id="v1", number=1, frontier={"ann": 1})
    ann.write(versions.with_version(ann.current(), made), Intent.PRINTED)

    assert 1 == versions.number_of(ann.current())


def test_a_plan_that_changed_is_one_version_further():
    """A copy made after somebody wrote carries a new number."""
    ann = begun()
    made = PlanVersion(id="v1", number=1, frontier={"ann": 1})
    ann.write(versions.with_version(ann.current(), made), Intent.PRINTED)
    ann.write(replace(ann.plan, title="Ours"))

    assert 2 == versions.number_of(ann.current())


def test_a_version_from_a_document_stands_until_something_is_written_here():
    """A document's version names no edits; it holds as long as only the document was brought in."""
    ann = begun(PlanVersion(id="v3", number=3))

    assert 3 == versions.number_of(ann.current())
    ann.write(replace(ann.plan, title="Ours"))
    assert 4 == versions.number_of(ann.current())


def test_a_number_is_noted_once():
    """The same version is not put down twice."""
    now = begun(PlanVersion(id="v1", number=1)).current()

    assert now.plan == versions.with_version(now, PlanVersion(id="other", number=1))
