"""How rules read a plan: who is the family, who is a child, what is open, what has words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from fsdesk.plans import model as m

_OLDEST_OF_BAND = {
    m.AgeBand.UNBORN: -1,
    m.AgeBand.UNDER_1: 0,
    m.AgeBand.FROM_1_TO_4: 4,
    m.AgeBand.FROM_5_TO_11: 11,
    m.AgeBand.FROM_12_TO_15: 15,
    m.AgeBand.FROM_16_TO_17: 17,
}
_YOUNGEST_OF_BAND = {
    m.AgeBand.UNBORN: -1,
    m.AgeBand.UNDER_1: 0,
    m.AgeBand.FROM_1_TO_4: 1,
    m.AgeBand.FROM_5_TO_11: 5,
    m.AgeBand.FROM_12_TO_15: 12,
    m.AgeBand.FROM_16_TO_17: 16,
    m.AgeBand.ADULT: 18,
}

ADULT_FROM = 18


def called(person: m.Person) -> str:
    """Return the name we go by."""
    return person.goes_by.strip() or person.name.strip() or "Somebody"


def helper_name(helper: m.TeamPerson) -> str:
    """Return a helper's name, or the role where there is none."""
    return helper.name.strip() or helper.role.strip() or "A helper"


def is_unborn(person: m.Person, today: date) -> bool:
    """Say whether this child is not born yet."""
    born = person.born
    if born is None:
        return False
    return born.unborn or born.band is m.AgeBand.UNBORN or (born.on is not None and born.on > today)


def age(person: m.Person, today: date) -> int | None:
    """Return whole years of age where a date or month is known; -1 for the unborn."""
    born = person.born
    if born is None:
        return None
    if is_unborn(person, today):
        return -1
    if born.on is not None:
        return today.year - born.on.year - ((today.month, today.day) < (born.on.month, born.on.day))
    if born.month is not None:
        year, month = (int(part) for part in born.month.split("-"))
        return today.year - year - (today.month < month)
    return None


def is_under(person: m.Person, years: int, today: date) -> bool:
    """Say whether this person is surely younger than so many years."""
    known = age(person, today)
    if known is not None:
        return known < years
    band = person.born.band if person.born else None
    return band in _OLDEST_OF_BAND and _OLDEST_OF_BAND[band] < years


def is_at_least(person: m.Person, years: int, today: date) -> bool:
    """Say whether this person is surely so many years old or older; a grown-up's role is enough for 18."""
    known = age(person, today)
    if known is not None:
        return known >= years
    band = person.born.band if person.born else None
    if band is not None:
        return _YOUNGEST_OF_BAND[band] >= years
    return person.role is not m.Role.CHILD and years <= ADULT_FROM


def is_child(person: m.Person, today: date) -> bool:
    """Say whether rights of children are this person's: a child here, or a parent under eighteen."""
    return person.role is m.Role.CHILD or is_under(person, ADULT_FROM, today)


def the_family(plan: m.Plan) -> Iterator[tuple[int, m.Person]]:
    """Yield everybody the plan is with, and where: not helpers, not those who died."""
    for index, person in enumerate(plan.people):
        if person.in_plan and person.role is not m.Role.HELPER and not has_died(person):
            yield index, person


def has_died(person: m.Person) -> bool:
    """Say whether this person has died."""
    return person.whereabouts is m.Whereabouts.DECEASED


def family_ids(plan: m.Plan) -> frozenset[str]:
    """Return the ids of everybody of the family, in the plan or not."""
    return frozenset(person.id for person in plan.people if person.role is not m.Role.HELPER)


def heard(voice: m.Voice) -> bool:
    """Say whether an entry holds this person's own voice: not a summary, not another's words, not empty."""
    if voice.kind is m.VoiceKind.SUMMARY:
        return False
    if voice.kind is m.VoiceKind.OBSERVATION:
        return m.has_words(voice.saw) or m.has_words(voice.words)
    if voice.kind is m.VoiceKind.QUOTE:
        return bool(voice.media) or any(_is_own(span, voice) for span in voice.words)
    return True


def _is_own(span: m.Span, voice: m.Voice) -> bool:
    """An advocate may carry somebody's words; what a parent thinks of a baby is the parent's view."""
    carried = span.speaker in (None, voice.person) or voice.method is m.Method.ADVOCATE
    return carried and span.kind is not m.SpanKind.SUMMARY and bool(span.text.strip())


_BY_WORDS_ALONE = (m.VoiceKind.QUOTE, m.VoiceKind.SUMMARY)


