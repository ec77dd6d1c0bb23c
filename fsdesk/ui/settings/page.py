"""Safe on this laptop: cover and lock, and backups, each in a card of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fsdesk.errors import Refused
from fsdesk.settings import Choices
from fsdesk.ui.look.worn import worn
from fsdesk.ui.parts import words
from fsdesk.ui.parts.busy_button import BusyButton
from fsdesk.ui.parts.buttons import chip
from fsdesk.ui.parts.flow import Flow
from fsdesk.ui.parts.notice import Notice, Tone
from fsdesk.ui.parts.scrolled import Scrolled
from fsdesk.ui.presenters.settings import TIMES, SettingsPresenter, Time, offered, said_minutes

_WIDE = 620  # px at 100 %


class SettingsPage(QWidget):
    """What is chosen is kept at once; there is nothing to save and nothing to send off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter: SettingsPresenter | None = None
        self._notice = Notice()
        self._rows = {time.name: _Times(time) for time in TIMES}
        self._last = words.prose("", "note", "muted")
        self._back_up = BusyButton("Back up now", "Backing up...", "hard-drive")
        self._lay_out()
        self.setFocusProxy(self._rows[TIMES[0].name])

    def serve(self, presenter: SettingsPresenter) -> None:
        """From now on, what the person does here goes to this presenter."""
        self._presenter = presenter
        for name, row in self._rows.items():
            row.serve(partial(presenter.choose, name))
        self._back_up.asked.connect(presenter.back_up)

    def show_times(self, chosen: Choices) -> None:
        for row in self._rows.values():
            row.show_chosen(chosen)

    def show_backup(self, text: str, making: bool) -> None:
        self._last.setText(text)
        self._back_up.set_busy(making)

    def show_refused(self, refused: Refused) -> None:
        self._notice.say(Tone.LOOK_HERE, refused.what_next, refused.what)

    def _lay_out(self) -> None:
        px = worn().px
        panel = QWidget()
        column = QVBoxLayout(panel)
        column.setContentsMargins(px(28), px(20), px(28), px(20))
        column.setSpacing(px(16))
        column.addWidget(words.line("Settings", "page"))
        column.addWidget(self._notice)
        column.addWidget(_card("Cover and lock", *self._rows.values(), _cover_key()))
        column.addWidget(_card("Backups", self._backups()))
        column.addStretch(1)
        held = QHBoxLayout(self)
        held.setContentsMargins(0, 0, 0, 0)
        held.addWidget(Scrolled(panel))

    def _backups(self) -> QWidget:
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        told = QVBoxLayout()
        told.addWidget(words.line("The last one", "strong"))
        told.addWidget(self._last)
        inside.addLayout(told, 1)
        inside.addWidget(self._back_up)
        return row


class _Times(QWidget):
    """One time, and the chips to choose it by."""

    def __init__(self, time: Time, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._time = time
        self._chips = QButtonGroup(self)
        self._act: Callable[[int], None] = lambda _: None
        self._inside = QWidget()
        self._flow = Flow(worn().px(8), self._inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(worn().px(3))
        column.addWidget(words.line(time.title, "strong"))
        column.addWidget(words.prose(time.note, "note", "muted"))
        column.addWidget(self._inside)
        self._chips.idClicked.connect(lambda minutes: self._act(minutes))

    def serve(self, act: Callable[[int], None]) -> None:
        """From now on this hears which time was chosen."""
        self._act = act

    def show_chosen(self, chosen: Choices) -> None:
        """The chip of the time that is chosen is pressed."""
        for minutes in offered(self._time, chosen):
            if self._chips.button(minutes) is None:
                made = chip(said_minutes(minutes))
                made.setAccessibleName(f"{self._time.title}: {said_minutes(minutes)}")
                self._chips.addButton(made, minutes)
                self._flow.addWidget(made)
        now = self._chips.button(getattr(chosen, self._time.name))
        now.setChecked(True)
        self.setFocusProxy(now)


def _card(title: str, *rows: QWidget) -> QFrame:
    px = worn().px
    card = QFrame()
    card.setProperty("surface", "raised")
    card.setMaximumWidth(px(_WIDE))
    inside = QVBoxLayout(card)
    inside.setContentsMargins(px(16), px(12), px(16), px(14))
    inside.setSpacing(px(12))
    inside.addWidget(words.line(title, "heading"))
    for row in rows:
        inside.addWidget(row)
    return card


def _cover_key() -> QWidget:
    row = QWidget()
    inside = QHBoxLayout(row)
    inside.setContentsMargins(0, 0, 0, 0)
    told = QVBoxLayout()
    told.addWidget(words.line("Cover key", "strong"))
    told.addWidget(words.prose("Also when the laptop goes to sleep", "note", "muted"))
    inside.addLayout(told, 1)
    inside.addWidget(words.key("F9"))
    return row
