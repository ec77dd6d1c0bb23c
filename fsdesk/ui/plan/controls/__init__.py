"""The controls of an entry card: texts, lines, days, one of several, any of several, yes, and a number."""

from __future__ import annotations
