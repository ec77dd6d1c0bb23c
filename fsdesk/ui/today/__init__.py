"""Today: what to do next, where, and what was promised; no charts, and nothing that shouts."""

from __future__ import annotations
