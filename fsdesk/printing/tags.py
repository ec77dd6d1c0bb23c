"""What a screen reader is told: which words belong to which element, noted while the sides are drawn.

Every paragraph that is laid out has an element, and whatever draws a row tells the canvas whose it is. So a new
document is tagged without asking for it: what has an element is read, everything else is an artifact.
"""

from __future__ import annotations

from typing import NamedTuple


class Mark(NamedTuple):
    """A stretch of the drawing of one side that belongs to an element; both count from 0."""

    side: int
    number: int


class Element:
    """One element of the structure tree: its role (ISO 32000-1, 14.8.4), where it stands, what is said in its place.

    It comes into the tree when its first words are drawn, after whatever was drawn before. Rows that run over to
    the next side take their element along, so that one paragraph stays one paragraph.
    """

    __slots__ = ("actual", "alt", "box", "is_placed", "kids", "lang", "parent", "role", "scope")

    def __init__(
        self,
        role: str = "P",
        parent: Element | None = None,
        *,
        alt: str = "",
        actual: str = "",
        lang: str = "",
        scope: str = "",
    ) -> None:
        self.role, self.parent = role, parent
        self.alt, self.actual, self.lang, self.scope = alt, actual, lang, scope
        self.kids: list[Element | Mark] = []
        self.box: tuple[float, ...] | None = None
        self.is_placed = False

    def part(self, lang: str, actual: str = "") -> Element:
        """Return a part of it in another language or with a text of its own; words that run on stay one part."""
        last = self.kids[-1] if self.kids else None
        if (
            isinstance(last, Element)
            and last.role == "Span"
            and last.lang == lang
            and not (actual or last.actual)
        ):
            return last
        return Element("Span", self, lang=lang, actual=actual)


def item(listed: Element) -> Element:
    """Return the place for the words of one more item of a list."""
    return Element("LBody", Element("LI", listed))


NOT_READ = Element("Artifact")
"""For words that a listener has heard already: feet, a name that stands there once more, repeated headings."""


class Stretch(NamedTuple):
    """Lines of a side's drawing that belong to one element."""

    start: int
    end: int
    element: Element
    lang: str = ""
    """Other than the document's; empty when it is the same."""
    actual: str = ""
    """What its glyphs spell, where they do not say so themselves: letters joined, or turned round."""
