"""What every way in has in common: a title, what is asked, and the way back and on."""

from __future__ import annotations

from fsdesk.desk.passphrases import Strength
from fsdesk.ui.parts.busy_button import BusyButton
from fsdesk.ui.parts.new_passphrase import NewPassphrase
from fsdesk.ui.setup.step_door import StepDoor

NEW = "Your new passphrase"
TITLE = "fsdesk"


class WayDoor(StepDoor):
    """Has a new passphrase, where the way asks for one."""

    def __init__(self, title: str, lead: str, next_: BusyButton) -> None:
        super().__init__(None, title, lead, next_)
        self.setWindowTitle(TITLE)
        self.go_on = next_
        self.passphrase = NewPassphrase(NEW)

    def show_strength(self, found: Strength) -> None:
        self.passphrase.show_strength(found)

    def show_working(self, working: bool) -> None:
        self.go_on.set_busy(working)
        self.passphrase.set_waiting(working)
        self.back.setEnabled(not working)
        if working:
            self.notice.clear()

    def show_words(self, words: tuple[str, ...]) -> None:
        """Only asking the lead has words to show."""

    def forget(self) -> None:
        self.passphrase.forget()
