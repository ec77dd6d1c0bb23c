"""What matters, whose voice it is, and what holds the family up."""

from __future__ import annotations

import enum
from typing import Annotated

from fsdesk.plans.model.base import Day, Id, Ids, Print, Record, Spans, ZeroToTen, says


class Matter(Record, frozen=True, kw_only=True):
    """Something that matters to this family."""

    words: Annotated[Spans, says("What matters, best in their own words.")]
    person: Annotated[Id | None, says("Whose words; empty: the whole family's.", refers=("people",))] = None
    answered_by: Annotated[Ids, says("What in the plan answers it.", refers=("*",))] = frozenset()


class VoiceKind(enum.StrEnum):
    """In what form somebody was heard; a summary is the worker's."""

    QUOTE = "quote"
    DRAWING = "drawing"
    PHOTO = "photo"
    SONG = "song"
    MAP = "map"
    OBSERVATION = "observation"
    SUMMARY = "summary"


class Method(enum.StrEnum):
    """How somebody was asked."""

    TALKING = "talking"
    DRAWING = "drawing"
    PLAY = "play"
    PHOTO = "photo"
    WALK = "walk"
    CARDS = "cards"
    SIGNING = "signing"
    ADVOCATE = "advocate"
    LETTER = "letter"
    TEXT_MESSAGE = "text_message"
    VOICE_NOTE = "voice_note"
    WATCHING_TOGETHER = "watching_together"


class Weather(enum.StrEnum):
    """An answer as weather, kept as the picture and never turned into a number."""

    SUN = "sun"
    SUN_AND_CLOUD = "sun_and_cloud"
    CLOUD = "cloud"
    RAIN = "rain"
    STORM = "storm"


class Voice(Record, frozen=True, kw_only=True):
    """What one person said, drew or showed us; written once, never altered by the program."""

    person: Annotated[Id, says("Whose voice this is.", refers=("people",))]
    kind: VoiceKind = VoiceKind.QUOTE
    words: Annotated[Spans, says("The words, verbatim; written once, a correction keeps the earlier.")] = ()
    media: Annotated[Ids, says("Drawings or photos.", refers=("media",))] = frozenset()
    method: Method = Method.TALKING
    on: Day | None = None
    place: str = ""
    with_whom: str = ""
    saw: Annotated[Spans, says("Observation: what we saw.")] = ()
    may_be_telling_us: Annotated[Spans, says("Observation: what it may be telling us.")] = ()
    knows_best: Annotated[Spans, says("Observation: who knows this child best.")] = ()
    advocate: Annotated[str, says("Advocate's name and organisation.", to=Print.PERSON)] = ""
    answered_by: Annotated[Ids, says("The goal, step or reply that answers it.", refers=("*",))] = frozenset()
    reply: Annotated[Spans, says("What we answered.")] = ()
    no_answer_needed: bool = False
    told_before_sharing: Annotated[
        Spans, says("Private words shared for safety: who was told, or why not yet.", to=Print.NEVER)
    ] = ()


class VoiceDeclined(Record, frozen=True, kw_only=True):
    """Somebody would rather not today; it is their right and closes the question."""

    person: Annotated[Id, says("Who.", to=Print.NEVER, refers=("people",))]
    words: Annotated[Spans, says("As they said it.", to=Print.NEVER)] = ()
    on: Annotated[Day | None, says("When.", to=Print.NEVER)] = None


class Holder(enum.StrEnum):
    """Who holds a strength."""

    PERSON = "person"
    FAMILY = "family"
    COMMUNITY = "community"


class StrengthKind(enum.StrEnum):
    """What sort of strength it is."""

    SKILL = "skill"
    RELATION = "relation"
    ROUTINE = "routine"
    CULTURE = "culture"
    PLACE = "place"
    NETWORK = "network"
    SURVIVAL = "survival"
    HUMOUR = "humour"


class Strength(Record, frozen=True, kw_only=True):
    """Something that holds this family up."""

    text: Annotated[Spans, says("The strength, in plain words.")]
    holder: Holder = Holder.PERSON
    whose: Annotated[Ids, says("Whose strength, when a person's.", refers=("people",))] = frozenset()
    kind: StrengthKind | None = None
    noticed_by: Annotated[str, says("Who noticed it.")] = ""


class Area(enum.StrEnum):
    """The eight wellbeing indicators (GIRFEC)."""

    SAFE = "safe"
    HEALTHY = "healthy"
    ACHIEVING = "achieving"
    NURTURED = "nurtured"
    ACTIVE = "active"
    RESPECTED = "respected"
    RESPONSIBLE = "responsible"
    INCLUDED = "included"


class HowItIs(enum.StrEnum):
    """How one area is going."""

    GOOD = "good"
    MIXED = "mixed"
    WORRY = "worry"
    NOT_TALKED_ABOUT = "not_talked_about"


class Wellbeing(Record, frozen=True, kw_only=True):
    """How one area is for one child, in everybody's view."""

    child: Annotated[Id, says("Which child.", refers=("people",))]
    area: Area
    state: HowItIs = HowItIs.NOT_TALKED_ABOUT
    child_view: Annotated[Spans, says("What the child thinks.")] = ()
    adult_view: Annotated[Spans, says("What an adult thinks.")] = ()
    strengths: Annotated[Ids, says("Strengths beside it.", refers=("strengths",))] = frozenset()
    goals: Annotated[Ids, says("Goals about it.", refers=("goals",))] = frozenset()


class Mark(Record, frozen=True, kw_only=True):
    """One person's answer on one scale on one day: a number, weather, a picture, or words alone."""

    about: Annotated[Id, says("The child or goal it is about.", refers=("people", "goals"))]
    area: Area | None = None
    by: Annotated[Id | None, says("Whose answer.", refers=("people",))] = None
    number: Annotated[ZeroToTen | None, says("0 to 10, only if they gave one.")] = None
    weather: Weather | None = None
    picture: Annotated[
        str, says("The picture card or face they chose, by its name; never turned into a number.")
    ] = ""
    words: Annotated[Spans, says("The sentence beside the mark.")] = ()
    on: Day | None = None
    review: Annotated[Id | None, says("At which review.", refers=("reviews",))] = None


class WorldSide(enum.StrEnum):
    """The three sides of the My World Triangle."""

    HOW_I_GROW = "how_i_grow_and_develop"
    WHAT_I_NEED = "what_i_need_from_people_who_look_after_me"
    WIDER_WORLD = "my_wider_world"


class World(Record, frozen=True, kw_only=True):
    """One side of a child's world: what is strong, what is hard."""

    child: Annotated[Id | None, says("Which child.", to=Print.ASKED, refers=("people",))] = None
    side: Annotated[WorldSide, says("Which side.", to=Print.ASKED)]
    strength: Annotated[Spans, says("What is strong.", to=Print.ASKED)] = ()
    challenge: Annotated[Spans, says("What is hard.", to=Print.ASKED)] = ()


class Resilience(Record, frozen=True, kw_only=True):
    """What helps somebody bounce back, and what makes it hard."""

    person: Annotated[Id | None, says("Who.", to=Print.ASKED, refers=("people",))] = None
    helps: Annotated[Spans, says("What helps.", to=Print.ASKED)] = ()
    makes_it_hard: Annotated[Spans, says("What makes it hard.", to=Print.ASKED)] = ()
    inside: Annotated[bool, says("Inside the person, or around them.", to=Print.ASKED)] = False
