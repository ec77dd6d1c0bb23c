"""How the coach speaks: whose principles it goes by, and when all of its ideas are shown unasked."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from fsdesk import settings
from fsdesk.errors import Refused
from fsdesk.settings import Choices
from fsdesk.ui.presenters.settings.keeping import Heard, keep

ONE_STAYS = Refused(
    "The coach speaks by one of the two at least.",
    "Both stay in the library of principles, whatever is chosen.",
)
SAFETY_SPEAKS = "A serious worry about somebody always speaks, whatever is chosen here."
NEVER_HOLDS = "Ideas, not marks. None of them holds up saving, printing or sending."


class Framework(NamedTuple):
    """Whose principles these are."""

    key: str
    name: str
    note: str


class Manner(NamedTuple):
    """When the coach shows every idea it has."""

    key: str
    name: str
    note: str


FRAMEWORKS = (
    Framework("glasgow", "Glasgow", "The Family Support Strategy 2024–2030"),
    Framework("national", "National", "Scotland’s principles of holistic whole family support"),
)
MANNERS = (
    Manner(
        "after-first-meeting", "After the first meeting", "On the day of the first meeting only a few speak"
    ),
    Manner("when-asked", "When I ask", "A few always speak, the others wait for “Show every idea”"),
    Manner("always", "Always", "In a first meeting, too"),
)


class CoachWaysView(Protocol):
    """What the presenter may ask of the page."""

    def show_chosen(self, chosen: Choices) -> None:
        """Shows what is chosen."""

    def show_refused(self, refused: Refused) -> None:
        """Says what is so and what to do."""


class CoachWaysPresenter:
    """Keeps what is chosen at once; the coach of an open plan hears of it."""

    def __init__(self, view: CoachWaysView, *, heard: Heard) -> None:
        self._view, self._heard = view, heard

    def begin(self) -> None:
        """Shows what is chosen."""
        self._view.show_chosen(settings.choices())

    def choose_framework(self, key: str, is_wanted: bool) -> None:
        """The coach speaks by these principles from now on, or no longer; one of the two stays."""
        now = settings.choices().coach_frameworks
        wanted = tuple(
            one for one in settings.FRAMEWORKS if (one in now and one != key) or (one == key and is_wanted)
        )
        if wanted:
            self._view.show_chosen(keep(self._heard, self._view.show_refused, coach_frameworks=wanted))
        else:
            self._view.show_refused(ONE_STAYS)
            self.begin()

    def choose_manner(self, key: str) -> None:
        """The coach shows every idea then, and only then."""
        self._view.show_chosen(keep(self._heard, self._view.show_refused, coach_speaks=key))
