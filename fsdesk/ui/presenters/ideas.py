"""What the coach shows of a check: what goes well, ideas by principle, and notes of judgement. Never a score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from fsdesk.plans import principles
from fsdesk.plans.checks import Checked
from fsdesk.plans.findings import Finding, PrincipleSeen
from fsdesk.plans.model import Answer, Plan, text_of
from fsdesk.settings import Choices
from fsdesk.ui.presenters import manner, sections
from fsdesk.ui.presenters.coach_beside import MOST_WELL, Beside, beside, sections_of

_OF_WORDS = ("R-01", "R-02", "R-03", "R-04", "R-07")
"""Ideas that are answered where words are written, whatever they point at."""
_BEFORE_SHARING = frozenset({"R-27", "R-28", "R-40", "R-41"})
"""A story told once and agreed, what is shared and why, old copies, a serious worry in plain words."""
_OF_VOICE, _OF_MATTERS = ("R-01", "R-02"), ("R-07",)
_AT_FIRST = Choices()
_LABELS = {"glasgow": "Glasgow", "national": "National"}


class Way(NamedTuple):
    """Where "Take me there" leads: to somebody's words, to what matters most, or to words that stand there."""

    kind: str
    person: str = ""
    where: str = ""
    words: str = ""


class Idea(NamedTuple):
    """One finding as it is shown: what the plan does not show yet, why it counts, and one way in."""

    key: str
    finding: Finding
    statement: str
    section: str
    way: Way | None
    principle: str = ""
    """What the principle is called."""
    settles: bool = False
    """Whether it is best settled before the plan is shared: what is shared, what was told, a serious worry."""


class Group(NamedTuple):
    """The ideas of one principle."""

    principle: str
    title: str
    framework: str
    ideas: tuple[Idea, ...]


class Well(NamedTuple):
    """A principle that the plan shows."""

    title: str
    framework: str
    statement: str
    sections: frozenset[str] = frozenset()
    """Where in the plan it shows."""


class Judgement(NamedTuple):
    """An idea that was answered, as it was shown then, and the answer."""

    answer: str
    message: str
    words: str


class Shown(NamedTuple):
    """Everything the coach shows of one check."""

    groups: tuple[Group, ...]
    here: int
    counts: Mapping[str, int]
    """How many ideas there are for each section."""
    whole: int
    well: tuple[Well, ...]
    judgements: tuple[Judgement, ...]
    is_quiet: bool
    """Whether only the ideas for a first meeting speak."""
    sharing: int = 0
    """How many are best settled before the plan is shared."""
    well_here: tuple[Well, ...] = ()
    beside: Beside = Beside()


def shown(
    plan: Plan,
    checked: Checked,
    today: date,
    *,
    everything: bool,
    order: Sequence[str] = (),
    here: str = sections.MATTERS,
    chosen: Choices = _AT_FIRST,
) -> Shown:
    """What the coach shows of a check; ``order`` keeps what was there in its place, and what is new comes after.

    In a first meeting only a few ideas speak, unless ``everything`` was asked for; ``chosen`` may say otherwise,
    and by whose principles they speak.
    """
    is_first = is_first_meeting(plan, today)
    speaking = manner.speaking(checked.findings, chosen, is_first_meeting=is_first, everything=everything)
    well = tuple(
        _well(one)
        for one in checked.principles
        if one.state == "evidenced" and manner.speaks_by(one.id, chosen.coach_frameworks)
    )
    ideas = arranged([_idea(plan, finding) for finding in speaking if not finding.answered], order)
    counts = Counter(idea.section for idea in ideas)
    return Shown(
        groups=_grouped(ideas),
        here=sum(idea.section == here for idea in ideas),
        counts=counts,
        whole=len(ideas),
        well=well,
        judgements=tuple(_judgement(answer) for answer in plan.answers),
        is_quiet=manner.is_quiet(chosen, is_first_meeting=is_first, everything=everything)
        and len(speaking) < len(checked.findings),
        sharing=sum(idea.settles for idea in ideas),
        well_here=tuple(one for one in well if here in one.sections)[:MOST_WELL],
        beside=beside(plan, today, here, counts),
    )


def is_first_meeting(plan: Plan, today: date) -> bool:
    """Whether this is still the day of the first meeting, when checks keep quiet."""
    return plan.first_meeting and (plan.started_on is None or plan.started_on >= today)


def only_here(groups: Iterable[Group], section: str = sections.MATTERS) -> tuple[Group, ...]:
    """The groups with only the ideas for this section of the plan."""
    here = (
        group._replace(ideas=tuple(idea for idea in group.ideas if idea.section == section))
        for group in groups
    )
    return tuple(group for group in here if group.ideas)


def only_before_sharing(groups: Iterable[Group]) -> tuple[Group, ...]:
    """The groups with only what is best settled before the plan is shared."""
    left = (group._replace(ideas=tuple(idea for idea in group.ideas if idea.settles)) for group in groups)
    return tuple(group for group in left if group.ideas)


def arranged(ideas: Iterable[Idea], order: Sequence[str]) -> list[Idea]:
    """Ideas that were there before in the order they had, new ones after them."""
    places = {key: at for at, key in enumerate(order)}
    return sorted(ideas, key=lambda idea: places.get(idea.key, len(places)))


def key_of(finding: Finding) -> str:
    """The name by which an idea is known again after the next check."""
    return f"{finding.rule} {finding.key}"


def _idea(plan: Plan, finding: Finding) -> Idea:
    entry = principles.load().entry(finding.principles[0])
    field = finding.where.strip("/").partition("/")[0]
    section = sections.MATTERS if finding.rule in _OF_WORDS else sections.home_of(field)
    return Idea(
        key_of(finding),
        finding,
        entry.statement,
        section,
        _way(finding, section),
        principle=principles.load().entry(whole_principle(finding.principles[0])).title,
        settles=finding.rule in _BEFORE_SHARING,
    )


def _way(finding: Finding, section: str) -> Way | None:
    if finding.rule in _OF_VOICE:
        return Way("voice", person=finding.key)
    if finding.rule in _OF_MATTERS:
        return Way("matters")
    return Way("words", where=finding.where, words=finding.span) if section else None


def _grouped(ideas: Iterable[Idea]) -> tuple[Group, ...]:
    found: dict[str, list[Idea]] = {}
    for idea in ideas:
        found.setdefault(whole_principle(idea.finding.principles[0]), []).append(idea)
    return tuple(_group(principle, tuple(members)) for principle, members in found.items())


def _group(principle: str, ideas: tuple[Idea, ...]) -> Group:
    return Group(principle, principles.load().entry(principle).title, framework_of(principle), ideas)


def whole_principle(entry: str) -> str:
    """The principle that an entry of the catalogue belongs to; background stays itself."""
    owner = principles.load().principle_of(entry)
    return owner.id if owner else entry


def framework_of(entry: str) -> str:
    """Whose principle it is, in a word: Glasgow or National."""
    framework = principles.load().entry(entry).framework
    return next((label for name, label in _LABELS.items() if framework.startswith(name)), "")


def _well(seen: PrincipleSeen) -> Well:
    entry = principles.load().entry(seen.id)
    return Well(entry.title, framework_of(seen.id), entry.statement, sections_of(seen.evidence))


def _judgement(answer: Answer) -> Judgement:
    return Judgement(answer.id, answer.message, text_of(answer.words))
