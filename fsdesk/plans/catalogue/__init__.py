"""The catalogue of principles by its parts: what it holds, how it is read and checked, how it is listed."""

from __future__ import annotations