def in_another_way(voice: m.Voice) -> bool:
    """Say whether somebody was heard in another way than by talking: a drawing tells it, whatever the way says."""
    return voice.kind not in _BY_WORDS_ALONE or voice.method is not m.Method.TALKING


def who_was_heard(plan: m.Plan) -> frozenset[str]:
    """Return the ids of everybody whose own voice is in the plan."""
    return frozenset(voice.person for voice in plan.voices if heard(voice))


def who_would_rather_not(plan: m.Plan) -> frozenset[str]:
    """Return the ids of everybody who chose to say nothing for now."""
    return frozenset(declined.person for declined in plan.voices_declined)


OPEN_STEP = (m.StepState.TO_DO, m.StepState.DOING)


def open_steps(plan: m.Plan) -> Iterator[tuple[int, m.Step]]:
    """Yield the steps still to do, and where."""
    for index, step in enumerate(plan.steps):
        if step.state in OPEN_STEP:
            yield index, step


def open_goals(plan: m.Plan) -> Iterator[tuple[int, m.Goal]]:
    """Yield the goals that are open, and where."""
    for index, goal in enumerate(plan.goals):
        if goal.state is m.GoalState.OPEN:
            yield index, goal


def is_plainly_shown(record: m.Record) -> bool:
    """Say whether a record may be named in a sentence on the screen: not sealed, not for few eyes only."""
    return not record.sealed and record.audience.to is m.Reach.ALL


def days_since(day: date | None, today: date) -> int | None:
    """Return the days from `day` to `today`, negative when it lies ahead; None without a day."""
    return None if day is None else (today - day).days


def kept_from(plan: m.Plan) -> frozenset[str]:
    """Return everybody from whom something is kept for safety; rules never ask to reach them."""
    named = {flag.from_name.strip().casefold() for flag in plan.safety_between} - {""}
    by_name = {one.id for one in plan.people if named & {one.name.strip().casefold(), called(one).casefold()}}
    return frozenset(by_name).union(*(flag.from_whom for flag in plan.safety_between))


_SAYS_NOTHING = frozenset({"the", "at", "in", "on", "our"})


def same_name(one: str, other: str) -> bool:
    """Say whether two names mean the same place or organisation, one of them perhaps longer: "the library"."""
    short, long = sorted((_name_words(one), _name_words(other)), key=len)
    return bool(short) and short <= long


def _name_words(name: str) -> set[str]:
    return set(re.findall(r"\w+", name.casefold())) - _SAYS_NOTHING


def organisations(plan: m.Plan) -> dict[str, str]:
    """Return the organisations that help, as written, by their names in small letters; friends and peers aside."""
    found: dict[str, str] = {}
    for helper in plan.team:
        name = helper.organisation.strip()
        if name and not helper.friend_or_peer:
            found.setdefault(name.casefold(), name)
    return found


def outside_helpers(plan: m.Plan) -> list[m.TeamPerson]:
    """Return the helpers from outside: not the plan's own worker, not friends and peers."""
    return [one for one in plan.team if one.id != plan.worker and not one.friend_or_peer]


_NOTHING_OR_OUR_OWN = re.compile(
    r"\s*(no|none|not|nothing|wait|leave it)\b|.*\b(our own|ourselves|by ourselves)\b", re.IGNORECASE
)


def is_help(option: m.Option) -> bool:
    """Say whether an option is help from somebody: not "nothing for now", not "something of our own".

    Both are offered beside every help. No place, no start and no way on is asked of a family that chose one.
    """
    by_somebody = option.form is not None or option.helper is not None
    return by_somebody or not _NOTHING_OR_OUR_OWN.match(option.name)


def chosen_help(plan: m.Plan) -> Iterator[tuple[int, m.Option]]:
    """Yield the help a family chose, and where; what belongs to a goal that is no longer open is left out."""
    closed = {goal.id for goal in plan.goals if goal.state is not m.GoalState.OPEN}
    for index, option in enumerate(plan.options):
        if option.choice is m.Choice.CHOSEN and option.goal not in closed and is_help(option):
            yield index, option


def reviews_held(plan: m.Plan, today: date) -> list[tuple[int, m.Review]]:
    """Return the reviews held until today, and where, the earliest first."""
    held = [(index, review) for index, review in enumerate(plan.reviews) if review.on <= today]
    return sorted(held, key=lambda one: one[1].on)


def has_serious_worry(plan: m.Plan) -> bool:
    """Say whether the plan holds a serious worry."""
    return any(worry.level is m.WorryLevel.SERIOUS for worry in plan.worries)
