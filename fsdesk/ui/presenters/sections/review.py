"""Review: when we look at it together, what changed, what the family told us, and how it ends for now."""

from __future__ import annotations

from fsdesk.plans import model as m
from fsdesk.ui.presenters.sections.shapes import Kind, Section, Shape, Shown, Who

_CHANGES = (
    ("birth", "A baby"),
    ("move", "A move"),
    ("loss", "A loss"),
    ("job", "Work"),
    ("separation", "Living apart"),
    ("diagnosis", "Health news"),
    ("good_news", "Good news"),
    ("other", "Something else"),
)
_FEEDBACK = (
    ("open", "Not answered yet"),
    ("done", "We did it"),
    ("partly", "Partly"),
    ("not_yet", "Not yet"),
    ("could_not", "We could not, and said why"),
)
_STATES = (
    ("draft", "We are writing it"),
    ("ready", "Ready to look at"),
    ("agreed", "Agreed"),
    ("under_review", "We are looking at it again"),
    ("finished_for_now", "Finished for now"),
    ("quick_help", "Quick help only"),
)

NEXT = Kind(
    "",
    "When we look at it together again",
    (
        Shown("next_review/on", "Which day", Shape.DAY, main=True),
        Shown("next_review/at", "At what time, as 14:30", Shape.LINE),
        Shown("next_review/place", "Where", Shape.LINE),
        Shown("next_review/family_asked_for_longer", "The family asked for a later day", Shape.YES),
        Shown("state", "Where this plan stands", Shape.ONE, _STATES, main=True),
    ),
)
REVIEWS = Kind(
    "reviews",
    "We looked at it together, {day}",
    (
        Shown("what_changed", "What changed, in words", main=True),
        Shown("what_helped", "What helped", main=True),
        Shown("what_to_drop", "What we would drop", main=True),
        Shown("on", "On", Shape.DAY),
        Shown("who", "Who was there", Shape.ANY, Who.ANYBODY),
        Shown("where", "Where", Shape.LINE),
        Shown("format", "How: a talk, a sheet, a walk", Shape.LINE),
        Shown("asked_feedback", "We asked how we are doing", Shape.YES),
        Shown("next_on", "Next time", Shape.DAY),
    ),
    "We looked at it today",
    "rotate-ccw",
    lambda new: m.Review(id=new.id, on=new.today),
    day="on",
)
CHANGES = Kind(
    "change_events",
    "Something big changed, {day}",
    (
        Shown("kind", "What", Shape.ONE, _CHANGES, main=True),
        Shown("words", "In words", main=True),
        Shown("on", "When", Shape.DAY),
        Shown("about", "Whom it touches", Shape.ANY, Who.FAMILY),
    ),
    "Something big changed",
    "leaf",
    lambda new: m.ChangeEvent(id=new.id, kind=m.ChangeKind.OTHER, on=new.today),
    whose="about",
    day="on",
)
FEEDBACK = Kind(
    "feedback",
    "What the family told us",
    (
        Shown("text", "You said", main=True),
        Shown("state", "What became of it", Shape.ONE, _FEEDBACK, main=True),
        Shown("we_did", "We did"),
        Shown("we_could_not_because", "We could not, because"),
        Shown("instead", "Instead"),
        Shown("from_person", "From whom, if they like", Shape.ONE, Who.FAMILY),
        Shown("on", "On", Shape.DAY),
        Shown("answered_on", "Answered on", Shape.DAY),
        Shown("told_how", "Told how", Shape.LINE),
        Shown("if_you_disagree", "Who to talk to if they see it differently", Shape.LINE),
    ),
    "You said",
    "message-square",
    lambda new: m.Feedback(id=new.id, on=new.today, text=(m.Span(text="", kind=m.SpanKind.QUOTE),)),
    whose="from_person",
)
ENDING = Kind(
    "",
    "Finished for now",
    (
        Shown("ending/reason", "Why, in the family’s words", main=True),
        Shown("ending/what_we_keep_doing", "What we keep doing", main=True),
        Shown("ending/way_back_in", "The way back in", main=True),
        Shown("ending/who_notices_slips", "Who will notice if it gets harder"),
        Shown("ending/on", "On", Shape.DAY),
        Shown("ending/asked_again_on", "Asked again on", Shape.DAY),
    ),
)
RETURNS = Kind(
    "return_notes",
    "They came back in, {day}",
    (
        Shown("words", "", main=True, tip="That is what the open door is for"),
        Shown("on", "When", Shape.DAY),
    ),
    "They came back in",
    "arrow-left",
    lambda new: m.ReturnNote(id=new.id, on=new.today, words=(m.Span(text=""),)),
    day="on",
)

SECTION = Section(
    "review",
    "Review",
    "Words first: what changed, what helped, what we would drop. You said, we did.",
    "We have not looked at it together yet.",
    (NEXT, REVIEWS, CHANGES, FEEDBACK, ENDING, RETURNS),
)
