"""What a process under test does to a store, said line by line as it is acknowledged: the desk's own functions."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from fsdesk.desk import (
    backups,
    drafts,
    erasures,
    locks,
    opening,
    plain_export,
    plans,
    receiving,
    recovery,
)
from fsdesk.desk.desk import Desk
from fsdesk.errors import Refused
from fsdesk.plans import document
from fsdesk.plans.examples import a_plan, a_strength
from fsdesk.plans.merge import Current
from fsdesk.plans.model.plan import Plan
from fsdesk.store.refusals import InUse
from fsdesk.store.store import Store
from tests.faults import next_schema
from tests.faults.rooms import OTHER_PASSPHRASE, PLAN
from tests.store.stores import CHEAP, NAME, PASSPHRASE

NOBODY = 65534
Doing = Iterator[str]
"""A deed: it first gets ready and yields nothing, then each line is something acknowledged."""


def say(words: str) -> None:
    """Put one line on the output, at once."""
    os.write(1, words.encode() + b"\n")


def write(folder: str, seed: str) -> Doing:
    """Write edits and drafts one after the other, without end; each line names what is kept from now on."""
    chance = random.Random(int(seed))
    with opening.open_desk(Path(folder), PASSPHRASE) as desk:
        now = plans.current(desk, PLAN)
        made = edits_in(now)
        typed = max((number_typed(one.text) for one in drafts.every(desk)), default=0)
        yield ""
        while True:
            if chance.random() < 0.5:
                made += 1
                now = plans.save(desk, now, with_one_more(now, made, chance.choice((0, 10, 2_000))))
                yield f"edit {made}"
            else:
                typed += 1
                field = chance.choice(FIELDS)
                type_in(desk, field, typed)
                yield f"draft {field} {typed}"


FIELDS = ("what", "thanks", "why_hard")
"""Where drafts are typed."""


def edits_in(now: Current) -> int:
    """How many strengths, one an edit, were added to the plan."""
    return sum(1 for one in now.plan.strengths if one.id.startswith("s-"))


def with_one_more(now: Current, number: int, length: int = 0) -> Plan:
    """The plan with a strength more, and one field that changes every time."""
    more = a_strength(f"number {number}" + " and more" * length, whose=(), id=f"s-{number}")
    strengths = (*now.plan.strengths, more)
    return msgspec.structs.replace(now.plan, strengths=strengths, neighbourhood=f"after {number}")


def type_in(desk: Desk, field: str, number: int) -> None:
    """Keep a draft that says which it is."""
    text = f"typing {number} " + "word " * (number % 50)
    drafts.keep(desk, plan=PLAN, collection="steps", record="s", field=field, text=text, cursor=len(text))


def number_typed(text: str) -> int:
    """Which draft it is, whole as it was typed."""
    number = int(text.split()[1])
    assert f"typing {number} " + "word " * (number % 50) == text
    return number


def take_turns(folder: str, name: str, edits: str) -> Doing:
    """Add edits one opening at a time, again and again asking for a store that others want as well."""
    yield ""
    made = 0
    while made < int(edits):
        try:
            desk = opening.open_desk(Path(folder), PASSPHRASE)
        except InUse:
            os.sched_yield()
            continue
        with desk:
            now = plans.current(desk, PLAN)
            more = a_strength(f"{name} {made}", whose=(), id=f"{name}-{made}")
            wanted = msgspec.structs.replace(now.plan, strengths=(*now.plan.strengths, more))
            plans.save(desk, now, wanted)
        yield more.id
        made += 1


def reopen(folder: str) -> Doing:
    """Open a store, with whatever the last process left of its log, and close it."""
    yield ""
    opening.open_desk(Path(folder), PASSPHRASE).close()
    yield "done"


def save(folder: str, tries: str) -> Doing:
    """Save one edit."""
    with opening.open_desk(Path(folder), PASSPHRASE) as desk:
        now = plans.current(desk, PLAN)
        wanted = with_one_more(now, edits_in(now) + 1)
        yield ""
        yield from _tried(tries, lambda: plans.save(desk, now, wanted))


def draft(folder: str, tries: str) -> Doing:
    """Keep one draft."""
    with opening.open_desk(Path(folder), PASSPHRASE) as desk:
        yield ""
        yield from _tried(tries, lambda: type_in(desk, FIELDS[0], 1))


def fold(folder: str, tries: str) -> Doing:
    """Close a store whose last edit stands in the log only, so that the log moves into the database."""
    desk = opening.open_desk(Path(folder), PASSPHRASE)
    now = plans.current(desk, PLAN)
    plans.save(desk, now, with_one_more(now, edits_in(now) + 1))
    yield ""
    yield from _tried(tries, desk.close)


def take(folder: str, tries: str, package: str) -> Doing:
    """Take a package in."""
    with opening.open_desk(Path(folder), PASSPHRASE) as desk:
        yield ""
        yield from _tried(tries, lambda: receiving.take(desk, Path(package)))


def change_passphrase(folder: str, tries: str) -> Doing:
    """Give a store another passphrase."""
    with Store.open(Path(folder), PASSPHRASE) as store:
        yield ""
        yield from _tried(tries, lambda: store.change_passphrase(OTHER_PASSPHRASE, CHEAP))


def bring_in(folder: str, tries: str) -> Doing:
    """Bring a plan document in."""
    brought = document.read_document(document.write(a_plan(id="another", code="7777-7777")))
    with opening.open_desk(Path(folder), PASSPHRASE) as desk:
        yield ""
        yield from _tried(tries, lambda: plans.import_document(desk, brought))


def migrate(folder: str, tries: str) -> Doing:
    """Open a store with a program whose schema is one step further."""
    with next_schema.next_schema():
        yield ""
        yield from _tried(tries, lambda: opening.open_desk(Path(folder), PASSPHRASE).close())


def create(folder: str, tries: str) -> Doing:
    """Make a store."""
    yield ""
    place = Path(folder)
    yield from _tried(
        tries,
        lambda: opening.create(place, name=NAME, role="worker", passphrase=PASSPHRASE, derivation=CHEAP),
    )


def back_up(folder: str, tries: str) -> Doing:
    """Make a backup."""
    with opening.open_desk(Path(folder), PASSPHRASE) as desk:
        yield ""
        yield from _tried(tries, lambda: backups.make(desk))


def restore(folder: str, tries: str) -> Doing:
    """Bring a store back from its backup."""
    yield ""
    yield from _tried(tries, lambda: _restored(Path(folder)))


def _restored(folder: Path) -> None:
    with backups.beside(folder, PASSPHRASE) as ready:
        ready.swap()


def change_lock(folder: str, tries: str) -> Doing:
    """Write a store anew under another key, with another passphrase."""
    yield ""
    place = Path(folder)
    yield from _tried(
        tries,
        lambda: locks.change(place, PASSPHRASE, new_passphrase=OTHER_PASSPHRASE, derivation=CHEAP),
    )


def recover(folder: str, tries: str, sheet: str) -> Doing:
    """Open a store with its recovery sheet, and give it another passphrase."""
    typed = Path(sheet).read_bytes()
    yield ""
    yield from _tried(
        tries, lambda: recovery.recover(Path(folder), typed, OTHER_PASSPHRASE, derivation=CHEAP)
    )


def as_somebody(folder: str) -> Doing:
    """Be an account without special rights, and go on writing to a store whose folder was made read-only."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    desk = opening.open_desk(Path(folder), PASSPHRASE)
    now = plans.current(desk, PLAN)
    yield ""
    yield f"save {_outcome(lambda: plans.save(desk, now, with_one_more(now, edits_in(now) + 1)))}"
    yield f"passphrase {_outcome(lambda: desk.store.change_passphrase(OTHER_PASSPHRASE, CHEAP))}"
    desk.close()
    yield "closed"
    yield f"open {_outcome(lambda: opening.open_desk(Path(folder), PASSPHRASE).close())}"


