"""What stands under "What matters to us": an entry for each thing said, shown or noted, and whose voice is heard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from fsdesk.plans import model as m
from fsdesk.plans.rules import reading
from fsdesk.ui.look.voices import Heard
from fsdesk.ui.presenters.at_desk import Others
from fsdesk.ui.presenters.dates import plain_day
from fsdesk.ui.presenters.sections.shapes import Shape, Words
from fsdesk.ui.presenters.spots import MATTERS, NOTES, VOICES, Place, Spot
from fsdesk.ui.presenters.values import kind_of_words

_HEADINGS = {
    m.VoiceKind.QUOTE: "{whose} words",
    m.VoiceKind.DRAWING: "{whose} drawing",
    m.VoiceKind.PHOTO: "{whose} photo",
    m.VoiceKind.SONG: "{whose} song",
    m.VoiceKind.MAP: "{whose} map",
    m.VoiceKind.OBSERVATION: "Watching {name}, together",
    m.VoiceKind.SUMMARY: "What {name} told us, in our words",
}
_LABELS = {
    "saw": "What we saw",
    "may_be_telling_us": "What it may be telling us",
    "knows_best": "Who knows {name} best",
    "reply": "What we answered",
}
_LANGUAGES = {
    "en": "English",
    "ar": "Arabic",
    "gd": "Gaelic",
    "pl": "Polish",
    "ro": "Romanian",
    "uk": "Ukrainian",
}
_PICTURES = (m.VoiceKind.DRAWING, m.VoiceKind.PHOTO, m.VoiceKind.MAP)
NOTE_STAYS = "Stays on this laptop, on no paper"


class Sign(NamedTuple):
    """Whose sign stands beside words: a name, its place among the people of the plan, and how it is drawn."""

    name: str
    place: int
    heard: Heard


class TextField(NamedTuple):
    """One text of an entry as it is written in its card."""

    spot: Spot
    label: str
    text: str
    kind: m.SpanKind
    is_right_to_left: bool
    lang: str
    below: tuple[str, ...]
    """Translations, and versions that others wrote; for reading only."""
    shape: Shape = Shape.WORDS
    options: Words = ()
    is_main: bool = True
    """Shown while the card is closed and nothing stands here yet."""
    tip: str = ""
    summary: str = ""
    """What stands here in a few words, while the card does not show the field itself."""
    was: str = ""
    """What stood here the time before, where that is shown beside it."""
    tone: str = ""
    hides_label: bool = False
    """Whether the label is said by a screen reader alone, because the eye sees it elsewhere."""

    @property
    def is_own_words(self) -> bool:
        """Whether these are somebody's own words: never read for wording, never reworded."""
        return self.shape is Shape.WORDS and self.kind is m.SpanKind.QUOTE

    @property
    def is_read(self) -> bool:
        """Whether these are the worker's own words, which the wording hints read."""
        return self.shape is Shape.WORDS and self.kind is m.SpanKind.WORKER


class Pictured(NamedTuple):
    """A picture on a card: its hash, empty where none was kept, what is written under it, and what it is called."""

    hash: str
    caption: str
    name: str


class Entry(NamedTuple):
    """One card: whose words, what kind, when, who may see it, and its texts."""

    place: Place
    sign: Sign
    heading: str
    seen_by: str
    is_private: bool
    pictures: tuple[Pictured, ...]
    fields: tuple[TextField, ...]
    may_go: bool = True
    """Whether it can be taken out; what belongs to the plan itself cannot."""
    depth: int = 0
    """How far it stands under another."""
    tone: str = ""
    icon: str = ""
    is_row: bool = False
    """Whether it is a row: its first field beside its name, and the others when somebody asks for more."""
    aside: str = ""
    """What a row says at its end, in a few words."""


class Voice(NamedTuple):
    """Somebody on the strip of voices: heard and how, or not yet."""

    person: str
    sign: Sign
    how: str


