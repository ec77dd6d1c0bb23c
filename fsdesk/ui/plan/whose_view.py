"""Whose rows, and whose view: the child that is looked at, and the person whose numbers stand there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.flow import Flow
from fsdesk.ui.plan.controls.chosen import OneOf
from fsdesk.ui.presenters.sections.shapes import Words
from fsdesk.ui.presenters.shown_section import Views
from fsdesk.ui.presenters.wellbeing import View

FROM, TO, BEFORE = "0  really hard just now", "10  how we’d want it", "the time before"


class Legend(QWidget):
    """What the ends of the scale mean, and the dashed box: the number given the time before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = worn().px
        flow = Flow(px(22), self)
        flow.addWidget(words.line(FROM, "note", "muted"))
        flow.addWidget(words.line(TO, "note", "muted"))
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        row.addWidget(_Dashed())
        row.addWidget(words.line(BEFORE, "note", "muted"))
        flow.addWidget(held)


class _Dashed(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(worn().px(18), worn().px(15))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(worn().look.heather), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)


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
        self._about = self._row("About", self._child)
        held = QWidget()
        flow = Flow(worn().px(20), held, between_lines=worn().px(6))
        flow.addWidget(self._about)
        flow.addWidget(self._row("Whose number?", self._viewer))
        column.addWidget(held)
        column.addWidget(Legend())
        self.hide()

    def show_views(self, views: Views) -> None:
        """These people can be chosen, and these are."""
        self._show(self._child, views.children, views.now.child)
        self._show(self._viewer, views.viewers, views.now.viewer)
        self._about.setVisible(len(views.children) > 1)
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
