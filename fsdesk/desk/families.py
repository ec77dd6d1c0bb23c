"""Families that may be here already: a soft hint while one is begun. Nothing is ever put together by machine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from fsdesk.desk import plans, standing
from fsdesk.desk.desk import Desk
from fsdesk.desk.plans import PlanLine
from fsdesk.desk.standing import NoSuchPlan
from fsdesk.errors import Refused
from fsdesk.plans.search import alike
from fsdesk.plans.search.alike import Profile
from fsdesk.store import family_pairs, search
from fsdesk.store import plans as kept
from fsdesk.store.family_pairs import Said
from fsdesk.store.tx import Tx

__all__ = ["NoSuchPlan", "Said"]

_LOOKED_AT = 50
"""So many plans are compared at most, those with most names in common first."""


class OnePlan(Refused):
    """A plan was to be compared with itself."""

    what = "These are one plan, not two."
    what_next = "Name the plans of two families."


def like_name(desk: Desk, family_name: str) -> list[PlanLine]:
    """Return the plans of families whose own name is within one slip of this one; none for a name without words."""
    standing.caught_up(desk)
    with desk.reading() as tx:
        return _like(desk, tx, alike.by_name(family_name), ())


def like_plan(desk: Desk, plan: str) -> list[PlanLine]:
    """Return the plans that may be of the same family as this one, but for those of which a person said what they are.

    Raises NoSuchPlan.
    """
    standing.caught_up(desk)
    with desk.reading() as tx:
        said = family_pairs.of_plan(tx, plan)
        return _like(desk, tx, _profile(desk, tx, plan), {plan, *said})


def like_each(desk: Desk, new: Iterable[str]) -> dict[str, list[str]]:
    """Return, for each of some plans that just came, the plans here that may be of the same family; calmly, no more."""
    found = {plan: [one.id for one in like_plan(desk, plan)] for plan in new}
    return {plan: like for plan, like in found.items() if like}


def _like(desk: Desk, tx: Tx, wanted: Profile, known: Collection[str]) -> list[PlanLine]:
    near = [one for one in _near(tx, wanted) if one not in known]
    like = [one for one in near[:_LOOKED_AT] if alike.are_alike(wanted, _profile(desk, tx, one))]
    return [plans.as_line(line) for line in (kept.line(tx, one) for one in like) if line is not None]


def _near(tx: Tx, wanted: Profile) -> list[str]:
    """Return plans with names of the family in them: the more of its names, the earlier."""
    counted = Counter(plan for name in alike.names_in(wanted) for plan in search.with_name(tx, name))
    return [plan for plan, _ in counted.most_common()]


def _profile(desk: Desk, tx: Tx, plan: str) -> Profile:
    line = kept.line(tx, plan)
    if line is None:
        raise NoSuchPlan
    private = {(collection, record) for collection, record, _ in standing.row_of(line).private}
    return alike.profile(standing.kept(tx, plan), private, desk.today)


def say(desk: Desk, plan: str, others: Iterable[str], said: Said = Said.DIFFERENT) -> None:
    """Remember what a person said of a plan beside others: the hint never comes again for these pairs.

    Raises NoSuchPlan and OnePlan; nothing is remembered then.
    """
    with desk.transaction() as tx:
        for other in others:
            if other == plan:
                raise OnePlan
            if kept.line(tx, plan) is None or kept.line(tx, other) is None:
                raise NoSuchPlan
            family_pairs.say(tx, plan, other, said, desk.name, desk.now())


def said_of(desk: Desk, plan: str) -> dict[str, Said]:
    """Return what was said of a plan beside others, by their ids."""
    with desk.reading() as tx:
        return family_pairs.of_plan(tx, plan)
