"""Headings with their rule and picture, written into the outline; headings inside a section; the contents."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable, Spacer

from fsdesk.plans.model.people import PrintFormat
from fsdesk.plans.sheet.values import Key, Sheet
from fsdesk.printing import pictograms
from fsdesk.printing.canvas import TaggedCanvas
from fsdesk.printing.containers import begun
from fsdesk.printing.lines import Row, has_word_wider, one_row, rows
from fsdesk.printing.passages import Passage, base
from fsdesk.printing.pieces import written
from fsdesk.printing.setting import Setting
from fsdesk.printing.styles import DEEP, WIDTH
from fsdesk.printing.tags import Element

_TITLE = "title"
_BIG_PICTURE = 1.8
"""How large the picture beside the title is, as a multiple of its letters."""
_PICTURES = {PrintFormat.YOU_SAID_WE_DID: Key.ANSWERS}
"""The picture beside the title, where it is another than the family's."""
_ABOVE_RULE = 4.0
_BELOW_RULE = 7.0


class Mark(Flowable):
    """A place in the outline, and for a section in the contents; it takes no room."""

    def __init__(self, place: str, text: str) -> None:
        super().__init__()
        self._place, self._text = place, text
        self.width = self.height = 0

    def draw(self) -> None:
        """Write the place into the outline."""
        self.canv.bookmarkPage(self._place)
        self.canv.addOutlineEntry(self._text, self._place, 0)
        if self._place != _TITLE:
            self.canv.stood.append((self._text, self.canv.getPageNumber()))


class Heading(Flowable):
    """The heading of a section: rule, picture, words; it stands in the outline and in the contents."""

    def __init__(self, key: Key, text: str, number: int, setting: Setting) -> None:
        super().__init__()
        self._key, self._text, self._setting = key, text, setting
        self._mark = Mark(f"part-{number}", text)
        self._left = setting.side or (setting.picture + 10 if setting.has_pictures else 0)
        self._rows = rows((written(text),), setting.heading, setting.wide - self._left, Element("H2"))
        self.spaceAfter = setting.heading.after

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - platypus's names
        """Return its size."""
        words = len(self._rows) * self._setting.heading.leading
        rule = _ABOVE_RULE + _BELOW_RULE if self._setting.has_rules else 2
        self.width, self.height = WIDTH, rule + max(words, self._setting.picture)
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """Return nothing, which moves it to the next side; bare words when no side can hold them."""
        if self.height <= self._setting.full:
            return []
        style = self._setting.heading
        whole = Passage((written(self._text),), self._setting, style, left=0, tag=Element("H2"))
        parts = begun([whole], availWidth, availHeight)
        return [self._mark, *parts] if parts else []

    def draw(self) -> None:
        """Draw it and write it into the outline."""
        setting, style, size = self._setting, self._setting.heading, self._setting.picture
        top = self.height
        if setting.has_rules:
            top -= _ABOVE_RULE
            self.canv.setStrokeColor(DEEP)
            self.canv.setLineWidth(1.6)
            setting.rule(self.canv, 0, WIDTH, top)
            top -= _BELOW_RULE
        if setting.has_pictures:
            pictograms.draw(self.canv, self._key, setting.x(0, size), top - size, size)
        down = max(0.0, (size - len(self._rows) * style.leading) / 2)
        for at, row in enumerate(self._rows):
            setting.draw(self.canv, row, self._left, top - down - base(style) - at * style.leading, style)
        self._mark.drawOn(self.canv, 0, top)


class SubHeading(Passage):
    """A heading inside a section, or of the contents; `role` says of which level."""

    def __init__(self, text: str, setting: Setting, role: str = "H3") -> None:
        super().__init__((written(text),), setting, setting.sub, tag=Element(role))
        self.spaceBefore = 4


