"""Long work as a page of its own: what is done, what is now, what comes, and a Stop that leaves things as they were."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from fsdesk.ui.look import icons
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.buttons import button

KEEPS_GOING = "You can carry on elsewhere; this keeps going."
STOPPING = "Stopping keeps what you had before. Nothing is half done."
_WIDE = 620  # px at 100 %


class Working(QWidget):
    """Esc stops, as the button does."""

    stopped = Signal()
    elsewhere_asked = Signal()

    def __init__(self, title: str, steps: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self._title = words.prose(title, "page")
        self._lead = words.prose(KEEPS_GOING, "body", "muted")
        self._shapes: list[QLabel] = []
        self._labels: list[QLabel] = []
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._count, self._left = words.line("", "strong"), words.line("", "body", "muted")
        self.stop = button("Stop")
        self.stop.clicked.connect(self.stopped)
        self.elsewhere = button("Carry on elsewhere", kind="main")
        self.elsewhere.clicked.connect(self.elsewhere_asked)
        self._lay_out()
        self.setFocusProxy(self.elsewhere)
        self.show_step(0, len(steps))

    def show_begun(self, what: str, to: str) -> None:
        """This work has begun, for these people."""
        self._title.setText(what)
        self._lead.setText(f"For {to}. {KEEPS_GOING}")
        self.show_step(0, len(self._steps))

    def show_step(self, done: int, total: int, left: str = "") -> None:
        """So many parts are done, and how long the rest takes; parts of a step do not end the steps after it."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._count.setText(f"{done} of {total}")
        self._left.setText(left)
        self._bar.setAccessibleName(" ".join(part for part in (self._count.text(), left) if part))
        if total == len(self._steps):
            self._show_steps(done)

    def _show_steps(self, done: int) -> None:
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

    def _lay_out(self) -> None:
        px = worn().px
        card = QFrame()
        card.setProperty("surface", "card")
        card.setMaximumWidth(px(_WIDE))
        inside = QVBoxLayout(card)
        inside.setContentsMargins(px(32), px(26), px(32), px(26))
        inside.setSpacing(px(12))
        inside.addWidget(self._title)
        inside.addWidget(self._lead)
        inside.addWidget(self._bar)
        counts = QHBoxLayout()
        counts.addWidget(self._count, 1)
        counts.addWidget(self._left)
        inside.addLayout(counts)
        for step in self._steps:
            inside.addLayout(self._row(step))
        inside.addLayout(self._ways_out())
        column = QVBoxLayout(self)
        column.addStretch(1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card, 100)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addStretch(2)

    def _ways_out(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(worn().px(10))
        foot.addWidget(self.stop)
        foot.addWidget(words.key("Esc"), 0, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(words.prose(STOPPING, "note", "muted"), 1)
        foot.addWidget(self.elsewhere)
        return foot

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
