"""One module a step, named m0001_… in their order."""

from __future__ import annotations
