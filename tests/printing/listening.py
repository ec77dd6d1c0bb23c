"""The copy to listen to, read back: its elements, what is heard in which language, and whether it is sound."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "br", "img"})
SILENT = frozenset({"style", "title"})


@dataclass
class Tag:
    """One element that was opened."""

    name: str
    given: dict[str, str]
    words: str = ""
    """Everything inside it that is heard."""


@dataclass
class Heard(HTMLParser):
    """A file as a reader without eyes gets it."""

    held: bytes
    tags: list[Tag] = field(default_factory=list)
    words: str = ""
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[Tag] = []
        self.feed(self.held.decode())
        self.close()
        self.faults += [f"{one.name} is not closed" for one in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        found = Tag(tag, {key: value or "" for key, value in attrs})
        self.tags.append(found)
        if tag not in VOID:
            self._open.append(found)

    def handle_endtag(self, tag: str) -> None:
        """Close the last element, which has to be this one."""
        if not self._open or self._open[-1].name != tag:
            self.faults.append(f"{tag} is closed out of turn")
            return
        self._open.pop()

    def handle_data(self, data: str) -> None:
        """Note words, unless nobody hears them."""
        if any(one.name in SILENT or one.given.get("aria-hidden") for one in self._open):
            for one in self._open[-1:]:
                one.words += data
            return
        self.words += data
        for one in self._open:
            one.words += data

    def named(self, *names: str) -> list[Tag]:
        """Return the elements of these names, in order."""
        return [one for one in self.tags if one.name in names]
