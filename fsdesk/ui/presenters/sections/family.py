"""Family & network: who is here, where they live, who else there is, and what helpers should know."""

from __future__ import annotations

from fsdesk.plans import model as m
from fsdesk.ui.presenters.sections.shapes import SEEN_BY, Kind, Section, Shape, Shown, Who

ROLES = (
    ("child", "A child"),
    ("carer", "A parent or carer"),
    ("other_adult", "Another grown-up"),
    ("helper", "A helper"),
)
_AGES = (
    ("unborn", "Not born yet"),
    ("under_1", "Under 1"),
    ("1_to_4", "1 to 4"),
    ("5_to_11", "5 to 11"),
    ("12_to_15", "12 to 15"),
    ("16_to_17", "16 or 17"),
    ("adult", "Grown up"),
)
_WHERE = (
    ("here", "Here"),
    ("elsewhere", "Somewhere else"),
    ("not_contactable", "Cannot be reached"),
    ("unknown", "Not known"),
    ("deceased", "Has died"),
)
LANGUAGES = (
    ("en", "English"),
    ("ar", "Arabic"),
    ("gd", "Gaelic"),
    ("pa", "Punjabi"),
    ("pl", "Polish"),
    ("ro", "Romanian"),
    ("uk", "Ukrainian"),
    ("ur", "Urdu"),
    ("zh", "Chinese"),
    ("bfi", "BSL"),
)
_LINES = (
    ("strong", "Strong"),
    ("everyday", "Everyday"),
    ("strained", "Under strain"),
    ("hoped_for", "Hoped for"),
)
_RINGS = (("home", "At home"), ("family", "Family"), ("community", "Round about"))
_TOPICS = (
    ("culture", "Our ways"),
    ("faith", "Faith"),
    ("food", "Food"),
    ("neurodiversity", "How we think"),
    ("sensory", "Senses"),
    ("greetings", "Saying hello"),
    ("avoid", "Please do not"),
    ("other", "Good to know"),
)
_NEEDS = (
    ("large_print", "Large print"),
    ("easy_read", "Easy read"),
    ("symbols", "Symbols"),
    ("bsl", "BSL"),
    ("audio", "To hear it"),
    ("sensory", "Calm for the senses"),
    ("quiet", "Quiet"),
    ("step_free", "No steps"),
    ("reading_help", "Help with reading"),
    ("other", "Something else"),
)
_OWN_NEEDS = (
    ("health", "Health"),
    ("recovery", "Recovery"),
    ("disability", "Disability"),
    ("caring", "Caring"),
    ("learning", "Learning"),
    ("housing", "Housing"),
    ("justice", "Justice"),
)
_OWN_SUPPORT = (("offered", "Offered"), ("declined", "Would rather not"), ("already_there", "Has it already"))
_INTERPRETER_IS = (
    ("professional", "An interpreter by trade"),
    ("adult_relative", "A grown-up relative"),
    ("child", "A child"),
    ("friend", "A friend"),
    ("staff", "One of us"),
)
YES_NO = (("yes", "Yes"), ("no", "No"))

