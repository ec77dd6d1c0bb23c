"""What we want to be different, the support that was chosen, and who does what: goals, options and steps."""

from __future__ import annotations

from fsdesk.plans import model as m
from fsdesk.ui.presenters.sections.shapes import SEEN_BY, Kind, Section, Shape, Shown, Who

_SOURCES = (
    ("family", "The family’s idea"),
    ("child", "A child’s idea"),
    ("joint", "Our idea together"),
    ("service", "It has to be"),
)
_GOAL_STATES = (
    ("open", "We are on it"),
    ("done", "Done"),
    ("changed_our_mind", "We changed our mind"),
    ("put_by", "Put by for now"),
)
ANSWERS = (
    ("chosen", "Yes"),
    ("not_now", "Later"),
    ("no_thanks", "Not for us"),
    ("already_have", "We have it"),
)
FORMS = (
    ("FS-01", "Practical help"),
    ("FS-02", "Money and welfare rights"),
    ("FS-03", "Finding services"),
    ("FS-04", "Getting to appointments"),
    ("FS-05", "Daily routines"),
    ("FS-06", "Getting on together"),
    ("FS-07", "Specialist help"),
    ("FS-08", "Local groups"),
    ("FS-09", "People who have been there"),
    ("FS-10", "Drop-in"),
    ("FS-11", "A volunteer"),
    ("FS-12", "Friendships"),
    ("FS-13", "A professional service"),
    ("FS-14", "A statutory service"),
)
SLOTS = (
    ("early_morning", "Early morning"),
    ("day", "In the day"),
    ("after_school", "After school"),
    ("evening", "Evening"),
    ("weekend", "Weekend"),
    ("school_holiday", "School holiday"),
    ("any_time", "Any time"),
)
PLACES = (
    ("home", "At home"),
    ("school", "School"),
    ("nursery", "Nursery"),
    ("health_centre", "Health centre"),
    ("village_hall", "Hall"),
    ("sports_centre", "Sports centre"),
    ("library", "Library"),
    ("community", "Community place"),
    ("pantry", "Pantry"),
    ("worship", "Place of worship"),
    ("park", "Park"),
    ("office", "Office"),
    ("phone", "By phone"),
    ("online", "Online"),
)
_BARRIERS = (
    ("fare", "The fare"),
    ("childcare", "Somebody to mind the weans"),
    ("phone", "Phone"),
    ("reading", "Reading"),
    ("cost", "Cost"),
    ("none", "Nothing"),
)
_STEP_STATES = (
    ("to_do", "To do"),
    ("doing", "Doing it"),
    ("done", "Done"),
    ("changed_our_mind", "We changed our mind"),
)
_TIERS = (("universal", "Open to everyone"), ("tailored", "Made to fit"), ("intensive", "A lot of it"))
_PROMISES = (
    ("open", "Promised"),
    ("under_way", "Under way"),
    ("done", "Done"),
    ("said_why", "Could not, and said why"),
)

