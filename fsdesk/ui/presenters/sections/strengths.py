"""Strengths: what holds this family up, and what helps somebody bounce back."""

from __future__ import annotations

from fsdesk.plans import model as m
from fsdesk.ui.presenters.sections.shapes import SEEN_BY, Kind, Section, Shape, Shown, Who

_HOLDERS = (("person", "Somebody’s own"), ("family", "The whole family’s"), ("community", "Round about us"))
_KINDS = (
    ("skill", "Something they can do"),
    ("relation", "Somebody close"),
    ("routine", "Something they always do"),
    ("culture", "Our ways"),
    ("place", "A place"),
    ("network", "People round about"),
    ("survival", "What they came through"),
    ("humour", "Laughing together"),
)

STRENGTHS = Kind(
    "strengths",
    "A strength",
    (
        Shown("text", "", main=True, tip="What is already strong, in plain words"),
        Shown("whose", "Whose", Shape.ANY, Who.FAMILY, main=True),
        Shown("holder", "It is", Shape.ONE, _HOLDERS),
        Shown("kind", "What sort", Shape.ONE, _KINDS),
        Shown("noticed_by", "Who noticed it", Shape.LINE),
        *SEEN_BY,
    ),
    "A strength",
    "star",
    lambda new: m.Strength(id=new.id, text=(m.Span(text=""),)),
    whose="whose",
)
RESILIENCE = Kind(
    "resilience",
    "What helps {name} bounce back",
    (
        Shown("helps", "What helps", main=True),
        Shown("makes_it_hard", "What makes it hard"),
        Shown("inside", "It is inside them, not round about", Shape.YES),
    ),
    "What helps bounce back",
    "undo-2",
    lambda new: m.Resilience(id=new.id, person=new.of or None),
    whose="person",
    asks=Who.FAMILY,
    asking="Whom does it help?",
)

SECTION = Section(
    "strengths",
    "Strengths",
    "What holds this family up already. Everything else builds on it.",
    "Nothing is written here yet. What went well this week, however small?",
    (STRENGTHS, RESILIENCE),
)
