"""Pages as they were accepted by somebody who looked at them: `python -m tests.printing.accepted` makes them anew."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageChops

from fsdesk.plans.model.people import PrintFormat
from fsdesk.plans.sheet import edition_letter, sheet_of, version_of
from fsdesk.printing import pictures
from fsdesk.printing.pdf import pdf
from tests.printing.documents import Document
from tests.printing.pages import edition_of, sample

FOLDER = Path(__file__).parents[1] / "data" / "pages"
_WIDTH = 420
"""Pixels; small enough to keep, large enough to see a line that moved."""


class Accepted(NamedTuple):
    """One page of one document in one language."""

    document: Document
    language: str
    page: int

    @property
    def file(self) -> Path:
        """Where the accepted picture lies."""
        return FOLDER / f"{self.document}-{self.language}-{self.page}.png"

    def picture(self) -> Image.Image:
        """Return the page as it is drawn now, in shades of grey."""
        drawn = pictures.pages(_paper(self.document, self.language), _WIDTH)[self.page - 1]
        return Image.frombytes("RGB", (drawn.width, drawn.height), drawn.rgb).convert("L")


PAGES = (
    Accepted(Document("F1", PrintFormat.PLAN), "en", 1),
    Accepted(Document("F1", PrintFormat.PLAN), "en", 2),
    Accepted(Document("F1", PrintFormat.PLAN), "en", 3),
    Accepted(Document("F1", PrintFormat.PLAN), "en", 6),
    Accepted(Document("F6", PrintFormat.PLAN), "en", 2),
    Accepted(Document("F1", PrintFormat.LARGE_PRINT), "en", 1),
    Accepted(Document("F1", PrintFormat.EASY_READ), "en", 1),
    Accepted(Document("F1", PrintFormat.CHILD, "jude"), "en", 1),
    Accepted(Document("F1", PrintFormat.REVIEW_SHEET), "en", 1),
    Accepted(Document("F1", PrintFormat.YOU_SAID_WE_DID), "en", 1),
    Accepted(Document("F1", PrintFormat.PLAN), "pl", 1),
    Accepted(Document("F5", PrintFormat.PLAN, "rania"), "ar", 1),
    Accepted(Document("F1", PrintFormat.PLAN), "ur", 1),
)


@cache
def _paper(wanted: Document, language: str) -> bytes:
    plan = sample(wanted.family)
    edition = edition_of(plan, wanted.reader, format=wanted.format)
    letter = edition_letter(plan, edition.reader.id)
    return pdf(sheet_of(edition, language=language, letter=letter, version=version_of(edition)))


def changed(before: Image.Image, after: Image.Image) -> float:
    """Return the share of dots that differ by more than a shade that smoothing makes; 1 for another size."""
    if before.size != after.size:
        return 1.0
    clear = ImageChops.difference(before, after).point(lambda shade: 255 if shade > 60 else 0)
    return clear.histogram()[255] / (before.width * before.height)


def accept() -> None:
    """Keep every page as it is drawn now."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for one in PAGES:
        held = BytesIO()
        one.picture().save(held, "PNG", optimize=True)
        one.file.write_bytes(held.getvalue())


if __name__ == "__main__":
    accept()
