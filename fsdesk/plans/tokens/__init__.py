"""Words that must not get out: what they are in a plan, and whether a text gives one away, slips included."""

from __future__ import annotations

from fsdesk.plans.tokens.folding import Folded, folded, folded_words
from fsdesk.plans.tokens.needles import Needles, is_telling, needles_of
from fsdesk.plans.tokens.runs import Runs, runs_of

__all__ = ["Folded", "Needles", "Runs", "folded", "folded_words", "is_telling", "needles_of", "runs_of"]
