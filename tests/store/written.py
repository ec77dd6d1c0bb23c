"""Edits as a store sees them: chained, in parts, about invented plans. What they mean is no concern of a store."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from fsdesk.plans import chain, edits
from fsdesk.plans.edits import Box, Edit, Header, Intent, Part, Wrote
from fsdesk.store.edit_rows import Chained

PLAN = "0190aa00-0000-7000-8000-000000000001"


@dataclass
class Pen:
    """Writes the chain of one laptop, with ids and salts that repeat from run to run."""

    device: str
    seq: int = 0
    link: bytes = chain.START
    written: list[Edit] = field(default_factory=list)

    def writes(
        self, words: str = "Dan rings the college", *, plan: str = PLAN, part: Part = Part.GENERAL
    ) -> Edit:
        """The next edit, with words in one part."""
        return self.writes_parts({part: words}, plan=plan)

    def writes_parts(self, words: Mapping[Part, str], *, plan: str = PLAN) -> Edit:
        """The next edit, with words in several parts."""
        parts = [(part, (Wrote("steps", "s1", "what", (said,)),)) for part, said in words.items()]
        salts = [self._random(f"salt{part}") for part, _ in parts]
        return self._keep(edits.make(self._header(plan), parts, salts))

    def writes_boxes(self, *kinds: int, plan: str = PLAN) -> Edit:
        """The next edit, with parts of any kinds, as a later fsdesk or a strange one might make it."""
        boxes = []
        for place, kind in enumerate(kinds):
            salt, body = self._random(f"salt{place}"), f"body {place}".encode()
            boxes.append(Box(kind, chain.commitment(salt, body), salt, body))
        bare = edits.make(self._header(plan), (), ())
        return self._keep(Edit(bare.header_bytes, tuple(boxes)))

    def _header(self, plan: str) -> Header:
        seq = self.seq + 1
        moment = 1_795_000_000_000 + seq
        return Header(
            f"{self.device}-{seq}",
            plan,
            self.device,
            seq,
            self.link,
            seq,
            moment,
            "Morag",
            Intent.WROTE.value,
        )

    def _keep(self, edit: Edit) -> Edit:
        self.seq, self.link = self.seq + 1, edit.link
        self.written.append(edit)
        return edit

    def _random(self, name: str) -> bytes:
        return hashlib.blake2b(
            f"{self.device} {self.seq} {name}".encode(), digest_size=chain.SALT_BYTES
        ).digest()


def chained(made: list[Edit]) -> list[Chained]:
    """Edits as a verified package hands them on."""
    return [Chained.of(edit) for edit in made]
