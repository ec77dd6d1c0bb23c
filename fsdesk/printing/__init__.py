"""A sheet set on paper or as one accessible page: how it looks, never what may be shown."""

from __future__ import annotations
