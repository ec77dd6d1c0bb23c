"""Figures as words: what a wheel and a map show, in lists, for pages on which figures would shrink badly."""

from __future__ import annotations

from collections.abc import Iterator

from fsdesk.plans.sheet.page import plain, sentences
from fsdesk.plans.sheet.parts import Line, Run
from fsdesk.plans.sheet.values import Block, Section, Talk, TieKind, Ties, Told, Wheel


def in_words(section: Section, comma: str = ", ") -> Section:
    """Return the section with every wheel and map told in words; nothing else is changed."""
    blocks = tuple(made for block in section.blocks for made in _told(block, comma))
    return Section(key=section.key, heading=section.heading, blocks=blocks)


def _told(block: Block, comma: str) -> list[Block]:
    if isinstance(block, Wheel):
        return [Told(lines=(line,)) for line in wheel_lines(block, comma)]
    if isinstance(block, Ties):
        return [Told(lines=(line,)) for line in tie_lines(block)]
    return [block]


def wheel_lines(wheel: Wheel, comma: str = ", ") -> Iterator[Line]:
    """Yield for each filling of the wheel its word and the areas that have it: "strong for us now: Safe, Active"."""
    words = {Talk.STRONG: wheel.strong, Talk.WORKING: wheel.working, Talk.NOT_YET: wheel.not_yet}
    for talk, word in words.items():
        areas = [one.word for one in wheel.slices if one.talk is talk]
        if areas:
            yield _led(word, plain(f"{comma.join(areas)}."))


def tie_lines(ties: Ties) -> Iterator[Line]:
    """Yield for each kind of tie its word and who or what it joins us to, with what they bring."""
    for kind in TieKind:
        same = [one for one in ties.ties if one.kind is kind]
        if not same:
            continue
        runs: list[Run] = []
        for one in same:
            runs += [Run(text=" ")] if runs else []
            runs += (
                [Run(text=f"{one.name}: "), *one.brings] if one.brings else [Run(text=sentences([one.name]))]
            )
        yield _led(same[0].word, tuple(runs))


def _led(word: str, line: Line) -> Line:
    return (Run(text=f"{word[:1].upper()}{word[1:]}: ", strong=True), *line)
