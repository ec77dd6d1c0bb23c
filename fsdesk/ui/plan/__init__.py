"""One family's plan: the sections, the editor with its cards, and the coach beside it."""

from __future__ import annotations
