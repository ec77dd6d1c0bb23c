"""Who we are, what matters to us, what is strong, and what we have talked about."""

from __future__ import annotations

from fsdesk.plans.model.base import has_words
from fsdesk.plans.model.people import Person, Relationship
from fsdesk.plans.model.voices import Area, HowItIs, Matter, Voice, VoiceKind, Wellbeing
from fsdesk.plans.sheet.page import Page, called, is_own, plain, run_on, sentences
from fsdesk.plans.sheet.values import Block, Key, Line, Points, Run, Section, Slice, Talk, Told, Wheel


def who_we_are(page: Page) -> list[Section]:
    """Return our names as we say them, why we asked, who is close, and what is good to know about us."""
    blocks: list[Block] = []
    people = [one for one in page.plan.people if one.in_plan]
    if people and not page.edition.is_apart:
        blocks.append(
            page.note("who.we_are", people=page.say.joined([_introduced(page, one) for one in people]))
        )
    why = page.led("who.why_now", page.plan.why_now)
    blocks += [Told(lines=why)] if why else []
    blocks += [told for one in page.plan.relationships for told in _relation(page, one)]
    blocks += [Told(who=called(one), lines=(plain(one.shared_care),)) for one in people if one.shared_care]
    blocks += _about_us(page)
    return page.section(Key.WHO, page.say.text("who.heading"), blocks, "who.empty", 2)


def _about_us(page: Page) -> list[Told]:
    """Return what is good to know about each of us, then about all of us by what it is about."""
    told: dict[str, list[Line]] = {}
    for one in page.plan.about_us:
        who = page.name(one.person) or page.say.text(f"topics.{one.topic}")
        told.setdefault(who, []).extend(page.said(one.words))
    return [Told(who=who, lines=(run_on(lines),)) for who, lines in told.items() if lines]


def _introduced(page: Page, person: Person) -> str:
    how = page.say.text("who.say_it", how=person.say_it) if person.say_it else ""
    relation = person.relation_words if person.relation_words != called(person) else ""
    about = "; ".join(part for part in (relation, person.pronouns, how) if part)
    return page.say.text("who.one", name=called(person), about=about) if about else called(person)


def _relation(page: Page, one: Relationship) -> list[Told]:
    near, far = page.name(one.from_person), page.name(one.to_person)
    if not near or not far or not (one.important_to_me or has_words(one.note)):
        return []
    first = plain(sentences([f"{far}: {one.kind}" if one.kind else far]))
    note = page.said(one.note)
    lines = ((*first, Run(text=" "), *note[0]), *note[1:]) if note else (first,)
    return [Told(who=near, lines=lines)]


def what_matters(page: Page) -> list[Section]:
    """Return what matters to each of us, in the order of the plan's people; then to all of us."""
    blocks: list[Block] = []
    for id_ in (*(one.id for one in page.plan.people), None):
        blocks += [
            told for one in page.plan.matters if _whose(page, one) == id_ for told in _matter(page, one)
        ]
        blocks += [told for one in page.plan.voices if one.person == id_ for told in _voice(page, one)]
    return page.section(Key.MATTERS, page.say.text("matters.heading"), blocks, "matters.empty", 2)


def _matter(page: Page, one: Matter) -> list[Told]:
    who = page.name(_whose(page, one)) or page.say.text("matters.us")
    lines = page.said(one.words)
    return [Told(who=who, lines=lines, own_words=is_own(one.words))] if lines else []


def _whose(page: Page, one: Matter) -> str | None:
    """Return who said what matters to the family; several, or nobody on this page, are all of us."""
    speakers = {one.person} if one.person else {span.speaker for span in one.words if span.speaker}
    id_ = speakers.pop() if len(speakers) == 1 else None
    return id_ if any(person.id == id_ for person in page.plan.people) else None


def _voice(page: Page, one: Voice) -> list[Block]:
    who = page.name(one.person)
    seen = (one.saw, one.may_be_telling_us, one.knows_best)
    watched = tuple(run for spans in seen if has_words(spans) for run in (*page.words(spans), Run(text=" ")))
    lines = [*page.said(one.words), *([watched[:-1]] if watched else []), *_drawings(page, one, who)]
    lines += page.led("matters.answered", one.reply)
    told = [Told(who=who, lines=tuple(lines), own_words=is_own(one.words))] if lines else []
    return [*told, *page.shown(one.media, who)] if who else [*told]


def _drawings(page: Page, one: Voice, who: str) -> list[Line]:
    if one.kind not in (VoiceKind.DRAWING, VoiceKind.MAP) or not who:
        return []
    captions = [media.caption for media in page.plan.media if media.id in one.media and media.caption]
    if captions:
        return [page.say.line("matters.drawing", name=who, caption=", ".join(captions))]
    return [page.say.line("matters.drawing_alone", name=who)]


def what_is_strong(page: Page) -> list[Section]:
    """Return what holds this family up, each strength once: a translation follows it in the same item."""
    items = tuple(run_on(lines) for one in page.plan.strengths if (lines := page.said(one.text)))
    blocks: list[Block] = [Points(items=items)] if items else []
    return page.section(Key.STRENGTHS, page.say.text("strengths.heading"), blocks, "strengths.empty", 2)


def what_we_talked_about(page: Page) -> list[Section]:
    """Return the wheel of what was talked about, and what was said of each area, child by child."""
    talked = [one for one in page.plan.wellbeing if one.state is not HowItIs.NOT_TALKED_ABOUT]
    views = [told for child in page.plan.people for told in _views_of(page, child.id, talked)]
    blocks: list[Block] = [_wheel(page, talked), *views] if talked else []
    return page.section(Key.WELLBEING, page.say.text("wellbeing.heading"), blocks, "wellbeing.empty")


def _views_of(page: Page, child: str, talked: list[Wellbeing]) -> list[Told]:
    lines = [line for one in talked if one.child == child for line in _views(page, one)]
    return [Told(who=page.name(child), lines=(run_on(lines),))] if lines else []


def _views(page: Page, one: Wellbeing) -> tuple[Line, ...]:
    area = page.say.text("wellbeing.area", area=page.say.text(f"areas.{one.area}"))
    lines = [line for spans in (one.child_view, one.adult_view) for line in page.said(spans)]
    return ((Run(text=f"{area} ", strong=True), *run_on(lines)),) if lines else ()


def _wheel(page: Page, talked: list[Wellbeing]) -> Wheel:
    say = page.say
    slices = tuple(Slice(word=say.text(f"areas.{area}"), talk=_talk(area, talked)) for area in Area)
    words = {name: say.text(f"wellbeing.{name}") for name in ("strong", "working", "not_yet")}
    return Wheel(middle=say.text("wellbeing.us"), slices=slices, **words)


def _talk(area: Area, talked: list[Wellbeing]) -> Talk:
    states = {one.state for one in talked if one.area is area}
    if not states:
        return Talk.NOT_YET
    return Talk.STRONG if states == {HowItIs.GOOD} else Talk.WORKING
