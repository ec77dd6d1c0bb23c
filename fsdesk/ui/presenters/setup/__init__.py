"""What the first set-up says and when, step by step, without Qt."""

from __future__ import annotations
