"""Wording hints for a worker's own notes: which words, why, and what could stand there instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from fsdesk.errors import Refused
from fsdesk.plans import wording
from fsdesk.plans.model import Plan
from fsdesk.plans.wording import WordingFinding, sections
from fsdesk.ui.presenters.spots import Spot
from fsdesk.ui.presenters.unlock import Submit
from fsdesk.ui.presenters.waiting import After, Quiet

PAUSE = 250  # milliseconds after the last key
BLANK = "..."
_GUESSES = frozenset({"ABSOLUTE"})
_WATCHED = ("saw", "may_be_telling_us")
_ADVICE = re.compile(r"(?:say|name|use|ask|write|what|for)\b|.*:", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:we|it|they|there|families|dad|mum)\b", re.IGNORECASE)
_ENDS = re.compile(r"(?<=[.?!…])\s+|\n")


class Offer(NamedTuple):
    """Other words for those that were met; ``fits`` when they can be put in their place as they are."""

    words: str
    fits: bool


class Hint(NamedTuple):
    """Words met in a note, where (in code points), why they can hurt, and kinder ones."""

    rule: str
    entry: str
    words: str
    start: int
    end: int
    why: str
    offers: tuple[Offer, ...]


class Reworded(NamedTuple):
    """A sentence as it would read with other words: what stands before them, they, and what comes after."""

    before: str
    words: str
    after: str


def hints_in(text: str, plan: Plan, field: str = "text", lang: str = "en") -> tuple[Hint, ...]:
    """The hints for a worker's text; none for words that the worker chose to keep in this plan."""
    kept = {(answer.rule, answer.where) for answer in plan.answers}
    quiet = _GUESSES if field in _WATCHED else frozenset()
    found = wording.read(text, lang=lang, names=sections.names_of(plan), quiet=quiet)
    return tuple(_hint(one) for one in found if (one.rule, one.entry) not in kept)


def _hint(found: WordingFinding) -> Hint:
    offers = tuple(_offers(found.instead))
    return Hint(found.rule, found.entry, found.span, found.start, found.end, found.why, offers)


def _offers(instead: str) -> Iterable[Offer]:
    return (
        Offer(part, not _ADVICE.match(part)) for part in (one.strip() for one in instead.split(";")) if part
    )


def offers_for(text: str, hint: Hint) -> tuple[Offer, ...]:
    """What could be said instead here, first what fits in place; a new sentence does not fit after half an old one."""
    begins = not reworded(text, hint, Offer("", True)).before.strip()
    found = [
        offer._replace(fits=offer.fits and (begins or not _SUBJECT.match(offer.words)))
        for offer in hint.offers
    ]
    return tuple(sorted(found, key=lambda offer: not offer.fits))


def reworded(text: str, hint: Hint, offer: Offer) -> Reworded:
    """The sentence around the words that were met, as it would read with these instead."""
    begin = max((match.end() for match in _ENDS.finditer(text, 0, hint.start)), default=0)
    after = _ENDS.search(text, hint.end)
    return Reworded(
        text[begin : hint.start], offer.words, text[hint.end : after.start() if after else len(text)]
    )


def hint_at(hints: Iterable[Hint], cursor: int) -> Hint | None:
    """The hint whose words the cursor rests on."""
    return next((hint for hint in hints if hint.start <= cursor <= hint.end), None)


class HintsPresenter:
    """Reads a note after a pause, off the screen's thread; an answer to an older text is dropped."""

    def __init__(
        self,
        *,
        submit: Submit,
        after: After,
        plan: Callable[[], Plan],
        show: Callable[[Spot, tuple[Hint, ...]], None],
    ) -> None:
        self._submit = submit
        self._after = after
        self._plan = plan
        self._show = show
        self._texts: dict[Spot, tuple[str, str]] = {}
        self._waiting: dict[Spot, Quiet] = {}

    def look_at(self, spot: Spot, text: str, lang: str = "en") -> None:
        """The note at this spot reads so now: it is read after a pause."""
        self._texts[spot] = (text, lang)
        if spot not in self._waiting:
            self._waiting[spot] = Quiet(self._after, PAUSE, lambda: self._read(spot))
        self._waiting[spot].stir()

    def look_again(self) -> None:
        """Every note is read again, because what the worker keeps has changed."""
        for spot in self._texts:
            self._read(spot)

    def forget(self, spots: Iterable[Spot]) -> None:
        """These spots are there no more."""
        for spot in list(spots):
            self._texts.pop(spot, None)
            if waiting := self._waiting.pop(spot, None):
                waiting.calm()

    def _read(self, spot: Spot) -> None:
        text, lang = self._texts[spot]
        plan = self._plan()
        self._submit(
            lambda _: hints_in(text, plan, spot.field, lang),
            done=lambda hints: self._on_read(spot, text, hints),
            failed=_not_now,
        )

    def _on_read(self, spot: Spot, text: str, hints: tuple[Hint, ...]) -> None:
        if self._texts.get(spot, ("", ""))[0] == text:
            self._show(spot, hints)


def _not_now(_: Refused) -> None:
    """A hint that cannot be had is simply not there: it never stands in the way of writing."""
