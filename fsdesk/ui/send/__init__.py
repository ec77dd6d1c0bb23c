"""Sending in three steps: who may open it, what goes and what stays, sealed and saved."""

from __future__ import annotations
