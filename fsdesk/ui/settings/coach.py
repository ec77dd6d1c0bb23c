"""The coach: whose principles it speaks by, and how quiet it is."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup

from fsdesk.errors import Refused
from fsdesk.settings import Choices
from fsdesk.ui.parts import words
from fsdesk.ui.parts.notice import Tone
from fsdesk.ui.parts.tick_box import TickBox
from fsdesk.ui.presenters.settings.coach_ways import (
    FRAMEWORKS,
    MANNERS,
    NEVER_HOLDS,
    SAFETY_SPEAKS,
    CoachWaysPresenter,
)
from fsdesk.ui.settings.rows import Card, Columns, Inset, Row, one_of

WHOSE = (
    "An idea that rests on both is told by the one that is shown. A few rest on one alone, and wait with it."
)


class CoachTopic(Columns):
    """The coach of a plan that is open follows at once."""

    def __init__(self) -> None:
        self.whose, self.quiet = Card("Whose principles"), Card("When it speaks")
        self._frameworks = {one.key: TickBox() for one in FRAMEWORKS}
        self._manners = QButtonGroup(self.quiet)
        for one in FRAMEWORKS:
            self._frameworks[one.key].setAccessibleName(f"{one.name}: {one.note}")
            self.whose.add(Row(one.name, one.note, self._frameworks[one.key]))
        self.whose.add(Inset(words.prose(WHOSE, "note", "muted")))
        said = f"{SAFETY_SPEAKS} {NEVER_HOLDS}"
        self.quiet.add(Inset(one_of(self._manners, MANNERS), words.prose(said, "note", "muted")))
        super().__init__([self.whose], [self.quiet])
        self.setFocusProxy(self._frameworks[FRAMEWORKS[0].key])

    def serve(self, presenter: CoachWaysPresenter) -> None:
        """From now on, what the person does here goes to this presenter."""
        for key, box in self._frameworks.items():
            box.clicked.connect(
                lambda wanted, key=key: presenter.choose_framework(key, wanted)  # a partial is not told of it
            )
        self._manners.idClicked.connect(lambda at: presenter.choose_manner(MANNERS[at].key))

    def show_chosen(self, chosen: Choices) -> None:
        for key, box in self._frameworks.items():
            box.setChecked(key in chosen.coach_frameworks)
        self._manners.button([one.key for one in MANNERS].index(chosen.coach_speaks)).setChecked(True)

    def show_refused(self, refused: Refused) -> None:
        self.whose.notice.say(Tone.LOOK_HERE, refused.what_next, refused.what)
