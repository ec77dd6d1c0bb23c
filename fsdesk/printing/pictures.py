"""Pages of a PDF as pictures, so that what is shown before printing is the print itself."""

from __future__ import annotations

import threading
from typing import NamedTuple

import pypdfium2

_ONE_AT_A_TIME = threading.Lock()
"""PDFium may be used by one thread only at any moment; a window looks at pages on several."""


class PagePicture(NamedTuple):
    """One page: its size in pixels and its pixels, three bytes (red, green, blue) each, row by row."""

    width: int
    height: int
    rgb: bytes


def pages(pdf: bytes, width: int) -> list[PagePicture]:
    """Return every page of a PDF as a picture `width` pixels wide."""
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return [_picture(page, width) for page in document]
        finally:
            document.close()


def page(pdf: bytes, at: int, width: int) -> PagePicture:
    """Return one page of a PDF, the first being 0, as a picture `width` pixels wide. Raises IndexError past its end."""
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            if not 0 <= at < len(document):
                raise IndexError(at)
            return _picture(document[at], width)
        finally:
            document.close()


def count(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()


def _picture(page: pypdfium2.PdfPage, width: int) -> PagePicture:
    bitmap = page.render(
        scale=width / page.get_width(), rev_byteorder=True, prefer_bgrx=False, no_smoothtext=False
    )
    try:
        return PagePicture(bitmap.width, bitmap.height, _without_gaps(bitmap))
    finally:
        bitmap.close()
        page.close()


def _without_gaps(bitmap: pypdfium2.PdfBitmap) -> bytes:
    """Return the rows of a bitmap one right after the other; PDFium fills each up to a multiple of four bytes."""
    used = bitmap.width * 3
    if bitmap.stride == used:
        return bytes(bitmap.buffer)
    rows = memoryview(bitmap.buffer).cast("B")
    return b"".join(rows[at * bitmap.stride : at * bitmap.stride + used] for at in range(bitmap.height))
