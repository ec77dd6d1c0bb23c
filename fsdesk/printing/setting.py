"""How one document is set: its sizes, its columns and its direction; everything drawn asks here where it begins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from fsdesk.plans.model.people import PrintFormat
from fsdesk.plans.sheet.phrases import phrases
from fsdesk.plans.sheet.values import Profile, Sheet
from fsdesk.plans.sheet.variants import Variant
from fsdesk.printing import styles
from fsdesk.printing.directions import is_right_to_left
from fsdesk.printing.languages import in_letters, letters_of
from fsdesk.printing.lines import Row, draw_row, one_row, row_width, rows
from fsdesk.printing.pieces import written
from fsdesk.printing.styles import BOTTOM, PAGE, STRIP, TOP, WIDTH, Style
from fsdesk.printing.tags import NOT_READ, Element


class Setting(NamedTuple):
    """Sizes in points; offsets count from the edge where reading begins, so that a page can be mirrored."""

    body: Style = styles.BODY
    quote: Style = styles.QUOTE
    name: Style = styles.NAME
    sub: Style = styles.SUB
    heading: Style = styles.HEADING
    title: Style = styles.TITLE
    made: Style = styles.MADE
    footer: Style = styles.FOOTER
    label: Style = styles.LABEL
    """Words on a figure."""
    small: Style = styles.SMALL
    """Words inside a figure."""
    tick: float = 15.0
    """How wide a box to tick is."""
    side: float = styles.SIDE
    """Width of the column for names; 0 where everything stands in one column."""
    wide: float = WIDTH
    """Width of the text with the side column: no line reaches further."""
    top: float = TOP
    bottom: float = BOTTOM
    has_rules: bool = True
    """A rule stands over every heading."""
    has_pictures: bool = True
    """A picture stands beside every heading."""
    mirrored: bool = False
    """The page begins at the right, as Arabic does."""
    is_line_turned: bool = False
    """The 0 to 10 line begins at the right too."""
    digits: str = "0123456789"

    @property
    def text(self) -> float:
        """The width of the text column."""
        return self.wide - self.side

    @property
    def is_one_column(self) -> bool:
        """Whether names stand on lines of their own."""
        return self.side == 0

    @property
    def full(self) -> float:
        """The height of the text on one side."""
        return PAGE[1] - self.top - self.bottom

    @property
    def box(self) -> float:
        """How large a box to tick is."""
        return max(self.tick, self.body.size * 1.05)

    @property
    def picture(self) -> float:
        """How large the picture beside a heading is; 0 where there is none."""
        return 1.48 * self.heading.size if self.has_pictures else 0.0

    @property
    def heading_room(self) -> float:
        """Room that has to be left below the top of a heading: none stands in the last 25 mm of a side."""
        return 25 * mm + self.heading.leading + 6

    def number(self, number: int | str) -> str:
        """Return a number in the reader's digits."""
        return str(number).translate(str.maketrans("0123456789", self.digits))

    def of_ten(self, number: float) -> float:
        """Return how far along the line from where reading begins a number of 0 to 10 stands, in tenths."""
        return number if self.mirrored == self.is_line_turned else 10 - number

    def x(self, offset: float, wide: float = 0.0) -> float:
        """Return where something so wide has its left edge when it begins `offset` points into the line."""
        return WIDTH - offset - wide if self.mirrored else offset

    def draw(self, canvas: Canvas, row: Row, offset: float, y: float, style: Style) -> None:
        """Draw one row that begins `offset` points into the line, its base line at `y`."""
        wide = row_width(row, style.size) if self.mirrored else 0.0
        draw_row(canvas, row, self.x(offset, wide), y, style)

    def draw_ending(self, canvas: Canvas, row: Row, offset: float, y: float, style: Style) -> None:
        """Draw one row that ends `offset` points into the line."""
        wide = row_width(row, style.size)
        draw_row(canvas, row, self.x(offset - wide, wide), y, style)

    def rule(self, canvas: Canvas, offset: float, end: float, y: float) -> None:
        """Draw a level line from `offset` to `end`, with the pen as it is set."""
        canvas.line(self.x(offset), y, self.x(end), y)


_SCALED = 1.4
"""Line spacing of everything that is not set for clear print (PR-06)."""
_DYSLEXIA_TEXT = 350.0
"""Points of text a line in the dyslexia-friendly profile: 50 to 60 letters (PR-08, PR-05)."""
_DOT = " · "
"""What stands between the parts of a foot."""
_ACROSS = (PrintFormat.REVIEW_SHEET, PrintFormat.YOU_SAID_WE_DID)
"""Documents whose words run over the whole width, without a column for names."""


def setting_of(sheet: Sheet) -> Setting:
    """Return how a sheet is set: by its size, its profile and the direction of its language."""
    if sheet.kind is PrintFormat.CHILD:
        made = _own_page(sheet)
    elif sheet.kind is PrintFormat.EASY_READ:
        made = _easy_read(sheet)
    elif sheet.size > styles.BODY.size:
        made = _one_column(sheet.size)
    elif sheet.kind in _ACROSS or sheet.for_team:
        made = Setting(
            heading=styles.HEADING._replace(size=17, leading=22),
            title=styles.TITLE._replace(size=25, leading=30),
            side=0.0,
        )
    elif sheet.profile is Profile.DYSLEXIA:
        made = _spaced()
    else:
        made = Setting()
    return fitted(made, sheet)


