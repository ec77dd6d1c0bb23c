"""What an organisation is told was not explained, consent was asked where no was no choice, or limits were not told."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, a_plan_of_two_organisations
from fsdesk.plans.rules import reading
from fsdesk.plans.rules.parts import Example, Iterator, Pack, Plan, Seen, Severity, at, date, on

ID = "R-28"
PRINCIPLES = ("GP-RIGHTS", "NP-10", "GC-TRUST", "GC-VISION")
SEVERITY = Severity.GAP
VERSION = 2
READS = ("team", "worker", "shares", "limits_told")


def look(plan: Plan, today: date, pack: Pack) -> Iterator[Seen]:
    """Yield each organisation without a sharing record, each record that is not whole, and limits never told.

    The plan's own worker's organisation needs no record.
    """
    yield from _organisations_without(plan)
    for index, share in enumerate(plan.shares):
        if share.basis is m.Basis.CONSENT and share.will_share_anyway:
            yield at("shares", index, share, say="no_choice", about=(share.basis,), org=share.org)
        elif not _is_whole(share):
            yield at("shares", index, share, say="unfinished", org=share.org)
    if plan.limits_told is None:
        yield on("limits_told", say="limits")


def _organisations_without(plan: Plan) -> Iterator[Seen]:
    own = {helper.organisation.strip().casefold() for helper in plan.team if helper.id == plan.worker}
    helping = reading.organisations(plan)
    if plan.worker is None and len(helping) == 1:
        return  # whoever writes the plan can only be of this one
    for name, written in helping.items():
        explained = any(reading.same_name(share.org, written) for share in plan.shares)
        if name not in own and not explained:
            yield Seen(where="/shares", ids=(f"org:{name}",), about=(name,), fill={"org": written})


def _is_whole(share: m.Share) -> bool:
    told = bool(share.told_whom) and share.told_on is not None
    return m.has_words(share.what) and m.has_words(share.why) and share.basis is not None and told


def _share(**over: Any) -> Plan:
    whole = a_plan_of_two_organisations().shares[0]
    return a_plan_of_two_organisations(shares=[replace(whole, **over)])


NOTICED = (
    Example("Nothing says what the nursery is told.", a_plan_of_two_organisations(shares=[]), ("/shares",)),
    Example("It does not say why.", _share(why=()), ("/shares/0",)),
    Example("It does not say on what ground.", _share(basis=None), ("/shares/0",)),
    Example("It does not say who was told.", _share(told_whom=frozenset()), ("/shares/0",)),
    Example(
        "They were asked, and it would be shared anyway.",
        _share(basis=m.Basis.CONSENT, will_share_anyway=True),
        ("/shares/0",),
    ),
    Example("Nobody said when a secret cannot be kept.", a_plan(limits_told=None), ("/limits_told",)),
)
QUIET = (
    Example("Only Dan's own organisation helps.", a_plan()),
    Example("One organisation helps, and nothing says who writes the plan.", a_plan(worker=None)),
    Example("The nursery's part is explained.", a_plan_of_two_organisations()),
    Example("It is there under a shorter name.", _share(org="the nursery")),
    Example(
        "They were asked, and no would have been fine.",
        _share(basis=m.Basis.CONSENT, consent=m.Consent.GIVEN),
    ),
)
