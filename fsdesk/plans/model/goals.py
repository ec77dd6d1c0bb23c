"""What we want to be different, the support a family chose, and who does what."""

from __future__ import annotations

import enum
from typing import Annotated

from fsdesk.plans.model.base import Count, Day, Id, Ids, Print, Record, Spans, Value, ZeroToTen, says
from fsdesk.plans.model.people import Slot


class GoalSource(enum.StrEnum):
    """Whose idea a goal was."""

    FAMILY = "family"
    CHILD = "child"
    JOINT = "joint"
    SERVICE = "service"


class NoticeKind(enum.StrEnum):
    """Whose measure tells that a goal is nearer (R-09)."""

    FAMILY = "family"
    SERVICE_MEASURE = "service_measure"


class GoalState(enum.StrEnum):
    """Where a goal stands."""

    OPEN = "open"
    DONE = "done"
    CHANGED_OUR_MIND = "changed_our_mind"
    PUT_BY = "put_by"


class Scale(Value, frozen=True, kw_only=True):
    """A 0 to 10 line with the family's own words at both ends."""

    today: ZeroToTen | None = None
    hoped: Annotated[ZeroToTen | None, says("Good enough for us; need not be 10.")] = None
    low_words: str = ""
    high_words: str = ""


class Confirmation(Value, frozen=True, kw_only=True):
    """Somebody of the family said: yes, that is what I want."""

    by: Annotated[Id, says("Who.", refers=("people",))]
    on: Day | None = None


class Goal(Record, frozen=True, kw_only=True):
    """Something the family wants to be different."""

    text: Annotated[Spans, says("The goal in their own words.")]
    source: GoalSource = GoalSource.JOINT
    whose: Annotated[Ids, says("Whose goal; a child's goal names the child.", refers=("people",))] = (
        frozenset()
    )
    confirmed_by: tuple[Confirmation, ...] = ()
    must_do_because: Annotated[Spans, says("Required by law or a hearing, and why.")] = ()
    read_out_on: Annotated[Day | None, says("When it was read out to the family.")] = None
    how_we_notice: Annotated[Spans, says("What we will see, hear or feel.")] = ()
    notice_kind: NoticeKind = NoticeKind.FAMILY
    scale: Scale | None = None
    only_option_because: Annotated[Spans, says("Why there is only one option, if so.")] = ()
    voices: Annotated[Ids, says("Voices this goal answers.", refers=("voices", "matters"))] = frozenset()
    strengths: Annotated[Ids, says("Strengths it builds on.", refers=("strengths",))] = frozenset()
    wellbeing: Annotated[Ids, says("Wellbeing it is about.", refers=("wellbeing",))] = frozenset()
    rights: Annotated[Ids, says("Rights it helps.", refers=("rights",))] = frozenset()
    state: GoalState = GoalState.OPEN


class Form(enum.StrEnum):
    """Forms of support (practice FS)."""

    PRACTICAL_HELP = "FS-01"
    WELFARE_RIGHTS = "FS-02"
    ACCESS_TO_SERVICES = "FS-03"
    APPOINTMENTS = "FS-04"
    DAILY_ROUTINES = "FS-05"
    RELATIONSHIPS = "FS-06"
    SPECIALIST_LINKS = "FS-07"
    LOCAL_GROUPS = "FS-08"
    PEER_SUPPORT = "FS-09"
    DROP_IN = "FS-10"
    VOLUNTEER = "FS-11"
    FRIENDSHIPS = "FS-12"
    PROFESSIONAL_SERVICE = "FS-13"
    STATUTORY_SERVICE = "FS-14"


class Tier(enum.StrEnum):
    """How far support reaches."""

    UNIVERSAL = "universal"
    TAILORED = "tailored"
    INTENSIVE = "intensive"


class Choice(enum.StrEnum):
    """What the family said to an option; a no is as full an answer as a yes."""

    OFFERED = "offered"
    CHOSEN = "chosen"
    NOT_NOW = "not_now"
    NO_THANKS = "no_thanks"
    ALREADY_HAVE = "already_have"


class PlaceKind(enum.StrEnum):
    """Kinds of places (practice PL)."""

    HOME = "home"
    SCHOOL = "school"
    NURSERY = "nursery"
    HEALTH_CENTRE = "health_centre"
    VILLAGE_HALL = "village_hall"
    SPORTS_CENTRE = "sports_centre"
    LIBRARY = "library"
    COMMUNITY = "community"
    PANTRY = "pantry"
    WORSHIP = "worship"
    PARK = "park"
    OFFICE = "office"
    PHONE = "phone"
    ONLINE = "online"


