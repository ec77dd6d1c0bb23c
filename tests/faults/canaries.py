"""Words that stand nowhere else: planted in every field of a plan, and looked for in every file afterwards."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

import msgspec

from fsdesk.plans import model as m
from fsdesk.plans.examples import a_plan, a_strength
from tests.plans.any_plan import whole_plan
from tests.store.pictures import that_shows

STEM = "quavixo"
"""What every planted word begins with."""


def planted() -> tuple[m.Plan, int]:
    """A plan with a word of its own in every text of every field, and how many there are."""
    numbers = count(1)
    plan = whole_plan(lambda collection, field: f"{STEM}{next(numbers)}")
    pictures = tuple(_with_planted_bytes(one) for one in plan.media)
    return msgspec.structs.replace(plan, media=pictures), next(numbers) - 1 - len(pictures)


def _with_planted_bytes(picture: m.Media) -> m.Media:
    held = that_shows(f"{STEM}picture".encode())
    text = base64.b64encode(held).decode()
    return msgspec.structs.replace(
        picture, base64=text, hash=hashlib.blake2b(held, digest_size=32).hexdigest()
    )


def planted_for_print() -> m.Plan:
    """A good plan with planted words where they are printed; no gate holds it."""
    strength = a_strength(f"{STEM}strength", id="strength")
    return a_plan(
        id="printed",
        code="9K2M-4T7F",
        title=f"{STEM}title",
        family_name=f"{STEM}family",
        strengths=(strength,),
    )


def _spellings(stem: str) -> Iterator[bytes]:
    """The stem as files may hold it: plain, two bytes a letter, and inside base64 and hexadecimal text."""
    for said in (stem, stem.upper(), stem.title()):
        yield said.encode()
        yield said.encode("utf-16-le")
        yield said.encode("utf-16-be")
        yield said.encode().hex().encode()
        yield from (_base64(said.encode(), shift) for shift in range(3))


def _base64(said: bytes, shift: int) -> bytes:
    """What stays the same of some bytes in base64, whatever stands around them, when they begin at this place."""
    text = base64.b64encode(bytes(shift) + said)
    first = {0: 0, 1: 2, 2: 3}[shift]
    return text[first : (shift + len(said)) * 4 // 3]


_ANY = re.compile(b"|".join(re.escape(one) for one in set(_spellings(STEM))))


def holds(content: bytes) -> bool:
    """Say whether some bytes hold a planted word, however it is spelt."""
    return _ANY.search(content) is not None


def holding(folders: Iterable[Path]) -> set[Path]:
    """The files under these folders that hold a planted word, in their content or in their name."""
    files = [path for folder in folders for path in folder.rglob("*")]
    return {
        path for path in files if holds(path.name.encode()) or (path.is_file() and holds(path.read_bytes()))
    }
