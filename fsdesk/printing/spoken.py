"""What is said in the place of a picture, made of the very words that the picture shows."""

from __future__ import annotations

from fsdesk.plans.sheet.values import Line, ScaleLine, Talk, Tie, Ties, Wheel


def wheel(block: Wheel) -> str:
    """Return each area with what was talked about, in the order of the wheel."""
    words = {Talk.STRONG: block.strong, Talk.WORKING: block.working, Talk.NOT_YET: block.not_yet}
    areas = ". ".join(f"{one.word}: {words[one.talk]}" for one in block.slices)
    return f"{block.middle}. {areas}."


def scale(block: ScaleLine) -> str:
    """Return where the line stands now, what would be good enough, and what its ends mean."""
    return ". ".join(marks(block)) + "."


def marks(block: ScaleLine) -> list[str]:
    """Return what stands on the line, a point at a time; where nobody gave a number there is none."""
    given = [(block.now, block.today), (block.enough, block.hoped)]
    said = [word for word, number in given if word and number is not None]
    return [*said, f"0: {block.low}", f"10: {block.high}"]


def ties(block: Ties) -> str:
    """Return everybody on the map, how close they are, and what they bring."""
    return " ".join([f"{block.middle}.", *map(_tie, block.ties)])


def _tie(one: Tie) -> str:
    brings = _text(one.brings)
    return f"{one.name} ({one.word}): {brings}." if brings else f"{one.name} ({one.word})."


def _text(line: Line) -> str:
    return "".join(run.text for run in line).rstrip(". ")
