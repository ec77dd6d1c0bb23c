"""Several flowables kept together on one side, and how much room a heading needs below it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable, Spacer

from fsdesk.printing.setting import Setting
from fsdesk.printing.styles import LINE, PAGE, WIDTH


class Whole(Flowable):
    """Flowables that stay on one side together, unless together they are taller than a side."""

    def __init__(self, parts: Sequence[Flowable], setting: Setting, after: float = 6) -> None:
        super().__init__()
        self._parts = list(parts)
        self._full = setting.full
        self.spaceAfter = after

    def _heights(self) -> list[float]:
        heights = [part.wrap(WIDTH, self._full)[1] for part in self._parts]
        gaps = [part.getSpaceAfter() for part in self._parts[:-1]]
        return [height + gap for height, gap in zip(heights, [*gaps, 0.0], strict=True)]

    def least(self) -> float:
        """Return how much of it has to stand below its heading."""
        height = sum(self._heights())
        return height if height <= self._full else least(self._parts[0])

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - platypus's names
        """Return its size."""
        self.width, self.height = WIDTH, sum(self._heights())
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """Return nothing, which moves it to the next side; its parts when no side can hold them all."""
        if self.height <= self._full:
            return []
        return begun(self._parts, availWidth, availHeight)

    def draw(self) -> None:
        """Draw the parts below each other."""
        y = self.height
        for part, height in zip(self._parts, self._heights(), strict=True):
            part.drawOn(self.canv, 0, y - part.height)
            y -= height


class Rule(Flowable):
    """A line over the page, of a colour and a width in points."""

    def __init__(self, setting: Setting, colour: Color = LINE, width: float = 0.6) -> None:
        super().__init__()
        self._setting, self._colour, self._wide = setting, colour, width

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - platypus's names
        """Return its size."""
        self.width, self.height = WIDTH, 3.0
        return self.width, self.height

    def draw(self) -> None:
        """Draw it."""
        self.canv.setStrokeColor(self._colour)
        self.canv.setLineWidth(self._wide)
        self._setting.rule(self.canv, 0, WIDTH, 2 if self._wide > 1 else 1)


def begun(parts: Sequence[Flowable], wide: float, high: float) -> list[Flowable]:
    """Return the parts of something too tall for any side so that the first fits here; none when it cannot begin."""
    first, *others = parts
    if first.wrap(wide, high)[1] <= high:
        return list(parts)
    pieces = first.split(wide, high)
    return [*pieces, *others] if pieces else []


def least(part: Flowable) -> float:
    """Return how much of a flowable has to stand on a side when it begins there."""
    own = getattr(part, "least", None)
    return float(own()) if own is not None else float(part.wrap(WIDTH, PAGE[1])[1])


def least_of(parts: Iterable[Flowable]) -> float:
    """Return how much room the first flowable that shows anything needs, with what stands before it."""
    needed = 0.0
    for part in parts:
        if not isinstance(part, Spacer):
            return needed + part.getSpaceBefore() + least(part) + 1
        needed += part.height
    return needed
