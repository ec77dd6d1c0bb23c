"""The window: passive screens and item models over presenters that know no Qt."""

from __future__ import annotations
