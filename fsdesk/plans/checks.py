"""Checking a plan against its principles: what a worker may want to look at, and where the plan shows them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from msgspec.structs import replace

from fsdesk.plans import evidence, principles
from fsdesk.plans import rules as data_rules
from fsdesk.plans.findings import Finding, PrincipleSeen, Seen, digest
from fsdesk.plans.model import Answer, AnswerKind, Plan, Value
from fsdesk.plans.rulebook import rules_listing
from fsdesk.plans.rules import pack as packs
from fsdesk.plans.rules.pack import Pack
from fsdesk.plans.rules.parts import Rule
from fsdesk.plans.wording import sections
from fsdesk.plans.wording.readability import Counted

__all__ = [
    "FIRST_MEETING", "Checked", "answer_to", "check", "check_again", "quiet_first_meeting", "rules_listing",
]  # fmt: skip

FIRST_MEETING = frozenset({"R-01", "R-07", "R-31", "R-32", "R-41"})
"""The rules that speak in a first meeting; the others wait until the worker opens Check."""

_SERIOUS = "R-41"


class Checked(Value, frozen=True, kw_only=True):
    """What a check found: findings in the order they are shown, and every principle with its evidence.

    `noticed`, `shown`, `names` and `counted` are what a check after an edit starts from.
    """

    findings: tuple[Finding, ...]
    principles: tuple[PrincipleSeen, ...]
    today: date
    noticed: dict[str, tuple[Finding, ...]]
    shown: dict[str, tuple[str, ...]]
    names: frozenset[str]
    counted: dict[str, Counted]


class _Source(NamedTuple):
    """One thing that finds: a data rule, or the wording of one collection."""

    name: str
    reads: frozenset[str]
    find: Callable[[Plan, date, Pack, frozenset[str]], Iterable[Finding]]


def check(plan: Plan, today: date) -> Checked:
    """Return everything the rules notice in a plan on that day, always the same for the same plan and day."""
    pack, names = packs.load(), sections.names_of(plan)
    noticed = {source.name: tuple(source.find(plan, today, pack, names)) for source in _sources()}
    shown = {name: tuple(look.find(plan)) for name, look in evidence.LOOKS.items()}
    counted = {section.name: section.counted(plan, names) for section in sections.ALL}
    return _checked(plan, today, noticed, shown, names, counted)


def check_again(previous: Checked, plan: Plan, touched: Collection[str], today: date) -> Checked:
    """Return what `check` would, looking again only where an edit touched.

    `touched` names the fields of the plan (such as "people" or "next_review") that may differ from the plan
    that `previous` was made of. Another day looks at everything again.
    """
    if today != previous.today:
        return check(plan, today)
    pack, names, fields = packs.load(), sections.names_of(plan), frozenset(touched)
    all_wording = names != previous.names
    noticed = dict(previous.noticed)
    for source in _sources():
        if source.reads & fields or (all_wording and source.name.startswith("wording ")):
            noticed[source.name] = tuple(source.find(plan, today, pack, names))
    shown = dict(previous.shown)
    for name, look in evidence.LOOKS.items():
        if not fields.isdisjoint(look.reads):
            shown[name] = tuple(look.find(plan))
    counted = dict(previous.counted)
    for section in sections.ALL:
        if all_wording or not fields.isdisjoint(section.reads):
            counted[section.name] = section.counted(plan, names)
    return _checked(plan, today, noticed, shown, names, counted)


def quiet_first_meeting(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that speak in a first meeting."""
    return tuple(finding for finding in findings if finding.rule in FIRST_MEETING)


def answer_to(
    finding: Finding, *, answer_id: str, kind: AnswerKind = AnswerKind.NOT_RIGHT_HERE, **more: Any
) -> Answer:
    """Return the record that puts a finding to rest until the part it speaks of changes.

    It keeps the rule's version and the message as it was shown. `more` gives words, by, on, ask_again_on.
    """
    return Answer(
        id=answer_id,
        rule=finding.rule,
        rule_version=finding.rule_version,
        where=finding.key,
        about=finding.about,
        message=finding.message,
        kind=kind,
        **more,
    )