class Title(Flowable):
    """The title of the document with who made it, beside the family's picture."""

    def __init__(self, sheet: Sheet, setting: Setting) -> None:
        super().__init__()
        self._sheet, self._setting = sheet, setting
        self._picture = _BIG_PICTURE * setting.title.size
        self._left = self._picture + 14
        self._title = rows((written(sheet.title),), setting.title, WIDTH - self._left, Element("H1"))
        wide = has_word_wider(sheet.made, setting.made, setting.wide - self._left)
        self._made_left = 0.0 if wide else self._left
        self._made = rows(sheet.made, setting.made, setting.wide - self._made_left)
        self._mark = Mark(_TITLE, sheet.title)
        self.spaceAfter = max(setting.made.after, 7)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Return its size."""
        style, made = self._setting.title, len(self._made) * self._setting.made.leading
        beside = made if self._made_left else 0.0
        self._upper = max(len(self._title) * style.leading + style.after + beside, self._picture)
        self.width, self.height = WIDTH, self._upper + made - beside
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """Return bare words: a title that no side can hold runs on over the next."""
        setting = self._setting
        title = Passage((written(self._sheet.title),), setting, setting.title, left=0, tag=Element("H1"))
        made = Passage(self._sheet.made, setting, setting.made, left=0)
        parts = begun([title, made], availWidth, availHeight)
        return [self._mark, *parts] if parts else []

    def draw(self) -> None:
        """Draw it and write it first into the outline."""
        setting, size, style = self._setting, self._picture, self._setting.title
        key = Key.SHARING if self._sheet.for_team else _PICTURES.get(self._sheet.kind, Key.OPENING)
        pictograms.draw(self.canv, key, setting.x(2, size), self.height - size - 2, size)
        y = self.height
        for row in self._title:
            setting.draw(self.canv, row, self._left, y - base(style) * 0.9, style)
            y -= style.leading
        y = y - style.after if self._made_left else self.height - self._upper
        for row in self._made:
            setting.draw(self.canv, row, self._made_left, y - base(setting.made), setting.made)
            y -= setting.made.leading
        self._mark.drawOn(self.canv, 0, self.height)


class Contents(Flowable):
    """The list of headings; the numbers of their sides are known only at the end and are filled in then."""

    def __init__(self, headings: Sequence[str], setting: Setting) -> None:
        super().__init__()
        self._setting, toc = setting, Element("TOC")
        self._entries = [_entry_rows(text, setting, Element("TOCI", toc)) for text in headings]
        self.spaceAfter = setting.body.after

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Return its size."""
        lines = sum(len(one) for one in self._entries)
        self.width, self.height = WIDTH, lines * self._setting.body.leading
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """Return nothing, which moves it to the next side; a list that no side can hold is left out."""
        return [Spacer(0, 0)] if self.height > self._setting.full else []

    def draw(self) -> None:
        """Draw each heading, and leave a place for the number of its side."""
        y, style = self.height, self._setting.body
        for at, entry in enumerate(self._entries):
            for row in entry:
                self._setting.draw(self.canv, row, self._setting.side, y - base(style), style)
                y -= style.leading
            with self.canv.whole(entry[-1].tag):
                self.canv.saveState()
                self.canv.translate(0, y + style.leading - base(style))
                self.canv.doForm(_place(at))
                self.canv.restoreState()
        self.canv.entries = len(self._entries)


def _place(at: int) -> str:
    return f"contents-{at}"


def _entry_rows(text: str, setting: Setting, tag: Element) -> list[Row]:
    return rows((written(text),), setting.body, setting.text - 3 * setting.body.size, tag)


def fill_contents(canvas: TaggedCanvas, sides: Sequence[int], setting: Setting) -> None:
    """Write the number of its side beside each heading of the contents."""
    high = setting.body.leading
    for at, side in enumerate(sides):
        canvas.beginForm(_place(at), 0, -high, WIDTH, high)
        setting.draw_ending(
            canvas, one_row(setting.number(side), setting.body), setting.wide, 0, setting.body
        )
        canvas.endForm()
