"""Where a plan shows a principle: named looks at a plan, each yielding JSON pointers.

Which look serves which principle is data: resources/rules/evidence.toml.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

import msgspec

from fsdesk.plans import model as m
from fsdesk.plans import principles
from fsdesk.plans.rules import pack, reading

Found = Iterator[str]


class Look(NamedTuple):
    """A named look at a plan, and the fields it reads."""

    reads: tuple[str, ...]
    find: Callable[[m.Plan], Found]


LOOKS: dict[str, Look] = {}


def _look(*reads: str) -> Callable[[Callable[[m.Plan], Found]], Callable[[m.Plan], Found]]:
    def keep(find: Callable[[m.Plan], Found]) -> Callable[[m.Plan], Found]:
        LOOKS[find.__name__.strip("_")] = Look(reads, find)
        return find

    return keep


def _where(collection: str, records: Iterable[m.Record], shows: Callable[..., object]) -> Found:
    return (f"/{collection}/{index}" for index, record in enumerate(records) if shows(record))


@_look("why_now")
def _asked_in_own_words(plan: m.Plan) -> Found:
    return (
        f"/why_now/{i}" for i, span in enumerate(plan.why_now) if span.kind is m.SpanKind.QUOTE and span.text
    )


@_look("matters")
def _what_matters(plan: m.Plan) -> Found:
    return _where("matters", plan.matters, lambda matter: m.has_words(matter.words))


@_look("voices")
def _voices(plan: m.Plan) -> Found:
    return _where("voices", plan.voices, reading.heard)


@_look("voices")
def _heard_another_way(plan: m.Plan) -> Found:
    return _where("voices", plan.voices, lambda one: reading.heard(one) and reading.in_another_way(one))


@_look("voices", "goals")
def _voices_answered(plan: m.Plan) -> Found:
    used = frozenset(voice for goal in plan.goals for voice in goal.voices)
    return _where(
        "voices", plan.voices, lambda one: one.answered_by or m.has_words(one.reply) or one.id in used
    )


@_look("voices_declined")
def _a_no_respected(plan: m.Plan) -> Found:
    return _where("voices_declined", plan.voices_declined, lambda _: True)


@_look("strengths")
def _strengths(plan: m.Plan) -> Found:
    return _where("strengths", plan.strengths, lambda strength: m.has_words(strength.text))


@_look("goals", "steps")
def _strengths_used(plan: m.Plan) -> Found:
    yield from _where("goals", plan.goals, lambda goal: goal.strengths)
    yield from _where("steps", plan.steps, lambda step: step.strengths)


@_look("strengths", "network", "connections")
def _people_around(plan: m.Plan) -> Found:
    around = m.Holder.COMMUNITY
    network = m.StrengthKind.NETWORK
    yield from _where("network", plan.network, lambda line: m.has_words(line.brings))
    yield from _where("strengths", plan.strengths, lambda one: one.holder is around or one.kind is network)
    yield from _where("connections", plan.connections, lambda one: not one.declined)


@_look("goals", "people")
def _goals_of_their_own(plan: m.Plan) -> Found:
    family = reading.family_ids(plan)

    def own(goal: m.Goal) -> bool:
        return goal.source is not m.GoalSource.SERVICE and any(yes.by in family for yes in goal.confirmed_by)

    return _where("goals", plan.goals, own)


@_look("goals")
def _signs_they_will_notice(plan: m.Plan) -> Found:
    family = m.NoticeKind.FAMILY
    return _where(
        "goals", plan.goals, lambda one: one.notice_kind is family and m.has_words(one.how_we_notice)
    )


@_look("options", "people")
def _choices(plan: m.Plan) -> Found:
    family = reading.family_ids(plan)
    return _where("options", plan.options, lambda option: option.chosen_by & family)


@_look("options")
def _local_and_peer_help(plan: m.Plan) -> Found:
    local = (m.Form.LOCAL_GROUPS, m.Form.PEER_SUPPORT, m.Form.DROP_IN, m.Form.VOLUNTEER, m.Form.FRIENDSHIPS)
    return _where("options", plan.options, lambda one: one.form in local and one.choice is m.Choice.CHOSEN)


@_look("options", "steps")
def _help_begun_or_meanwhile(plan: m.Plan) -> Found:
    return _where("options", plan.options, lambda option: option.started_on or option.meanwhile)


@_look("options", "ending")
def _way_back(plan: m.Plan) -> Found:
    yield from _where("options", plan.options, lambda option: m.has_words(option.if_we_still_need_it))
    if plan.ending and m.has_words(plan.ending.way_back_in):
        yield "/ending"


@_look("steps", "team")
def _what_we_will_do(plan: m.Plan) -> Found:
    team = {helper.id for helper in plan.team if not helper.friend_or_peer}
    return _where("steps", plan.steps, lambda step: step.offer or step.who & team)


@_look("steps")
def _steps_with_name_and_day(plan: m.Plan) -> Found:
    return _where("steps", plan.steps, lambda step: step.who and (step.by_when or step.no_rush))


@_look("times_that_work", "times_that_do_not")
def _times_asked(plan: m.Plan) -> Found:
    yield from _where("times_that_work", plan.times_that_work, lambda _: True)
    yield from _where("times_that_do_not", plan.times_that_do_not, lambda _: True)


@_look("places_that_suit")
def _places_asked(plan: m.Plan) -> Found:
    return _where("places_that_suit", plan.places_that_suit, lambda place: place.works_for_us)


@_look("about_us")
def _about_us(plan: m.Plan) -> Found:
    return _where("about_us", plan.about_us, lambda about: m.has_words(about.words))


@_look("access_needs", "interpreters")
def _needs_met(plan: m.Plan) -> Found:
    yield from _where(
        "access_needs",
        plan.access_needs,
        lambda need: need.met or (need.met is None and m.has_words(need.adjustment)),
    )
    yield from _where("interpreters", plan.interpreters, lambda interpreter: interpreter.booked)


@_look("next_review", "reviews")
def _looked_at_together(plan: m.Plan) -> Found:
    if plan.next_review:
        yield "/next_review"
    yield from _where("reviews", plan.reviews, lambda _: True)


@_look("reviews", "marks")
def _change_in_words(plan: m.Plan) -> Found:
    yield from _where("reviews", plan.reviews, lambda review: m.has_words(review.what_changed))
    yield from _where("marks", plan.marks, lambda mark: m.has_words(mark.words))


@_look("reviews", "brought")
def _learning(plan: m.Plan) -> Found:
    yield from _where("reviews", plan.reviews, lambda one: m.has_words(one.what_helped + one.what_to_drop))
    yield from _where("brought", plan.brought, lambda _: True)


@_look("feedback")
def _feedback_answered(plan: m.Plan) -> Found:
    return _where("feedback", plan.feedback, lambda one: m.has_words(one.we_did + one.we_could_not_because))


@_look("reach_in")
def _reach_in(plan: m.Plan) -> Found:
    return _where("reach_in", plan.reach_in, lambda way: way.name.strip())


@_look("lead", "tell_once")
def _one_person_and_one_telling(plan: m.Plan) -> Found:
    if plan.lead and (plan.lead.agreed_by or plan.lead.agreed_on):
        yield "/lead"
    yield from _where("tell_once", plan.tell_once, lambda summary: summary.approved_by)


@_look("team")
def _aim_agreed(plan: m.Plan) -> Found:
    return _where("team", plan.team, lambda helper: helper.agreed_aim_on)


@_look("shares", "limits_told")
def _sharing_explained(plan: m.Plan) -> Found:
    yield from _where("shares", plan.shares, lambda share: share.told_on and m.has_words(share.why))
    if plan.limits_told:
        yield "/limits_told"


@_look("rights_talked", "rights")
def _rights(plan: m.Plan) -> Found:
    if plan.rights_talked:
        yield "/rights_talked"
    yield from _where("rights", plan.rights, lambda _: True)


@_look("disagreements", "agreements")
def _views_side_by_side(plan: m.Plan) -> Found:
    yield from _where("disagreements", plan.disagreements, lambda one: m.has_words(one.how_we_weighed))
    yield from _where("agreements", plan.agreements, lambda one: m.has_words(one.words))


@_look("money", "worries")
def _money_and_home(plan: m.Plan) -> Found:
    if plan.money:
        yield "/money"
    yield from _where("worries", plan.worries, lambda worry: m.has_words(worry.around))


@_look("wellbeing")
def _childs_view_of_wellbeing(plan: m.Plan) -> Found:
    return _where("wellbeing", plan.wellbeing, lambda one: m.has_words(one.child_view))


@_look("safety_feel")
def _what_feels_safe(plan: m.Plan) -> Found:
    return _where("safety_feel", plan.safety_feel, lambda one: m.has_words(one.words))


@_look("worries")
def _worries_said_plainly(plan: m.Plan) -> Found:
    return _where("worries", plan.worries, lambda worry: m.has_words(worry.text) and worry.noticed)


@_look("copies")
def _copies_given(plan: m.Plan) -> Found:
    return _where("copies", plan.copies, lambda _: True)


@_look("glossary", "easy_lines")
def _words_explained(plan: m.Plan) -> Found:
    yield from _where("glossary", plan.glossary, lambda line: line.meaning.strip())
    yield from _where("easy_lines", plan.easy_lines, lambda _: True)


@_look("people")
def _adults_own_support(plan: m.Plan) -> Found:
    return _where("people", plan.people, lambda person: person.own_support)


@_look("relationships")
def _ties_between_them(plan: m.Plan) -> Found:
    return _where("relationships", plan.relationships, lambda _: True)


@_look("gaps", "community_places")
def _neighbourhood(plan: m.Plan) -> Found:
    yield from _where("gaps", plan.gaps, lambda _: True)
    yield from _where("community_places", plan.community_places, lambda _: True)


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    shown_by: dict[str, tuple[str, ...]]


@cache
def shown_by() -> Mapping[str, tuple[str, ...]]:
    """Return, for each principle, the looks that show it. Raises Broken naming file and entry."""
    table = pack.read(pack.opened("evidence.toml"), _Table, "rules/evidence.toml")
    for principle, looks in table.shown_by.items():
        for look in looks:
            if look not in LOOKS:
                raise pack.Broken(f"rules/evidence.toml: {principle} names {look!a}, which is no look.")
    known = set(principles.principle_ids())
    for principle in sorted(known ^ table.shown_by.keys()):
        fault = "has no line of its own" if principle in known else "is no principle"
        raise pack.Broken(f"rules/evidence.toml: {principle} {fault}.")
    return table.shown_by
