"""The five steps of the first set-up: their order, what they are called, and which come after a store is there."""

from __future__ import annotations

from enum import IntEnum

from fsdesk.desk import setting_up


class Step(IntEnum):
    """Counted as they are shown."""

    YOU = 1
    PASSPHRASE = 2
    SHEET = 3
    CARD = 4
    READY = 5


LABELS = {
    Step.YOU: "About you",
    Step.PASSPHRASE: "Your passphrase",
    Step.SHEET: "Recovery sheet",
    Step.CARD: "Your team card",
    Step.READY: "Ready",
}
_KEPT = {
    setting_up.Step.SHEET: Step.SHEET,
    setting_up.Step.CARD: Step.CARD,
    setting_up.Step.READY: Step.READY,
}


def said(step: Step) -> str:
    """Where one is, in words: "Step 2 of 5: Your passphrase"."""
    return f"Step {step} of {len(Step)}: {LABELS[step]}"


def shown(kept: setting_up.Step) -> Step:
    """The step that goes on where the set-up was left."""
    return _KEPT[kept]


def kept(step: Step) -> setting_up.Step:
    """How a step is kept until the set-up goes on. Raises KeyError for one that comes before there is a store."""
    return next(one for one, shown_ in _KEPT.items() if shown_ is step)
