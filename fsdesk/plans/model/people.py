"""The people of a plan: who they are, where they live, how to reach them safely, what they need to take part."""

from __future__ import annotations

import enum
from typing import Annotated

from fsdesk.plans.model.base import (
    Clock,
    Day,
    Id,
    Ids,
    Lang,
    Month,
    Points,
    Print,
    Record,
    Spans,
    Sync,
    Value,
    says,
)


class Role(enum.StrEnum):
    """What a person is in this plan."""

    CHILD = "child"
    CARER = "carer"
    OTHER_ADULT = "other_adult"
    HELPER = "helper"


class AgeBand(enum.StrEnum):
    """An age as roughly as a family wants to give it."""

    UNBORN = "unborn"
    UNDER_1 = "under_1"
    FROM_1_TO_4 = "1_to_4"
    FROM_5_TO_11 = "5_to_11"
    FROM_12_TO_15 = "12_to_15"
    FROM_16_TO_17 = "16_to_17"
    ADULT = "adult"


class Born(Value, frozen=True, kw_only=True):
    """When a person was or will be born, as exactly as the family wishes."""

    on: Day | None = None
    month: Month | None = None
    band: AgeBand | None = None
    unborn: bool = False


class NeedArea(enum.StrEnum):
    """An adult's own area of need (R-16)."""

    HEALTH = "health"
    RECOVERY = "recovery"
    DISABILITY = "disability"
    CARING = "caring"
    LEARNING = "learning"
    HOUSING = "housing"
    JUSTICE = "justice"


class OwnSupport(enum.StrEnum):
    """Whether an adult's own support was brought up (R-16)."""

    OFFERED = "offered"
    DECLINED = "declined"
    ALREADY_THERE = "already_there"


class Whereabouts(enum.StrEnum):
    """Where a person is, as far as this plan needs to know."""

    HERE = "here"
    ELSEWHERE = "elsewhere"
    NOT_CONTACTABLE = "not_contactable"
    UNKNOWN = "unknown"
    DECEASED = "deceased"


class Digits(enum.StrEnum):
    """The numerals a person prefers to read."""

    WESTERN = "western"
    ARABIC_INDIC = "arabic_indic"
    EXTENDED_ARABIC = "extended_arabic"


class PrintFormat(enum.StrEnum):
    """The documents that can be printed."""

    PLAN = "plan"
    LARGE_PRINT = "large-print"
    EASY_READ = "easy-read"
    CHILD = "child"
    REVIEW_SHEET = "review-sheet"
    YOU_SAID_WE_DID = "you-said-we-did"


class PrintProfile(Value, frozen=True, kw_only=True):
    """How one person's copies are to be printed."""

    format: PrintFormat = PrintFormat.PLAN
    size: Annotated[Points, says("Body size in points.")] = 14
    language: Lang = "en"
    dyslexia: Annotated[bool, says("Use the dyslexia-friendly profile.")] = False
    read_aloud: Annotated[bool, says("Somebody reads it out.")] = False


class Language(Value, frozen=True, kw_only=True):
    """One language a person uses, and how."""

    lang: Lang
    spoken: bool = False
    read: bool = False
    signed: bool = False
    preferred: bool = False
    dialect: str = ""
    script: str = ""


