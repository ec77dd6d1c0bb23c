"""Two to five people who write offline and swap packages as it happens: whatever the order, all end the same."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path
from typing import ClassVar

import hypothesis
import msgspec
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from fsdesk.desk import (
    backups,
    cards,
    files,
    handing,
    opening,
    plans,
    receipts,
    receiving,
    sealing,
    settling,
    waiting,
)
from fsdesk.plans.examples import a_plan, a_step
from fsdesk.store import aside, identity
from fsdesk.store.package.refusals import NotForUs, OwnPackage
from tests.desk.team import MORAG, OF_FIVE, Laptop, Team, a_team_of
from tests.store.stores import PASSPHRASE

PLANS = ("one", "two")
STAYS = "stays"
"""A plan that its family wants to stay on the laptop on which it was begun."""
Stood = tuple[str, int]
"""Where an edit stands: its laptop's id and its number there."""
_who = st.integers(0, 4)
_plan = st.sampled_from(PLANS)
_words = st.sampled_from(("", "tea", "the den", "Garnethill", "é 👩‍👧 ى"))
_YEAR = 31_557_600_000


class Week(RuleBasedStateMachine):
    """Some days of three laptops; packages lie about until somebody takes them in, or never."""

    masters: ClassVar[Path]

    @initialize(count=st.integers(2, 5))
    def begins(self, count: int) -> None:
        """So many people, one lead among them at least; the first holds two plans."""
        self.folder = Path(tempfile.mkdtemp(dir=self.masters))
        lead = next(one for one in OF_FIVE if one[0] == MORAG)
        others = [one for one in OF_FIVE if one != lead]
        self.team: Team = a_team_of(self.masters, self.folder, (lead, *others[: count - 1]))
        self.names = list(self.team.laptops)
        self.packages: list[Path] = []
        self.backed_up: set[str] = set()
        self.acknowledged: dict[Stood, str] = {}
        for name in PLANS:
            self.at(0).begin(a_plan(id=name))
        self.at(0).begin(a_plan(id=STAYS, code="7777-7777", stays_here=True))
        self._acknowledges(0)

    def name(self, who: int) -> str:
        """Somebody's name."""
        return self.names[who % len(self.names)]

    def at(self, who: int) -> Laptop:
        """Somebody's laptop."""
        return self.team.laptops[self.name(who)]

    def _acknowledges(self, who: int) -> None:
        """What somebody's laptop said is kept, by plan; from then on it must be somewhere with everybody."""
        laptop = self.at(who)
        kept = open_edits(laptop)
        self.acknowledged |= {stood: plan for stood, plan in kept.items() if stood[0] == laptop.device}

    def here(self, who: int, plan: str) -> bool:
        """Whether a plan has come to somebody."""
        return plan in {line.id for line in plans.listing(self.at(who).desk)}

    @rule(
        who=_who, plan=_plan, field=st.sampled_from(("title", "neighbourhood", "family_name")), words=_words
    )
    def writes(self, who: int, plan: str, field: str, words: str) -> None:
        """Somebody writes a field."""
        if self.here(who, plan):
            self.at(who).write(plan, **{field: words})
            self._acknowledges(who)

    @rule(words=_words)
    def keeps_to_this_laptop(self, words: str) -> None:
        """The first one writes to the plan that stays."""
        if self.here(0, STAYS):  # a backup from before it was begun knows nothing of it
            self.at(0).write(STAYS, title=words)
            self._acknowledges(0)

    @rule(who=_who, plan=_plan, what=_words)
    def adds(self, who: int, plan: str, what: str) -> None:
        """Somebody adds a step at the front."""
        if self.here(who, plan):
            held = self.at(who).plan(plan).steps
            made = a_step(what or "walk", id=f"step-{who}-{len(held)}", strengths=(), goal=None, who=())
            if made.id not in {one.id for one in held}:
                self.at(who).write(plan, steps=(made, *held))
                self._acknowledges(who)

    @rule(who=_who, plan=_plan, at=st.integers(0, 5))
    def takes_out(self, who: int, plan: str, at: int) -> None:
        """Somebody takes a step out."""
        if self.here(who, plan):
            held = self.at(who).plan(plan).steps
            self.at(who).write(plan, steps=(*held[:at], *held[at + 1 :]))
            self._acknowledges(who)

    @rule(who=_who, plan=_plan, at=st.integers(0, 5), state=st.sampled_from(("to_do", "doing", "done")))
    def moves(self, who: int, plan: str, at: int, state: str) -> None:
        """Somebody changes a step and puts it last."""
        if self.here(who, plan):
            held = self.at(who).plan(plan).steps
            changed = tuple(
                msgspec.structs.replace(one, state=type(one.state)(state)) for one in held[at : at + 1]
            )
            self.at(who).write(plan, steps=(*held[:at], *held[at + 1 :], *changed))
            self._acknowledges(who)

    @rule(who=_who, years=st.sampled_from((-3, 0, 3)))
    def sets_the_clock(self, who: int, years: int) -> None:
        """Somebody's clock is wrong."""
        self.at(who).desk.now = lambda: 1_795_000_000_000 + years * _YEAR

    @rule(who=_who, readers=st.sets(_who, min_size=1, max_size=2), chosen=st.sets(_plan, max_size=1))
    def seals(self, who: int, readers: set[int], chosen: set[str]) -> None:
        """Somebody seals a package, of all plans or of one."""
        names = sorted({self.name(one) for one in readers} - {self.name(who)})
        to = [self.team.laptops[one] for one in names]
        path = self.folder / f"package-{len(self.packages)}"
        if to and all(self.here(who, plan) for plan in chosen):
            try:
                self.at(who).seals(path, *to, chosen=chosen)
            except sealing.NothingToSend:
                return
            self.packages.append(path)

    @rule(which=st.integers(0, 50), who=_who)
    def takes_in(self, which: int, who: int) -> None:
        """Somebody takes in any package that lies about, late or again; their own and others’ are refused."""
        if self.packages:
            self._offer(self.packages[which % len(self.packages)], who)

    @rule(which=st.integers(0, 50), who=_who, plan=_plan)
    def holds(self, which: int, who: int, plan: str) -> None:
        """Somebody takes a package in and lets one plan of it wait."""
        if self.packages:
            with contextlib.suppress(NotForUs, OwnPackage):
                package = self.packages[which % len(self.packages)]
                receiving.take(self.at(who).desk, package, hold=[plan])

    @rule(who=_who)
    def accepts(self, who: int) -> None:
        """Somebody accepts everything that waits."""
        desk = self.at(who).desk
        waiting.accept(desk, waiting.all_plans(desk))

    def _offer(self, package: Path, who: int) -> None:
        with contextlib.suppress(NotForUs, OwnPackage):
            self.at(who).takes(package)

    @rule(who=_who, sender=_who)
    def confirms(self, who: int, sender: int) -> None:
        """Somebody writes a receipt, which lies about as packages do."""
        if self.name(who) != self.name(sender):
            path = self.folder / f"package-{len(self.packages)}"
            try:
                receipts.write(self.at(who).desk, [self.at(who).to(self.at(sender))], path)
            except receipts.NothingReceived:
                return
            self.packages.append(path)

    @rule(who=_who, keep=st.integers(1, 2))
    def settles(self, who: int, keep: int) -> None:
        """Somebody settles what differs."""
        for found in settling.differing(self.at(who).desk)[:1]:
            settling.settle(self.at(who).desk, found["id"], keep=keep)
            self._acknowledges(who)

    @rule(who=_who)
    def backs_up(self, who: int) -> None:
        """Somebody makes a backup."""
        if self.name(who) not in self.backed_up:
            backups.make(self.at(who).desk)
            self.backed_up.add(self.name(who))

    @rule(who=_who)
    def restores(self, who: int) -> None:
        """Somebody's laptop goes back to its backup and goes on as another one; what nobody had is gone with it."""
        name = self.name(who)
        if name not in self.backed_up:
            return
        self.backed_up.remove(name)
        laptop = self.at(who)
        before = laptop.device
        laptop.close()
        with backups.beside(laptop.folder, PASSPHRASE) as ready:
            ready.swap()
        files.write(laptop.card, cards.own(laptop.desk)[1], force=True)
        for other in self.team.laptops.values():
            if other is not laptop:
                cards.accept(other.desk, laptop.card, verified=True)
                cards.accept(laptop.desk, other.card, verified=True)
        self._forget_what_went_with_the_disk(before)

    def _forget_what_went_with_the_disk(self, device: str) -> None:
        kept = {
            stood
            for laptop in self.team.laptops.values()
            for stood in {*open_edits(laptop), *waiting_of(laptop)}
        }
        self.acknowledged = {
            stood: plan for stood, plan in self.acknowledged.items() if stood[0] != device or stood in kept
        }

    def teardown(self) -> None:
        """In the end everybody sends everybody what is new, until nobody has anything left; then all are the same."""
        if not hasattr(self, "team"):
            return
        try:
            self._everybody_sends_everything()
            self._all_are_the_same()
            self._nothing_acknowledged_is_lost()
        finally:
            self.team.close()
            shutil.rmtree(self.folder)

    def _everybody_sends_everything(self) -> None:
        for _ in range(2):
            for laptop in self.team.laptops.values():
                waiting.accept(laptop.desk, waiting.all_plans(laptop.desk))
            for sender in self.team.laptops.values():
                others = [one for one in self.team.laptops.values() if one is not sender]
                try:
                    sender.sends(*others)
                except sealing.NothingToSend:
                    continue
                for reader in others:
                    reader.confirms(sender)

    def _all_are_the_same(self) -> None:
        first, *others = self.team.laptops.values()
        for other in others:
            assert stands(first) == stands(other)
        for laptop in self.team.laptops.values():
            assert [] == waiting.listing(laptop.desk)
            assert [] == opening.verify(laptop.desk)["damage"]

    def _nothing_acknowledged_is_lost(self) -> None:
        """Every edit is in everybody's history; of the plan that stays it is named as one that was withheld.

        Of a laptop that has sent nothing of its own yet nobody else knows; its own list names the plan then.
        """
        listed = self._listed_as_staying()
        for laptop in self.team.laptops.values():
            here, named = open_edits(laptop), withheld_edits(laptop)
            heard_of = {device for device, _ in {*here, *named}}
            lost = {
                (device, seq): plan
                for (device, seq), plan in self.acknowledged.items()
                if (device, seq) not in here
                and not (plan == STAYS and ((device, seq) in named or device in listed - heard_of))
            }
            assert {} == lost

    def _listed_as_staying(self) -> set[str]:
        """The laptops, under all ids they ever had, that list the plan that stays as one that nobody else has."""
        return {
            device
            for laptop in self.team.laptops.values()
            for one in handing.unreceived(laptop.desk)
            if (one["plan"], one["stays_here"]) == (STAYS, True)
            for device in own_ids(laptop)
        }


