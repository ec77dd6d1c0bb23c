"""Steps by which an older store becomes one of today; each is never edited once a store has taken it."""

from __future__ import annotations