def entries_of(plan: m.Plan, today: date, others: Others | None = None) -> tuple[Entry, ...]:
    """What matters most first, then what each person said, then the worker's own notes.

    Where somebody else wrote in the same place, their version stands beside it until one is settled on.
    """
    people = {person.id: (at, person) for at, person in enumerate(plan.people)}
    matters = [_of_matter(matter, people) for matter in plan.matters]
    voices = [_of_voice(voice, plan, people, today) for voice in plan.voices]
    entries = (*matters, *voices, *(_of_note(note) for note in plan.scratch))
    return tuple(with_versions(entry, others) for entry in entries) if others else entries


def with_versions(entry: Entry, others: Others) -> Entry:
    """The entry with the versions that others wrote beside its own texts."""
    return entry._replace(fields=tuple(_with_version(field, others) for field in entry.fields))


def _with_version(field: TextField, others: Others) -> TextField:
    found = others.get((field.spot.collection, field.spot.record, field.spot.field), ())
    if field.spot.at or not found:
        return field
    told = tuple(f"Two versions. {other.who or 'Somebody'} wrote: “{other.words}”" for other in found)
    return field._replace(below=(*field.below, *told))


People = dict[str, tuple[int, m.Person]]


def _of_matter(matter: m.Matter, people: People) -> Entry:
    person = matter.person or next((span.speaker for span in matter.words if span.speaker), None)
    at, known = people.get(person or "", (0, None))
    whose = f"to {reading.called(known)}" if matter.person and known else "to us"
    sign = Sign(reading.called(known) if known else "All of us", at, Heard.HEARD if known else Heard.ALL)
    return _entry(matter, MATTERS, sign, f"What matters most {whose}", ("words",), people)


def _of_voice(voice: m.Voice, plan: m.Plan, people: People, today: date) -> Entry:
    at, known = people.get(voice.person, (0, None))
    name = reading.called(known) if known else "Somebody"
    heading = _HEADINGS[voice.kind].format(name=name, whose=_whose(name))
    if voice.on:
        heading = f"{heading}, {plain_day(voice.on, today)}"
    ours = voice.kind is m.VoiceKind.SUMMARY
    sign = Sign("You" if ours else name, at, Heard.WORKER if ours else Heard.HEARD)
    names = _voice_fields(voice)
    entry = _entry(voice, VOICES, sign, heading, names, people, name)
    if voice.kind in _PICTURES:
        entry = entry._replace(fields=tuple(_about_picture(one, name) for one in entry.fields))
    return entry._replace(pictures=_pictured(voice, plan, heading))


def _about_picture(field: TextField, name: str) -> TextField:
    is_first = field.spot.field == "words" and not field.spot.at
    return field._replace(label=f"What {name} said about it") if is_first else field


def _voice_fields(voice: m.Voice) -> tuple[str, ...]:
    main = "saw" if voice.kind is m.VoiceKind.OBSERVATION else "words"
    others = ("words", "saw", "may_be_telling_us", "knows_best", "reply")
    return (main, *(name for name in others if name != main and m.has_words(getattr(voice, name))))


def _of_note(note: m.ScratchNote) -> Entry:
    entry = _entry(note, NOTES, Sign("You", 0, Heard.WORKER), "Your note", ("text",), {})
    return entry._replace(seen_by=NOTE_STAYS)


def _entry(
    record: m.Record,
    collection: str,
    sign: Sign,
    heading: str,
    names: Iterable[str],
    people: People,
    name: str = "",
) -> Entry:
    fields = tuple(field for one in names for field in _fields(record, collection, one, name))
    is_private = record.audience.to in (m.Reach.MY_PAGE, m.Reach.MY_WORKER) or record.sealed
    seen_by = seen_by_of(record, people, name)
    return Entry(Place(collection, record.id), sign, heading, seen_by, is_private, (), fields)


