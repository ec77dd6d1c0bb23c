"""The first set-up of a laptop: five steps, each a page that can be left and come back to."""

from __future__ import annotations
