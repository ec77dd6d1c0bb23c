"""Words as HTML: every sign of markup a letter like others, every language named, every direction kept."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable

from fsdesk.plans.sheet.values import Line, Run
from fsdesk.printing.directions import is_right_to_left

_NUMBER = re.compile(r"\+?\d(?:[ \u00a0]?\d){6,}|\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b")
"""Phone numbers and plan codes: left to right in every language."""


class Words:
    """Makes markup for one language: words of another say so, and keep to their own direction."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._turned = is_right_to_left(lang)

    def text(self, text: str) -> str:
        """Return a text of the page's own language."""
        made = escaped(text)
        if self._turned:
            made = _NUMBER.sub(lambda number: f'<bdi dir="ltr">{number.group()}</bdi>', made)
        return made.replace("\n", "<br>")

    def line(self, line: Line) -> str:
        """Return one paragraph's runs."""
        return "".join(map(self._run, line))

    def _run(self, run: Run) -> str:
        made = self.text(run.text)
        if run.text.strip() and run.lang != self._lang:
            made = tag("span", made, lang=run.lang, dir=direction(run.lang))
        return tag("strong", made) if run.strong else made

    def paragraphs(self, lines: Iterable[Line]) -> str:
        """Return lines as paragraphs of their own."""
        return "".join(tag("p", self.line(line)) for line in lines)

    def cell(self, lines: tuple[Line, ...]) -> str:
        """Return lines as they stand in a cell or a point: bare when there is one."""
        return self.line(lines[0]) if len(lines) == 1 else self.paragraphs(lines)


def direction(lang: str) -> str:
    """Return the direction of a language as HTML names it."""
    return "rtl" if is_right_to_left(lang) else "ltr"


def escaped(text: str) -> str:
    """Return a text whose signs stand for themselves; one that HTML forbids is shown as a sign that is missing."""
    return "".join(map(_allowed, html.escape(unicodedata.normalize("NFC", _lines(text)), quote=False)))


def _lines(text: str) -> str:
    return re.sub("\r\n?|[\u2028\u2029]", "\n", text)


def _allowed(sign: str) -> str:
    is_control = unicodedata.category(sign) in {"Cc", "Cs", "Cn"} and sign not in "\n\t"
    return "\N{REPLACEMENT CHARACTER}" if is_control else sign


def tag(name: str, inside: str = "", /, **attributes: str) -> str:
    """Return an element; an attribute without a value is left out, and `class_` is the attribute class."""
    given = "".join(_attribute(key, value) for key, value in attributes.items() if value)
    return f"<{name}{given}>{inside}</{name}>"


def _attribute(key: str, value: str) -> str:
    return f' {key.rstrip("_").replace("_", "-")}="{html.escape(value)}"'


def listed(items: Iterable[str], **attributes: str) -> str:
    """Return a list of equals."""
    return tag("ul", "".join(tag("li", item) for item in items), **attributes)
