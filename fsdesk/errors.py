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

    def __init__(self, what: str | None = None, what_next: str | None = None) -> None:
        if what is not None:
            self.what = what
        if what_next is not None:
            self.what_next = what_next
        super().__init__(self.what, self.what_next)

    def __str__(self) -> str:
        """Both sentences on one line, ready for stderr."""
        return " ".join(f"{self.what} {self.what_next}".split())


class Held(Refused):
    """Something stopped as it is meant to, until a person decides: a print gate, a package put aside.

    The command line ends with exit code 1 for it, where a plain ``Refused`` ends with 2.
    """

    what = "This is held until a person decides."
