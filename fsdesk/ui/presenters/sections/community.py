"""Community: ties and places nearby, when and where it suits, and what could not be found."""

from __future__ import annotations

from fsdesk.plans import model as m
from fsdesk.ui.presenters.sections.goals import PLACES, SLOTS
from fsdesk.ui.presenters.sections.shapes import Kind, Section, Shape, Shown, Who

_KINDS = (
    ("group", "A group"),
    ("peer", "People who have been there"),
    ("drop_in", "A drop-in"),
    ("volunteer", "A volunteer"),
    ("faith", "Faith"),
    ("library", "Library"),
    ("sport", "Sport"),
    ("pantry", "Pantry"),
)
_DAYS = tuple((day.value, day.value.capitalize()) for day in m.Weekday)

TIES = Kind(
    "connections",
    "A tie nearby",
    (
        Shown("name", "What it is", Shape.LINE, main=True),
        Shown("for_whom", "Who goes", Shape.ANY, Who.FAMILY, main=True),
        Shown("kind", "What sort", Shape.ONE, _KINDS),
        Shown("go_along_first", "Somebody goes along the first time", Shape.YES),
        Shown("declined", "Offered, and they would rather not", Shape.YES),
        Shown("how_it_went", "How it went"),
    ),
    "A tie nearby",
    "users",
    lambda new: m.Connection(id=new.id, name=""),
    whose="for_whom",
)
PLACES_NEAR = Kind(
    "community_places",
    "A place nearby",
    (
        Shown("service", "What happens there", Shape.LINE, main=True),
        Shown("organisation", "Whose place", Shape.LINE),
        Shown("location", "Where", Shape.LINE),
        Shown("times", "When", Shape.LINE),
        Shown("contact", "How to ask", Shape.LINE),
        Shown("checked_on", "These facts were looked up on", Shape.DAY),
    ),
    "A place nearby",
    "house",
    lambda new: m.CommunityPlace(id=new.id, service=""),
)
SUITS = Kind(
    "places_that_suit",
    "Where we like to meet",
    (
        Shown("name", "The place", Shape.LINE, main=True),
        Shown("kind", "What sort", Shape.ONE, PLACES),
        Shown("person", "For whom, if one of us", Shape.ONE, Who.FAMILY),
        Shown("works_for_us", "It works for us", Shape.YES),
    ),
    "Where we like to meet",
    "heart",
    lambda new: m.PlaceThatSuits(id=new.id, name=""),
    whose="person",
)
_WHEN = (
    Shown("words", "In their words", Shape.LINE, main=True),
    Shown("slot", "Which part of the week", Shape.ONE, SLOTS, main=True),
    Shown("weekday", "Which day", Shape.ONE, _DAYS),
    Shown("from_time", "From, as 09:30", Shape.LINE),
    Shown("to_time", "Until", Shape.LINE),
    Shown("person", "For whom, if one of us", Shape.ONE, Who.FAMILY),
)
WORKS = Kind(
    "times_that_work",
    "A time that works",
    _WHEN,
    "A time that works",
    "check",
    lambda new: m.TimeOfWeek(id=new.id),
    whose="person",
)
DOES_NOT = Kind(
    "times_that_do_not",
    "A time that does not work",
    _WHEN,
    "A time that does not",
    "x",
    lambda new: m.TimeOfWeek(id=new.id),
    whose="person",
)
GAPS = Kind(
    "gaps",
    "We wanted it nearby, and could not find it",
    (
        Shown("wanted", "", main=True, tip="What was wanted"),
        Shown("area", "Roughly where, never an address", Shape.LINE),
    ),
    "Could not find it",
    "search",
    lambda new: m.Gap(id=new.id, wanted=(m.Span(text=""),)),
)
REACH_IN = Kind(
    "reach_in",
    "How to reach in",
    (
        Shown("name", "Who to ask for", Shape.LINE, main=True),
        Shown("place", "Where", Shape.LINE, main=True),
        Shown("hours", "When", Shape.LINE),
        Shown("phone", "A number, if there is one", Shape.LINE),
        Shown("phone_free_way", "A way without phone credit", Shape.LINE),
        Shown("no_form_needed", "No form, no reason, no starting again", Shape.YES),
    ),
    "How to reach in",
    "life-buoy",
    lambda new: m.ReachIn(id=new.id, name=""),
)

SECTION = Section(
    "community",
    "Community",
    "What is nearby, where and when it suits, and whom to ask without a form.",
    "Nothing is written here yet. Where do they go anyway?",
    (TIES, PLACES_NEAR, SUITS, WORKS, DOES_NOT, REACH_IN, GAPS),
)
