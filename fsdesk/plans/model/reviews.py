"""Looking at a plan together again: meetings, reviews, feedback, paper that comes back, endings."""

from __future__ import annotations

import enum
from typing import Annotated

import msgspec

from fsdesk.plans.model.base import (
    Clock,
    Count,
    Day,
    Id,
    Ids,
    Print,
    Record,
    Spans,
    Value,
    ZeroToTen,
    says,
)
from fsdesk.plans.model.goals import PlaceKind
from fsdesk.plans.model.people import PrintFormat, Slot
from fsdesk.plans.model.voices import Area


class MeetingKind(enum.StrEnum):
    """What a meeting is for."""

    VISIT = "visit"
    REVIEW = "review"
    SUPPORT = "support"
    TEAM = "team"


class Meeting(Record, frozen=True, kw_only=True):
    """A visit or meeting, planned or held."""

    on: Annotated[Day | None, says("Which day.")] = None
    at: Annotated[Clock | None, says("At what time.")] = None
    slot: Slot | None = None
    place: str = ""
    place_kind: PlaceKind | None = None
    kind: MeetingKind = MeetingKind.VISIT
    with_whom: Annotated[Ids, says("With whom.", refers=("people", "team"))] = frozenset()
    fixed: Annotated[bool, says("The day cannot move: hospital, court, school.")] = False
    bring: Annotated[str, says("What to bring.", to=Print.NEVER)] = ""
    held: Annotated[bool, says("It took place.", to=Print.NEVER)] = False


class PromiseState(enum.StrEnum):
    """What became of a promise; saying why honestly is a full answer."""

    OPEN = "open"
    UNDER_WAY = "under_way"
    DONE = "done"
    SAID_WHY = "said_why"


class Promise(Record, frozen=True, kw_only=True):
    """Something a worker promised this family."""

    what: Annotated[Spans, says("What was promised.")]
    by_whom: Annotated[Id | None, says("By whom.", refers=("team", "people"))] = None
    to_whom: Annotated[Ids, says("To whom.", refers=("people",))] = frozenset()
    by_when: Day | None = None
    state: PromiseState = PromiseState.OPEN
    why: Annotated[Spans, says("Why it could not be, honestly.")] = ()
    answered_on: Day | None = None


class NextReview(Value, frozen=True, kw_only=True):
    """When the plan is looked at together again."""

    on: Day
    at: Clock | None = None
    place: str = ""
    family_asked_for_longer: Annotated[bool, says("The family asked for a later day.")] = False


class Change(enum.StrEnum):
    """How an area went since last time."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


class AreaChange(Value, frozen=True, kw_only=True):
    """How one child's area went since last time."""

    child: Annotated[Id, says("Which child.", refers=("people",))]
    area: Area
    change: Change
    words: Spans = ()


class NumberChange(Value, frozen=True, kw_only=True):
    """One number on a goal's line at a review, with the words that explain it."""

    goal: Annotated[Id, says("Which goal.", refers=("goals",))]
    was: ZeroToTen | None = None
    now: ZeroToTen | None = None
    words: Spans = ()


class Review(Record, frozen=True, kw_only=True):
    """One time the plan was looked at together: words first."""

    on: Day
    who: Annotated[Ids, says("Who was there.", refers=("people", "team"))] = frozenset()
    where: str = ""
    format: Annotated[str, says("Paper sheet, talk, walk.")] = ""
    what_changed: Annotated[Spans, says("What changed, in words.")] = ()
    areas: tuple[AreaChange, ...] = ()
    numbers: tuple[NumberChange, ...] = ()
    what_helped: Annotated[Spans, says("What helped.")] = ()
    what_to_drop: Annotated[Spans, says("What we would drop.")] = ()
    asked_feedback: Annotated[bool, says("The family was asked how we are doing.")] = False
    next_on: Day | None = None


class ChangeKind(enum.StrEnum):
    """Something big that changed; good news is a change too."""

    BIRTH = "birth"
    MOVE = "move"
    LOSS = "loss"
    JOB = "job"
    SEPARATION = "separation"
    DIAGNOSIS = "diagnosis"
    GOOD_NEWS = "good_news"
    OTHER = "other"


class ChangeEvent(Record, frozen=True, kw_only=True):
    """Something big that changed in this family's life."""

    kind: Annotated[ChangeKind, says("What.", to=Print.NEVER)]
    on: Annotated[Day, says("When.", to=Print.NEVER)]
    about: Annotated[Ids, says("Whom it touches.", to=Print.NEVER, refers=("people",))] = frozenset()
    words: Annotated[Spans, says("In words.", to=Print.NEVER)] = ()


class FeedbackState(enum.StrEnum):
    """What became of what the family told us."""

    OPEN = "open"
    DONE = "done"
    PARTLY = "partly"
    NOT_YET = "not_yet"
    COULD_NOT = "could_not"


