"""What each answer on a sheet would do to the plan, box by box; nothing is done here, and each is taken or left."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import msgspec

from fsdesk.plans.fold import Place
from fsdesk.plans.merge import Current
from fsdesk.plans.model.base import Audience, Direction, Span, SpanKind, Spans
from fsdesk.plans.model.goals import Choice, GoalState, Scale, StepState
from fsdesk.plans.model.reviews import Feedback, NumberChange, PromiseState
from fsdesk.plans.model.voices import Mark
from fsdesk.plans.paper.boxes import Box, Kind
from fsdesk.plans.paper.form import Typed
from fsdesk.plans.paper.settings import held, set_field
from fsdesk.plans.paper.values import Does, Outcome, Sheet, words

_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "yi"})


def outcomes(sheet: Sheet, typed: Sequence[Typed]) -> tuple[Outcome, ...]:
    """Return what each answered box would do, in the order of the sheet; an empty box does nothing and is not here."""
    by_box: dict[str, list[Typed]] = {}
    for one in typed:
        by_box.setdefault(one.where, []).append(one)
    return tuple(
        Outcome(box, tuple(by_box[box.number]), tuple(_does(sheet, box, by_box[box.number])) or (_plain(),))
        for box in sheet.boxes
        if box.number in by_box
    )


def spans_of(one: Typed, language: str) -> Spans:
    """Return what was written as somebody's own words, to the letter."""
    if not one.words.strip():
        return ()
    lang = one.lang or language
    turns = Direction.RTL if lang.split("-")[0] in _RIGHT_TO_LEFT else Direction.LTR
    return (Span(text=one.words, lang=lang, dir=turns, kind=SpanKind.QUOTE, speaker=one.person),)


def _plain(name: str = "nothing") -> Does:
    return Does(name, words()["does"][name])


def _does(sheet: Sheet, box: Box, typed: Sequence[Typed]) -> list[Does]:
    found = _ON_BOX[box.kind](sheet, box, typed)
    if box.collection and _is_gone(sheet.now, Place(box.collection, box.about)):
        return [_plain("gone")]
    return found


def _is_gone(now: Current, place: Place) -> bool:
    kept = now.state.records.get(place)
    return kept is None or kept.taken_back


def _goal(sheet: Sheet, box: Box, typed: Sequence[Typed]) -> list[Does]:
    made = [
        _mark(sheet, box, one) for one in typed if one.number is not None or one.face or one.words.strip()
    ]
    made += _numbers(sheet, box, typed)
    ticked = _ticked(typed)
    if len(ticked) > 1:
        return [*made, _plain("several")]
    if ticked == ["stop"]:
        return [*made, set_field(sheet, box, "state", GoalState.CHANGED_OUR_MIND, "stop_goal")]
    if ticked == ["change_it"]:
        return [*made, _talk(sheet, box, typed[0], _summed(sheet, box, "change_it"))]
    return [*made, _plain("still")] if ticked else made


def _mark(sheet: Sheet, box: Box, one: Typed) -> Does:
    mark = Mark(
        id=sheet.new_id(),
        about=box.about,
        by=one.person,
        number=one.number,
        picture=one.face,
        words=spans_of(one, sheet.language),
        on=one.on or sheet.today,
        audience=_audience(sheet, box),
    )
    return Does("mark", words()["does"]["mark"], record=mark, collection="marks")


def _numbers(sheet: Sheet, box: Box, typed: Sequence[Typed]) -> list[Does]:
    """Return what the numbers do to the goal's own line, and what the review says of it."""
    given = [one for one in typed if one.number is not None]
    if len({one.number for one in given}) > 1:
        return [_plain("numbers_differ")]
    if not given:
        return []
    before = held(sheet.then, box, "scale")
    scale = msgspec.convert(before, Scale) if before else Scale()
    scaled = msgspec.structs.replace(scale, today=given[0].number)
    does = set_field(sheet, box, "scale", scaled, "number" if scale.today is not None else "number_first")
    if not sheet.reading.is_for_all(box.collection, box.about):
        return [does]
    said = spans_of(given[0], sheet.language)
    change = NumberChange(goal=box.about, was=scale.today, now=given[0].number, words=said)
    return [does, Does("review", words()["does"]["review"], part="numbers", number=change)]


