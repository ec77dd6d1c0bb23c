"""What workers wrote in a plan, section by section, and what the wording rules notice there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from fsdesk.plans import model as m
from fsdesk.plans import principles
from fsdesk.plans.findings import Finding, digest
from fsdesk.plans.rules import pack as packs
from fsdesk.plans.rules.pack import Pack
from fsdesk.plans.wording import catalogue, readability
from fsdesk.plans.wording.readability import Counted
from fsdesk.plans.wording.reader import WordingFinding, read

_GUESSES = frozenset({"ABSOLUTE"})


class _Field(NamedTuple):
    """One field of words: how it is read, and which categories are left out there."""

    name: str
    field: str = "worker"
    quiet: frozenset[str] = frozenset()
    most_words: int = readability.KITCHEN_TABLE


_WORDS: dict[str, tuple[_Field, ...]] = {
    "relationships": (_Field("note"),),
    "network": (_Field("brings"),),
    "interpreters": (_Field("wishes"),),
    "access_needs": (_Field("words"), _Field("adjustment")),
    "about_us": (_Field("words"),),
    "matters": (_Field("words"),),
    "voices": (
        _Field("words"),
        _Field("saw", quiet=_GUESSES),
        _Field("may_be_telling_us", quiet=_GUESSES),
        _Field("knows_best"),
        _Field("reply"),
    ),
    "wellbeing": (_Field("child_view"), _Field("adult_view")),
    "marks": (_Field("words"),),
    "worlds": (_Field("challenge"),),
    "resilience": (_Field("makes_it_hard"),),
    "goals": (
        _Field("text", "action"),
        _Field("must_do_because"),
        _Field("how_we_notice"),
        _Field("only_option_because"),
    ),
    "options": (
        _Field("what", "action"),
        _Field("why"),
        _Field("not_a_choice"),
        _Field("if_we_still_need_it"),
    ),
    "steps": (_Field("what", "action"),),
    "disagreements": (_Field("views"), _Field("how_we_weighed")),
    "connections": (_Field("how_it_went"),),
    "gaps": (_Field("wanted"),),
    "rights": (_Field("words"),),
    "worries": (
        _Field("text"),
        _Field("around"),
        _Field("fear"),
        _Field("already_safe"),
        _Field("next_action", "action"),
        _Field("not_told_because"),
        _Field("child_safe_line", most_words=readability.CHILD_OR_EASY_READ),
    ),
    "team": (_Field("does"),),
    "tell_once": (_Field("lines"),),
    "reach_in": (_Field("printed_line"),),
    "shares": (_Field("what"), _Field("why"), _Field("their_view")),
    "agreements": (_Field("words"),),
    "promises": (_Field("what", "action"), _Field("why")),
    "reviews": (_Field("what_changed"), _Field("what_helped"), _Field("what_to_drop")),
    "change_events": (_Field("words"),),
    "feedback": (_Field("we_did"), _Field("we_could_not_because"), _Field("instead")),
    "return_notes": (_Field("words"),),
    "safety_feel": (_Field("words"),),
    "money": (_Field("words"),),
    "ending": (
        _Field("reason"),
        _Field("what_we_keep_doing"),
        _Field("way_back_in"),
        _Field("who_notices_slips"),
    ),
}
"""Where workers may write, by field of the plan. Strengths are not read: what stands there is left as it is."""

_WHY_NOW = "why_now"
READING_AGE = "reading"
"""By what an answer to the whole plan's reading age is kept."""


class Section(NamedTuple):
    """One section of a plan whose wording is read: its name and the fields it reads."""

    name: str
    reads: tuple[str, ...]

    def find(self, plan: m.Plan, today: date, pack: Pack, names: frozenset[str]) -> Iterable[Finding]:
        """Return what is met in this section: each entry of the catalogue once, with how often."""
        noticed = _noticed(list(self._places(plan)), names)
        return [*_without_words(plan), *noticed] if self.name == _WHY_NOW else noticed

    def counted(self, plan: m.Plan, names: frozenset[str]) -> Counted:
        """Return what is counted in this section of the words that workers wrote in English for a family."""
        written = (
            place.span.text
            for place in self._places(plan)
            if place.span.kind is m.SpanKind.WORKER and place.is_for_family and place.is_english
        )
        return readability.together(readability.counted(text, names) for text in written)

    def _places(self, plan: m.Plan) -> Iterator[_Place]:
        return _why_now(plan) if self.name == _WHY_NOW else _in_collection(plan, self.name)


ALL: tuple[Section, ...] = (
    Section(_WHY_NOW, (_WHY_NOW, "family_asked")),
    *(Section(name, (name,)) for name in _WORDS),
)


class HowRead(NamedTuple):
    """As what sort of text a field is read, and which categories are left out in it, as `read` takes both."""

    field: str = "worker"
    quiet: frozenset[str] = frozenset()


def how_read(collection: str, field: str, record: Any) -> HowRead | None:
    """Say how a check reads this field of a record, or of the plan itself; None where it leaves the words as they are.

    `field` may name a part of a part, as in "money/words". A worker's own note is read as any text.
    """
    if collection == "scratch":
        return HowRead()
    first, _, rest = field.partition("/")
    named, part = (collection, first) if collection else (first, rest)
    fields = (_Field("", _WHY_NOW),) if named == _WHY_NOW else _WORDS.get(named, ())
    how = next((one for one in fields if one.name == part), None)
    if how is None:
        return None
    return HowRead("safety" if _is_hidden(record) else how.field, how.quiet)


class _Place(NamedTuple):
    where: str
    span: m.Span
    how: _Field
    hidden: bool

    @property
    def is_for_family(self) -> bool:
        return not self.hidden

    @property
    def is_english(self) -> bool:
        return self.span.lang.partition("-")[0] == "en"


