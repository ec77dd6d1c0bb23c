"""Step one: who you are to your team; nothing of it is kept before there is a passphrase to keep it under."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Protocol

from fsdesk.errors import Refused

WORKER, LEAD = "worker", "lead"
ROLES = ((WORKER, "I work with families"), (LEAD, "I lead a team"))
NO_NAME = "Your name is still to come."
NO_LABEL = "What these plans are called is still to come."


class You(NamedTuple):
    """Who sets up, and what the plans are called where there are others."""

    name: str = ""
    role: str = WORKER
    label: str = ""


class YouView(Protocol):
    """What the presenter may ask of the page."""

    def show_ready(self, ready: bool, why: str) -> None:
        """Whether one can go on now, and what is still wanted."""

    def show_refused(self, refused: Refused) -> None:
        """Says what is so and what to do."""


class YouPresenter:
    """Goes on with who it is and the folder that the plans will be in.

    With ``folder_for`` the plans are called by a label of their own, which says where that is.
    """

    def __init__(
        self,
        view: YouView,
        *,
        folder: Path,
        settled: Callable[[You, Path], None],
        folder_for: Callable[[str], Path] | None = None,
    ) -> None:
        self._view, self._folder, self._folder_for = view, folder, folder_for
        self._settled = settled

    def changed(self, you: You) -> None:
        """Says what is still wanted."""
        why = self._wanting(you)
        self._view.show_ready(not why, why)

    def go_on(self, you: You) -> None:
        """Goes on, unless something is wanting or the label is taken."""
        if self._wanting(you):
            return
        try:
            folder = self._folder_for(you.label) if self._folder_for else self._folder
        except Refused as refused:
            self._view.show_refused(refused.for_window())
            return
        self._settled(you._replace(name=you.name.strip()), folder)

    def _wanting(self, you: You) -> str:
        if self._folder_for and not you.label.strip():
            return NO_LABEL
        return "" if you.name.strip() else NO_NAME
