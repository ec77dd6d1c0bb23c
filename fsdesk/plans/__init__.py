"""What a family plan is, how it changes, how it is checked, who may see what of it; pure values, no file."""

from __future__ import annotations