class _Met(NamedTuple):
    where: str
    finding: WordingFinding
    hidden: bool


def names_of(plan: m.Plan) -> frozenset[str]:
    """Return the names and places of a plan that the wording engine leaves alone."""
    names = {plan.family_name, *plan.never_linted}
    for person in plan.people:
        names |= {person.name, person.goes_by, person.learns_at}
    for helper in plan.team:
        names |= {helper.name, helper.organisation}
    names |= {line.name for line in plan.network} | {home.label for home in plan.households}
    names |= {place.name for place in plan.places_that_suit} | {tie.name for tie in plan.connections}
    names |= {option.name for option in plan.options if option.form is not None}
    names |= {place.service for place in plan.community_places}
    titled = {name for name in names if name[:1].isupper()}
    return frozenset(titled | plan.never_linted | {line.word for line in plan.glossary})


NAMED_BY = (
    "family_name", "never_linted", "people", "team", "network", "households", "places_that_suit", "connections",
    "options", "community_places", "glossary",
)  # fmt: skip
"""The fields that `names_of` reads."""


def _without_words(plan: m.Plan) -> Iterator[Finding]:
    """W-16: nothing says yet why now; where somebody else asked for the plan, that is to be said honestly."""
    if not m.has_words(plan.why_now):
        says = "empty" if plan.family_asked else "empty_not_asked"
        yield _worded("W-16", says, "/why_now", _WHY_NOW, {}, about=(plan.family_asked,))


def _noticed(places: list[_Place], names: frozenset[str]) -> list[Finding]:
    workers = [place for place in places if place.span.kind is m.SpanKind.WORKER and place.span.text]
    return [*_once_each(_met(workers, names)), *_long_sentences(workers)]


def _long_sentences(places: list[_Place]) -> Iterator[Finding]:
    """W-09: sentences that are long to read out, in words that a family may read."""
    found = [
        place.where
        for place in places
        if place.is_for_family and place.is_english
        for _ in readability.long_sentences(place.span.text, place.how.most_words)
    ]
    if found:
        says, fill = (
            "default" if len(found) == 1 else "several",
            {"count": str(len(found))},
        )
        yield _worded(
            "W-09",
            says,
            found[0],
            found[0].split("/")[1],
            fill,
            about=found,
            count=len(found),
        )


def hard_to_read(counts: Iterable[Counted]) -> Iterator[Finding]:
    """W-09: what workers wrote for a family takes more schooling to read than most people like to need."""
    found = readability.together(counts)
    grade = readability.grade_of(found)
    if grade is not None and grade > readability.HIGHEST_GRADE:
        yield _worded("W-09", "whole", "", READING_AGE, {}, about=(int(grade),))


def _why_now(plan: m.Plan) -> Iterator[_Place]:
    how = _Field(_WHY_NOW, _WHY_NOW)
    return (_Place(f"/why_now/{index}", span, how, False) for index, span in enumerate(plan.why_now))


def _in_collection(plan: m.Plan, collection: str) -> Iterator[_Place]:
    for where, record in _records(plan, collection):
        hidden = _is_hidden(record)
        for how in _WORDS[collection]:
            for span in getattr(record, how.name):
                yield _Place(f"{where}/{how.name}", span, how, hidden)


def _records(plan: m.Plan, collection: str) -> Iterator[tuple[str, Any]]:
    """The records of a list, or the one value of a field of the plan itself."""
    held = getattr(plan, collection)
    if isinstance(held, tuple):
        yield from ((f"/{collection}/{index}", record) for index, record in enumerate(held))
    elif held is not None:
        yield f"/{collection}", held


def _is_hidden(record: Any) -> bool:
    serious = isinstance(record, m.Worry) and record.level is m.WorryLevel.SERIOUS
    return serious or (isinstance(record, m.Record) and record.sealed)


def _met(places: Iterable[_Place], names: frozenset[str]) -> Iterator[_Met]:
    for where, span, how, hidden in places:
        field = "safety" if hidden else how.field
        for finding in read(span.text, field, span.lang, names, how.quiet):
            yield _Met(where, finding, hidden)


def _once_each(met: Iterable[_Met]) -> list[Finding]:
    grouped: dict[str, list[_Met]] = {}
    for one in met:
        grouped.setdefault(one.finding.entry, []).append(one)
    return [_finding(group) for group in grouped.values()]


def _finding(group: list[_Met]) -> Finding:
    where, first, hidden = group[0]
    fill = {"words": first.span, "instead": first.instead, "count": str(len(group))}
    met = {
        "span": "" if hidden else first.span,
        "instead": first.instead,
        "entry": first.entry,
    }
    says = _says(len(group), hidden)
    return _worded(
        first.rule,
        says,
        where,
        first.entry,
        fill,
        about=(first.entry,),
        count=len(group),
        **met,
    )


def _worded(
    rule_id: str,
    says: str,
    where: str,
    key: str,
    fill: dict[str, str],
    *,
    about: Iterable[Any],
    **met: Any,
) -> Finding:
    rule = catalogue.rule(rule_id)
    said = packs.words_of(rule_id).say[says]
    return Finding(
        rule=rule_id,
        rule_version=rule.version,
        severity=rule.severity,
        principles=rule.principles,
        where=where,
        message=packs.filled(said.message, fill),
        next_step=packs.filled(said.next_step, fill),
        source=principles.load().entry(rule.principles[0]).source,
        key=key,
        about=digest((says, *about)),
        **met,
    )


def _says(count: int, hidden: bool) -> str:
    if hidden:
        return "hidden"
    return "default" if count == 1 else "several"