PLAN = Kind(
    "",
    "Why we asked for a hand",
    (
        Shown("why_now", "In our words", main=True),
        Shown("neighbourhood", "Roughly where we live, never an address", Shape.LINE),
        Shown("family_asked", "We asked for this plan ourselves", Shape.YES),
    ),
)
PEOPLE = Kind(
    "people",
    "{name}",
    (
        Shown("name", "The name they chose", Shape.LINE, main=True),
        Shown("role", "In this plan", Shape.ONE, ROLES, main=True),
        Shown("goes_by", "The name we go by, if another", Shape.LINE),
        Shown("say_it", "How to say it", Shape.LINE),
        Shown("pronouns", "Pronouns", Shape.LINE),
        Shown("relation_words", "What the family calls them", Shape.LINE),
        Shown("born/band", "How old, roughly", Shape.ONE, _AGES),
        Shown("born/on", "Birthday, if they like", Shape.DAY),
        Shown("lives_with", "Lives in", Shape.ANY, Who.HOMES),
        Shown("shared_care", "How days are shared between homes", Shape.LINE),
        Shown("learns_at", "School, nursery or college", Shape.LINE),
        Shown("languages", "Languages", Shape.ANY, LANGUAGES),
        Shown("access_asked_on", "Asked what helps them take part on", Shape.DAY),
        Shown("unpaid_carer", "Looks after somebody without pay", Shape.YES),
        Shown("need_areas", "What they need for themselves", Shape.ANY, _OWN_NEEDS),
        Shown("own_support", "Support of their own", Shape.ONE, _OWN_SUPPORT),
        Shown("whereabouts", "Where they are", Shape.ONE, _WHERE),
        Shown("in_plan", "This plan is with them", Shape.YES),
        Shown("not_in_plan_reason", "Why not, for you and the team lead alone"),
        Shown("no_paper", "Paper at home is not safe for them", Shape.YES),
    ),
    "Add a person",
    "user-plus",
    lambda new: m.Person(id=new.id, name="", role=m.Role.CHILD),
    whose="id",
)
HOMES = Kind(
    "households",
    "A home",
    (
        Shown("label", "What the family calls it", Shape.LINE, main=True),
        Shown("address", "Where it is (sealed, never printed unless ticked)", Shape.LINE),
        Shown("safe_to_print", "The address may stand on paper", Shape.YES),
        Shown("safe_to_post", "Letters may be sent there", Shape.YES),
    ),
    "Add a home",
    "house",
    lambda new: m.Household(id=new.id, label=""),
)
RELATIONS = Kind(
    "relationships",
    "{name} and somebody close",
    (
        Shown("kind", "What they are to them, in the family’s words", Shape.LINE, main=True),
        Shown("to_person", "To whom", Shape.ONE, Who.PEOPLE, main=True),
        Shown("important_to_me", "Important to them", Shape.YES),
        Shown("note", "How things stand between them"),
    ),
    "A relation",
    "heart",
    lambda new: m.Relationship(id=new.id, from_person=new.of, to_person=new.of, kind=""),
    whose="from_person",
    asks=Who.PEOPLE,
    asking="Whose relation is it?",
)
NETWORK = Kind(
    "network",
    "Round about us",
    (
        Shown("name", "Who or what, as the family calls it", Shape.LINE, main=True),
        Shown("brings", "What they bring", main=True),
        Shown("line", "The tie is", Shape.ONE, _LINES),
        Shown("ring", "They are", Shape.ONE, _RINGS),
        Shown("of", "Whose tie", Shape.ONE, Who.PEOPLE),
        Shown("is_place", "It is a place", Shape.YES),
        Shown("may_we_contact", "May we get in touch?", Shape.ONE, YES_NO),
    ),
    "Somebody round about",
    "users",
    lambda new: m.NetworkLine(id=new.id, name=""),
)
ABOUT_US = Kind(
    "about_us",
    "Good to know about us",
    (
        Shown("words", "In the family’s words", main=True),
        Shown("topic", "It is about", Shape.ONE, _TOPICS),
        Shown("person", "Whom it is about, if one of us", Shape.ONE, Who.PEOPLE),
        *SEEN_BY,
    ),
    "Good to know",
    "info",
    lambda new: m.AboutUs(id=new.id, words=(m.Span(text="", kind=m.SpanKind.QUOTE),)),
)
NEEDS = Kind(
    "access_needs",
    "What helps {name} take part",
    (
        Shown("need", "What is needed", Shape.ONE, _NEEDS, main=True),
        Shown("words", "In their words"),
        Shown("adjustment", "What was set up"),
        Shown("met", "Does it work?", Shape.ONE, YES_NO),
    ),
    "What helps take part",
    "hand",
    lambda new: m.AccessNeed(id=new.id, person=new.of, need=m.Need.OTHER),
    whose="person",
    asks=Who.FAMILY,
    asking="Who needs it?",
)
INTERPRETERS = Kind(
    "interpreters",
    "An interpreter for {name}",
    (
        Shown("need", "What is needed, and when", main=True),
        Shown("lang", "Into which language", Shape.ONE, LANGUAGES, main=True),
        Shown("wishes", "Wishes about who it is"),
        Shown("who", "Who interprets", Shape.LINE),
        Shown("interpreter_is", "They are", Shape.ONE, _INTERPRETER_IS),
        Shown("booked", "Booked", Shape.YES),
        Shown("booked_for", "For which day", Shape.DAY),
        Shown("read_back_on", "Read back on", Shape.DAY),
    ),
    "An interpreter",
    "message-square",
    lambda new: m.Interpreter(id=new.id, person=new.of),
    whose="person",
    asks=Who.FAMILY,
    asking="For whom?",
)

SECTION = Section(
    "family",
    "Family & network",
    "Who is here, where home is, and who else there is for them.",
    "Nobody is here yet. It can begin with one name.",
    (PLAN, PEOPLE, HOMES, RELATIONS, NETWORK, ABOUT_US, NEEDS, INTERPRETERS),
)
