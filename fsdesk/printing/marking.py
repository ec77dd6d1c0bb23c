"""The drawing of a side with its marks: every line belongs to an element of the tree, or else is an artifact."""

from __future__ import annotations

from collections.abc import Sequence

from fsdesk.printing.tags import Element, Mark, Stretch

_ARTIFACT = Element("Artifact")
_QUIET = frozenset({"q", "Q", "cm", "rg", "RG", "g", "G", "w", "J", "j", "d", "n", "gs", "i", "M", ""})
"""Operators after which nothing new is to be seen; whatever else stands outside an element is an artifact."""


class Side:
    """The drawing of one side on its way to being marked."""

    def __init__(self, root: Element, side: int) -> None:
        self._root, self._side = root, side
        self._marks = 0
        self._open: Element | None = None
        self._made: list[str] = []
        self._waiting: list[str] = []

    def marked(self, code: Sequence[str], stretches: Sequence[Stretch]) -> list[str]:
        """Return the lines of the drawing with marked content round them, each mark inside its own q and Q."""
        at = 0
        for stretch in stretches:
            self._unread(code[at : stretch.start])
            self._take(stretch, code[stretch.start : stretch.end])
            at = stretch.end
        self._unread(code[at:])
        self._close()
        return self._made

    def _take(self, stretch: Stretch, lines: Sequence[str]) -> None:
        element = stretch.element
        if stretch.lang or stretch.actual:
            element = element.part(stretch.lang, stretch.actual)
        self._place(element)
        self._begin(element)
        self._made += lines

    def _place(self, element: Element) -> None:
        """Let an element come into the tree, after those it stands in."""
        if not element.is_placed:
            element.is_placed = True
            around = element.parent or self._root
            if around is not self._root:
                self._place(around)
            around.kids.append(element)

    def _unread(self, lines: Sequence[str]) -> None:
        for line in lines:
            operator = line.rsplit(None, 1)[-1] if line and not line.isspace() else ""
            if operator in {"q", "Q"}:
                self._close()
                self._made.append(line)
            elif operator in _QUIET:
                self._waiting.append(line)
            else:
                self._begin(_ARTIFACT)
                self._made.append(line)

    def _begin(self, element: Element) -> None:
        if self._open is element:
            self._made += self._waiting
            self._waiting = []
            return
        self._close()
        self._open = element
        if element is _ARTIFACT:
            self._made.append("/Artifact BMC")
            return
        said = f" /ActualText {_hex(element.actual)}" if element.actual else ""
        self._made.append(f"/{element.role} <</MCID {self._marks}{said}>> BDC")
        element.kids.append(Mark(self._side, self._marks))
        self._marks += 1

    def _close(self) -> None:
        if self._open is not None:
            self._made.append("EMC")
            self._open = None
        self._made += self._waiting
        self._waiting = []


def _hex(text: str) -> str:
    """Return a text as a string of a PDF, in UTF-16 with the mark that says so."""
    return f"<feff{text.encode('utf-16-be').hex()}>"
