"""Wording hints for a worker's own notes: which words, why, and what could stand there instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from fsdesk.errors import Refused
from fsdesk.plans import wording
from fsdesk.plans.model import Plan
from fsdesk.plans.wording import WordingFinding, sections
from fsdesk.plans.wording.sections import HowRead
from fsdesk.ui.presenters import spots
from fsdesk.ui.presenters.offers import Met, Whole, known
from fsdesk.ui.presenters.spots import Spot
from fsdesk.ui.presenters.unlock import Submit
from fsdesk.ui.presenters.waiting import After, Quiet

PAUSE = 250  # milliseconds after the last key
_AS_A_NOTE = HowRead()


class Hint(NamedTuple):
    """Words met in a note, where (in code points), why they can hurt, and what could be said instead."""

    rule: str
    entry: str
    words: str
    start: int
    end: int
    why: str
    instead: tuple[str, ...]
    whole: Whole | None = None

    @property
    def met(self) -> Met:
        """What offers are made of."""
        return Met(self.start, self.end, self.instead, self.whole)


def hints_at(text: str, plan: Plan, spot: Spot, lang: str = "en") -> tuple[Hint, ...]:
    """The hints for what stands at a spot, read as a check reads it: in a serious worry plain facts are left alone."""
    record = spots.record_at(plan, spot.place)
    how = sections.how_read(spot.collection, spot.field, record)
    return () if how is None or record is None else hints_in(text, plan, how, lang)


def hints_in(text: str, plan: Plan, how: HowRead = _AS_A_NOTE, lang: str = "en") -> tuple[Hint, ...]:
    """The hints for a worker's text; none for words that the worker chose to keep in this plan.

    A sentence is offered whole only where nothing in it is kept: it would reword that too.
    """
    kept = {(answer.rule, answer.where) for answer in plan.answers}
    names = sections.names_of(plan)
    found = wording.read(text, how.field, lang, names, how.quiet)
    speaking = [one for one in found if (one.rule, one.entry) not in kept]
    if not speaking:
        return ()
    whole = [_trimmed(text, one) for one in wording.reworded(text, how.field, lang, names)]
    resting = [one for one in found if one not in speaking]
    free = [one for one in whole if not any(one.start <= other.start < one.end for other in resting)]
    return tuple(_hint(one, free) for one in speaking)


def _trimmed(text: str, said: wording.Reworded) -> Whole:
    """The sentence without the space before it."""
    lead = said.end - said.start - len(text[said.start : said.end].lstrip())
    return Whole(said.start + lead, said.end, said.sentence.lstrip())


def _hint(found: WordingFinding, whole: Iterable[Whole]) -> Hint:
    around = next((one for one in whole if one.start <= found.start < one.end), None)
    return Hint(
        found.rule,
        found.entry,
        found.span,
        found.start,
        found.end,
        found.why,
        known(found.instead),
        around,
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
            lambda _: hints_at(text, plan, spot, lang),
            done=lambda hints: self._on_read(spot, text, hints),
            failed=_not_now,
        )

    def _on_read(self, spot: Spot, text: str, hints: tuple[Hint, ...]) -> None:
        if self._texts.get(spot, ("", ""))[0] == text:
            self._show(spot, hints)


def _not_now(_: Refused) -> None:
    """A hint that cannot be had is simply not there: it never stands in the way of writing."""
