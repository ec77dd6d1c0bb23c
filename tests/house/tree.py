"""The files of this checkout that people write, found without asking git."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_MADE_BY_TOOLS = {".git", ".venv", "build", "dist", "__pycache__"}
_NOT_TEXT = {".ttf", ".png", ".jpg", ".pdf", ".db", ".pyc"}


def files(folder: Path = ROOT) -> Iterator[Path]:
    """Every file that is written by people, in a steady order."""
    for path in sorted(folder.iterdir()):
        if path.name in _MADE_BY_TOOLS or path.name.endswith(("_cache", ".egg-info")):
            continue
        if path.name == ".hypothesis":
            continue
        if path.is_dir():
            yield from files(path)
        else:
            yield path


def texts() -> Iterator[tuple[str, str]]:
    """Name and text of every file that is text."""
    for path in files():
        if path.suffix not in _NOT_TEXT:
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8", errors="replace")


def python_files(*folders: str) -> list[Path]:
    """The Python files of the named folders at the top."""
    return [path for folder in folders for path in files(ROOT / folder) if path.suffix == ".py"]
