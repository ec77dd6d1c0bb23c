"""What stands under a section that is described as data: an entry for each of its records, in their order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from fsdesk.plans import fields as facts
from fsdesk.plans import model as m
from fsdesk.ui.look.voices import Heard
from fsdesk.ui.presenters import choices, values
from fsdesk.ui.presenters.dates import plain_day
from fsdesk.ui.presenters.doubtful_days import doubt
from fsdesk.ui.presenters.entries import Entry, Sign, TextField, seen_by_of, together, translated
from fsdesk.ui.presenters.sections.shapes import Kind, Section, Shape, Shown, Words
from fsdesk.ui.presenters.spots import Place, Spot

_PLACES = frozenset({"learns_at", "place", "location", "shared_care", "times"})
_TO_WHOM = "Choose to whom; it is kept as a draft until then."


class Looking(NamedTuple):
    """How the plan is looked at: the day, what was typed and cannot be read yet, which records are new."""

    today: date
    raw: Callable[[Spot], str | None] = lambda _: None
    new: Collection[Place] = ()


def entries_in(section: Section, plan: m.Plan, looking: Looking) -> tuple[Entry, ...]:
    """Kind after kind; what belongs to a record stands under it, what belongs to none at the end of its kind."""
    return tuple(entry for kind in section.kinds for entry in _of_kind(section, kind, plan, looking))


def _of_kind(section: Section, kind: Kind, plan: m.Plan, looking: Looking) -> Iterator[Entry]:
    here = {one.id for one in plan.goals} if any(one.under for one in section.kinds) else set()
    for record in records_of(plan, kind):
        if kind.under and getattr(record, kind.under) in here:
            continue
        yield entry_of(kind, record, plan, looking)
        for below in section.kinds if kind.collection == "goals" else ():
            if below.under:
                yield from _under(below, record.id, plan, looking)


def _under(kind: Kind, owner: str, plan: m.Plan, looking: Looking) -> Iterator[Entry]:
    for record in records_of(plan, kind):
        if getattr(record, kind.under) == owner:
            yield entry_of(kind, record, plan, looking)._replace(depth=1)


def records_of(plan: m.Plan, kind: Kind) -> tuple[Any, ...]:
    """The records of this kind; the plan itself where the kind is of its own fields."""
    return (plan,) if kind.collection == facts.PLAN else getattr(plan, kind.collection)


def entry_of(kind: Kind, record: Any, plan: m.Plan, looking: Looking) -> Entry:
    """One record as its card shows it."""
    place = Place(kind.collection, record.id)
    whose = _whose(kind, record)
    names = choices.names_of(plan)
    name = together([names[one] for one in whose if one in names]) or "somebody"
    shown = (field for one in kind.shown for field in field_of(place, record, one, plan, looking))
    seen_by = _seen_by(kind, record, plan, name)
    return Entry(
        place=place if kind.collection else Place(facts.PLAN, kind.heading),
        sign=_sign(kind, whose, plan, names),
        heading=_heading(kind, record, name, looking.today),
        seen_by=seen_by,
        is_private=_is_private(kind, record) and place not in looking.new,
        pictures=(),
        fields=tuple(shown),
        may_go=kind.collection != facts.PLAN,
        tone=kind.tone,
    )


def field_of(
    place: Place, record: Any, shown: Shown, plan: m.Plan, looking: Looking, name: str = ""
) -> Iterator[TextField]:
    """The control of a field: one for each run of a text, one for anything else."""
    held = getattr(record, shown.field, ()) if shown.shape is Shape.WORDS else ()
    if shown.shape is Shape.WORDS and "/" in shown.field:
        first, _, rest = shown.field.partition("/")
        held = getattr(getattr(record, first), rest, ())
    for at in range(max(1, len(held))):
        spot = Spot(place.collection, place.record, shown.field, at)
        yield _field(spot, record, shown, plan, looking, held[at] if held else None)


def _field(
    spot: Spot, record: Any, shown: Shown, plan: m.Plan, looking: Looking, span: m.Span | None
) -> TextField:
    raw = looking.raw(spot)
    options = choices.options_of(plan, record, shown)
    hushed = not shown.main and _is_hushed(spot, plan)
    said = values.text_of(record, spot.field, spot.at) if raw is None else raw
    below = tuple(translated(one) for one in span.translations) if span else ()
    if isinstance(record, m.Relationship) and shown.field == "to_person":
        options = tuple(one for one in options if one[0] != record.from_person)
        below = below if record.from_person != record.to_person else (_TO_WHOM,)
    if shown.shape is Shape.DAY:
        said, below = _day(said, looking.today, spot.field)
    return TextField(
        spot=spot,
        label="" if spot.at else shown.label,
        text=said,
        kind=span.kind if span else values.kind_of_words(record, spot.field),
        is_right_to_left=bool(span and span.dir is m.Direction.RTL),
        lang=span.lang if span else "en",
        below=below,
        shape=shown.shape,
        options=options,
        is_main=shown.main or (shown.shape is Shape.WORDS and bool(said.strip()) and not hushed),
        summary="" if hushed else _summary(shown, said, options),
        tip=shown.tip,
        tone=shown.tone,
    )


def _is_hushed(spot: Spot, plan: m.Plan) -> bool:
    """Whether nobody reads it over a shoulder: what is sealed, and a school where something is kept from somebody."""
    field = spot.field.partition("/")[0]
    is_sealed = facts.of(spot.collection)[field].sync is m.Sync.SEALED
    return is_sealed or (field in _PLACES and bool(plan.safety_between))


def _summary(shown: Shown, said: str, options: Words) -> str:
    """A field in a few words; what a plan says of itself until somebody does is not said."""
    if (
        not said.strip()
        or said == values.NO
        or (shown.shape is Shape.ONE and choices.NOT_SAID not in options)
    ):
        return ""
    if shown.shape is Shape.YES:
        return shown.label
    known = dict(options)
    words = [known.get(one, "") for one in said.split("\n")] if options else said.split("\n")
    words = [one for one in words if one]
    return f"{shown.label}: {', '.join(words)}" if words else ""


def _day(said: str, today: date, field: str) -> tuple[str, tuple[str, ...]]:
    """A day as people say it; what cannot be read as one stays as it was typed, and says so."""
    if not said:
        return "", ()
    try:
        day = date.fromisoformat(said)
    except ValueError:
        return said, ("Not a day that can be kept yet. “9 March” would do.",)
    asked = doubt(day, today, field)
    return plain_day(day, today), (asked,) if asked else ()


def _whose(kind: Kind, record: Any) -> tuple[str, ...]:
    held = getattr(record, kind.whose, None) if kind.whose else None
    if isinstance(held, frozenset):
        return tuple(sorted(held))
    return (held,) if held else ()


def _sign(kind: Kind, whose: Iterable[str], plan: m.Plan, names: dict[str, str]) -> Sign:
    places = {one: at for at, one in enumerate(names)}
    first = next((one for one in whose if one in places), None)
    if first is not None:
        return Sign(names[first], places[first], Heard.HEARD)
    return Sign("You", 0, Heard.WORKER) if kind.tone == "safety" else Sign("All of us", 0, Heard.ALL)


def _heading(kind: Kind, record: Any, name: str, today: date) -> str:
    on = getattr(record, kind.day, None) if kind.day else None
    said = plain_day(on, today) if on else "one day"
    heading = kind.heading.format(name=name, day=said)
    return heading[:1].upper() + heading[1:]


def _seen_by(kind: Kind, record: Any, plan: m.Plan, name: str) -> str:
    if kind.seen_by or not isinstance(record, m.Record):
        return kind.seen_by
    if isinstance(record, m.Worry) and record.level is m.WorryLevel.SERIOUS:
        return "Sealed: for you and the team lead alone"
    people = {person.id: (at, person) for at, person in enumerate(plan.people)}
    return seen_by_of(record, people, name)


def _is_private(kind: Kind, record: Any) -> bool:
    if kind.is_private or not isinstance(record, m.Record):
        return kind.is_private and _says_something(kind, record)
    if isinstance(record, m.Worry) and record.level is m.WorryLevel.SERIOUS:
        return True
    return record.sealed or record.audience.to in (m.Reach.MY_PAGE, m.Reach.MY_WORKER)


def _says_something(kind: Kind, record: Any) -> bool:
    return any(values.text_of(record, one.field) not in ("", values.NO) for one in kind.shown)
