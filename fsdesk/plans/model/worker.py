"""What the worker and the lead keep beside a plan: answers to findings, reflections, notes, comments, media."""

from __future__ import annotations

import enum
from typing import Annotated

from fsdesk.plans.model.base import Count, Day, Id, Ids, Print, Record, Spans, Sync, Value, says
from fsdesk.plans.model.team import Consent

_OWN = {"to": Print.NEVER, "travels": Sync.STAYS}


class AnswerKind(enum.StrEnum):
    """The three replies to a finding."""

    FIXED = "fixed"
    NOT_RIGHT_HERE = "not_right_here"
    ASK_AT_REVIEW = "ask_at_review"


class Answer(Record, frozen=True, kw_only=True):
    """A finding put to rest, with the message as it was shown."""

    rule: Annotated[str, says("Rule id.", to=Print.NEVER)]
    rule_version: Annotated[Count, says("Version of the rule.", to=Print.NEVER)] = 1
    where: Annotated[str, says("Record or field it spoke of.", to=Print.NEVER)] = ""
    about: Annotated[str, says("State of that part when answered.", to=Print.NEVER)] = ""
    message: Annotated[str, says("The message as shown.", to=Print.NEVER)] = ""
    kind: Annotated[AnswerKind, says("Which reply.", to=Print.NEVER)] = AnswerKind.NOT_RIGHT_HERE
    words: Annotated[Spans, says("The worker's judgement.", to=Print.NEVER)] = ()
    by: Annotated[str, says("Who answered.", to=Print.NEVER)] = ""
    on: Annotated[Day | None, says("When.", to=Print.NEVER)] = None
    ask_again_on: Annotated[Day | None, says("Asked again on.", to=Print.NEVER)] = None


class Reflection(Record, frozen=True, kw_only=True):
    """A worker's own answer to one of the thirteen questions; it stays here."""

    question: Annotated[str, says("Question id.", **_OWN)]
    text: Annotated[Spans, says("The thought.", **_OWN)] = ()
    bring_to_supervision: Annotated[bool, says("The worker wants to bring it.", **_OWN)] = False


class ScratchNote(Record, frozen=True, kw_only=True):
    """A note to self; it stays here and prints nowhere."""

    text: Annotated[Spans, says("The note.", **_OWN)] = ()


class Brought(Record, frozen=True, kw_only=True):
    """A reflection the worker chose to bring to supervision."""

    question: Annotated[str, says("Question id.", to=Print.NEVER)]
    text: Annotated[Spans, says("What the worker chose to share.", to=Print.NEVER)] = ()
    on: Annotated[Day | None, says("When.", to=Print.NEVER)] = None


class SharedForSafety(Record, frozen=True, kw_only=True):
    """Private words had to be shared for safety: the act, and who was told first."""

    what: Annotated[
        Id | None, says("Which voice.", to=Print.NEVER, travels=Sync.SEALED, refers=("voices",))
    ] = None
    person: Annotated[
        Id | None, says("Whose words.", to=Print.NEVER, travels=Sync.SEALED, refers=("people",))
    ] = None
    told_on: Annotated[
        Day | None, says("When they were told first.", to=Print.NEVER, travels=Sync.SEALED)
    ] = None
    not_told_because: Annotated[Spans, says("Why not yet.", to=Print.NEVER, travels=Sync.SEALED)] = ()


class Comment(Record, frozen=True, kw_only=True):
    """The lead's comment beside the plan."""

    where: Annotated[str, says("Record or section it speaks of.", to=Print.NEVER)] = ""
    text: Annotated[Spans, says("The comment.", to=Print.NEVER)]
    by: Annotated[str, says("Who.", to=Print.NEVER)] = ""
    read_on: Annotated[Day | None, says("When it was read.", to=Print.NEVER)] = None


class GlossaryLine(Record, frozen=True, kw_only=True):
    """A word explained for everyone who reads the plan."""

    word: str
    meaning: str = ""


class MediaKind(enum.StrEnum):
    """What a picture is."""

    DRAWING = "drawing"
    PHOTO = "photo"
    MAP = "map"
    SCAN = "scan"


class Media(Record, frozen=True, kw_only=True):
    """A drawing or photo, kept by its hash, with the audience of the record it belongs to."""

    hash: Annotated[str, says("BLAKE2b-256 of the bytes, hexadecimal.", pattern=r"^[0-9a-f]{64}$(?!\n)")]
    kind: MediaKind = MediaKind.DRAWING
    caption: str = ""
    mime: str = "image/png"
    base64: Annotated[
        str, says("The picture, in a plan document only.", to=Print.NEVER, max_length=1_500_000)
    ] = ""


class Retention(Value, frozen=True, kw_only=True):
    """How long a plan is kept, and why."""

    until: Day
    reason: str = ""


class LearningUse(Value, frozen=True, kw_only=True):
    """Whether this family's plan may be counted in learning."""

    consent: Consent = Consent.NOT_ASKED
    on: Day | None = None
    asked: Annotated[Ids, says("Who was asked.", refers=("people",))] = frozenset()
