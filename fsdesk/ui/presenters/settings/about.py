"""What this program is, where it keeps things, and where to read on; nothing of any family."""

from __future__ import annotations

import platform
from pathlib import Path
from typing import NamedTuple

import fsdesk
from fsdesk import resources, settings

OFFLINE = "fsdesk never uses the internet, and asks nobody whether there is a newer one."
LICENCE = "Apache 2.0; fonts under the SIL Open Font License, icons under ISC."


class Fact(NamedTuple):
    """One thing that is told, and where it lies if it lies somewhere."""

    title: str
    text: str
    note: str = ""
    is_place: bool = True
    """Whether the text is where something lies, to be copied."""


def facts(store: Path) -> tuple[Fact, ...]:
    """What there is to say, for whoever helps with this laptop."""
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    return (
        Fact("Version", fsdesk.__version__, OFFLINE, is_place=False),
        Fact("System", system, is_place=False),
        Fact("Licence", LICENCE, is_place=False),
        Fact("These plans", str(store), "The whole folder is locked"),
        Fact("Log", str(settings.log_folder()), "What went wrong in the program, without a name or a note"),
        Fact("What is chosen here", str(settings.home() / "settings.json"), "No names, no secrets"),
    )


def pages() -> tuple[Fact, ...]:
    """The handbook on this laptop: what each page is about, and where it lies."""
    return tuple(
        Fact(title, str(resources.path("handbook", name)))
        for name, title in (
            ("README.md", "The handbook: keys, cover and lock, backups, what is kept"),
            ("today.md", "Today: what stands there, and what it keeps quiet about"),
            ("desk.md", "Writing a plan in the window: drafts, undo, whose words, hints, the coach"),
            ("printing.md", "Printing: formats, languages, what is left out and why"),
            ("rules.md", "What the coach notices, and what each idea rests on"),
            ("store-format.md", "How plans are locked and kept"),
            ("package-format.md", "How packages travel inside the team"),
        )
    )