GOALS = Kind(
    "goals",
    "What we want to be different",
    (
        Shown("text", "", main=True, tip="In their own words"),
        Shown("whose", "Whose", Shape.ANY, Who.FAMILY, main=True),
        Shown("how_we_notice", "How we will notice", main=True),
        Shown("source", "Whose idea", Shape.ONE, _SOURCES),
        Shown("confirmed_by", "Who said: yes, that is what I want", Shape.ANY, Who.FAMILY),
        Shown("scale/low_words", "In our words, the low end", Shape.LINE),
        Shown("scale/high_words", "In our words, the high end", Shape.LINE),
        Shown("scale/today", "Now, if they like a number", Shape.NUMBER, main=True),
        Shown("scale/hoped", "Good enough for us", Shape.NUMBER, main=True),
        Shown("strengths", "Strengths it builds on", Shape.ANY, Who.STRENGTHS),
        Shown("voices", "Words it answers", Shape.ANY, Who.VOICES),
        Shown("must_do_because", "If it has to be: by whom, and why"),
        Shown("only_option_because", "If there is only one way: why"),
        Shown("read_out_on", "Read out to them on", Shape.DAY),
        Shown("state", "Where it stands", Shape.ONE, _GOAL_STATES),
        *SEEN_BY,
    ),
    "Something to be different",
    "arrow-up-right",
    lambda new: m.Goal(id=new.id, text=(m.Span(text="", kind=m.SpanKind.QUOTE),)),
    whose="whose",
)
OPTIONS = Kind(
    "options",
    "One way to help",
    (
        Shown("name", "What it is", Shape.LINE, main=True),
        Shown("choice", "What did they say?", Shape.ONE, ANSWERS, main=True),
        Shown("what", "What it is like"),
        Shown("chosen_by", "Who answered", Shape.ANY, Who.FAMILY),
        Shown("chosen_on", "On", Shape.DAY),
        Shown("why", "Why, if they wish to say"),
        Shown("goal", "For", Shape.ONE, Who.GOALS),
        Shown("for_whom", "For whom", Shape.ANY, Who.FAMILY),
        Shown("helper", "Who gives it", Shape.ONE, Who.TEAM),
        Shown("form", "What sort of help", Shape.ONE, FORMS),
        Shown("tier", "How much", Shape.ONE, _TIERS),
        Shown("place", "Where", Shape.LINE),
        Shown("place_kind", "What sort of place", Shape.ONE, PLACES),
        Shown("place_works", "They said the place works for them", Shape.YES),
        Shown("times", "When", Shape.LINE),
        Shown("slot", "Which part of the week", Shape.ONE, SLOTS),
        Shown("cost", "What it costs", Shape.LINE),
        Shown("wait", "How long the wait is", Shape.LINE),
        Shown("meanwhile", "What helps while waiting", Shape.ONE, Who.STEPS),
        Shown("asked_to_start_on", "They asked to start on", Shape.DAY),
        Shown("started_on", "Started on", Shape.DAY),
        Shown("ends_on", "Ends on", Shape.DAY),
        Shown("if_we_still_need_it", "If we still need it then"),
        Shown("not_a_choice", "What is not a choice, and who decided"),
    ),
    "One way to help",
    "life-buoy",
    lambda new: m.Option(id=new.id, goal=new.of or None, name=""),
    asks=Who.GOALS,
    asking="What is it for?",
    under="goal",
)
STEPS = Kind(
    "steps",
    "A step",
    (
        Shown("what", "", main=True, tip="What exactly"),
        Shown("who", "Who", Shape.ANY, Who.ANYBODY, main=True),
        Shown("by_when", "By when", Shape.DAY, main=True),
        Shown("no_rush", "No rush", Shape.YES, main=True),
        Shown("state", "How it stands", Shape.ONE, _STEP_STATES),
        Shown("all_of_us", "All of us do it", Shape.YES),
        Shown("offer", "It is what we, the services, will do", Shape.YES),
        Shown("goal", "For", Shape.ONE, Who.GOALS),
        Shown("place", "Where", Shape.LINE),
        Shown("place_kind", "What sort of place", Shape.ONE, PLACES),
        Shown("at", "At what time", Shape.LINE),
        Shown("slot", "Which part of the week", Shape.ONE, SLOTS),
        Shown("barriers_asked", "What could get in the way: asked about", Shape.ANY, _BARRIERS),
        Shown("strengths", "Strengths it uses", Shape.ANY, Who.STRENGTHS),
        *SEEN_BY,
    ),
    "A step",
    "check",
    lambda new: m.Step(id=new.id, goal=new.of or None, what=(m.Span(text=""),)),
    whose="who",
    asks=Who.GOALS,
    asking="What is it for?",
    under="goal",
)
DIFFERENT = Kind(
    "disagreements",
    "We see it differently",
    (
        Shown("views", "Each view in its own words", main=True),
        Shown("how_we_weighed", "How we weighed it", main=True),
        Shown("flagged_by", "Who sees it differently", Shape.ONE, Who.FAMILY),
        Shown("goal", "About", Shape.ONE, Who.GOALS),
    ),
    "We see it differently",
    "message-square",
    lambda new: m.Disagreement(id=new.id),
    whose="flagged_by",
    under="goal",
)
TEAM = Kind(
    "team",
    "{name}, who helps",
    (
        Shown("name", "Their name", Shape.LINE, main=True),
        Shown("role", "What they are, in plain words", Shape.LINE, main=True),
        Shown("organisation", "From", Shape.LINE),
        Shown("does", "What they do"),
        Shown("reach", "How to reach them", Shape.LINE),
        Shown("for_whom", "Whom they help", Shape.ANY, Who.FAMILY),
        Shown("agreed_aim_on", "Agreed what we want on", Shape.DAY),
        Shown("friend_or_peer", "A friend or somebody who has been there", Shape.YES),
    ),
    "Somebody who helps",
    "user-plus",
    lambda new: m.TeamPerson(id=new.id, name=""),
    whose="id",
)
PROMISES = Kind(
    "promises",
    "Something we promised",
    (
        Shown("what", "", main=True, tip="What was promised"),
        Shown("by_whom", "Who promised", Shape.ONE, Who.ANYBODY, main=True),
        Shown("by_when", "By when", Shape.DAY, main=True),
        Shown("to_whom", "To whom", Shape.ANY, Who.FAMILY),
        Shown("state", "What became of it", Shape.ONE, _PROMISES),
        Shown("why", "Why it could not be, honestly"),
        Shown("answered_on", "Told them on", Shape.DAY),
    ),
    "A promise of ours",
    "hand",
    lambda new: m.Promise(id=new.id, what=(m.Span(text=""),)),
    whose="by_whom",
)
LEAD = Kind(
    "",
    "The family’s one person",
    (
        Shown("lead/who", "Who", Shape.ONE, Who.ANYBODY, main=True),
        Shown("lead/agreed_on", "The family agreed on", Shape.DAY),
        Shown("lead/agreed_by", "Who agreed", Shape.ANY, Who.FAMILY),
    ),
)

WANTED = Section(
    "goals",
    "What we want to be different",
    "In the family’s own words, with ways to get there under each.",
    "Nothing is written here yet. What would they notice first if things were better?",
    (GOALS, OPTIONS, STEPS, DIFFERENT),
)
SUPPORT = Section(
    "support",
    "Support we chose",
    "Every answer is a full one: yes, later, not for us, we have it.",
    "Nothing is offered here yet. Two ways to choose from make it a choice.",
    (OPTIONS._replace(under=""), TEAM),
)
WHO = Section(
    "steps",
    "Who does what",
    "One named person for each step, by a day they can live with.",
    "Nobody has taken a step on yet. The smallest one is a good beginning.",
    (LEAD, STEPS._replace(under=""), PROMISES),
)
