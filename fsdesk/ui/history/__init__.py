"""The history of a plan: who did what and when, how things were worded before, and the way back to that."""

from __future__ import annotations