def _fields(record: m.Record, collection: str, field: str, name: str) -> Iterator[TextField]:
    label = _LABELS.get(field, "").format(name=name)
    spans: m.Spans = getattr(record, field) or (m.Span(text="", kind=kind_of_words(record, field)),)
    for at, span in enumerate(spans):
        spot = Spot(collection, record.id, field, at)
        below = tuple(translated(one) for one in span.translations)
        is_rtl = span.dir is m.Direction.RTL
        yield TextField(spot, "" if at else label, span.text, span.kind, is_rtl, span.lang, below)


def translated(one: m.Translation) -> str:
    """A translation, and who made it."""
    by = f", by {one.by}" if one.by else ""
    return f"{one.text} (in {_LANGUAGES.get(one.lang, one.lang)}{by})"


def _pictured(voice: m.Voice, plan: m.Plan, heading: str) -> tuple[Pictured, ...]:
    """The pictures of a voice; where only its kind says that there is one, a place for it."""
    own = [one for one in plan.media if one.id in voice.media]
    if own:
        return tuple(Pictured(one.hash, one.caption, one.caption or heading) for one in own)
    return (Pictured("", "", heading),) if voice.kind in _PICTURES else ()


def seen_by_of(record: m.Record, people: People, name: str) -> str:
    """Who may see a record, in words; empty where everybody may."""
    if record.sealed:
        return "Sealed: the team lead alone may open it"
    reach = record.audience.to
    if reach is m.Reach.MY_WORKER:
        return "Only for you, on no paper"
    if reach is m.Reach.MY_PAGE:
        return f"Only on {_whose(name)} own page" if name else "Only on their own page"
    if reach is m.Reach.NAMED:
        named = [
            reading.called(known) for id_, (_, known) in people.items() if id_ in record.audience.readers
        ]
        return f"Only for {together(named)}"
    return ""


def voices_heard(plan: m.Plan) -> tuple[Voice, ...]:
    """Everybody the plan is with: those who are heard here first, then those who are not yet."""
    found = [_voice(plan, at, person) for at, person in reading.the_family(plan)]
    return tuple(sorted(found, key=lambda voice: voice.sign.heard is not Heard.HEARD))


def _voice(plan: m.Plan, at: int, person: m.Person) -> Voice:
    own = [voice for voice in plan.voices if voice.person == person.id and reading.heard(voice)]
    said = any(_is_said_by(person.id, matter) for matter in plan.matters)
    if own or said:
        how = "" if said or any(voice.kind is m.VoiceKind.QUOTE for voice in own) else _how(own[0])
        return Voice(person.id, Sign(reading.called(person), at, Heard.HEARD), how)
    declined = any(one.person == person.id for one in plan.voices_declined)
    return Voice(
        person.id,
        Sign(reading.called(person), at, Heard.NOT_YET),
        "rather not today" if declined else "not yet",
    )


def _is_said_by(person: str, matter: m.Matter) -> bool:
    whose = {matter.person, *(span.speaker for span in matter.words if span.kind is m.SpanKind.QUOTE)}
    return person in whose and m.has_words(matter.words)


def _how(voice: m.Voice) -> str:
    if voice.kind in _PICTURES:
        return "by picture"
    return {m.VoiceKind.OBSERVATION: "by watching together", m.VoiceKind.SONG: "by song"}.get(voice.kind, "")


def strip_sentence(voices: Iterable[Voice]) -> str:
    """The strip of voices as a screen reader says it."""
    heard = [_said(voice) for voice in voices if voice.sign.heard is Heard.HEARD]
    waiting = [voice.sign.name for voice in voices if voice.sign.heard is not Heard.HEARD]
    parts = [f"Voices heard: {', '.join(heard) or 'nobody yet'}."]
    parts += [f"Not yet: {', '.join(waiting)}."] if waiting else []
    return " ".join(parts)


def _said(voice: Voice) -> str:
    return f"{voice.sign.name} {voice.how}".strip()


def together(names: list[str]) -> str:
    """Names as they are said: "Rory", "Rory and Beth", "Rory, Beth and Moira"."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def _whose(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"