def _outcome(act: Callable[[], object]) -> str:
    return next(_tried("1", act))


def _tried(tries: str, act: Callable[[], object]) -> Doing:
    """Do it; when it is refused, say so, and do it again as long as there are tries left."""
    for left in reversed(range(int(tries))):
        try:
            act()
        except Refused as refusal:
            yield f"refused {type(refusal).__name__}"
            if not left:
                return
        else:
            yield "done"
            return


def erase(folder: str, tries: str) -> Doing:
    """Erase a plan."""
    with opening.open_desk(Path(folder), PASSPHRASE) as desk:
        yield ""
        yield from _tried(tries, lambda: erasures.erase(desk, PLAN))


def export_plain(folder: str, tries: str) -> Doing:
    """Write everything in plain files, beside the store."""
    place = Path(folder)
    with opening.open_desk(place, PASSPHRASE) as desk:
        yield ""
        yield from _tried(tries, lambda: plain_export.write(desk, PASSPHRASE, place.with_name("out")))


_WRITING = (write, take_turns, save, draft, fold, take, bring_in, as_somebody, erase)
_KEEPING = (reopen, change_passphrase, migrate, create, back_up, restore, change_lock, recover, export_plain)
DEEDS: dict[str, Callable[..., Doing]] = {deed.__name__: deed for deed in (*_WRITING, *_KEEPING)}
