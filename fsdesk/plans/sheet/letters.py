"""The one letter by which an edition is known: never a name, never in the order in which readers came."""

from __future__ import annotations

from hashlib import blake2b

from fsdesk.plans.model.plan import Plan

LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ"
"""Letters that nobody misreads by hand: no I, L, O, U."""


def edition_letter(plan: Plan, reader_id: str) -> str:
    """Return the letter kept for this reader, or one drawn for them that no other reader of the plan has.

    The draw follows from the plan's and the person's own random ids, so that the same file prints the same page
    twice; the store keeps what was drawn. Beyond 22 readers letters come twice.
    """
    kept = {one.reader: one.letter for one in plan.print_editions if one.reader and _is_a_letter(one.letter)}
    if reader_id in kept:
        return kept[reader_id]
    order = _shuffled(f"{plan.id}\0{reader_id}")
    return next((letter for letter in order if letter not in kept.values()), order[0])


def _is_a_letter(kept: str) -> bool:
    """Say whether what was kept is one plain letter; anything longer could be a name and is not printed."""
    return len(kept) == 1 and "A" <= kept <= "Z"


def _shuffled(seed: str) -> list[str]:
    return sorted(LETTERS, key=lambda letter: blake2b(f"{seed}\0{letter}".encode(), digest_size=8).digest())
