"""Reading what workers write for words that can hurt, with a kinder word beside each: offered, never put in."""

from __future__ import annotations

from fsdesk.plans.wording.reader import WordingFinding, read
from fsdesk.plans.wording.rewording import Reworded, reworded

__all__ = ["Reworded", "WordingFinding", "read", "reworded"]
