"""Doing something a little later, without knowing whose clock tells when."""

from __future__ import annotations

from collections.abc import Callable

Cancel = Callable[[], None]
After = Callable[[int, Callable[[], None]], Cancel]
"""Calls something once after so many milliseconds, and gives back the way to call it off."""


class Quiet:
    """Calls something once nothing has happened for a while."""

    def __init__(self, after: After, milliseconds: int, call: Callable[[], None]) -> None:
        self._after = after
        self._milliseconds = milliseconds
        self._call = call
        self._cancel: Cancel | None = None

    def stir(self) -> None:
        """Something happened: the wait begins anew."""
        self.calm()
        self._cancel = self._after(self._milliseconds, self._run)

    def calm(self) -> None:
        """Nothing is waited for any more."""
        if self._cancel:
            self._cancel()
            self._cancel = None

    def _run(self) -> None:
        self._cancel = None
        self._call()


class Soon(Quiet):
    """Calls something a fixed while after the first time something happened, however much happens meanwhile."""

    def stir(self) -> None:
        """Something happened: it is called when the while is over."""
        if self._cancel is None:
            super().stir()
