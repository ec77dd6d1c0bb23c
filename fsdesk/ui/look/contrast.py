"""How well one colour stands out on another, as WCAG 2.2 measures it."""

from __future__ import annotations


def ratio(ink: str, ground: str) -> float:
    """The contrast of two ``#RRGGBB`` colours, 1.0 (none) to 21.0, the same either way round.

    WCAG 2.2, "contrast ratio". Raises ValueError for anything but six hex digits after ``#``.
    """
    lighter, darker = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    if len(colour) != 7 or not colour.startswith("#"):
        raise ValueError(f"not a colour of the form #RRGGBB: {colour}")
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
