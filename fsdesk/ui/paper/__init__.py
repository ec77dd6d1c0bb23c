"""The print page: for whom, and the very pages that will be on paper."""

from __future__ import annotations
