"""Where fsdesk keeps what is its own on this computer, and what was chosen here; FSDESK_HOME moves all of it."""

from __future__ import annotations

import json
import os
import secrets
from pathlib import Path
from typing import Any, NamedTuple

HOME = "FSDESK_HOME"
_APP = "fsdesk"
_CHOICES = "settings.json"
_MOST_BYTES = 64 * 1024
_MOST_POINTS = 72


def home() -> Path:
    """Return the folder that holds stores and settings. It need not exist yet."""
    moved = os.environ.get(HOME)
    if moved:
        return Path(moved).expanduser().absolute()
    import platformdirs  # loaded only when the usual place is wanted

    return Path(platformdirs.user_data_dir(_APP, appauthor=False))


def stores() -> Path:
    """Return the folder in which stores lie side by side."""
    return home() / "stores"


def default_store() -> Path:
    """Return the folder of the person's own store."""
    return stores() / "my-families"


def log_folder() -> Path:
    """Return the folder of the log, which never holds a name, a note or a key."""
    moved = os.environ.get(HOME)
    if moved:
        return home() / "logs"
    import platformdirs  # as above

    return Path(platformdirs.user_log_dir(_APP, appauthor=False))


LOOKS = ("system", "light", "dark", "high-contrast")
FRAMEWORKS = ("glasgow", "national")
SPEAKS = ("after-first-meeting", "when-asked", "always")
TEXT_SCALES = (0.875, 2.0)
"""The smallest and the largest text there is."""


class Choices(NamedTuple):
    """What a person chose on this laptop; nothing in it tells of a family. Times are in minutes."""

    cover_after: int = 5
    """Without a key or the mouse, until the screen covers itself; 0 is never."""
    lock_after: int = 20
    """Until the plans are locked. They always are, at last."""
    back_until: int = 1
    """How long any key brings the plans back from under the cover; afterwards the passphrase does."""
    also: tuple[str, ...] = ()
    """Folders of stores that lie elsewhere and are listed too."""
    put_away: tuple[str, ...] = ()
    """Folders of stores that are not listed; they stay where they are."""
    watched: str = ""
    """The folder in which packages are looked for; nothing where none is."""
    setting_up: tuple[tuple[str, str], ...] = ()
    """Folders of stores whose first set-up was begun and not finished, each with the step that comes next."""
    look: str = "system"
    """One of `LOOKS`. The laptop's own high contrast goes before it."""
    text_scale: float = 1.0
    """How large the text of the window is; 1.0 is 100 %."""
    coach_frameworks: tuple[str, ...] = FRAMEWORKS
    """Whose principles the coach speaks by, at least one of `FRAMEWORKS`."""
    coach_speaks: str = "after-first-meeting"
    """When all of its ideas are shown without being asked for: one of `SPEAKS`."""
    printer: str = ""
    """The usual printer by its name; empty for the one that the laptop itself uses."""
    print_format: str = "plan"
    """The document that is offered first."""
    print_language: str = ""
    """The usual language of a print as its tag; empty for the one that each reader reads best."""
    print_size: int = 0
    """The usual size of large print in points; 0 for the one that each reader needs."""
    backup_place: str = ""
    """The folder on another disk that backups are copied to; nothing where none was chosen."""


LIMITS = {"cover_after": (0, 60), "lock_after": (1, 120), "back_until": (0, 30)}
"""The least and the most of what is chosen in minutes."""


def choices() -> Choices:
    """Return what was chosen; whatever cannot be read, or is out of bounds, is as at first."""
    said, first = _said(), Choices()
    return Choices(
        cover_after=_minutes(said, "cover_after", first.cover_after),
        lock_after=_minutes(said, "lock_after", first.lock_after),
        back_until=_minutes(said, "back_until", first.back_until),
        also=_texts(said.get("also")),
        put_away=_texts(said.get("put_away")),
        watched=_text(said.get("watched")),
        setting_up=_pairs(said.get("setting_up")),
        look=_one_of(LOOKS, said.get("look"), first.look),
        text_scale=_scale(said.get("text_scale"), first.text_scale),
        coach_frameworks=_some_of(FRAMEWORKS, said.get("coach_frameworks")),
        coach_speaks=_one_of(SPEAKS, said.get("coach_speaks"), first.coach_speaks),
        printer=_text(said.get("printer")),
        print_format=_text(said.get("print_format")) or first.print_format,
        print_language=_text(said.get("print_language")),
        print_size=_points(said.get("print_size")),
        backup_place=_text(said.get("backup_place")),
    )


def choose(**chosen: Any) -> Choices:
    """Keep what was chosen, whole or not at all, and return all of it; what another version wrote stays.

    Raises ValueError for a name that is none, and OSError.
    """
    now = choices()._replace(**chosen)
    folder = home()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = folder / f".{_CHOICES}.{secrets.token_hex(4)}"
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            json.dump(_said() | now._asdict(), file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(folder / _CHOICES)
    finally:
        beside.unlink(missing_ok=True)
    return choices()


def _said() -> dict[str, Any]:
    try:
        with (home() / _CHOICES).open("rb") as file:
            held = json.loads(file.read(_MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return {}
    return held if isinstance(held, dict) else {}


def _minutes(said: dict[str, Any], name: str, first: int) -> int:
    least, most = LIMITS[name]
    given = said.get(name)
    return given if type(given) is int and least <= given <= most else first


def _texts(given: Any) -> tuple[str, ...]:
    return tuple(one for one in given if isinstance(one, str)) if isinstance(given, list) else ()


def _pairs(given: Any) -> tuple[tuple[str, str], ...]:
    found = [_texts(one) for one in given] if isinstance(given, list) else []
    return tuple((one[0], one[1]) for one in found if len(one) == 2)


def _text(given: Any) -> str:
    return given if isinstance(given, str) else ""


def _one_of(known: tuple[str, ...], given: Any, first: str) -> str:
    return given if isinstance(given, str) and given in known else first


def _some_of(known: tuple[str, ...], given: Any) -> tuple[str, ...]:
    return tuple(one for one in known if one in _texts(given)) or known


def _scale(given: Any, first: float) -> float:
    least, most = TEXT_SCALES
    is_number = isinstance(given, int | float) and not isinstance(given, bool)
    return float(given) if is_number and least <= given <= most else first


def _points(given: Any) -> int:
    return given if type(given) is int and 0 < given <= _MOST_POINTS else 0