class OfferedAgain(Value, frozen=True, kw_only=True):
    """A declined support offered once more, and for what new reason (R-11)."""

    on: Day
    reason: str = ""


class Option(Record, frozen=True, kw_only=True):
    """One way a goal could be helped; once chosen it is the support."""

    goal: Annotated[Id | None, says("For which goal.", refers=("goals",))] = None
    name: Annotated[str, says("What it is.")]
    what: Annotated[Spans, says("What it is like.")] = ()
    form: Form | None = None
    tier: Tier | None = None
    helper: Annotated[Id | None, says("Who gives it.", refers=("team",))] = None
    for_whom: Annotated[Ids, says("For whom.", refers=("people",))] = frozenset()
    place: str = ""
    place_kind: PlaceKind | None = None
    place_works: Annotated[bool, says("The family said the place works for us.")] = False
    times: str = ""
    slot: Slot | None = None
    cost: str = ""
    wait: str = ""
    choice: Choice = Choice.OFFERED
    chosen_by: Annotated[Ids, says("Who chose.", refers=("people", "team"))] = frozenset()
    chosen_on: Day | None = None
    why: Annotated[Spans, says("Why, if they wish to say.", to=Print.ASKED)] = ()
    not_a_choice: Annotated[Spans, says("What is not a choice, and who decided.")] = ()
    asked_to_start_on: Annotated[Day | None, says("The family asked to start later.")] = None
    started_on: Day | None = None
    ends_on: Annotated[Day | None, says("A fixed end.")] = None
    sessions: Annotated[Count | None, says("A cap on meetings.")] = None
    if_we_still_need_it: Annotated[Spans, says("What happens at the end.")] = ()
    meanwhile: Annotated[Id | None, says("The step that helps while waiting.", refers=("steps",))] = None
    offered_again: tuple[OfferedAgain, ...] = ()


class Barrier(enum.StrEnum):
    """What can stand in the way of a step (R-33)."""

    FARE = "fare"
    CHILDCARE = "childcare"
    PHONE = "phone"
    READING = "reading"
    COST = "cost"
    NONE = "none"


class StepState(enum.StrEnum):
    """Where a step stands."""

    TO_DO = "to_do"
    DOING = "doing"
    DONE = "done"
    CHANGED_OUR_MIND = "changed_our_mind"


class Step(Record, frozen=True, kw_only=True):
    """Something one named person will do, by a day the family can live with."""

    what: Annotated[Spans, says("What exactly.")]
    goal: Annotated[Id | None, says("For which goal.", refers=("goals",))] = None
    who: Annotated[Ids, says("Who does it.", refers=("people", "team"))] = frozenset()
    all_of_us: Annotated[bool, says("A family habit that all share.")] = False
    moved_owner: Annotated[str, says("Who had it before moving on or retiring.", to=Print.NEVER)] = ""
    by_when: Day | None = None
    no_rush: bool = False
    place: str = ""
    place_kind: PlaceKind | None = None
    at: Annotated[str, says("At what time, in words.")] = ""
    slot: Slot | None = None
    barriers_asked: Annotated[frozenset[Barrier], says("What was asked about.")] = frozenset()
    effort: Annotated[str, says("How much work it is, in words.", to=Print.NEVER)] = ""
    depends_on: Annotated[Id | None, says("The support it leans on.", refers=("options",))] = None
    strengths: Annotated[Ids, says("Strengths it uses.", refers=("strengths",))] = frozenset()
    state: StepState = StepState.TO_DO
    offer: Annotated[bool, says("What WE, the services, will do.")] = False


class Disagreement(Record, frozen=True, kw_only=True):
    """Views side by side, flagged by a person, and how they were weighed."""

    goal: Annotated[
        Id | None, says("About which goal; empty: the plan.", to=Print.PERSON, refers=("goals",))
    ] = None
    flagged_by: Annotated[
        Id | None, says("Who sees it differently.", to=Print.PERSON, refers=("people",))
    ] = None
    views: Annotated[Spans, says("Each view in its own words.", to=Print.PERSON)] = ()
    how_we_weighed: Annotated[Spans, says("How we weighed it.", to=Print.PERSON)] = ()


class EasyLine(Record, frozen=True, kw_only=True):
    """One easy-read line, written with the family."""

    of: Annotated[Id, says("What it rewords.", refers=("*",))]
    text: str
    picture: str = ""
    read_back_on: Day | None = None
