"""How the window looks: which colours it wears, and how large its text is; seen at once, and kept at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from fsdesk import settings
from fsdesk.errors import Refused
from fsdesk.settings import Choices
from fsdesk.ui.look.tokens import SCALES
from fsdesk.ui.presenters.settings.keeping import Heard, keep

ENGLISH_ONLY = (
    "The window speaks English only. Prints have languages of their own: choose one under Printing, "
    "or on the print page for one reader."
)
HIGH_CONTRAST_WINS = "When the laptop itself asks for high contrast, that is worn whatever is chosen here."


class LookChoice(NamedTuple):
    """One way the window can look."""

    key: str
    """As the settings call it."""
    name: str
    note: str


LOOKS = (
    LookChoice("system", "As the laptop", "Light, dark or high contrast, as the laptop itself is set"),
    LookChoice("light", "Light", "Dark letters on pale mist"),
    LookChoice("dark", "Dark", "Pale letters on slate, for a dim room"),
    LookChoice("high-contrast", "High contrast", "Black, white and strong lines, without tints"),
)


def said_scale(scale: float) -> str:
    """A size of text as it stands on its button."""
    return f"{scale * 100:g} %"


class AppearanceView(Protocol):
    """What the presenter may ask of the page."""

    def show_chosen(self, look: str, scale: float) -> None:
        """Shows which look and which size of text are chosen."""

    def show_refused(self, refused: Refused) -> None:
        """Says what is so and what to do."""


class AppearancePresenter:
    """``wear`` dresses the window, ``worn_scale`` tells how large its text is: keys change that, too."""

    def __init__(
        self,
        view: AppearanceView,
        *,
        wear: Callable[[Choices], None],
        worn_scale: Callable[[], float],
        heard: Heard,
    ) -> None:
        self._view, self._wear, self._worn_scale, self._heard = view, wear, worn_scale, heard

    def begin(self) -> None:
        """Shows what is chosen."""
        worn = self._worn_scale()
        nearest = min(SCALES, key=lambda scale: abs(scale - worn))
        self._view.show_chosen(settings.choices().look, nearest)

    def choose_look(self, look: str) -> None:
        """The window wears this from now on."""
        self._keep(look=look)

    def choose_scale(self, scale: float) -> None:
        """The text is this large from now on."""
        self._keep(text_scale=scale)

    def _keep(self, **chosen: object) -> None:
        self._wear(keep(self._heard, self._view.show_refused, **chosen))
        self.begin()