class Person(Record, frozen=True, kw_only=True):
    """Somebody this plan is with or about."""

    name: Annotated[str, says("The name this person chose.")]
    goes_by: Annotated[str, says("The name we go by, if another.")] = ""
    say_it: Annotated[str, says("How to say the name.")] = ""
    pronouns: str = ""
    relation_words: Annotated[str, says("What the family calls this person, such as Gran or my da.")] = ""
    born: Annotated[Born | None, says("When born, as exactly as wished; unborn allowed.", to=Print.ASKED)] = (
        None
    )
    role: Role
    in_plan: Annotated[bool, says("Whether the plan is with this person.")] = True
    not_in_plan_reason: Annotated[
        Spans, says("Why this person is not in the plan; private.", to=Print.NEVER, travels=Sync.SEALED)
    ] = ()
    whereabouts: Annotated[Whereabouts, says("Where this person is.", to=Print.NEVER)] = Whereabouts.HERE
    lives_with: Annotated[Ids, says("The homes this person lives in.", refers=("households",))] = frozenset()
    shared_care: Annotated[str, says("How days are shared between homes.")] = ""
    learns_at: Annotated[str, says("School, nursery or college; dropped by gate PG-2.", to=Print.ASKED)] = ""
    unpaid_carer: Annotated[bool, says("Looks after somebody without pay.", to=Print.PERSON)] = False
    need_areas: Annotated[
        frozenset[NeedArea], says("Own areas of need; in nobody else's edition.", to=Print.PERSON)
    ] = frozenset()
    own_support: Annotated[OwnSupport | None, says("Whether own support was offered.", to=Print.PERSON)] = (
        None
    )
    legal_status: Annotated[
        str, says("A legal status in its own words, never linted.", to=Print.PERSON, travels=Sync.SEALED)
    ] = ""
    languages: Annotated[tuple[Language, ...], says("Languages spoken, read, signed.", to=Print.ASKED)] = ()
    digits: Annotated[Digits, says("Numerals this person prefers.", to=Print.NEVER)] = Digits.WESTERN
    access_asked_on: Annotated[
        Day | None, says("When we asked what this person needs to take part.", to=Print.NEVER)
    ] = None
    print_profile: Annotated[PrintProfile, says("How to print for this person.", to=Print.NEVER)] = (
        PrintProfile()
    )
    no_paper: Annotated[
        bool, says("Paper at home is not safe for this person (PG-9).", to=Print.NEVER, protects="true")
    ] = False


class Household(Record, frozen=True, kw_only=True):
    """A home."""

    label: Annotated[str, says("What the family calls it, such as Mum's house.")]
    address: Annotated[
        str, says("Where it is; never printed unless marked safe.", to=Print.NEVER, travels=Sync.SEALED)
    ] = ""
    safe_to_print: Annotated[
        bool, says("The address may stand on paper.", to=Print.NEVER, protects="false")
    ] = False
    safe_to_post: Annotated[bool, says("Letters may be sent there.", to=Print.NEVER, protects="false")] = (
        False
    )


class Relationship(Record, frozen=True, kw_only=True):
    """What one person is to another."""

    from_person: Annotated[Id, says("Whose relation this is.", refers=("people",))]
    to_person: Annotated[Id, says("To whom.", refers=("people",))]
    kind: Annotated[str, says("In the family's words: father, sister, best friend.")]
    important_to_me: bool = False
    note: Annotated[Spans, says("How things stand between them.")] = ()


class SafeContact(Record, frozen=True, kw_only=True):
    """The best and the safe way to reach one person."""

    person: Annotated[Id, says("Whom to reach.", to=Print.NEVER, travels=Sync.SEALED, refers=("people",))]
    way: Annotated[
        str, says("Phone, text, letter, through somebody.", to=Print.NEVER, travels=Sync.SEALED)
    ] = ""
    value: Annotated[str, says("The number or address.", to=Print.NEVER, travels=Sync.SEALED)] = ""
    voicemail_ok: Annotated[
        bool, says("A message may be left.", to=Print.NEVER, travels=Sync.SEALED, protects="false")
    ] = False
    text_ok: Annotated[
        bool, says("A text may be sent.", to=Print.NEVER, travels=Sync.SEALED, protects="false")
    ] = False
    safe: Annotated[
        bool, says("This way is safe to use.", to=Print.NEVER, travels=Sync.SEALED, protects="false")
    ] = True
    times: Annotated[str, says("When.", to=Print.NEVER, travels=Sync.SEALED)] = ""


class InterpreterIs(enum.StrEnum):
    """Who interprets."""

    PROFESSIONAL = "professional"
    ADULT_RELATIVE = "adult_relative"
    CHILD = "child"
    FRIEND = "friend"
    STAFF = "staff"


class Interpreter(Record, frozen=True, kw_only=True):
    """Somebody who carries words between languages for one person."""

    person: Annotated[Id, says("For whom.", to=Print.PERSON, refers=("people",))]
    need: Annotated[Spans, says("What is needed, and when.", to=Print.PERSON)] = ()
    lang: Annotated[Lang | None, says("Into which language.", to=Print.PERSON)] = None
    kind: Annotated[str, says("Spoken, BSL, dialect.", to=Print.PERSON)] = ""
    wishes: Annotated[Spans, says("Wishes about gender, community, dialect.", to=Print.PERSON)] = ()
    booked: Annotated[bool, says("Booked.", to=Print.PERSON)] = False
    booked_for: Annotated[Day | None, says("For which day.", to=Print.PERSON)] = None
    who: Annotated[str, says("Who interprets.", to=Print.PERSON)] = ""
    interpreter_is: Annotated[
        InterpreterIs | None, says("What the interpreter is to them.", to=Print.PERSON)
    ] = None
    insisted: Annotated[bool, says("The person insisted on this interpreter.", to=Print.PERSON)] = False
    read_back_on: Annotated[Day | None, says("When it was read back.", to=Print.PERSON)] = None


