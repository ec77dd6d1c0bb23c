"""The card of backups: the last one, another disk for copies, one made now, and how an earlier day comes back."""

from __future__ import annotations

from fsdesk.errors import Refused
from fsdesk.ui.parts.asking_file import ask_for_folder
from fsdesk.ui.parts.busy_button import BusyButton
from fsdesk.ui.parts.buttons import button
from fsdesk.ui.parts.notice import Tone
from fsdesk.ui.parts.pill import Pill
from fsdesk.ui.presenters.settings import bringing_back
from fsdesk.ui.presenters.settings.backing_up import MAKING, BackingUpPresenter, Told
from fsdesk.ui.presenters.settings.bringing_back import BringingBackPresenter
from fsdesk.ui.settings.bring_back import BringBack
from fsdesk.ui.settings.folding import FoldingCard
from fsdesk.ui.settings.rows import Row

HERE_NOTE = "Made each day by itself, kept 35 days, locked like the plans"
BRING_BACK = "Bring back an earlier day"
BRING_BACK_NOTE = "Look first, then choose. What is here now is kept among the backups."
FOLDER_TITLE = "A folder on another disk, for copies of backups"


class BackupsCard(FoldingCard):
    """The plans can be used while a backup is made."""

    def __init__(self) -> None:
        self._last_well, self._last_not = Pill("", "moss", "circle-check"), Pill("", "amber", "hard-drive")
        super().__init__("Backups", self._last_well, self._last_not)
        self._back_up = BusyButton("Back up now", "Backing up...", "hard-drive")
        self._choose = button("Choose a folder...", "folder-open", dense=True)
        self._none = button("No copies", dense=True)
        self._none.setAccessibleName("No copies on another disk any more")
        self._bring, self.bring_back = button("Look", dense=True), BringBack()
        self._bring.setAccessibleName(BRING_BACK)
        self._here = Row("On this laptop", HERE_NOTE, self._back_up)
        self._where = Row("On another disk", "", self._choose, self._none)
        self._last_not.hide()
        self._last_well.hide()
        self.add(self._here, self._where)
        self.add_fold(
            Row(BRING_BACK, BRING_BACK_NOTE, self._bring),
            self._bring,
            self.bring_back,
            came=self.bring_back.come,
            left=self.bring_back.forget,
        )
        self.opened.connect(self._on_opened)
        self.is_busy = lambda: self.bring_back.asking.bring.is_busy
        self.setFocusProxy(self._back_up)

    def serve(self, presenter: BackingUpPresenter, bringing_back: BringingBackPresenter) -> None:
        """From now on, what the person does here goes to these presenters."""
        self.bring_back.serve(bringing_back)
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

    def show_offers(self, told: bringing_back.Told) -> None:
        self.bring_back.show_offers(told)

    def show_bringing(self, checking: bool) -> None:
        self.notice.clear()
        self.bring_back.asking.show_checking(checking)

    def show_not_brought(self, refused: Refused) -> None:
        self.bring_back.asking.field.select()
        self.notice.say(Tone.LOOK_HERE, refused.what_next, refused.what)

    def _on_opened(self, is_open: bool) -> None:
        """What the backups hold has the card to itself."""
        self._here.setVisible(not is_open)
        self._where.setVisible(not is_open)

    def _say_last(self, said: str, is_safe: bool) -> None:
        shown, other = (self._last_well, self._last_not) if is_safe else (self._last_not, self._last_well)
        shown.say(said)
        shown.setAccessibleName(f"The last backup: {said}")
        other.hide()
        shown.show()
