"""A Sheet becomes one HTML file to listen to: the same words as on paper, nothing from elsewhere, no script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator

from fsdesk import resources
from fsdesk.plans.sheet.values import Cell, Section, Sheet
from fsdesk.printing import letters
from fsdesk.printing.html_blocks import block
from fsdesk.printing.markup import Words, direction, escaped, tag


def html(sheet: Sheet) -> bytes:
    """Return the sheet as one HTML file in UTF-8 that asks for nothing outside itself; the same twice.

    Raises CannotSet or UnseenSign as the PDF does, so that neither is there without the other.
    """
    letters.check(sheet)
    style = resources.read_text("print", "listen.css")
    language = {"lang": sheet.lang, "dir": direction(sheet.lang), "class_": f"size-{sheet.size}"}
    body = tag("body", _body(sheet))
    page = tag("html", f"\n{_head(sheet, style, has_pictures='<img ' in body)}\n{body}\n", **language)
    return f"<!DOCTYPE html>\n{page}\n".encode()


def _head(sheet: Sheet, style: str, *, has_pictures: bool) -> str:
    """Return the head: nothing may be loaded, run, sent or framed, and the one style is known by its digest."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    pictures = "img-src data:; " if has_pictures else ""  # those that stand in the file itself
    policy = f"default-src 'none'; {pictures}style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    parts = (
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="robots" content="noindex">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        tag("title", escaped(sheet.document_title)),
        tag("style", style),
    )
    return tag("head", "\n" + "\n".join(parts) + "\n")


def _body(sheet: Sheet) -> str:
    words = Words(sheet.lang)
    strip = tag("p", words.text(sheet.strip), class_="strip", role="note") if sheet.strip else ""
    unread = words.paragraphs(sheet.unchecked)
    strip += tag("div", unread, class_="strip unchecked", role="note") if unread else ""
    older = tag("p", words.line(sheet.older)) if sheet.older else ""
    made = tag("p", words.line(sheet.made)) if sheet.made else ""
    head = tag("header", strip + tag("h1", words.text(sheet.title)) + made + _box(sheet.box, words) + older)
    main = tag("main", "\n".join(_sections(sheet, words)))
    foot = tag("footer", tag("p", words.text(sheet.footer)))
    return "\n".join(("", head, _contents(sheet, words), main, foot, ""))


def _box(cells: tuple[Cell, ...], words: Words) -> str:
    made = "".join(
        (tag("p", tag("strong", words.text(cell.heading))) if cell.heading else "")
        + words.paragraphs(cell.lines)
        for cell in cells
    )
    return tag("div", made, class_="opening") if made else ""


def _contents(sheet: Sheet, words: Words) -> str:
    """Return the list of headings, where the paper has one too."""
    if not sheet.contents:
        return ""
    places = (
        tag("li", tag("a", words.text(section.heading), href=f"#{_place(at)}"))
        for at, section in enumerate((*sheet.sections, *sheet.last))
    )
    heading = tag("h2", words.text(sheet.contents), id="contents")
    return tag("nav", heading + tag("ol", "".join(places)), aria_labelledby="contents")


def _sections(sheet: Sheet, words: Words) -> Iterator[str]:
    for at, section in enumerate(sheet.sections):
        yield _section(section, at, words)
    for at, section in enumerate(sheet.last, start=len(sheet.sections)):
        yield _section(section, at, words, class_="public" if at == len(sheet.sections) else "")


def _section(section: Section, at: int, words: Words, **attributes: str) -> str:
    inside = "".join(block(one, words) for one in section.blocks)
    if not section.heading:
        return tag("section", inside, **attributes)
    heading = tag("h2", words.text(section.heading), id=_place(at))
    return tag("section", heading + inside, aria_labelledby=_place(at), **attributes)


def _place(at: int) -> str:
    return f"part-{at + 1}"
