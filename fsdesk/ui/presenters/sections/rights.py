"""Rights & consent: rights in plain words, what is shared with whom, and what each person said to the plan."""

from __future__ import annotations

from fsdesk.plans import model as m
from fsdesk.ui.presenters.sections.shapes import Kind, Section, Shape, Shown, Who

CONSENT = (
    ("given", "Yes"),
    ("not_given", "No"),
    ("withdrawn", "Took it back"),
    ("not_asked", "Not asked yet"),
)
_BASIS = (
    ("consent", "They agree to it"),
    ("public_task", "It is our task"),
    ("vital", "To keep somebody safe"),
    ("legal", "The law asks for it"),
)
_AGREED = (
    ("agree", "Yes"),
    ("partly", "Partly"),
    ("disagree", "No"),
    ("unsure", "Not sure"),
    ("not_asked", "Not asked yet"),
)
_HOW = (
    ("signed", "Signed"),
    ("marked", "Made a mark"),
    ("said_aloud", "Said it aloud"),
    ("rather_not_sign", "Would rather not sign"),
)
_MONEY = (
    ("asked", "Asked"),
    ("offered", "Offered"),
    ("declined", "Would rather not"),
    ("done", "Done"),
)
_MONEY_NEXT = (
    ("adviser", "An adviser"),
    ("crisis_grant", "Crisis grant"),
    ("school_costs", "School costs"),
    ("energy", "Heating and light"),
)

TOLD = Kind(
    "",
    "What we talked through",
    (
        Shown("rights_talked/on", "The rights page was gone through on", Shape.DAY, main=True),
        Shown("rights_talked/how", "How", Shape.LINE),
        Shown("rights_talked/with_whom", "With whom", Shape.ANY, Who.FAMILY),
        Shown("limits_told/on", "When we cannot keep a secret: explained on", Shape.DAY, main=True),
        Shown("limits_told/how", "How it was explained", Shape.LINE),
        Shown("learning_use/consent", "May others learn from this plan?", Shape.ONE, CONSENT, main=True),
        Shown("learning_use/on", "Asked on", Shape.DAY),
        Shown("learning_use/asked", "Who was asked", Shape.ANY, Who.FAMILY),
        Shown("money/state", "The money check we offer everyone", Shape.ONE, _MONEY),
        Shown("money/on", "Offered on", Shape.DAY),
        Shown("money/next", "What can follow", Shape.ANY, _MONEY_NEXT),
    ),
)
RIGHTS = Kind(
    "rights",
    "A right of {name}",
    (
        Shown("article", "Which right", Shape.ONE, Who.ARTICLES, main=True),
        Shown("whose", "Whose", Shape.ANY, Who.FAMILY, main=True),
        Shown("words", "In plain words"),
        Shown("talked_through_with", "Talked through with", Shape.ANY, Who.FAMILY),
        Shown("on", "On", Shape.DAY),
        Shown("how", "How", Shape.LINE),
    ),
    "A right",
    "shield",
    lambda new: m.Right(id=new.id, article=12),
    whose="whose",
)
SHARES = Kind(
    "shares",
    "What is shared",
    (
        Shown("org", "With whom", Shape.LINE, main=True),
        Shown("what", "What", main=True),
        Shown("why", "How it helps", main=True),
        Shown("consent", "What did they say?", Shape.ONE, CONSENT, main=True),
        Shown("basis", "On what ground", Shape.ONE, _BASIS),
        Shown("will_share_anyway", "It is shared whatever they say", Shape.YES),
        Shown("told_whom", "Who was told", Shape.ANY, Who.FAMILY),
        Shown("told_on", "Told on", Shape.DAY),
        Shown("told_how", "How", Shape.LINE),
        Shown("their_view", "What they said about it"),
    ),
    "Something to share",
    "send",
    lambda new: m.Share(id=new.id, org=""),
    whose="told_whom",
)
TELL_ONCE = Kind(
    "tell_once",
    "Told once, so that nobody has to tell it again",
    (
        Shown("lines", "Five lines at most", main=True),
        Shown("person", "Whose story, if one of us", Shape.ONE, Who.FAMILY),
        Shown("approved_by", "Who said the lines are right", Shape.ANY, Who.FAMILY),
        Shown("approved_on", "On", Shape.DAY),
        Shown("may_read", "Who may read them", Shape.ANY, Who.ANYBODY),
    ),
    "Lines told once",
    "file-text",
    lambda new: m.TellOnce(id=new.id, lines=(m.Span(text=""),)),
    whose="person",
)
AGREEMENTS = Kind(
    "agreements",
    "What {name} says to this plan",
    (
        Shown("state", "Is it right for them?", Shape.ONE, _AGREED, main=True),
        Shown("words", "In their words", main=True),
        Shown("how", "How they said so", Shape.ONE, _HOW),
        Shown("on", "On", Shape.DAY),
    ),
    "What somebody says to it",
    "pencil",
    lambda new: m.Agreement(id=new.id, person=new.of),
    whose="person",
    asks=Who.FAMILY,
    asking="Who says it?",
)

SECTION = Section(
    "rights",
    "Rights & consent",
    "What each person agreed to, in whose words, and what may leave this laptop. Every answer is a full one.",
    "Nothing is written here yet. It can begin with one right that counts here.",
    (TOLD, RIGHTS, SHARES, TELL_ONCE, AGREEMENTS),
)
