"""What a person can act on: what happened, and what to do next."""

from __future__ import annotations


class Refused(Exception):
    """Something was not done, and the person can do something about it.

    ``what`` says what happened and ``what_next`` what to do now, each a plain sentence of its own. A subclass
    sets them as class attributes, or a caller gives them. Both reach the screen and stderr: never put a
    family's words, a key or a passphrase into them.
    """

    what: str = "That was not done."
    what_next: str = ""
    in_window: str = ""
    """What to do next as the window says it, where ``what_next`` names a command or an option."""

    def __init__(self, what: str | None = None, what_next: str | None = None) -> None:
        if what is not None:
            self.what = what
        if what_next is not None:
            self.what_next = what_next
        super().__init__(self.what, self.what_next)

    def for_window(self) -> Refused:
        """The same refusal, saying what to do next as somebody can who sees a window and no command line."""
        if self.in_window and self.what_next == type(self).what_next:
            self.what_next = self.in_window
        return self

    def __str__(self) -> str:
        """Both sentences on one line, ready for stderr."""
        return " ".join(f"{self.what} {self.what_next}".split())


class Held(Refused):
    """Something stopped as it is meant to, until a person decides: a print gate, a package put aside.

    The command line ends with exit code 1 for it, where a plain ``Refused`` ends with 2.
    """

    what = "This is held until a person decides."
