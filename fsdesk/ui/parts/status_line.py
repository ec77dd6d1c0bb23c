"""The line at the foot of the window that always says, in words, that nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QProgressBar, QWidget

from fsdesk.ui.look import icons
from fsdesk.ui.look.announce import announce
from fsdesk.ui.look.worn import worn

SAVED, ALREADY = "Saved on this laptop", "Already saved"
NO_CONNECTION = "Working offline. Everything here works."
_SHORT = {SAVED: "Saved", NO_CONNECTION: "Offline is fine"}
_BETWEEN_NOTICES = timedelta(minutes=1)
_GAP, _BESIDE = 14, 14  # px at 100 %
_AS_IT_IS, _SHORTER, _SHORTEST = range(3)


class StatusLine(QFrame):
    """Saved state, what is so besides, and long work while there is some; in fewer words where there is less room.

    A screen reader hears of "saved" at most once a minute, and of what could not be kept at once. The rest changes
    quietly.
    """

    def __init__(self, now: Callable[[], datetime] = datetime.now, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "foot")
        self._now = now
        self._last_told: datetime | None = None
        self._saved_at: datetime | None = None
        self._icon = icons.label("circle-check", "moss", 16)
        self._state = _Told("note-strong")
        self._time = _Told("note")
        self._bar = QProgressBar()
        self._unsent = _Told("note", "muted")
        self._fact = _Told("note", "muted")
        self._always = _Told("note", "muted")
        self._cover = _Told("note", "muted")
        self._lay_out()
        self._always.say(NO_CONNECTION, _SHORT[NO_CONNECTION])
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
        self._fit()

    def show_fact(self, fact: str) -> None:
        """One more thing that is so, such as why there is no backup; empty for none."""
        self._fact.say(fact, fact)
        self._fit()

    def show_unsent(self, said: str, count: int) -> None:
        """So many plans wait to be sent, in words; empty for none."""
        self._unsent.say(said, f"{count} to send" if said else "")
        self._fit()

    def show_cover_in(self, minutes: int) -> None:
        """The screen covers itself in so many minutes; 0 where it never does by itself."""
        if minutes:
            self._cover.say(f"Screen covers itself in {minutes} min", f"Covers in {minutes} min")
        else:
            self._cover.say("F9 covers the screen", "F9 covers")
        self._fit()

    @property
    def text(self) -> str:
        """All that the line says now, as one sentence after another."""
        shown = (self._state, self._time, self._unsent, self._fact, self._always, self._cover)
        return " · ".join(label.text() for label in shown if label.text() and not label.isHidden())

    def _put(self, icon: str, ink: str, state: str, clock: str) -> None:
        icons.put(self._icon, icon, ink, 16)
        self._state.say(state, _SHORT.get(state, state))
        self._time.say(clock, clock)
        self._bar.hide()
        self._fit()

    def _fit(self) -> None:
        """Everything in its own words where there is room; else what matters least says less first, and then goes."""
        last = ((self._state, self._time, self._unsent), (self._always, self._cover))
        for level in (_AS_IT_IS, _SHORTER, _SHORTEST):
            for label in last[1]:
                label.shorten(level >= _SHORTER)
            for label in last[0]:
                label.shorten(level >= _SHORTEST)
            self._always.setHidden(False)
            if self._wanted() <= self.width():
                return
        self._always.setHidden(True)

    def _wanted(self) -> int:
        px = worn().px
        shown = [one for one in (*self._labels, self._bar) if not one.isHidden()]
        beside = px(2 * _BESIDE) + px(_GAP) * 4 + px(6) * (len(shown) + 6)
        return sum(one.sizeHint().width() for one in shown) + self._icon.sizeHint().width() + beside

    @property
    def _labels(self) -> tuple[_Told, ...]:
        return (self._state, self._time, self._unsent, self._fact, self._always, self._cover)

    def _lay_out(self) -> None:
        px = worn().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(_BESIDE), px(5), px(_BESIDE), px(5))
        row.setSpacing(px(6))
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(px(140))
        for part in (self._icon, self._state, self._time, self._bar):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        for part in (self._unsent, self._fact, self._always):
            row.addSpacing(px(_GAP))
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._cover)
        for part in (self._unsent, self._fact, self._cover):
            part.hide()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())  # it says less rather than keep the window wide

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()


class _Told(QLabel):
    """A few words, and fewer of them."""

    def __init__(self, role: str, ink: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("words", role)
        self.setProperty("ink", ink)
        self._full = self._short = ""

    def say(self, full: str, short: str) -> None:
        """It says this, in full or in short; without words it is not there."""
        self._full, self._short = full, short
        self.shorten(False)
        self.setHidden(not full)

    def shorten(self, short: bool) -> None:
        """It says the same in fewer words; a listener hears all of them."""
        said = self._short if short else self._full
        if self.text() != said:
            self.setText(said)
        self.setAccessibleName(self._full)