class Feedback(Record, frozen=True, kw_only=True):
    """What the family told us about ourselves, and what we did."""

    from_person: Annotated[Id | None, says("From whom; empty: nobody need know.", refers=("people",))] = None
    text: Annotated[Spans, says("What they told us.")]
    on: Annotated[Day | None, says("When.")] = None
    state: FeedbackState = FeedbackState.OPEN
    we_did: Annotated[Spans, says("What we did.")] = ()
    we_could_not_because: Annotated[Spans, says("Why we could not, honestly.")] = ()
    instead: Annotated[Spans, says("What instead.")] = ()
    if_you_disagree: Annotated[str, says("Who to talk to.")] = ""
    answered_on: Day | None = None
    told_how: str = ""


class Hand(enum.StrEnum):
    """Whose hand wrote on a sheet, where it is not said which person's."""

    ADULT = "adult"
    TEENAGER = "teenager"
    CHILD = "child"
    WORKER_FOR_US = "worker_for_us"


class PaperAnswer(Value, frozen=True, kw_only=True):
    """What stood in one box of a sheet that came back, verbatim."""

    box: Annotated[str, says("Box number on the sheet.")]
    box_about: Annotated[str, says("The record that the box asks about, or the question's own name.")] = ""
    text: Spans = ()
    number: ZeroToTen | None = None
    picture: Annotated[str, says("The face they ticked, by its name; never turned into a number.")] = ""
    ticks: Annotated[tuple[str, ...], says("The boxes that were ticked, by their names.")] = ()
    hand: Annotated[Id | None, says("Whose hand.", refers=("people",))] = None
    written_by: Annotated[Hand | None, says("An adult's, a teenager's, a child's, or a worker for them.")] = (
        None
    )
    on: Annotated[Day | None, says("On which day it was written.")] = None
    taken: Annotated[bool, says("Checked with the family, and part of the plan since.")] = False


class PaperReturn(Record, frozen=True, kw_only=True):
    """A sheet that came back with writing on it."""

    code: Annotated[str, says("Plan code on the sheet.", to=Print.NEVER)] = ""
    version: Annotated[Count | None, says("Plan version on the sheet.", to=Print.NEVER)] = None
    edition: Annotated[str, says("Edition letter.", to=Print.NEVER)] = ""
    sheet: Annotated[str, says("Which sheet and side.", to=Print.NEVER)] = ""
    on: Annotated[Day | None, says("On which day they wrote on it.", to=Print.NEVER)] = None
    media: Annotated[Ids, says("Photo or scan.", to=Print.NEVER, refers=("media",))] = frozenset()
    answers: Annotated[tuple[PaperAnswer, ...], says("Box by box.", to=Print.NEVER)] = ()
    typed_by: Annotated[str, says("Who typed it.", to=Print.NEVER)] = ""
    checked_with_family_on: Annotated[Day | None, says("When it was checked with them.", to=Print.NEVER)] = (
        None
    )


class Ending(Value, frozen=True, kw_only=True):
    """How support ended for now, and the way back in."""

    on: Day | None = None
    reason: Annotated[Spans, says("In the family's words.")] = ()
    what_we_keep_doing: Spans = ()
    way_back_in: Spans = ()
    who_notices_slips: Spans = ()
    asked_again_on: Day | None = None


class ReturnNote(Record, frozen=True, kw_only=True):
    """The family came back in; that is what the open door is for."""

    on: Day | None = None
    words: Annotated[Spans, says("In words.")] = ()


class PrintEdition(Record, frozen=True, kw_only=True):
    """An edition that was printed for one reader."""

    letter: Annotated[
        str, says("One letter, drawn at random per reader and plan, then kept.", to=Print.NEVER)
    ]
    reader: Annotated[Id | None, says("For whom.", to=Print.NEVER, refers=("people",))] = None
    format: Annotated[PrintFormat, says("Which document.", to=Print.NEVER)] = PrintFormat.PLAN
    language: Annotated[str, says("In which language.", to=Print.NEVER)] = "en"
    version: Annotated[Count | None, says("Plan version.", to=Print.NEVER)] = None
    on: Annotated[Day | None, says("When.", to=Print.NEVER)] = None
    holds_confirmed: Annotated[tuple[str, ...], says("Gates confirmed, and by whom.", to=Print.NEVER)] = ()
    boxes: Annotated[
        tuple[str, ...], says("Records behind the numbered boxes of a sheet.", to=Print.NEVER)
    ] = ()


class SharedCopy(Record, frozen=True, kw_only=True):
    """A read-only extract made for another organisation."""

    to_org: Annotated[str, says("For whom.", to=Print.NEVER)]
    what: Annotated[str, says("What it held.", to=Print.NEVER)] = ""
    on: Annotated[Day | None, says("When.", to=Print.NEVER)] = None


class PlanVersion(Record, frozen=True, kw_only=True):
    """A version of the plan: made when it is agreed or printed."""

    number: Annotated[Count, says("The version.")]
    on: Annotated[Day | None, says("When it was made.")] = None
    made_at_what: Annotated[str, says("agree or print.", to=Print.NEVER)] = ""
    frontier: Annotated[dict[str, Count], says("Last edit of each laptop in it.", to=Print.NEVER)] = (
        msgspec.field(default_factory=dict)
    )
