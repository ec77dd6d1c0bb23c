"""Principles: where one plan shows them, and the library of all of them."""

from __future__ import annotations
