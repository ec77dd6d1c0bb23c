"""Whose rows, and whose view: the child that is looked at, and the person whose numbers stand there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.plan.controls.chosen import OneOf
from fsdesk.ui.plan.controls.number import KEYS
from fsdesk.ui.presenters.sections.shapes import Words
from fsdesk.ui.presenters.shown_section import Views
from fsdesk.ui.presenters.wellbeing import View


class WhoseView(QWidget):
    """Hidden where there is nobody to choose from."""

    asked = Signal(object)  # View

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._child, self._viewer = OneOf("About"), OneOf("Whose number?")
        for chosen in (self._child, self._viewer):
            chosen.typed.connect(lambda _: self.asked.emit(View(self._child.text, self._viewer.text)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(worn().px(6))
        column.addWidget(self._row("About", self._child))
        column.addWidget(self._row("Whose number?", self._viewer))
        column.addWidget(words.prose(KEYS, "note", "muted"))
        self.hide()

    def show_views(self, views: Views) -> None:
        """These people can be chosen, and these are."""
        self._show(self._child, views.children, views.now.child)
        self._show(self._viewer, views.viewers, views.now.viewer)
        self.setVisible(bool(views.children))

    def _show(self, chosen: OneOf, options: Words, value: str) -> None:
        chosen.show_options(options)
        chosen.show_text(value)

    def _row(self, label: str, chosen: OneOf) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(worn().px(10))
        row.addWidget(words.line(label, "strong"))
        row.addWidget(chosen, 1)
        return made
