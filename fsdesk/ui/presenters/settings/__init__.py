"""What the settings say and keep, a module for each topic, none of which knows Qt."""

from __future__ import annotations
