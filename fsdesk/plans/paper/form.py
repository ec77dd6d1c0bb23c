"""What stood on a sheet, typed in box by box as it was written: the JSON form, and whether it fits the boxes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Literal

import msgspec

from fsdesk.errors import Refused
from fsdesk.plans.model.base import Id, Lang, Value, ZeroToTen
from fsdesk.plans.model.plan import Plan
from fsdesk.plans.model.reviews import Hand, PaperReturn
from fsdesk.plans.paper.boxes import FACES, Box, Kind

FORMAT = "fsdesk-paper-return"
MOST_BYTES = 4 * 2**20
"""Largest form that is read, in bytes."""


class Typed(Value, frozen=True, kw_only=True):
    """What one hand wrote in one box; whatever is left out was left empty on the sheet."""

    box: int | str
    words: str = ""
    number: ZeroToTen | None = None
    face: str = ""
    ticks: tuple[str, ...] = ()
    person: Id | None = None
    hand: Hand | None = None
    on: date | None = None
    lang: Lang | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written here; blanks alone are nothing."""
        return not (self.words.strip() or self.face or self.ticks) and self.number is None

    @property
    def where(self) -> str:
        """The number of the box as it stands on the sheet."""
        return str(self.box).strip()


class Form(Value, frozen=True, kw_only=True):
    """A sheet as it was typed in: its code, whose hand, on which day, and what stood in its boxes."""

    format: Literal["fsdesk-paper-return"] = "fsdesk-paper-return"
    version: Annotated[int, msgspec.Meta(ge=1, le=1)] = 1
    sheet: str
    printed: str = ""
    person: Id | None = None
    hand: Hand | None = None
    on: date | None = None
    lang: Lang | None = None
    answers: tuple[Typed, ...] = ()
    may_see: tuple[Id, ...] | None = None
    """Who may read what the sheet says, as it was settled with the family; nothing while that is open."""


class NotAForm(Refused):
    """The file is no form of answers."""

    what = "This is no form of a sheet’s answers that fsdesk can read."
    what_next = "Nothing was kept. `fsdesk plan paper-open CODE --json` gives a form to fill in."
    in_window = "Nothing was kept. Open the sheet by its code and type it in."


class NotOnTheSheet(Refused):
    """An answer does not fit the box that it names."""

    what_next = "Nothing was kept. Look at the sheet once more."


_decoder = msgspec.json.Decoder(Form)
_encoder = msgspec.json.Encoder(order="deterministic")
_AT = re.compile(r" - at `\$?(?P<path>[^`]*)`$")


def read(data: bytes) -> Form:
    """Return the form in `data` (UTF-8 JSON). Raises NotAForm, which names the place and repeats no answer."""
    if len(data) > MOST_BYTES:
        raise NotAForm("That file is larger than the answers of a sheet can be.")
    try:
        return _decoder.decode(data)
    except msgspec.ValidationError as fault:
        raise NotAForm(_sentence(str(fault))) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, OverflowError):
        raise NotAForm from None


def write(form: Form) -> bytes:
    """Return a form as JSON, as it is kept while it is being typed."""
    return _encoder.encode(form)


def _sentence(fault: str) -> str:
    at = _AT.search(fault)
    where = re.sub(r"\[(\d+|\.\.\.)\]", r"/\1", at["path"]).replace(".", "/") if at else ""
    return f"In this form of answers {where or 'the whole'} does not hold what belongs there."


def written(form: Form) -> tuple[Typed, ...]:
    """Return the answers that are not empty, each with its hand, day and language; the words as they were typed."""
    filled = {"person": form.person, "hand": form.hand, "on": form.on, "lang": form.lang}
    found = []
    for one in form.answers:
        if not one.is_empty:
            whose = one.person is not None or one.hand is not None
            over = {name: value for name, value in filled.items() if getattr(one, name) is None}
            over = {name: value for name, value in over.items() if not (whose and name in ("person", "hand"))}
            found.append(msgspec.structs.replace(one, **over))
    return tuple(found)


_HANDS = {
    "adults": Hand.ADULT,
    "young_people": Hand.TEENAGER,
    "children": Hand.CHILD,
    "worker_wrote": Hand.WORKER_FOR_US,
}


def signed(form: Form, boxes: Iterable[Box]) -> Form:
    """Return the form with the hand that the sheet itself says, where one is ticked and the form names nobody's."""
    asks = {one.number for one in boxes if one.about == "who_filled"}
    ticked = {tick for one in form.answers if one.where in asks for tick in one.ticks}
    if form.hand is not None or form.person is not None or len(ticked) != 1:
        return form
    return msgspec.structs.replace(form, hand=_HANDS.get(ticked.pop()))


def check(form: Form, boxes: Sequence[Box], people: Iterable[str], today: date) -> None:
    """Raise NotOnTheSheet when an answer does not fit its box, names nobody of the plan, or is of a day to come."""
    by_number = {one.number: one for one in boxes}
    known = frozenset(people)
    for one in (*form.answers, *written(form)):
        box = by_number.get(one.where)
        if box is None:
            raise NotOnTheSheet(
                f"That sheet has no box {one.where[:12]}: its boxes go from 1 to {len(boxes)}."
            )
        _fits(one, box)
        _refuse(one.person is not None and one.person not in known, box, "names a hand that is nobody’s here")
        _refuse(one.on is not None and one.on > today, box, "was written on a day that is still to come")
    if form.may_see is not None and not known.issuperset(form.may_see):
        raise NotOnTheSheet("Somebody who may read this sheet is nobody of this plan.")
    if form.on is not None and form.on > today:
        raise NotOnTheSheet("The day of that sheet is still to come.")


def _fits(one: Typed, box: Box) -> None:
    if box.kind is Kind.UNKNOWN:
        return
    ticks = [tick.name for tick in box.ticks]
    has_no_numbers = not box.has_number and (one.number is not None or bool(one.face))
    _refuse(has_no_numbers, box, "has no numbers and no faces on the sheet")
    _refuse(bool(one.face) and one.face not in FACES, box, f"has these faces: {', '.join(FACES)}")
    odd = not set(one.ticks) <= set(ticks) or max(Counter(one.ticks).values(), default=0) > 1
    _refuse(odd, box, f"has these to tick: {', '.join(ticks)}" if ticks else "has nothing to tick")


def _refuse(wrong: bool, box: Box, why: str) -> None:
    if wrong:
        raise NotOnTheSheet(f"Box {box.number} {why}.")


def settled(form: Form, readers: Sequence[str]) -> Form:
    """Return the form with who may read the sheet, where that was settled with the family."""
    return msgspec.structs.replace(form, may_see=tuple(readers)) if readers else form


def of(kept: PaperReturn) -> Form:
    """Return a sheet that is kept already as the form it was typed in with."""
    answers = (
        Typed(
            box=one.box,
            words="".join(span.text for span in one.text),
            number=one.number,
            face=one.picture,
            ticks=one.ticks,
            person=one.hand,
            hand=one.written_by,
            on=one.on,
            lang=one.text[0].lang if one.text else None,
        )
        for one in kept.answers
    )
    return Form(sheet=f"{kept.code} {kept.version} {kept.edition}", on=kept.on, answers=tuple(answers))


def people_of(*plans: Plan) -> frozenset[str]:
    """Return the ids of everybody in these states of a plan."""
    return frozenset(one.id for plan in plans for one in plan.people)


def blank(code: str, language: str) -> Mapping[str, Any]:
    """Return an empty form of a sheet, to be filled in."""
    return {"format": FORMAT, "version": 1, "sheet": code, "lang": language, "answers": []}
