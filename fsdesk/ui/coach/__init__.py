"""The coach beside the editor: what goes well, ideas with their sources, notes of judgement."""

from __future__ import annotations
