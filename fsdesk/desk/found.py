"""What a package or a receipt brought, or would bring."""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec

IMPORTED, ALREADY = "imported", "already"
PACKAGE, RECEIPT = "package", "receipt"


class Missing(NamedTuple):
    """Edits of a laptop that should come before those that are here."""

    device: str
    first: int
    last: int


class Gone(NamedTuple):
    """A record that would be taken out."""

    where: str
    """Where it stands, by ids: /voices/voice-1."""
    says: str
    """What kind of thing it is, and its first words."""


class HeldPlan(NamedTuple):
    """A plan of which a package brought something that waits for a person."""

    plan: str
    reason: str
    """A code: erased, chosen, takes_out, behind, withdrawn, copy."""
    says: str
    """The same in a sentence."""
    would_go: tuple[Gone, ...] = ()
    """What accepting it would take out."""

    def as_json(self) -> dict[str, Any]:
        """Return it under the keys that `fsdesk sync import --json` gives."""
        return self._asdict() | {"would_go": [one._asdict() for one in self.would_go]}


class Quarantined(NamedTuple):
    """A record or an edit that could not be read: kept as it came, and left out of its plan."""

    plan: str
    record: str
    reason: str


class Brings(NamedTuple):
    """What a package brings of one plan that is read now."""

    plan: str
    title: str
    new: bool
    """Whether the plan was not here before."""
    edits: int
    """Edits of it in the package, those among them that were here before."""
    differing: int
    """Fields of it that read two ways now."""


class Found(NamedTuple):
    """What came, or would come; counts are of plans unless they say otherwise."""

    status: str
    package: str
    """BLAKE2b-256 of the file, hexadecimal."""
    sender: str
    number: int
    edits: int = 0
    new: int = 0
    """Plans that were not here before."""
    changed: int = 0
    """Plans that were here and were folded again."""
    differing: int = 0
    """Fields that read two ways because of it."""
    withheld: int = 0
    """Parts of its edits that were not for us."""
    held: int = 0
    """Plans of which something is put aside until a person decides."""
    missing_before: tuple[Missing, ...] = ()
    kind: str = PACKAGE
    held_plans: tuple[HeldPlan, ...] = ()
    quarantined: tuple[Quarantined, ...] = ()
    """Records that could not be read, as far as their plans were put together now."""
    verified: bool = True
    """Whether the words of the sender's card were read aloud."""
    roster: str = ""
    """What became of the team list that it carried: new, same, older, unknown lead."""
    told: tuple[str, ...] = ()
    """What that list changed, a sentence each."""
    plans: tuple[Brings, ...] = ()
    """The plans that are new or changed, one by one, when they are few enough to look at each."""

    copies: tuple[str, ...] = ()
    """Laptops of which a second copy spoke in it."""

    def without_words(self) -> Found:
        """Return it without anybody's words, as it may be kept for good: an erasure does not reach there."""
        bare = tuple(one._replace(would_go=()) for one in self.held_plans)
        return self._replace(held_plans=bare, told=(), plans=())


_decoder = msgspec.msgpack.Decoder(Found)


def kept(result: bytes) -> Found | None:
    """Return what was kept of a package that was taken; nothing where an earlier fsdesk kept it otherwise."""
    try:
        return _decoder.decode(result)
    except msgspec.DecodeError:
        return None
