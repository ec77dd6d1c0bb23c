"""The recovery sheet and the contact cards as sheets: fixed words, no family, no place, no passphrase."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from fsdesk.plans.sheet.papers import Boxes, CutCards, FoldHere, SquareBeside, Steps, WordGrid
from fsdesk.plans.sheet.parts import Line
from fsdesk.plans.sheet.phrases import Phrases, phrases
from fsdesk.plans.sheet.values import Key, Section, Sheet, Signing, Told

WORDS_ACROSS, GROUPS_ACROSS = 4, 3


def recovery_sheet(
    number: str, made_on: date, replaces: str, parts: Sequence[str], square: str, *, is_words: bool
) -> Sheet:
    """Return the sheet: how to keep it outside, its words or groups and its square folded inside."""
    say = phrases()
    how = "how_words" if is_words else "how_groups"
    across = WORDS_ACROSS if is_words else GROUPS_ACROSS
    sheet_number = say.line("recovery.sheet", number=number)
    told = (
        say.line("recovery.use"),
        say.line("recovery.replaces", number=number, before=replaces) if replaces else sheet_number,
    )
    keep = (Boxes(lines=(say.line("recovery.warning"),)), Steps(items=say.lines("recovery.steps")))
    names = tuple(say.text(f"recovery.{one}") for one in ("held", "where", "checked"))
    outside = [
        Section(key=Key.OPENING, heading="", blocks=blocks)
        for blocks in (keep, (Signing(places=names, ways=()),), (FoldHere(word=say.text("recovery.fold")),))
    ]
    inside = Section(
        key=Key.SHARING,
        heading=say.text("recovery.words" if is_words else "recovery.groups"),
        blocks=(
            Told(lines=(say.line(f"recovery.{how}"),)),
            WordGrid(parts=tuple(parts), across=across),
            SquareBeside(square=square, told=say.text("recovery.square"), lines=told),
        ),
    )
    made = say.line("recovery.made", day=say.day(made_on), number=number)
    title = say.text("recovery.title")
    name = f"{title}, {number}"
    return _team_sheet(say, title, name, made, (*outside, inside), say.text("recovery.foot", number=number))


def contact_cards(name: str, role: str, words: Sequence[str], square: str, made_on: date) -> Sheet:
    """Return four contact cards of one person: public, so no code of any family and no place stands on them."""
    say = phrases()
    cards = CutCards(
        name=name,
        role=say.text(f"cards.{role}"),
        lines=(say.line("cards.ring"), say.line("cards.story")),
        heading=say.text("cards.words"),
        words=tuple(words),
        rule=(say.line("cards.same"), say.line("cards.other")),
        square=square,
        told=say.text("cards.square"),
    )
    title = say.text("cards.title")
    section = Section(key=Key.OPENING, heading="", blocks=(cards,))
    foot = say.text("cards.foot", day=say.date(made_on))
    return _team_sheet(say, title, title, say.line("cards.how"), (section,), foot)


def _team_sheet(
    say: Phrases, title: str, name: str, made: Line, sections: tuple[Section, ...], foot: str
) -> Sheet:
    return Sheet(
        lang=say.lang,
        document_title=name,
        title=title,
        made=made,
        box=(),
        older=(),
        sections=sections,
        last=(),
        footer=foot,
        side=say.template("document.side"),
        more=say.template("document.more"),
        for_team=True,
    )
