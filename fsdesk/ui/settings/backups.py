"""The card of backups: the last one, another disk for copies, one made now, and how an earlier day comes back."""

from __future__ import annotations

from fsdesk.errors import Refused
from fsdesk.ui.parts.asking_file import ask_for_folder
from fsdesk.ui.parts.busy_button import BusyButton
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.notice import Tone
from fsdesk.ui.parts.pill import Pill
from fsdesk.ui.presenters.settings.backing_up import MAKING, BackingUpPresenter, Told
from fsdesk.ui.settings.rows import Card, Row

HERE_NOTE = "Made each day by itself, kept 35 days, locked like the plans"
RESTORE = (
    "Lock the plans, then in a terminal: fsdesk store restore. It shows the backup and what is here side by side, and "
    "asks before anything changes. What was here before is kept among the backups."
)
FOLDER_TITLE = "A folder on another disk, for copies of backups"


class BackupsCard(Card):
    """The plans can be used while a backup is made."""

    def __init__(self) -> None:
        self._last_well, self._last_not = Pill("", "moss", "circle-check"), Pill("", "amber", "hard-drive")
        super().__init__("Backups", self._last_well, self._last_not)
        self._back_up = BusyButton("Back up now", "Backing up...", "hard-drive")
        self._choose = button("Choose a folder...", "folder-open", dense=True)
        self._none = button("No copies", dense=True)
        self._none.setAccessibleName("No copies on another disk any more")
        self._here = Row("On this laptop", HERE_NOTE, self._back_up)
        self._where = Row("On another disk", "", self._choose, self._none)
        self._last_not.hide()
        self._last_well.hide()
        self.add(self._here, self._where, Row("Bring back an earlier day", RESTORE))
        self.setFocusProxy(self._back_up)

    def serve(self, presenter: BackingUpPresenter) -> None:
        """From now on, what the person does here goes to this presenter."""
        self._back_up.asked.connect(self.notice.clear)
        self._back_up.asked.connect(presenter.back_up)
        self._choose.clicked.connect(lambda: ask_for_folder(self, FOLDER_TITLE, presenter.choose_place))
        self._none.clicked.connect(lambda: presenter.choose_place(None))

    def show_backups(self, told: Told) -> None:
        self._say_last(told.last, told.is_safe)
        self._here.setToolTip(told.here)
        self._where.say(f"{told.place}\n{told.copied}".strip())
        self._none.setVisible(bool(told.place))

    def show_making(self, making: bool) -> None:
        self._back_up.set_busy(making)
        if making:
            self._say_last(MAKING, False)

    def show_refused(self, refused: Refused) -> None:
        self.notice.say(Tone.LOOK_HERE, refused.what_next, refused.what)

    def _say_last(self, said: str, is_safe: bool) -> None:
        shown, other = (self._last_well, self._last_not) if is_safe else (self._last_not, self._last_well)
        shown.say(said)
        shown.setAccessibleName(f"The last backup: {said}")
        other.hide()
        shown.show()
