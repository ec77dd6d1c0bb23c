"""Safety: what is worrying, what keeps people safe already, and what stays hidden from whom. For the worker's eyes."""

from __future__ import annotations

from fsdesk.plans import model as m
from fsdesk.ui.presenters.sections.shapes import SEEN_BY, Kind, Section, Shape, Shown, Who

_LEVELS = (("worry", "An everyday worry"), ("serious", "A serious one"))
_NOTICED = (("seen", "Seen"), ("said", "Said"), ("heard", "Heard"))
_AREAS = (
    ("attendance", "School days"),
    ("late", "Being late"),
    ("hungry", "Being hungry"),
    ("cold", "Being cold"),
    ("clothes", "Clothes"),
    ("home", "The home"),
    ("hygiene", "Washing"),
    ("missed_appointments", "Appointments"),
    ("money", "Money"),
    ("other", "Something else"),
)
_AROUND = (
    ("housing", "Housing"),
    ("money", "Money"),
    ("travel", "Getting about"),
    ("health", "Health"),
    ("caring", "Caring for others"),
)
_HIDDEN = (
    ("home", "Home"),
    ("school", "School"),
    ("phone", "Phone"),
    ("health", "Health"),
    ("meeting_places", "Where we meet"),
    ("workplace", "Work"),
    ("routes", "Ways they go"),
    ("times", "Times"),
    ("other", "Something else"),
)
_SEALED = "Sealed: for you and the team lead alone"


WORRIES = Kind(
    "worries",
    "What is worrying",
    (
        Shown("text", "What was seen or said first, your view second", main=True),
        Shown("noticed_by", "Who saw or said it", Shape.LINE, main=True),
        Shown("level", "It is", Shape.ONE, _LEVELS, main=True),
        Shown("already_safe", "What keeps people safe already", main=True, tone="well"),
        Shown("about", "Whom it is about", Shape.ANY, Who.FAMILY),
        Shown("noticed", "It was", Shape.ONE, _NOTICED),
        Shown("noticed_on", "When", Shape.DAY),
        Shown("fear", "What we fear may happen"),
        Shown("next_action", "What happens next"),
        Shown("next_owner", "Who does it", Shape.ANY, Who.ANYBODY),
        Shown("next_owner_name", "Who does it, if not in the plan", Shape.LINE),
        Shown("family_told_on", "The family was told on", Shape.DAY),
        Shown("not_told_because", "If not yet: why"),
        Shown("area", "It touches", Shape.ONE, _AREAS),
        Shown("around", "What round about them may explain it"),
        Shown("around_areas", "That is", Shape.ANY, _AROUND),
        Shown("child_safe_line", "The one line that may stand on a child’s own page"),
        *SEEN_BY,
    ),
    "A worry",
    "shield",
    lambda new: m.Worry(id=new.id, text=(m.Span(text=""),)),
    whose="about",
    tone="safety",
)
HIDDEN = Kind(
    "safety_between",
    "What stays private, and from whom",
    (
        Shown("from_whom", "From whom", Shape.ANY, Who.PEOPLE, main=True),
        Shown("from_name", "Their name, if not in the plan", Shape.LINE, main=True),
        Shown("about", "Whom it protects", Shape.ANY, Who.PEOPLE, main=True),
        Shown("hidden", "What is hidden", Shape.ANY, _HIDDEN, main=True),
        Shown("tokens", "Words that would give it away, one on each line", Shape.LINES, main=True),
        Shown("legal_limits", "Court orders, and what they say", Shape.LINE),
        Shown("source", "Who told us", Shape.LINE),
        Shown("since", "Since", Shape.DAY),
    ),
    "What stays private",
    "eye-off",
    lambda new: m.SafetyBetween(id=new.id),
    whose="about",
    seen_by=_SEALED,
    is_private=True,
    tone="safety",
)
AVOID = Kind(
    "places_to_avoid",
    "A place to stay away from",
    (
        Shown("name", "The place", Shape.LINE, main=True),
        Shown("person", "For whom, if one of us", Shape.ONE, Who.PEOPLE),
    ),
    "A place to stay away from",
    "x",
    lambda new: m.PlaceToAvoid(id=new.id, name=""),
    whose="person",
    seen_by=_SEALED,
    is_private=True,
    tone="safety",
)
CONTACTS = Kind(
    "safe_contacts",
    "A safe way to reach {name}",
    (
        Shown("way", "How: phone, text, letter, through somebody", Shape.LINE, main=True),
        Shown("value", "The number or address", Shape.LINE, main=True),
        Shown("times", "When", Shape.LINE),
        Shown("voicemail_ok", "A message may be left", Shape.YES),
        Shown("text_ok", "A text may be sent", Shape.YES),
        Shown("safe", "This way is safe", Shape.YES),
    ),
    "A safe way to reach somebody",
    "message-circle",
    lambda new: m.SafeContact(id=new.id, person=new.of),
    whose="person",
    asks=Who.PEOPLE,
    asking="Whom do we reach?",
    seen_by=_SEALED,
    is_private=True,
    tone="safety",
)
FEEL = Kind(
    "safety_feel",
    "What helps {name} feel safe",
    (Shown("words", "Where, who, a way out, breaks", main=True), *SEEN_BY),
    "What helps feel safe",
    "heart",
    lambda new: m.FeelSafe(id=new.id, person=new.of or None),
    whose="person",
    asks=Who.FAMILY,
    asking="Whom does it help?",
    tone="well",
)
HELD = Kind(
    "",
    "Who holds the safety plan",
    (
        Shown("safety_plan/held_by", "Held by; the plan itself stays with them", Shape.LINE, main=True),
        Shown("safety_plan/since", "Since", Shape.DAY),
        Shown("hard_times", "Something hard happened: trauma, harm at home or loss", Shape.YES),
    ),
    seen_by=_SEALED,
    is_private=True,
    tone="safety",
)

SECTION = Section(
    "safety",
    "Safety",
    "What is worrying, what keeps people safe, who was told. An everyday worry stands on the family’s printed "
    "plan; a serious one only after you and your team lead have looked.",
    "Nothing is written here.",
    (WORRIES, FEEL, HIDDEN, AVOID, CONTACTS, HELD),
    icon="shield",
)
