"""What is typed in a plan: a draft within half a second, one edit on leaving it, and nothing called saved before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple, Protocol

from fsdesk.errors import Refused
from fsdesk.jobs import Progress
from fsdesk.plans.edits import Intent
from fsdesk.plans.model import Plan, Record
from fsdesk.ui.presenters import spots
from fsdesk.ui.presenters.at_desk import Kept, Opened, Others, PlanAtDesk
from fsdesk.ui.presenters.coach_words import Begun
from fsdesk.ui.presenters.pending import Pending
from fsdesk.ui.presenters.spots import Place, Spot
from fsdesk.ui.presenters.taken_out import TakenOut
from fsdesk.ui.presenters.unlock import Submit
from fsdesk.ui.presenters.waiting import After, Soon

KEEP_WITHIN = 500  # milliseconds from a key to its draft


class Act(NamedTuple):
    """Something that was done at once, such as adding a person: how the plan is with it, and what was meant."""

    wanted: Callable[[Plan], Plan]
    intent: Intent
    then: Callable[[], None] | None = None
    settles: tuple[Spot, ...] = ()
    """What is a draft no more once it is kept."""


class KeepingView(Protocol):
    """What is said of keeping."""

    def show_saved(self, at: datetime) -> None:
        """Says that everything is saved, and since when."""

    def show_not_saved(self, refused: Refused) -> None:
        """Says in the page what could not be written; the text stays where it is."""

    def show_taken_out(self, words: str) -> None:
        """Offers back what was taken out; empty says nothing any more."""


class Keeping:
    """One plan as it stands in the store, and what was typed since; ``tell`` is called when it reads otherwise."""

    def __init__(
        self,
        view: KeepingView,
        *,
        desk: PlanAtDesk,
        submit: Submit,
        after: After,
        now: Callable[[], datetime],
        tell: Callable[[], None],
    ) -> None:
        self._view, self._desk, self._submit = view, desk, submit
        self._now, self._tell = now, tell
        self._plan: Plan | None = None
        self.others: Others = {}
        self.pending = Pending()
        self._soon = Soon(after, KEEP_WITHIN, self._keep)
        self._out = TakenOut(after, view.show_taken_out)
        self._to_keep: dict[Spot, None] = {}
        self._waiting: list[Act] = []
        self._drafts_waiting: dict[Spot, None] = {}
        self.saved_at: datetime | None = None
        self.unsaved: Refused | None = None

    @property
    def seen(self) -> Plan | None:
        """The plan as the screen shows it, with typed words, and with what was done and could not be kept yet."""
        plan = self._plan
        if plan is None:
            return None
        for act in self._waiting:
            plan = act.wanted(plan)
        return self.pending.seen(plan)

    @property
    def kept(self) -> Plan | None:
        """The plan as the store had it when it was last read or written."""
        return self._plan

    def take_up(self, opened: Opened) -> Spot | None:
        """The plan was read, with what was being typed in it when it was last left; gives back where that stands."""
        self._plan, self.others = opened.kept
        return self.pending.take_up(opened.kept.plan, opened.unsettled)

    def take(self, kept: Kept) -> None:
        """The plan was read anew."""
        self._plan, self.others = kept
        self.pending.settle(kept.plan)
        self._tell()

    def has(self, place: Place) -> bool:
        """Whether this record is in the plan, or new and waiting."""
        is_there = self._plan is not None and spots.record_at(self._plan, place) is not None
        return is_there or place in self.pending.new_places

    def typed(self, spot: Spot, text: str, cursor: int) -> None:
        """The text at this spot reads so now: it is a draft within half a second."""
        self.pending.type(spot, text, cursor)
        self._to_keep[spot] = None
        self._soon.stir()
        self._tell()

    def note(self, place: Place, begun: Begun) -> None:
        """A note in the coach reads so now: it is a draft within half a second, and let go without a word."""
        if not begun.text.strip():
            self.forget(place)
            return
        self._to_keep.update(dict.fromkeys(self.pending.note(place, begun)))
        self._soon.stir()

    def forget(self, place: Place) -> None:
        """What was begun beside the plan here was kept in it, or taken back."""
        self._let_drafts_go(self.pending.drop(place))

    def left(self, spot: Spot) -> None:
        """A field or card was left: what was typed becomes one edit; a new card without a word goes again."""
        plan = self.seen
        is_new = spot.place in self.pending.new_places
        if plan is not None and is_new and self.pending.says_nothing(plan, spot.place):
            self._drop(spot.place)
        self.settle()

    def settle(self, then: Callable[[], None] | None = None) -> None:
        """What was typed becomes one edit; ``then`` is called once it is kept, and not if it cannot be."""
        if self._plan is None:
            if then:
                then()
            return
        self._soon.calm()
        self._try_again()
        waiting, plan = self.pending.copy(), self._plan
        emptied = waiting.emptied(plan)
        if emptied:
            self._out.remember(emptied[0], self.seen, self._plan)
        settled = waiting.readable(plan)
        drafts, self._drafts_waiting = {**self._drafts_waiting, **self._to_keep}, {}
        self._keep_as_drafts([spot for spot in drafts if spot not in settled])
        self._to_keep.clear()
        self._write(waiting, settled, then, plan)

    def take_out(self, place: Place) -> None:
        """Takes a record out; it is offered back for 20 seconds, and stays in the history."""
        if place in self.pending.new_places:
            self._drop(place)
            return
        self.settle()
        self._out.remember(place, self.seen, self._plan)
        gone = self.pending.drop(place)
        self._let_drafts_go(gone)
        self.do(Act(lambda plan: spots.without(plan, place), Intent.TOOK_OUT))

    def put_back(self) -> None:
        """What was taken out last is there again, where it stood."""
        out = self._out.take()
        if out is not None:
            self.do(Act(out.back_in, Intent.PUT_BACK))

    def add(self, collection: str, record: Record) -> None:
        """A record is part of the plan at once."""
        self.do(Act(lambda plan: spots.with_record(plan, collection, record), Intent.ADDED))

    def do(self, act: Act) -> None:
        """The plan has this at once, as one edit; what cannot be kept is shown, waits, and is tried again."""
        plan = self._plan
        if plan is None or act.wanted(plan) is plan:
            return
        self._submit(
            lambda _: self._desk.write(act.wanted, act.intent, act.settles),
            done=lambda now: self._on_written(now, act.then),
            failed=lambda refused: self._on_act_refused(act, refused),
        )

    def _try_again(self) -> None:
        """What was done and could not be kept is tried once more, in its order."""
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            self.do(act)

    def _write(
        self, waiting: Pending, settled: Sequence[Spot], then: Callable[[], None] | None, plan: Plan
    ) -> None:
        wanted = waiting.wanted(plan)
        if wanted is plan or (wanted == plan and not settled):
            if then:
                self._submit(lambda _: None, done=lambda _: self._let_through(then), failed=self._on_refused)
            return
        self._submit(
            lambda _: self._desk.write(waiting.wanted, waiting.intent(plan), settled),
            done=lambda now: self._on_written(now, lambda: self._let_through(then)),
            failed=self._on_refused,
        )

    def _let_through(self, then: Callable[[], None] | None) -> None:
        """Whoever waits for everything to be kept goes on, unless something is not."""
        if then and not self._waiting and not self._drafts_waiting:
            then()

    def _drop(self, place: Place) -> None:
        self._let_drafts_go(self.pending.drop(place))
        self._tell()

    def _let_drafts_go(self, gone: Sequence[Spot]) -> None:
        for spot in gone:
            self._to_keep.pop(spot, None)
            self._drafts_waiting.pop(spot, None)
            self._submit(partial(self._let_go, spot), done=_nothing, failed=self._on_refused)

    def _let_go(self, spot: Spot, _: Progress) -> None:
        self._desk.let_go(spot)

    def _keep(self) -> None:
        waiting = tuple({**self._drafts_waiting, **self._to_keep})
        self._to_keep.clear()
        self._drafts_waiting.clear()
        self._keep_as_drafts(waiting)

    def _keep_as_drafts(self, waiting: Sequence[Spot]) -> None:
        unsettled = self.pending.unsettled(waiting)
        if unsettled:
            self._submit(
                lambda _: self._desk.keep(unsettled),
                done=self._on_kept,
                failed=partial(self._on_drafts_refused, waiting),
            )

    def _on_written(self, kept: Kept, then: Callable[[], None] | None) -> None:
        self.take(kept)
        self._on_kept(None)
        if then:
            then()

    def _on_kept(self, _: Any) -> None:
        if self._waiting or self._drafts_waiting:
            return
        self.unsaved = None
        self.saved_at = self._now()
        self._view.show_saved(self.saved_at)

    def _on_act_refused(self, act: Act, refused: Refused) -> None:
        self._waiting.append(act)
        self._tell()
        self._on_refused(refused)

    def _on_drafts_refused(self, waiting: Sequence[Spot], refused: Refused) -> None:
        """What could not be kept even as a draft is tried again with the rest; nobody leaves without it."""
        self._drafts_waiting.update(dict.fromkeys(waiting))
        self._on_refused(refused)

    def _on_refused(self, refused: Refused) -> None:
        self.unsaved = refused
        self._view.show_not_saved(refused)


def _nothing(_: Any) -> None:
    pass
