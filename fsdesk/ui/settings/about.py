"""About: what this program is, where it keeps things on this laptop, and the pages of its handbook."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.presenters.settings.about import Fact, facts, pages
from fsdesk.ui.settings.rows import Card, Columns, Inset, Row


class AboutTopic(Columns):
    """Every place can be selected and copied."""

    def __init__(self, store: Path) -> None:
        here, handbook = Card("fsdesk on this laptop"), Card("The handbook")
        here.add(*(_fact(one) for one in facts(store)))
        handbook.add(*(_fact(one) for one in pages()))
        super().__init__([here], [handbook])
        first: QLineEdit | None = here.findChild(QLineEdit)
        if first is not None:
            self.setFocusProxy(first)


def _fact(fact: Fact) -> QWidget:
    if not fact.is_place:
        return Row(fact.title, f"{fact.text}\n{fact.note}".strip())
    place = QLineEdit(fact.text)
    place.setReadOnly(True)
    place.setCursorPosition(0)
    place.setAccessibleName(f"{fact.title}: {fact.text}")
    parts: list[QWidget] = [words.prose(fact.title, "strong"), place]
    if fact.note:
        parts.append(words.prose(fact.note, "note", "muted"))
    made = Inset(*parts)
    made.column.setSpacing(worn().px(4))
    return made
