"""Step five: what is set now, and what one can do first."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any, NamedTuple, Protocol

from fsdesk.desk import cards, recovery
from fsdesk.desk.cards import KnownPerson
from fsdesk.errors import Refused
from fsdesk.ui.presenters.unlock import Submit


class First(Enum):
    """What somebody chose to do first."""

    LOOK = "look"
    START = "start"
    PRACTISE = "practise"


class Set(NamedTuple):
    """One thing that is set, or that may still come."""

    name: str
    text: str
    is_set: bool = True


class ReadyView(Protocol):
    """What the presenter may ask of the page."""

    def show_set(self, things: Sequence[Set]) -> None:
        """Shows what is set."""

    def show_refused(self, refused: Refused) -> None:
        """Says what could not be read."""


class ReadyPresenter:
    """Reads what is set from the store itself, so that it is what is so."""

    def __init__(self, view: ReadyView, *, desk: Any, submit: Submit) -> None:
        self._view, self._desk, self._submit = view, desk, submit

    def begin(self) -> None:
        """Says what is set."""
        desk = self._desk
        self._submit(
            lambda _: things(desk.name, desk.is_lead, recovery.now_open(desk), cards.accepted(desk)),
            done=self._view.show_set,
            failed=self._view.show_refused,
        )


def things(
    name: str, is_lead: bool, sheets: Sequence[recovery.Known], people: Sequence[KnownPerson]
) -> list[Set]:
    """What is set, in the order of the steps."""
    role = "you lead a team" if is_lead else "you work with families"
    return [
        Set("About you", f"{name}, {role}."),
        Set("Your passphrase", "Only it opens your plans. It can be changed in Settings."),
        _sheet(sheets),
        _card(is_lead, people),
    ]


def _sheet(sheets: Sequence[recovery.Known]) -> Set:
    proven = next((one.number for one in sheets if one.proven_at), "")
    if proven:
        return Set("Recovery sheet", f"Sheet {proven} lets you choose a new passphrase.")
    return Set("Recovery sheet", "Still to come. Settings makes one at any time.", is_set=False)


def _card(is_lead: bool, people: Sequence[KnownPerson]) -> Set:
    checked = [one for one in people if one.verified and not one.withdrawn]
    lead = next((one.name for one in checked if one.is_lead), "")
    if is_lead:
        count = len(checked)
        said = f"{count} of your team {'is' if count == 1 else 'are'} known here." if count else ""
        return Set("Your team card", said or "Give it to your team. Their cards can come at any time.")
    if lead:
        return Set("Your team card", f"{lead} is your team lead, and the words match.")
    return Set(
        "Your team card",
        "It can come later, under Send. You can keep and print plans without it.",
        is_set=False,
    )
