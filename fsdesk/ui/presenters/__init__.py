"""What each screen says and when, without Qt."""

from __future__ import annotations
