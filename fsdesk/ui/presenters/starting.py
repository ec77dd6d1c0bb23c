"""Starting a plan: one name, and a soft question where a family with a name like it is here already."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple, Protocol

from fsdesk.desk import families, plans
from fsdesk.desk.plans import PlanLine
from fsdesk.errors import Refused
from fsdesk.ui.presenters.unlock import Submit


class Alike(NamedTuple):
    """A family that is here already and may be the one that is begun."""

    plan: str
    family: str
    detail: str
    """Its people and its neighbourhood, so that a person can tell."""


class StartView(Protocol):
    """What is asked of a page on which a plan can be started."""

    def show_refused(self, refused: Refused) -> None:
        """Says what could not be done, in the page."""

    def show_alike(self, name: str, found: Sequence[Alike]) -> None:
        """Asks whether a family that is to be begun under this name is one of these."""


class Starting:
    """Begins plans; ``begun`` hears of each."""

    def __init__(self, view: StartView, *, desk: Any, submit: Submit, begun: Callable[[str], None]) -> None:
        self._view, self._desk, self._submit, self._begun = view, desk, submit, begun
        self._like: tuple[str, ...] = ()

    def start(self, family_name: str) -> None:
        """Begins a plan for a family of this name, unless the family may be here already.

        Does nothing without a name.
        """
        name = family_name.strip()
        if name:
            self._submit(
                lambda _: families.like_name(self._desk, name),
                done=partial(self._on_like, name),
                failed=self._view.show_refused,
            )

    def start_different(self, family_name: str) -> None:
        """Begins a plan for a family that is none of those it was likened to; that is remembered."""
        self._begin(family_name.strip(), self._like)

    def _on_like(self, name: str, found: Sequence[PlanLine]) -> None:
        self._like = tuple(line.id for line in found)
        if found:
            self._view.show_alike(name, [_alike(line) for line in found])
        else:
            self._begin(name, ())

    def _begin(self, name: str, others: Sequence[str]) -> None:
        self._submit(lambda _: self._make(name, others), done=self._begun, failed=self._view.show_refused)

    def _make(self, name: str, others: Sequence[str]) -> str:
        plan = plans.begin(self._desk, family_name=name).plan.id
        if others:
            families.say(self._desk, plan, others)
        return plan


def _alike(line: PlanLine) -> Alike:
    known = [", ".join(line.listed.people), line.listed.neighbourhood]
    return Alike(line.id, line.listed.family, ", ".join(one for one in known if one))
