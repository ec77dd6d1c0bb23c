"""The words of a plan that must stay hidden (PG-2), gathered from all its versions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fsdesk.plans.audience.look import Look, names
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.model.safety import HiddenKind, SafetyBetween
from fsdesk.plans.tokens import Needles, is_telling, needles_of

_PIECES = re.compile(r"[,;\n]+")
_NUMBER = re.compile(r"(?:\+|\b)\d(?:[\s().\-]*\d){6,}")
_POSTCODE = re.compile(r"\b[A-Za-z]{1,2}\d[A-Za-z\d]?\s*\d[A-Za-z]{2}\b")


def hidden_words(look: Look, more: tuple[str, ...] = ()) -> Needles:
    """Return what no page may hold: the tokens of safety records, sealed places, safe numbers, private homes."""
    known = names(look.plan)
    told = [*more, *(token for plan in look.versions for token in _told(plan))]
    kept = [token for plan in look.versions for token in _always_kept(plan)]
    return needles_of(told, known) | needles_of(kept, parts=False)


def _told(plan: Plan) -> Iterator[str]:
    for record in plan.safety_between:
        yield from record.tokens
        yield from _follows_from(plan, record)


def _follows_from(plan: Plan, record: SafetyBetween) -> Iterator[str]:
    """Yield what a safety record hides without spelling it out: the home, the school, the number."""
    about = record.about or frozenset(one.id for one in plan.people if one.in_plan) - record.from_whom
    people = [one for one in plan.people if one.id in about]
    if HiddenKind.HOME in record.hidden:
        homes = {home for one in people for home in one.lives_with}
        yield from (piece for one in plan.households if one.id in homes for piece in _pieces(one.address))
    if HiddenKind.SCHOOL in record.hidden:
        yield from (one.learns_at for one in people)
    if HiddenKind.PHONE in record.hidden:
        yield from (one.value for one in plan.safe_contacts if one.person in about and _is_a_way(one.value))


def _always_kept(plan: Plan) -> Iterator[str]:
    """Yield what stays off paper in every plan: street lines and postcodes of homes, sealed numbers."""
    homes = (one.address for one in plan.households if not one.safe_to_print)
    pieces = (piece for address in homes for piece in _pieces(address))
    yield from (piece for piece in pieces if any(sign.isdigit() for sign in piece))
    yield from (one.value for one in plan.safe_contacts if _is_a_way(one.value))
    yield from (one.safe_phone for one in plan.reach_in if _is_a_way(one.safe_phone))
    yield from (one.name for one in plan.places_to_avoid)


def _pieces(address: str) -> list[str]:
    return [piece.strip() for piece in _PIECES.split(address) if is_telling(piece)]


def _is_a_way(value: str) -> bool:
    """Say whether this is a number or an address to write to, not "through Gran"."""
    return "@" in value or sum(sign.isdigit() for sign in value) >= 6


def places_and_workers(look: Look) -> Needles:
    """Return what a reader whom a safety record names may not learn besides: workers, bases, meeting places."""
    plans = look.versions
    workers = [name for plan in plans for one in plan.team for name in (one.name, one.organisation)]
    return needles_of([*workers, *(place for plan in plans for place in _places(plan))], names(look.plan))


def _places(plan: Plan) -> Iterator[str]:
    return (place for place in _every_place(plan) if is_telling(place))


def _every_place(plan: Plan) -> Iterator[str]:
    yield from (one.place for one in plan.meetings)
    yield from (one.place for one in plan.steps)
    yield from (one.place for one in plan.options)
    yield from (one.place for one in plan.reach_in)
    yield from (one.place for one in plan.voices)
    yield from (one.name for one in plan.places_that_suit)
    yield from (one.name for one in plan.connections)
    yield from (one.name for one in plan.network if one.is_place)
    yield from (name for one in plan.community_places for name in (one.organisation, one.location))
    yield from (one.learns_at for one in plan.people)
    yield plan.next_review.place if plan.next_review else ""


def has_a_number(text: str) -> bool:
    """Say whether a text holds what looks like a phone number or a postcode."""
    return bool(_NUMBER.search(text) or _POSTCODE.search(text))
