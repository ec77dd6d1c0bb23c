"""Keys and help for the screen that is shown: a sheet over it, and never a dialog."""

from __future__ import annotations
