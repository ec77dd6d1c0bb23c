"""A printed page read back: its text, fonts, sizes, and where its letters stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

import pypdf
import pypdfium2

from fsdesk import resources
from fsdesk.plans import document
from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans.audience import Edition, default_reader, hold_or_edition
from fsdesk.plans.sheet import Sheet, edition_letter, sheet_of, version_of
from fsdesk.printing.pdf import pdf


class Box(NamedTuple):
    """Where one letter stands on its page, in points from the lower left."""

    sign: str
    left: float
    low: float
    right: float
    high: float


def sample(name: str) -> m.Plan:
    """Return one of the six families."""
    return document.read(resources.read_bytes("samples", f"{name}.json"))


def edition_of(plan: m.Plan, reader: str | None = None, **more: object) -> Edition:
    """Return the reader's edition; by default the first carer's."""
    wanted = reader or default_reader(plan)
    found = hold_or_edition(plan, wanted, today=plan.sample_today or ex.TODAY, **more)
    assert isinstance(found, Edition), found
    return found


def sheet_for(plan: m.Plan, reader: str | None = None, **more: object) -> Sheet:
    """Return the reader's sheet."""
    edition = edition_of(plan, reader, **more)
    return sheet_of(edition, letter=edition_letter(plan, edition.reader.id), version=version_of(edition))


def printed(plan: m.Plan, reader: str | None = None, **more: object) -> bytes:
    """Return the reader's page as a PDF."""
    return pdf(sheet_for(plan, reader, **more))


def opened(made: bytes) -> pypdf.PdfReader:
    """Return the PDF, opened."""
    return pypdf.PdfReader(BytesIO(made))


def flat(text: str) -> str:
    """Return a text with every run of white space as one space."""
    return re.sub(r"\s+", " ", text).strip()


def sides(made: bytes) -> list[str]:
    """Return the text of every side, white space made one."""
    return [flat(page.extract_text()) for page in opened(made).pages]


def words(made: bytes) -> str:
    """Return the text of all sides, their feet and heads left out, so that sentences run on over sides."""
    return flat(" ".join(_without_foot(page) for page in opened(made).pages))


def _without_foot(page: pypdf.PageObject) -> str:
    lines = page.extract_text().splitlines()
    foot = re.compile(r"^(Our plan · |Side \d+ of \d+|Talking copy\.)")
    return " ".join(re.sub(r"^.*\(more\)", "", line) for line in lines if not foot.search(line))


def streams(made: bytes) -> Iterator[str]:
    """Yield every stream of the file, decompressed: pages, forms, fonts' maps."""
    reader = opened(made)
    for number in range(1, int(reader.trailer["/Size"])):
        held = reader.get_object(number)
        if isinstance(held, pypdf.generic.StreamObject):
            yield held.get_data().decode("latin-1")


def sizes(made: bytes) -> set[float]:
    """Return every size in which anything is set."""
    return {float(one) for held in streams(made) for one in re.findall(r"/F\d\S* ([\d.]+) Tf", held)}


def letters(made: bytes) -> list[list[Box]]:
    """Return where every visible letter of every side stands."""
    read = pypdfium2.PdfDocument(made)
    return [list(_letters(read[number].get_textpage())) for number in range(len(read))]


def _letters(page: pypdfium2.PdfTextPage) -> Iterator[Box]:
    text = page.get_text_range()
    for number in range(page.count_chars()):
        sign = text[number] if number < len(text) else "?"
        if sign.strip():
            yield Box(sign, *page.get_charbox(number))


def headings(made: bytes, size: float) -> list[list[tuple[float, str]]]:
    """Return, for every side, the height and text of what is set in this size."""
    found: list[list[tuple[float, str]]] = []
    for page in opened(made).pages:
        side: list[tuple[float, str]] = []

        def note(text, user, matrix, font, height, side=side):
            if text.strip() and abs(height - size) < 0.01:
                side.append((_place(user, matrix), text.strip()))

        page.extract_text(visitor_text=note)
        found.append(side)
    return found


def _place(user: list[float], matrix: list[float]) -> float:
    return user[1] * matrix[4] + user[3] * matrix[5] + user[5]
