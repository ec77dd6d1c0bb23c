"""What typed letters tell of Caps Lock, which no toolkit tells on every system."""

from __future__ import annotations

from collections.abc import Callable

ON = "Caps Lock is on."
OFF = "Caps Lock is off."


class CapsLock:
    """``show`` is called with whether Caps Lock is on, once that is known and whenever a key tells it anew."""

    def __init__(self, show: Callable[[bool], None]) -> None:
        self._show = show
        self.known: bool | None = None

    def key_typed(self, text: str, shift: bool) -> None:
        """A sign was typed, with or without Shift."""
        seen = seen_in(text, shift)
        if seen is not None:
            self._know(seen)

    def pressed(self) -> None:
        """The Caps Lock key was pressed: what was known turns round."""
        if self.known is not None:
            self._know(not self.known)

    def _know(self, on: bool) -> None:
        self.known = on
        self._show(on)


def seen_in(text: str, shift: bool) -> bool | None:
    """Whether a key that gave ``text`` with or without Shift shows Caps Lock on; None when it shows nothing."""
    if len(text) != 1 or text.lower() == text.upper():
        return None
    return text.isupper() != shift
