"""The one way to fonts, rules, words and samples, from a checkout, a wheel or the installed program."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path, PurePosixPath

_HERE = Path(__file__).resolve().parent


def path(*parts: str) -> Path:
    """The place of one resource, whether or not it exists.

    Raises ValueError when the parts lead out of the resources folder.
    """
    inside = PurePosixPath(*parts)
    if inside.is_absolute() or ".." in inside.parts or any("\\" in part or ":" in part for part in parts):
        raise ValueError("a resource is named by parts that stay inside the resources folder")
    return _root().joinpath(*inside.parts)


def read_text(*parts: str) -> str:
    """The text of one resource, as UTF-8 on every system. Raises FileNotFoundError when it is not there."""
    return path(*parts).read_text(encoding="utf-8")


def read_bytes(*parts: str) -> bytes:
    """The bytes of one resource. Raises FileNotFoundError when it is not there."""
    return path(*parts).read_bytes()


def names(*parts: str) -> list[str]:
    """The names in one resource folder, sorted, hidden ones left out. Raises FileNotFoundError without it."""
    return sorted(entry.name for entry in path(*parts).iterdir() if not entry.name.startswith("."))


@cache
def _root() -> Path:
    bundle = getattr(sys, "_MEIPASS", None)  # set by PyInstaller's start-up code, and by nothing else
    if bundle is not None:
        return Path(bundle) / "fsdesk" / "_resources"
    packaged = _HERE / "_resources"  # a wheel carries them inside the package
    return packaged if packaged.is_dir() else _HERE.parent / "resources"