@cache
def _sources() -> tuple[_Source, ...]:
    data = [_Source(rule.ID, frozenset(rule.READS), _looker(rule)) for rule in data_rules.ALL]
    wording = [
        _Source(f"wording {section.name}", frozenset(section.reads), section.find) for section in sections.ALL
    ]
    return (*data, *wording)


def _looker(rule: Rule) -> Callable[[Plan, date, Pack, frozenset[str]], Iterable[Finding]]:
    def find(plan: Plan, today: date, pack: Pack, names: frozenset[str]) -> Iterable[Finding]:
        return [_worded(rule, seen) for seen in rule.look(plan, today, pack)]

    return find


def _worded(rule: Rule, seen: Seen) -> Finding:
    said = packs.said(rule.ID, seen.say)
    return Finding(
        rule=rule.ID,
        rule_version=rule.VERSION,
        severity=seen.severity or rule.SEVERITY,
        principles=rule.PRINCIPLES,
        where=seen.where,
        message=packs.filled(said.message, seen.fill),
        next_step=packs.filled(said.next_step, seen.fill),
        source=principles.load().entry(rule.PRINCIPLES[0]).source,
        key="/".join(seen.ids) or seen.where.strip("/"),
        about=digest((seen.say, *seen.about)),
    )


def _checked(
    plan: Plan,
    today: date,
    noticed: dict[str, tuple[Finding, ...]],
    shown: dict[str, tuple[str, ...]],
    names: frozenset[str],
    counted: dict[str, Counted],
) -> Checked:
    whole = [one for found in noticed.values() for one in found]
    whole += sections.hard_to_read(counted.values())
    findings = _in_order(_with_answers(plan, today, whole))
    return Checked(
        findings=findings,
        principles=_principles(findings, shown),
        today=today,
        noticed=noticed,
        shown=shown,
        names=names,
        counted=counted,
    )


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By rule, each rule's in document order; a serious worry that wants words comes before everything."""
    return tuple(sorted(findings, key=lambda one: (one.rule != _SERIOUS or one.answered, one.rule)))


def _with_answers(plan: Plan, today: date, findings: list[Finding]) -> list[Finding]:
    resting: dict[str, list[Answer]] = {}
    for answer in plan.answers:
        if answer.kind is not AnswerKind.FIXED and not _asks_again(answer, plan, today):
            resting.setdefault(answer.rule, []).append(answer)
    if not resting:
        return findings
    return [
        replace(one, answered=True) if _rests(one, resting.get(one.rule, ())) else one for one in findings
    ]


def _asks_again(answer: Answer, plan: Plan, today: date) -> bool:
    """On its day; without one, what was left for a review is asked again at the first review after it."""
    if answer.ask_again_on is not None:
        return answer.ask_again_on <= today
    if answer.kind is not AnswerKind.ASK_AT_REVIEW or answer.on is None:
        return False
    days = [review.on for review in plan.reviews] + [plan.next_review.on if plan.next_review else date.max]
    return any(answer.on < day <= today for day in days)


def _rests(finding: Finding, answers: Iterable[Answer]) -> bool:
    return any(
        answer.where in (finding.key, finding.where) and answer.about in ("", finding.about)
        for answer in answers
    )


def _principles(
    findings: Iterable[Finding], shown: Mapping[str, tuple[str, ...]]
) -> tuple[PrincipleSeen, ...]:
    open_severities: dict[str, set[str]] = {}
    for finding in findings:
        if not finding.answered:
            for principle in finding.principles:
                open_severities.setdefault(_whole(principle), set()).add(finding.severity.value)
    table = evidence.shown_by()
    return tuple(
        _principle(one, open_severities.get(one, set()), [shown[look] for look in table.get(one, ())])
        for one in principles.principle_ids()
    )


def _principle(principle: str, severities: set[str], shown: list[tuple[str, ...]]) -> PrincipleSeen:
    places = tuple(dict.fromkeys(place for places in shown for place in places))
    states = [state for state in ("gap", "look") if state in severities]
    state = states[0] if states else "evidenced" if places else "reflect"
    return PrincipleSeen(id=principle, state=state, evidence=places)


@cache
def _whole(principle: str) -> str:
    """The principle that a statement belongs to; background belongs to none and stays itself."""
    owner = principles.load().principle_of(principle)
    return owner.id if owner else principle
