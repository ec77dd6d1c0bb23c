"""The line at the foot of the window that always says, in words, that nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from fsdesk.ui.look import icons
from fsdesk.ui.look.announce import announce
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words

SAVED, ALREADY = "Saved on this laptop", "Already saved"
NO_CONNECTION = "Nothing needs a connection."
_BETWEEN_NOTICES = timedelta(minutes=1)


class StatusLine(QFrame):
    """Saved state, two facts at most, and long work while there is some.

    A screen reader hears of "saved" at most once a minute, and of what could not be kept at once.
    """

    def __init__(self, now: Callable[[], datetime] = datetime.now, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "foot")
        self._now = now
        self._last_told: datetime | None = None
        self._saved_at: datetime | None = None
        self._icon = icons.label("circle-check", "moss", 16)
        self._state = words.line("", "note-strong")
        self._time = words.line("", "note")
        self._bar = QProgressBar()
        self._fact = words.line("", "note", "muted")
        self._always = words.line(NO_CONNECTION, "note", "muted")
        self._lay_out()
        self.show_saved()

    def show_saved(self, at: datetime | None = None) -> None:
        """Says that everything is saved, and since when, if anything was changed since the plans were opened."""
        self._saved_at = at or self._saved_at
        clock = f"{self._saved_at:%H:%M}" if self._saved_at else ""
        self._put("circle-check", "moss", SAVED, clock)
        now = self._now()
        if at and (self._last_told is None or now - self._last_told >= _BETWEEN_NOTICES):
            self._last_told = now
            announce(self, f"{SAVED}, {clock}")

    def show_already_saved(self, at: datetime | None = None) -> None:
        """Answers somebody who asks whether all is saved: it is already, and since when."""
        self._saved_at = at or self._saved_at
        clock = f"{self._saved_at:%H:%M}" if self._saved_at else ""
        self._put("circle-check", "moss", ALREADY, clock)
        announce(self, f"{ALREADY}, {clock}" if clock else ALREADY)

    def show_not_saved(self, what: str) -> None:
        """Says what could not be written, at once; the page says what to do about it."""
        self._put("triangle-alert", "amber", what, "")
        announce(self, what, at_once=True)

    def show_work(self, what: str, done: int, total: int) -> None:
        """Says how far long work is; ``total`` 0 means that nobody knows yet."""
        counted = f"{what}, {done} of {total}" if total else what
        self._put("loader", "loch", counted, "")
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setAccessibleName(counted)
        self._bar.show()

    def show_fact(self, fact: str) -> None:
        """One more thing that is so, such as what is not yet sent; empty for none."""
        self._fact.setText(fact)
        self._fact.setVisible(bool(fact))

    @property
    def text(self) -> str:
        """All that the line says now, as one sentence after another."""
        shown = (self._state, self._time, self._fact, self._always)
        return " · ".join(label.text() for label in shown if label.text())

    def _put(self, icon: str, ink: str, state: str, clock: str) -> None:
        icons.put(self._icon, icon, ink, 16)
        self._state.setText(state)
        self._time.setText(clock)
        self._time.setVisible(bool(clock))
        self._bar.hide()

    def _lay_out(self) -> None:
        px = worn().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(5), px(14), px(5))
        row.setSpacing(px(6))
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(px(140))
        for part in (self._icon, self._state, self._time, self._bar):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(px(14))
        row.addWidget(self._fact)
        row.addSpacing(px(14))
        row.addWidget(self._always)
        row.addStretch(1)
        self._fact.hide()
