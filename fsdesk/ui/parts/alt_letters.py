"""The letter that, with Alt, presses a button: one for each, and no two alike among those that stand together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence


def lettered(labels: Sequence[str], taken: Collection[str] = ()) -> list[str]:
    """The labels with ``&`` before their letter, as Qt marks it; a label for which none is free stays without.

    ``taken`` are letters that something else beside them has.
    """
    used = {letter.casefold() for letter in taken}
    found = []
    for label in labels:
        at = next((one for one in _places(label) if label[one].casefold() not in used), None)
        plain = label.replace("&", "&&")
        if at is None:
            found.append(plain)
            continue
        used.add(label[at].casefold())
        found.append(label[:at].replace("&", "&&") + "&" + label[at:].replace("&", "&&"))
    return found


def letter_of(label: str) -> str:
    """The letter that a label is marked with, small; empty where it has none."""
    rest = label.replace("&&", "")
    _, marked, after = rest.partition("&")
    return after[:1].casefold() if marked else ""


def clashes(labels: Iterable[str]) -> list[str]:
    """Letters that more than one of these labels has."""
    letters = [letter for label in labels if (letter := letter_of(label))]
    return sorted({letter for letter in letters if letters.count(letter) > 1})


def _places(label: str) -> Iterator[int]:
    """Where the letter may stand: where a word begins first, then in any other place."""
    plain = [at for at, sign in enumerate(label) if sign.isascii() and sign.isalpha()]
    begins = [at for at in plain if at == 0 or label[at - 1] == " "]
    yield from begins
    yield from (at for at in plain if at not in begins)
