"""What happens with pictures: read for their cards when they are shown, and taken in small and clean."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from fsdesk.desk import pictures
from fsdesk.errors import Refused
from fsdesk.plans.model import Media, MediaKind, VoiceKind
from fsdesk.ui.presenters.unlock import Submit

KINDS = {
    VoiceKind.DRAWING: MediaKind.DRAWING,
    VoiceKind.PHOTO: MediaKind.PHOTO,
    VoiceKind.MAP: MediaKind.MAP,
}
ShowBytes = Callable[[bytes | None], None]


class PictureView(Protocol):
    """What the presenter may ask of the card that asks for a picture."""

    def show_busy(self, is_busy: bool) -> None:
        """Whether a picture is being made small and clean."""

    def show_cannot(self, refused: Refused) -> None:
        """Says why the picture cannot be kept; nothing was changed."""

    def show_taken(self) -> None:
        """The picture is in the plan: the card goes."""


class PicturesPresenter:
    """``add`` puts a picture that was taken in into the plan, with whose it is and what it is."""

    def __init__(
        self,
        view: PictureView,
        *,
        desk: Any,
        submit: Submit,
        beside: Submit,
        add: Callable[[str, VoiceKind, Media], None],
    ) -> None:
        self._view, self._desk, self._add = view, desk, add
        self._submit, self._beside = submit, beside
        self._round = 0

    def wanted(self, name: str, show: ShowBytes) -> None:
        """A card shows the picture of this hash; nothing is asked for one that was never kept."""
        if name:
            self._submit(lambda _: pictures.body(self._desk, name), done=show, failed=lambda _: None)

    def take_file(self, person: str, kind: VoiceKind, path: Path) -> None:
        """The picture in this file becomes part of the plan, if it is one."""
        self._take(person, kind, lambda: pictures.from_file(path, KINDS[kind]))

    def take_bytes(self, person: str, kind: VoiceKind, content: Callable[[], bytes]) -> None:
        """The picture that was copied becomes part of the plan; ``content`` is asked off the screen's thread."""
        self._take(person, kind, lambda: pictures.from_bytes(content(), KINDS[kind]))

    def stop(self) -> None:
        """Nobody wants the picture any more that is being made."""
        self._round += 1
        self._view.show_busy(False)

    def _take(self, person: str, kind: VoiceKind, make: Callable[[], Media]) -> None:
        self._round += 1
        this = self._round
        self._view.show_busy(True)
        self._beside(
            lambda _: make(),
            done=lambda picture: self._on_made(this, person, kind, picture),
            failed=lambda refused: self._on_cannot(this, refused),
        )

    def _on_made(self, this: int, person: str, kind: VoiceKind, picture: Media) -> None:
        if this == self._round:
            self._view.show_busy(False)
            self._view.show_taken()
            self._add(person, kind, picture)

    def _on_cannot(self, this: int, refused: Refused) -> None:
        if this == self._round:
            self._view.show_busy(False)
            self._view.show_cannot(refused)
