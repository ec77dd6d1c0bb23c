"""How things are now: eight areas for each child, in everybody's view; a number only where somebody gives one."""

from __future__ import annotations

from fsdesk.plans import model as m
from fsdesk.ui.presenters.sections.shapes import Kind, Section, Shape, Shown, Who

AREAS = (
    ("safe", "Safe"),
    ("healthy", "Healthy"),
    ("achieving", "Achieving"),
    ("nurtured", "Nurtured"),
    ("active", "Active"),
    ("respected", "Respected"),
    ("responsible", "Responsible"),
    ("included", "Included"),
)
STATES = (
    ("good", "Going well"),
    ("mixed", "Up and down"),
    ("worry", "A worry just now"),
    ("not_talked_about", "Not talked about yet"),
)
WEATHER = (
    ("sun", "Sun"),
    ("sun_and_cloud", "Sun and cloud"),
    ("cloud", "Cloud"),
    ("rain", "Rain"),
    ("storm", "Storm"),
)
_SIDES = (
    ("how_i_grow_and_develop", "How I grow"),
    ("what_i_need_from_people_who_look_after_me", "What I need from people"),
    ("my_wider_world", "My wider world"),
)

WELLBEING = Kind(
    "wellbeing",
    "Just now",
    (
        Shown("state", "Just now", Shape.ONE, STATES),
        Shown("child_view", "What {name} thinks"),
        Shown("adult_view", "What a grown-up thinks"),
        Shown("strengths", "Strengths beside it", Shape.ANY, Who.STRENGTHS),
    ),
    whose="child",
)
MARK = Shown("number", "{viewer}’s number", Shape.NUMBER, main=True)
MARK_WEATHER = Shown("weather", "{viewer}’s weather, in place of a number", Shape.ONE, WEATHER)
MARK_WORDS = Shown("words", "The sentence beside it")
WORLDS = Kind(
    "worlds",
    "{name}’s world",
    (
        Shown("side", "Which side", Shape.ONE, _SIDES, main=True),
        Shown("strength", "What is strong", main=True),
        Shown("challenge", "What is hard", main=True),
    ),
    "A side of their world",
    "leaf",
    lambda new: m.World(id=new.id, child=new.of, side=m.WorldSide.WIDER_WORLD),
    whose="child",
    asks=Who.CHILDREN,
    asking="Whose world?",
)

SECTION = Section(
    "now",
    "How things are now",
    "Type 0 to 9, or T for ten; Backspace clears it. Nobody has to give a number.",
    "There is no child in the plan yet. Add one under Family & network.",
    (WELLBEING, WORLDS),
)
