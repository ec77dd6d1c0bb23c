"""The card of cover and lock: three times, and the key that covers at once."""

from __future__ import annotations

from functools import partial

from fsdesk.errors import Refused
from fsdesk.settings import Choices
from fsdesk.ui.parts import words
from fsdesk.ui.parts.notice import Tone
from fsdesk.ui.presenters.settings.cover_lock import TIMES, CoverLockPresenter, offered, said_minutes
from fsdesk.ui.settings.rows import Card, Choose, Row

KEY_NOTE = "A laptop that goes to sleep locks by itself"


class CoverLockCard(Card):
    """What is chosen is kept at once; there is nothing to save."""

    def __init__(self) -> None:
        super().__init__("Cover and lock")
        self._lists = {time.name: Choose(time.title, 9) for time in TIMES}
        for time in TIMES:
            self.add(Row(time.title, time.note, self._lists[time.name]))
        self.add(Row("Cover and lock now", KEY_NOTE, words.key("F9"), words.key("Ctrl+L")))
        self.setFocusProxy(self._lists[TIMES[0].name])

    def serve(self, presenter: CoverLockPresenter) -> None:
        """From now on, what the person does here goes to this presenter."""
        for name, shown in self._lists.items():
            shown.act = partial(presenter.choose, name)

    def show_times(self, chosen: Choices) -> None:
        self.notice.clear()
        for time in TIMES:
            offer = [(minutes, said_minutes(time, minutes)) for minutes in offered(time, chosen)]
            self._lists[time.name].show_offer(offer, getattr(chosen, time.name))

    def show_refused(self, refused: Refused) -> None:
        self.notice.say(Tone.LOOK_HERE, refused.what_next, refused.what)