class Need(enum.StrEnum):
    """What somebody needs to take part."""

    LARGE_PRINT = "large_print"
    EASY_READ = "easy_read"
    SYMBOLS = "symbols"
    BSL = "bsl"
    AUDIO = "audio"
    SENSORY = "sensory"
    QUIET = "quiet"
    STEP_FREE = "step_free"
    READING_HELP = "reading_help"
    OTHER = "other"


class AccessNeed(Record, frozen=True, kw_only=True):
    """What one person needs to take part, and what was set up."""

    person: Annotated[Id, says("Who needs it.", to=Print.PERSON, refers=("people",))]
    need: Annotated[Need, says("What is needed.", to=Print.PERSON)]
    words: Annotated[Spans, says("In their words.", to=Print.PERSON)] = ()
    print_size: Annotated[Points | None, says("Print size asked for, points.", to=Print.PERSON)] = None
    adjustment: Annotated[Spans, says("What was set up.", to=Print.PERSON)] = ()
    met: Annotated[bool | None, says("Whether it works.", to=Print.PERSON)] = None


class AboutTopic(enum.StrEnum):
    """What helpers should know so that it fits this family (R-35)."""

    CULTURE = "culture"
    FAITH = "faith"
    FOOD = "food"
    NEURODIVERSITY = "neurodiversity"
    SENSORY = "sensory"
    GREETINGS = "greetings"
    AVOID = "avoid"
    OTHER = "other"


class AboutUs(Record, frozen=True, kw_only=True):
    """One thing helpers should know about this family."""

    topic: AboutTopic = AboutTopic.OTHER
    words: Annotated[Spans, says("In the family's words.")] = ()
    person: Annotated[Id | None, says("Whom it is about, if one.", refers=("people",))] = None


class Line(enum.StrEnum):
    """How strong a tie is, as drawn on the network map."""

    STRONG = "strong"
    EVERYDAY = "everyday"
    STRAINED = "strained"
    HOPED_FOR = "hoped_for"


class Ring(enum.StrEnum):
    """Where on the network map it stands."""

    HOME = "home"
    FAMILY = "family"
    COMMUNITY = "community"


class NetworkLine(Record, frozen=True, kw_only=True):
    """A person, group or place around the family, and what they bring."""

    name: Annotated[str, says("As the family calls them.")]
    person: Annotated[Id | None, says("If somebody of this plan.", refers=("people",))] = None
    of: Annotated[Id | None, says("Whose tie it is; empty: the family's.", refers=("people",))] = None
    is_place: bool = False
    ring: Ring = Ring.COMMUNITY
    line: Line = Line.EVERYDAY
    brings: Annotated[Spans, says("What they bring.")] = ()
    may_we_contact: Annotated[bool | None, says("Whether we may contact them.", protects="false")] = None


class Slot(enum.StrEnum):
    """A part of the week (practice TM)."""

    EARLY_MORNING = "early_morning"
    DAY = "day"
    AFTER_SCHOOL = "after_school"
    EVENING = "evening"
    WEEKEND = "weekend"
    SCHOOL_HOLIDAY = "school_holiday"
    ANY_TIME = "any_time"


class Weekday(enum.StrEnum):
    """A day of the week."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class TimeOfWeek(Record, frozen=True, kw_only=True):
    """A time that works for the family, or one that does not."""

    person: Annotated[
        Id | None, says("For whom; empty: the family.", to=Print.PERSON, refers=("people",))
    ] = None
    slot: Annotated[Slot | None, says("Which part of the week.", to=Print.PERSON)] = None
    weekday: Annotated[Weekday | None, says("Which day.", to=Print.PERSON)] = None
    from_time: Annotated[Clock | None, says("From.", to=Print.PERSON)] = None
    to_time: Annotated[Clock | None, says("Until.", to=Print.PERSON)] = None
    words: Annotated[str, says("In their words.", to=Print.PERSON)] = ""
