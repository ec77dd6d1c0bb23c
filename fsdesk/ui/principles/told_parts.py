"""What is said of any principle: what it asks in our words, with its exact place, and who else says so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.presenters.same_idea import Same

NO_MATCH = "The table in Appendix 1 of the Glasgow strategy names no match."
IN_OUR_WORDS = "In our words"


def asked(statement: str, source: str, *, in_our_words: bool = True) -> QFrame:
    """What a principle asks, and where a reader of the published document finds it."""
    made = QFrame()
    made.setProperty("surface", "source-loch")
    column = QVBoxLayout(made)
    column.setContentsMargins(worn().px(10), worn().px(2), 0, worn().px(2))
    column.setSpacing(worn().px(2))
    if statement:
        column.addWidget(words.prose(statement, "body"))
    below = f"{IN_OUR_WORDS}. {source}" if in_our_words else source
    column.addWidget(words.prose(below, "note", "muted"))
    return made


def same_ideas(same: Sequence[Same]) -> QWidget:
    """What other lists call the idea, a row for each list."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(worn().px(10))
    grid.setVerticalSpacing(worn().px(7))
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 3)
    for at, one in enumerate(same):
        grid.addWidget(rule(), 2 * at, 0, 1, 2)
        named = words.prose(one.framework, "note", "muted")
        said = words.prose("\n".join(name.said for name in one.names), "body")
        said.setAccessibleName(f"{one.framework}: {one.said}")
        grid.addWidget(named, 2 * at + 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(said, 2 * at + 1, 1)
    if not same:
        grid.addWidget(words.prose(NO_MATCH, "body", "muted"), 0, 0, 1, 2)
    return made


def way_back(back: QPushButton) -> QHBoxLayout:
    """The way back to what can be chosen, where one pane has to do."""
    row = QHBoxLayout()
    row.setContentsMargins(worn().px(10), worn().px(5), 0, 0)
    row.addWidget(back)
    row.addStretch(1)
    return row


def rule() -> QFrame:
    """A hairline between rows."""
    made = QFrame()
    made.setProperty("surface", "rule")
    return made
