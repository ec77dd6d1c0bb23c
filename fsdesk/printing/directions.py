"""Which languages are written from right to left."""

from __future__ import annotations

_RIGHT_TO_LEFT = frozenset({"ar", "fa", "ur", "he", "ps", "ckb", "sd", "ug", "yi"})


def is_right_to_left(lang: str) -> bool:
    """Say whether a language, named by its tag, is written from right to left."""
    return lang.split("-")[0].lower() in _RIGHT_TO_LEFT
