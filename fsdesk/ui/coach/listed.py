"""What stands in the coach's list besides ideas: headings, what goes well, notes of judgement, a calm nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.presenters.coach_beside import Elsewhere
from fsdesk.ui.presenters.ideas import Judgement, Well

NOTHING = "Nothing to suggest here"
NOTHING_TEXT = "The family may still want to change it."


def group_header(title: str, framework: str) -> QFrame:
    """A principle, and whose it is."""
    px = worn().px
    made = QFrame()
    made.setProperty("surface", "group")
    row = QHBoxLayout(made)
    row.setContentsMargins(px(12), px(8), px(12), px(8))
    row.addWidget(words.prose(title, "strong"), 1)
    row.addWidget(words.line(framework, "note", "muted"), 0, Qt.AlignmentFlag.AlignTop)
    return made


def well_card(well: Well) -> QFrame:
    """A principle that the plan shows, told first by a tick."""
    px = worn().px
    made = QFrame()
    made.setProperty("surface", "well")
    row = QHBoxLayout(made)
    row.setContentsMargins(px(12), px(9), px(12), px(9))
    row.setSpacing(px(8))
    row.addWidget(icons.label("circle-check", "moss", 17), 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(px(2))
    top = QHBoxLayout()
    top.addWidget(words.prose(well.title, "strong"), 1)
    top.addWidget(words.line(well.framework, "note", "muted"), 0, Qt.AlignmentFlag.AlignTop)
    column.addLayout(top)
    column.addWidget(words.prose(well.statement, "note"))
    row.addLayout(column, 1)
    return made


def well_line(well: Well) -> QFrame:
    """A principle that this part of the plan shows, in a line before the ideas."""
    px = worn().px
    made = QFrame()
    made.setProperty("surface", "well")
    made.setAccessibleName(f"Going well, {well.framework}: {well.title}")
    row = QHBoxLayout(made)
    row.setContentsMargins(px(12), px(8), px(12), px(8))
    row.setSpacing(px(8))
    row.addWidget(icons.label("circle-check", "moss", 17), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words.prose(well.title, "strong"), 1)
    row.addWidget(words.line(well.framework, "note", "muted"), 0, Qt.AlignmentFlag.AlignTop)
    return made


def elsewhere_rows(elsewhere: Sequence[Elsewhere], go: Callable[[str], None]) -> QWidget:
    """The other parts in which ideas wait, each a way there."""
    px = worn().px
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(px(12), px(10), px(12), px(10))
    column.setSpacing(px(2))
    column.addWidget(words.line("Elsewhere in this plan", "strong"))
    for one in elsewhere:
        column.addLayout(_elsewhere(one, go))
    return made


def _elsewhere(one: Elsewhere, go: Callable[[str], None]) -> QHBoxLayout:
    row = QHBoxLayout()
    link = button(one.title.replace("&", "&&"), kind="link", dense=True)
    link.setAccessibleName(f"{one.title}, {one.ideas} {'idea' if one.ideas == 1 else 'ideas'}")
    link.clicked.connect(lambda: go(one.key))
    row.addWidget(link)
    row.addStretch(1)
    row.addWidget(icons.label("message-circle", "heather", 16))
    row.addWidget(words.line(str(one.ideas), "note-strong", "heather"))
    return row


def small_heading(text: str) -> QWidget:
    """A heading inside the list."""
    px = worn().px
    made = words.line(text, "strong")
    made.setContentsMargins(px(12), px(10), px(12), px(4))
    return made


def aside(text: str) -> QWidget:
    """Words that stand quietly in the list."""
    px = worn().px
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(px(12), px(10), px(12), px(10))
    column.addWidget(words.prose(text, "body", "muted"))
    return made


def nothing_here(see: Callable[[], None]) -> QWidget:
    """Nothing waits here, and where to see what goes well."""
    px = worn().px
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(px(12), px(14), px(12), px(14))
    column.setSpacing(px(6))
    top = QHBoxLayout()
    top.setSpacing(px(8))
    top.addWidget(icons.label("circle-check", "moss", 20), 0, Qt.AlignmentFlag.AlignTop)
    top.addWidget(words.prose(NOTHING, "card"), 1)
    column.addLayout(top)
    column.addWidget(words.prose(NOTHING_TEXT, "body"))
    more = button("See what’s going well", dense=True)
    more.clicked.connect(see)
    row = QHBoxLayout()
    row.addWidget(more)
    row.addStretch(1)
    column.addLayout(row)
    return made


def judgements_note(
    judgements: Sequence[Judgement], ask_again: Callable[[str], None], back: Callable[[], None]
) -> QWidget:
    """Ideas that were answered, each as it was shown then, with the answer and a way to be asked again."""
    px = worn().px
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(px(12), px(10), px(12), px(10))
    column.setSpacing(px(10))
    column.addWidget(words.prose("Notes of your judgement", "strong"))
    for one in judgements:
        column.addWidget(_judgement(one, ask_again))
    away = button("Back to the ideas", "arrow-left", "quiet", dense=True)
    away.clicked.connect(back)
    row = QHBoxLayout()
    row.addWidget(away)
    row.addStretch(1)
    column.addLayout(row)
    return made


def _judgement(one: Judgement, ask_again: Callable[[str], None]) -> QFrame:
    px = worn().px
    made = QFrame()
    made.setProperty("surface", "raised")
    column = QVBoxLayout(made)
    column.setContentsMargins(px(10), px(8), px(10), px(8))
    column.setSpacing(px(4))
    column.addWidget(words.prose(one.message, "note", "muted"))
    column.addWidget(words.prose(one.words or "Kept as it was written.", "body"))
    again = button("Ask me again", kind="quiet", dense=True)
    again.setAccessibleName(f"Ask me again: {one.message}")
    again.clicked.connect(lambda: ask_again(one.answer))
    row = QHBoxLayout()
    row.addWidget(again)
    row.addStretch(1)
    column.addLayout(row)
    return made