def _kept(sheet: Sheet, box: Box, typed: Sequence[Typed]) -> list[Does]:
    ticked = _ticked(typed)
    if len(ticked) != 1:
        return [_plain("several")] if ticked else []
    states = _PROMISES if box.collection == "promises" else _STEPS
    told = {"yes": "kept", "partly": "kept_partly", "no": "kept_no"}[ticked[0]]
    made = [set_field(sheet, box, "state", states[ticked[0]], told)]
    return [*made, *_beside(sheet, box, typed, ticked[0], is_owed=ticked == ["no"])]


def _help(sheet: Sheet, box: Box, typed: Sequence[Typed]) -> list[Does]:
    ticked = _ticked(typed)
    if len(ticked) != 1:
        return [_plain("several")] if ticked else []
    then = Choice(held(sheet.then, box, "choice") or Choice.OFFERED)
    value = {"keep": then, "stop": Choice.NO_THANKS, "not_now": Choice.NOT_NOW}[ticked[0]]
    made = set_field(sheet, box, "choice", value, f"help_{ticked[0]}")
    return [made, *_beside(sheet, box, typed, ticked[0])]


def _beside(sheet: Sheet, box: Box, typed: Sequence[Typed], tick: str, is_owed: bool = False) -> list[Does]:
    """Return what was written beside a tick as something to talk about; where an answer is owed, the tick alone too."""
    wrote = [one for one in typed if one.words.strip()] or (list(typed[:1]) if is_owed else [])
    return [_talk(sheet, box, one, _summed(sheet, box, tick)) for one in wrote]


def _said(sheet: Sheet, box: Box, typed: Sequence[Typed]) -> list[Does]:
    said = [(one, spans_of(one, sheet.language)) for one in typed if one.words.strip()]
    if box.about == "not_see":
        return [_plain("not_see" if sheet.reading.is_guarded else "not_see_settled")] if said else []
    if box.about in _REVIEW:
        return [
            Does("review", words()["does"]["review"], part=_REVIEW[box.about], said=spans)
            for _, spans in said
        ]
    return [_talk(sheet, box, one, spans) for one, spans in said]


def _chosen(sheet: Sheet, box: Box, typed: Sequence[Typed]) -> list[Does]:
    ticked = _ticked(typed)
    if not ticked:
        return []
    if box.about == "like":
        return [_talk(sheet, box, typed[0], _summed(sheet, box, *ticked), is_own=True)]
    return [_plain("team_only" if box.about == "keep_in_team" else "hand")]


def _nothing(sheet: Sheet, box: Box, typed: Sequence[Typed]) -> list[Does]:
    return []


_ON_BOX: Mapping[Kind, Callable[[Sheet, Box, Sequence[Typed]], list[Does]]] = {
    Kind.GOAL: _goal,
    Kind.KEPT: _kept,
    Kind.HELP: _help,
    Kind.SAID: _said,
    Kind.CHOSEN: _chosen,
    Kind.DRAWN: _nothing,
    Kind.UNKNOWN: _nothing,
}
_PROMISES = {"yes": PromiseState.DONE, "partly": PromiseState.UNDER_WAY, "no": PromiseState.OPEN}
_STEPS = {"yes": StepState.DONE, "partly": StepState.DOING, "no": StepState.TO_DO}
_REVIEW = {"helped": "what_helped", "not_helped": "what_to_drop", "new": "what_changed"}


def _ticked(typed: Sequence[Typed]) -> list[str]:
    return sorted({tick for one in typed for tick in one.ticks})


def _talk(sheet: Sheet, box: Box, one: Typed, said: Spans, is_own: bool = False) -> Does:
    """Return something to talk about: it stays open until the team has answered it honestly."""
    talk = Feedback(
        id=sheet.new_id(),
        from_person=one.person,
        text=(*said, *(spans_of(one, sheet.language) if said and said[0].kind is SpanKind.SUMMARY else ())),
        on=one.on or sheet.today,
        audience=sheet.reading.own(one.person) if is_own else _audience(sheet, box),
    )
    return Does("talk", words()["does"]["talk"], record=talk, collection="feedback")


def _summed(sheet: Sheet, box: Box, *ticks: str) -> Spans:
    """Return what was asked and what was ticked, in the printed words, as a summary: a tick is nobody's sentence."""
    said = f"{box.text} – {', '.join(box.word(one) for one in ticks)}"
    return (Span(text=said, lang=sheet.language, kind=SpanKind.SUMMARY),)


def _audience(sheet: Sheet, box: Box) -> Audience:
    return sheet.reading.about(box.collection, box.about)
