"""One page of the library: what a principle asks, its parts, who else says so, and the rules that look at it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.clearing import clear
from fsdesk.ui.parts.scrolled import Scrolled
from fsdesk.ui.presenters.library import TOGETHER_TITLE, Page, Part, RuleOf
from fsdesk.ui.principles.told_parts import asked, rule, same_ideas, way_back

PARTS, ELSEWHERE, RULES = "In parts", "The same idea elsewhere", "What looks at it in a plan, and why"
NO_RULE = "No rule looks at this one by itself."
IN_THE_TABLE = "What each list calls it"
_WIDEST = 780  # px at 100 %


class LibraryPage(QFrame):
    """Read-only: words, and the way back where there is one pane."""

    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "page")
        self.back = button("All lists", "arrow-left", "quiet")
        self.back.clicked.connect(self.back_asked)
        self.back.hide()
        self._inside = QWidget()
        self._inside.setMaximumWidth(worn().px(_WIDEST))
        self._column = QVBoxLayout(self._inside)
        px = worn().px
        self._column.setContentsMargins(px(24), px(16), px(24), px(20))
        self._column.setSpacing(px(10))
        self.scrolled = Scrolled(self._panel())
        self.scrolled.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # there is nothing else here to go to
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(way_back(self.back))
        column.addWidget(self.scrolled, 1)
        self.setFocusProxy(self.scrolled)

    def show_page(self, page: Page) -> None:
        """This page is read from its beginning."""
        clear(self._column)
        for part in self._parts(page):
            self._column.addWidget(part)
            part.show()
        self._column.addStretch(1)
        self.scrolled.verticalScrollBar().setValue(0)
        self.scrolled.setAccessibleName(page.title)
        self.scrolled.setAccessibleDescription(page.said)

    def _parts(self, page: Page) -> list[QWidget]:
        parts: list[QWidget] = [words.prose(page.title, "page")]
        if page.list:
            parts.append(words.prose(f"{page.list} · {page.id}", "note", "muted"))
        parts.append(asked(page.statement, page.source, in_our_words=bool(page.list and page.statement)))
        parts += [words.prose(said, "body", "muted") for said in (page.doubt, page.beyond) if said]
        if page.parts:
            parts += [words.line(PARTS, "card"), *(_part(one) for one in page.parts)]
        if page.is_principle or page.same:
            heading = IN_THE_TABLE if page.list == TOGETHER_TITLE else ELSEWHERE
            parts += [words.line(heading, "card"), same_ideas(page.same)]
        if page.rules:
            parts += [words.line(RULES, "card"), *(_rule(one) for one in page.rules)]
        elif page.is_principle and not page.beyond:
            parts += [words.line(RULES, "card"), words.prose(NO_RULE, "body", "muted")]
        return parts

    def _panel(self) -> QWidget:
        panel = QWidget()
        panel.setProperty("surface", "clear")
        row = QHBoxLayout(panel)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._inside, 1)
        row.addStretch(0)
        return panel


def _part(part: Part) -> QWidget:
    said = words.prose("", "body")
    said.say(f"{part.title}.", part.statement)
    below = part.source if not part.beyond else f"{part.source}. {part.beyond}"
    return _row(said, words.prose(below, "note", "muted"))


def _rule(one: RuleOf) -> QWidget:
    return _row(words.prose(f"{one.title} ({one.id})", "strong"), words.prose(one.why, "body"))


def _row(*lines: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(worn().px(3))
    for one in (*lines, rule()):
        column.addWidget(one)
    return made
