"""fsdesk: whole-family support plans, written with the family, kept offline and encrypted."""

from __future__ import annotations

__version__ = "0.1.0.dev0"
