"""What a plan holds about one person, for that person: each line knows whom it is about, and default is deny."""

from __future__ import annotations

from fsdesk.plans.access.pack import NoPaper, pack_of
from fsdesk.plans.access.values import About, AccessLine, Pack, Text, Why

__all__ = ["About", "AccessLine", "NoPaper", "Pack", "Text", "Why", "pack_of"]
