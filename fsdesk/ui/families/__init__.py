"""The list of families, and the way from it to a plan and its prints."""

from __future__ import annotations
