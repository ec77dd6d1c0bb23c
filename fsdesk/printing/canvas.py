"""The canvas of every print: it sets words, and notes whose they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from reportlab.lib.colors import toColor
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from fsdesk.printing.fonts import SWELLED
from fsdesk.printing.marking import Side
from fsdesk.printing.shaping import Glyph
from fsdesk.printing.tags import NOT_READ, Element, Stretch

_SWELL = 0.035
"""How thick the line round letters of one weight is, as a part of their size."""
_ESCAPED = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256))} | {
    ord(sign): f"\\{sign}" for sign in "\\()"
}
"""How a byte is written in a string of a PDF, where it is not written as it is."""


class TaggedCanvas(Canvas):
    """A canvas on which everything is either part of an element or an artifact."""

    _currentMatrix: tuple[float, ...]  # noqa: N815 - the canvas's name

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.root = Element("Document")
        self.lang = str(kwargs.get("lang") or "")
        self._stretches: list[Stretch] = []
        self._is_silent = False
        super().__init__(*args, **kwargs)

    def transform(self, a: float, b: float, c: float, d: float, e: float, f: float) -> None:
        """Turn, stretch and move what follows, as the canvas does; every flowable asks for it, and this is quick."""
        a0, b0, c0, d0, e0, f0 = self._currentMatrix
        turned = (a0 * a + c0 * b, b0 * a + d0 * b, a0 * c + c0 * d, b0 * c + d0 * d)
        self._currentMatrix = (*turned, a0 * e + c0 * f + e0, b0 * e + d0 * f + f0)
        self._code.append(f"{a:.5f} {b:.5f} {c:.5f} {d:.5f} {e:.3f} {f:.3f} cm")

    def belongs(self, start: int, element: Element, lang: str = "", actual: str = "") -> None:
        """Note that what was drawn since line `start` of the side's code belongs to an element.

        `lang` is the language of its words; `actual` is the text to read where glyphs do not spell it.
        """
        if element is not NOT_READ and not self._is_silent:
            other = lang if lang != self.lang else ""
            self._stretches.append(Stretch(start, len(self._code), element, other, actual))

    def drawn(self) -> int:
        """Return how many lines of code the side has up to here."""
        return len(self._code)

    def words(self, pieces: Iterable[tuple[TTFont, str]], x: float, y: float, size: float) -> None:
        """Set words in their fonts with the base line at `y`.

        As the canvas's own text objects do it, at half their cost: a plan has hundreds of rows.
        """
        code = [f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm"]
        for font, text in pieces:
            for subset, signs in font.splitString(text, self._doc):
                name = font.getSubsetInternalName(subset, self._doc)
                shown = f"{name} {size:g} Tf ({signs.decode('latin-1').translate(_ESCAPED)}) Tj"
                code.append(self._swelled(shown, size) if font.fontName in SWELLED else shown)
        self._code.append(f"{' '.join(code)} ET")

    def _swelled(self, shown: str, size: float) -> str:
        """Return letters drawn with a line round them, so that the one weight of their font looks like a stronger one.

        Line and colour are set anew and put back: whatever is drawn next relies on what the canvas remembers.
        """
        ink, line = (toColor(one).rgb() for one in (self._fillColorObj, self._strokeColorObj))
        ink_now, line_now = (" ".join(f"{part:.4g}" for part in colour) for colour in (ink, line))
        return f"2 Tr {ink_now} RG {_SWELL * size:.3f} w {shown} 0 Tr {line_now} RG {self._lineWidth:g} w"

    def glyphs(self, font: TTFont, glyphs: Sequence[Glyph], x: float, y: float, size: float) -> None:
        """Set shapes, each in its place; those that follow each other as their own widths say go in one string."""
        code = ["BT"]
        for run in _runs(glyphs):
            first = run[0]
            code.append(f"1 0 0 1 {x + first.x * size:.2f} {y + first.y * size:.2f} Tm")
            for subset, signs in font.splitString("".join(chr(one.code) for one in run), self._doc):
                name = font.getSubsetInternalName(subset, self._doc)
                code.append(f"{name} {size:g} Tf ({signs.decode('latin-1').translate(_ESCAPED)}) Tj")
        self._code.append(f"{' '.join(code)} ET")

    @contextmanager
    def figure(self, alt: str, wide: float, high: float, parent: Element | None = None) -> Iterator[None]:
        """Let all that is drawn inside be one picture of this size, for which `alt` is read."""
        figure = Element("Figure", parent, alt=alt)
        figure.box = (*self.absolutePosition(0, 0), *self.absolutePosition(wide, high))
        with self.whole(figure):
            yield

    @contextmanager
    def whole(self, element: Element) -> Iterator[None]:
        """Let all that is drawn inside, shapes and forms too, belong to one element."""
        start, was_silent = self.drawn(), self._is_silent
        self._is_silent = True
        yield
        self._is_silent = was_silent
        self.belongs(start, element)

    def beginForm(self, *args: Any, **kwargs: Any) -> None:  # noqa: N802 - the canvas's name
        """Begin a form; what is drawn there belongs to whatever shows it."""
        self._is_silent = True
        super().beginForm(*args, **kwargs)

    def endForm(self, **kwargs: Any) -> None:  # noqa: N802
        """End the form."""
        super().endForm(**kwargs)
        self._is_silent = False

    def showPage(self) -> None:  # noqa: N802
        """End the side: its elements get their marks, in the order in which they were drawn."""
        self._code[:] = Side(self.root, self.getPageNumber() - 1).marked(self._code, self._stretches)
        self._stretches = []
        super().showPage()


def _runs(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Yield shapes in runs that stand on one line, each where the one before it ends."""
    run: list[Glyph] = []
    for one in glyphs:
        if run and (one.y != run[-1].y or abs(one.x - run[-1].x - run[-1].wide) > 1e-4):
            yield run
            run = []
        run.append(one)
    if run:
        yield run
