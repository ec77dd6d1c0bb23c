"""A store looked at from end to end: its key files, every page, every reference, every chain."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator

import msgspec

from fsdesk.jobs import Progress
from fsdesk.store import chain_check, devices, faults, keyfile
from fsdesk.store import folder as folder_
from fsdesk.store.harm import Harm
from fsdesk.store.refusals import Damaged, DiskFull
from fsdesk.store.store import Store

_MOST_NAMED = 10
_PAGE = re.compile(r"page (\d+)")

Check = Callable[[Store], Iterator[Harm]]


class LookedAt(msgspec.Struct, frozen=True):
    """How much of each kind a check goes through."""

    key_files: int
    pages: int
    laptops: int
    """Laptops whose chain of edits is walked from end to end."""
    heads: int
    """Places of those chains that their laptops signed."""


def looked_at(store: Store) -> LookedAt:
    """Return what `verify` goes through in this store. Raises Damaged where that cannot even be counted."""
    with store.reading() as tx:
        known = devices.every(tx)
        heads = sum(len(devices.heads(tx, one.id)) for one in known)
    [(pages,)] = store.ask("PRAGMA page_count")
    return LookedAt(
        key_files=len((keyfile.NAME, keyfile.COPY)), pages=int(str(pages)), laptops=len(known), heads=heads
    )


def verify(store: Store, progress: Progress) -> list[Harm]:
    """Return everything about an open store that is not as it should be; nothing means that all is well.

    Changes nothing but the place of what was written last, which moves from the log into store.db. Raises
    DiskTrouble when the folder is not where it was.
    """
    with faults.sorted_out():
        folder_.see(store.folder)
    found: list[Harm] = []
    for done, (words, check) in enumerate(_CHECKS):
        progress.step(done, len(_CHECKS), words)
        try:
            found += check(store)
        except Damaged as damage:
            found.append(Harm(folder_.DATABASE, damage.what))
    progress.step(len(_CHECKS), len(_CHECKS), "Done")
    return list(dict.fromkeys(found))


def _keys(store: Store) -> Iterator[Harm]:
    with faults.sorted_out():
        worn = keyfile.read(store.folder, folder_.salt(store.folder)).worn
    for name in worn:
        yield Harm(name, f"The file {name} is damaged, missing or of another store.")
    for name in store.worn:
        if name not in worn:
            yield Harm(name, f"The file {name} was damaged or missing, and was put right from its copy.")


def _pages(store: Store) -> Iterator[Harm]:
    with contextlib.suppress(DiskFull):  # what is still in the log is read through it by the other checks
        store.checkpoint()
    said = [str(row[0]) for row in store.ask("PRAGMA cipher_integrity_check")]
    pages = sorted({int(found[1]) for line in said if (found := _PAGE.search(line))})
    if pages:
        named = ", ".join(str(page) for page in pages[:_MOST_NAMED]) + (
            " …" if len(pages) > _MOST_NAMED else ""
        )
        yield Harm(folder_.DATABASE, f"The file store.db is damaged on {len(pages)} of its pages: {named}.")
    elif said:
        yield Harm(folder_.DATABASE, "The file store.db is damaged: it does not end where it should.")


def _structure(store: Store) -> Iterator[Harm]:
    if [row[0] for row in store.ask("PRAGMA integrity_check(1)")] != ["ok"]:
        yield Harm(folder_.DATABASE, "The tables of store.db do not fit together.")
    if store.ask("PRAGMA foreign_key_check"):
        yield Harm(folder_.DATABASE, "Something in store.db names what is not there.")


def _chains(store: Store) -> Iterator[Harm]:
    own = store.facts().device
    with store.reading() as tx:
        yield from chain_check.harms(tx, own)


_CHECKS: tuple[tuple[str, Check], ...] = (
    ("Looking at the key files", _keys),
    ("Looking at every page", _pages),
    ("Looking at the tables", _structure),
    ("Looking at every edit", _chains),
)