def own_ids(laptop: Laptop) -> set[str]:
    """The ids that a laptop ever had: a restored one goes on under a new one."""
    with laptop.desk.reading() as tx:
        return {own.device for own in identity.every_own(tx)}


def open_edits(laptop: Laptop) -> dict[Stood, str]:
    """The edits that can be read on a laptop, each with its plan."""
    with laptop.desk.reading() as tx:
        rows = tx.exec_driver_sql(
            "SELECT devices.id, edits.seq, plans.id FROM edits JOIN devices ON devices.no = edits.device"
            " JOIN plans ON plans.no = edits.plan"
            " WHERE general IS NOT NULL OR sealed IS NOT NULL OR own IS NOT NULL"
        )
        return {(device, seq): plan for device, seq, plan in rows}


def waiting_of(laptop: Laptop) -> set[Stood]:
    """The edits that wait on a laptop until somebody accepts them."""
    with laptop.desk.reading() as tx:
        found = (edit.header for row in aside.rows(tx) for edit in aside.packet_of(row).edits)
        return {(header.device, header.seq) for header in found}


def withheld_edits(laptop: Laptop) -> set[Stood]:
    """The edits that a laptop knows of as withheld: their places in the chain are named."""
    with laptop.desk.reading() as tx:
        ranges = tx.exec_driver_sql(
            "SELECT id, first, last FROM left_out JOIN devices ON devices.no = left_out.device"
        ).all()
    return {(device, seq) for device, first, last in ranges for seq in range(first, last + 1)}


def stands(laptop: Laptop) -> tuple[object, ...]:
    """How every plan that is sent reads on a laptop, what differs in it, and its history."""
    held = [laptop.current(name) for name in PLANS]
    told = [plans.history_of(laptop.desk, name) for name in PLANS]
    return (
        [(one.plan, one.differing, one.taken_out) for one in held],
        told,
        [one for one in settling.differing(laptop.desk) if one["plan"] in PLANS],
    )


def test_whatever_two_to_five_people_write_and_swap_all_end_the_same(home_of_masters):
    """Same plans, same differing versions, same histories; every edit that was acknowledged is with everybody."""
    Week.masters = home_of_masters
    most = hypothesis.settings.default.max_examples
    run_state_machine_as_test(
        Week,
        settings=hypothesis.settings(max_examples=max(most // 3, 10), stateful_step_count=20, deadline=None),
    )