def fitted(setting: Setting, sheet: Sheet) -> Setting:
    """Return the setting with room for the sheet's own head strip and foot, turned as its language runs."""
    setting = in_language(setting, sheet)
    foot = foot_rows(sheet, setting)
    top = TOP + (STRIP - 22 + strip_height(strip_rows(sheet, setting), setting) if sheet.strip else 0)
    bottom = BOTTOM + (len(foot) - 1) * setting.footer.leading + (setting.footer.leading - 17)
    return setting._replace(top=top, bottom=bottom)


def in_language(setting: Setting, sheet: Sheet) -> Setting:
    """Return the setting in the letters, the direction and the digits of the sheet's language."""
    pack, turned = phrases(sheet.lang).pack, is_right_to_left(sheet.lang)
    if not (turned or letters_of(sheet).fonts or sheet.digits != setting.digits):
        return setting
    named: dict[str, Any] = {
        name: in_letters(style, letters_of(sheet), is_turned=turned)
        for name, style in setting._asdict().items()
        if isinstance(style, Style)
    }
    return setting._replace(**named, mirrored=turned, is_line_turned=pack.is_line_turned, digits=sheet.digits)


def strip_height(strip: Sequence[Row], setting: Setting) -> float:
    """Return how high the strip at the head of every side is."""
    return len(strip) * setting.sub.leading + 3.6


def strip_rows(sheet: Sheet, setting: Setting, tag: Element | None = None) -> list[Row]:
    """Return the words of the strip in rows."""
    return rows((written(sheet.strip),), setting.sub, WIDTH - 20, tag)


def foot_rows(sheet: Sheet, setting: Setting) -> list[Row]:
    """Return the words at the foot of a side in rows; the number of the side stands at the end of the last.

    What does not fit on one row is broken between its parts, so that no dot hangs at the end of a row.
    """
    style = setting.footer
    number = rows((written(sheet.side.format(side=99, sides=99)),), style, WIDTH)[-1]
    room = WIDTH - row_width(number, style.size) - 12
    lines = [""]
    for part in sheet.footer.split(_DOT):
        longer = f"{lines[-1]}{_DOT}{part}" if lines[-1] else part
        fits = row_width(one_row(longer, style), style.size) <= room
        lines = [*lines[:-1], longer] if fits or not lines[-1] else [*lines, part]
    return [row for line in lines for row in rows((written(line),), style, room, NOT_READ)]


def _one_column(size: int) -> Setting:
    """Return large print: everything at least this size, names on lines of their own, no side column."""
    body = Style(size, size * _SCALED, size * 0.45)
    strong = body._replace(strong=True, after=0.0)
    return Setting(
        body=body,
        quote=body,
        name=strong,
        sub=strong._replace(after=size * 0.25),
        heading=Style(size * 4 / 3, size * 1.68, size * 0.3, styles.DEEP, True),
        title=Style(min(size * 2.2, 48), min(size * 2.2, 48) * 1.15, 4, styles.DEEP, True),
        made=body,
        footer=Style(size, size * 1.2),
        label=strong,
        side=0.0,
    )


def _easy_read(sheet: Sheet) -> Setting:
    """Return easy read: 18 points on 27, headings without rules (print design C)."""
    body = Style(sheet.size, sheet.size * 1.5)
    return _one_column(sheet.size)._replace(
        body=body,
        made=body,
        heading=Style(25, 32, 2, styles.DEEP, True),
        title=Style(36, 42, 0, styles.DEEP, True),
        has_rules=False,
        has_pictures=False,
    )


def _own_page(sheet: Sheet) -> Setting:
    """Return a child's own page in the letters taught at school, or a young person's in the usual ones."""
    childs, size = sheet.variant is Variant.CHILD, float(sheet.size)
    body = Style(size, size * 1.45, size * 0.2, childs=childs)
    strong = body._replace(strong=True)
    return Setting(
        body=body,
        quote=body._replace(size=size + 2, leading=(size + 2) * 1.45),
        name=strong,
        sub=strong,
        heading=Style(size + 4, (size + 4) * 1.35, 1, styles.DEEP, True, childs),
        title=Style(34, 42, 0, styles.DEEP, True, childs),
        made=body,
        footer=Style(16, 20, childs=childs),
        label=strong,
        tick=23,
        side=0.0,
        has_rules=False,
    )


def _spaced() -> Setting:
    """Return the dyslexia-friendly profile: body 14, lines 1.5 apart, shorter lines (PR-08)."""

    def spaced(style: Style, after: float) -> Style:
        return style._replace(leading=style.size * 1.5, after=after)

    return Setting(
        body=spaced(styles.BODY, 9),
        quote=spaced(styles.QUOTE._replace(size=14), 9),
        name=spaced(styles.NAME, 0),
        sub=spaced(styles.SUB, 6),
        made=spaced(styles.MADE._replace(size=14), 9),
        wide=styles.SIDE + _DYSLEXIA_TEXT,
    )
