"""Long work as a page of its own: what is done, what is now, what comes, and a Stop that leaves things as they were."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button

STOPPING = "Stopping keeps what you had before. Nothing is half done."
_WIDE = 620  # px at 100 %


class Working(QWidget):
    """Esc stops, as the button does."""

    stopped = Signal()

    def __init__(self, title: str, steps: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self._shapes: list[QLabel] = []
        self._labels: list[QLabel] = []
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._count = words.line("", "strong")
        self.stop = button("Stop")
        self.stop.clicked.connect(self.stopped)
        self._lay_out(title)
        self.setFocusProxy(self.stop)
        self.show_step(0, len(steps))

    def show_step(self, done: int, total: int) -> None:
        """So many steps are done; the one after them is being done."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._count.setText(f"{done} of {total}")
        self._bar.setAccessibleName(self._count.text())
        for at, (shape, label) in enumerate(zip(self._shapes, self._labels, strict=True)):
            icon, ink = (
                ("circle-check", "moss")
                if at < done
                else ("circle-dot", "loch")
                if at == done
                else ("circle", "muted")
            )
            icons.put(shape, icon, ink, 20)
            label.setProperty("words", "strong" if at == done else "body")
            label.style().polish(label)

    def _lay_out(self, title: str) -> None:
        px = worn().px
        card = QFrame()
        card.setProperty("surface", "card")
        card.setFixedWidth(px(_WIDE))
        inside = QVBoxLayout(card)
        inside.setContentsMargins(px(32), px(26), px(32), px(26))
        inside.setSpacing(px(12))
        inside.addWidget(words.prose(title, "page"))
        inside.addWidget(self._bar)
        inside.addWidget(self._count)
        for step in self._steps:
            inside.addLayout(self._row(step))
        foot = QHBoxLayout()
        foot.setSpacing(px(10))
        foot.addWidget(self.stop)
        foot.addWidget(words.key("Esc"), 0, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(words.prose(STOPPING, "note", "muted"), 1)
        inside.addLayout(foot)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def _row(self, step: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(worn().px(12))
        shape, label = icons.label("circle", "muted", 20), words.line(step, "body")
        self._shapes.append(shape)
        self._labels.append(label)
        row.addWidget(shape)
        row.addWidget(label, 1)
        return row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.stopped.emit()
        else:
            super().keyPressEvent(event)
