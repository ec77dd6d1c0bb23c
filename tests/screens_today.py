"""The pictures of Today: a day with visits, one without, the first day of all, and one with very much in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from fsdesk.desk import drafts, opening, plans
from fsdesk.plans import codes, document
from fsdesk.plans import model as m
from tests.journeys.window_world import TODAY, World
from tests.store.stores import CHEAP, PASSPHRASE

Screen = Callable[[World], None]
DAN = m.TeamPerson(id="dan", name="Dan", role="family support worker")
NOW = datetime(2026, 11, 20, 10, 42)
KERR, BETTY, NOWAK = "The Kerr family", "Gran Betty and the boys", "The Nowak family"


def a_family(number: int, name: str, **said: object) -> m.Plan:
    """A plan of Dan's for an invented family."""
    said.setdefault("started_on", TODAY - timedelta(weeks=8))
    return m.Plan(
        id=f"today-{number}",
        code=codes.mint(bytes([number + 1] * 32)),
        family_name=name,
        team=(DAN,),
        worker="dan",
        **said,
    )


def a_person(id_: str, name: str) -> m.Person:
    """A carer."""
    return m.Person(id=id_, name=name, role=m.Role.CARER)


def spans(text: str) -> m.Spans:
    """Words of the worker's."""
    return (m.Span(text=text),)


def kerr() -> m.Plan:
    """A review this morning, its sheet on paper, and something Shona was told."""
    return a_family(
        0,
        KERR,
        people=(a_person("shona", "Shona"),),
        meetings=(
            m.Meeting(
                id="m1", on=TODAY, at="10:50", place="Maryhill village hall", kind=m.MeetingKind.REVIEW
            ),
        ),
        print_editions=(
            m.PrintEdition(
                id="e1", letter="K", format=m.PrintFormat.REVIEW_SHEET, on=TODAY - timedelta(days=2)
            ),
        ),
        promises=(
            m.Promise(
                id="p1",
                what=spans("Phone housing about the points"),
                by_whom="dan",
                to_whom=frozenset({"shona"}),
                by_when=TODAY + timedelta(days=5),
            ),
        ),
    )


def betty() -> m.Plan:
    """A second visit, with something to bring."""
    held = m.Meeting(id="m0", on=TODAY - timedelta(days=7), held=True)
    today = m.Meeting(id="m1", on=TODAY, at="13:00", place="Health centre, room 4", bring="the picture cards")
    return a_family(1, BETTY, people=(a_person("betty", "Betty"),), meetings=(held, today))


def nowak() -> m.Plan:
    """A first visit, and a step of the worker's."""
    step = m.Step(
        id="s1",
        what=spans("Bring the bus pass form"),
        who=frozenset({"dan"}),
        by_when=TODAY + timedelta(days=3),
        offer=True,
    )
    meeting = m.Meeting(id="m1", on=TODAY, at="15:15", place="St Roch’s school")
    return a_family(2, NOWAK, first_meeting=True, meetings=(meeting,), steps=(step,))


def reviewed(number: int, name: str, days: int) -> m.Plan:
    """A family whose review is so many days from today."""
    return a_family(number, name, next_review=m.NextReview(on=TODAY + timedelta(days=days)))


def a_day() -> list[m.Plan]:
    """Three visits, six reviews, two promises."""
    names = ("Auntie Jean’s house", "Sarah and Jude", "The Mensah family", "The Reids", "Ali and Noor")
    near = [reviewed(3 + at, name, (-18, 5, 6, 11, 12)[at]) for at, name in enumerate(names)]
    return [kerr(), betty(), nowak(), *near]


def many() -> list[m.Plan]:
    """More of everything than there is room for."""
    days = a_day()
    for at in range(12):
        name = f"The family of Konstantinos-Alexandros {at} from the eleventh floor"
        meeting = m.Meeting(
            id="m1",
            on=TODAY,
            at=f"{16 + at // 4:02}:{at % 4 * 15:02}",
            place="The community room above the old swimming baths",
            bring="the cards, the large print plan, the bus timetable and a charger for the tablet",
        )
        step = m.Step(
            id="s1",
            what=spans(
                "Ask the school, the nursery and the club whether they could all write to one address"
            ),
            who=frozenset({"dan"}),
            by_when=TODAY + timedelta(days=at - 6),
        )
        review = m.NextReview(on=TODAY + timedelta(days=at - 5 or 1))
        days.append(a_family(20 + at, name, meetings=(meeting,), steps=(step,), next_review=review))
    return days


def fill(world: World, families: Iterable[m.Plan]) -> None:
    """Dan's store has these families besides, the first of which was opened last."""
    with opening.open_desk(world.team.dan.folder, PASSPHRASE, TODAY) as desk:
        made = [plan.id for plan in families]
        for plan in families:
            plans.import_document(desk, document.read_document(document.write(plan)))
        for plan in made[:1]:
            plans.opened(desk, plan)


def _today(world: World, families: list[m.Plan]) -> None:
    fill(world, families)
    world.unlock()


def today(world: World) -> None:
    """Three visits, reviews and promises."""
    _today(world, a_day())


def today_many(world: World) -> None:
    """A long day: everything is shown that can be."""
    _today(world, many())
    page = world.inside.today.page
    for card in (page.reviews, page.promises):
        card.see_all.click()
    world.quiet()


def today_quiet(world: World) -> None:
    """Nobody is visited; the sample families have a few days ahead."""
    world.unlock()


def today_kept(world: World) -> None:
    """A promise was ticked a moment ago."""
    today(world)
    page = world.inside.today.page
    page.promises.boxes[0].click()
    world.quiet()


def today_start(world: World) -> None:
    """A plan is about to begin."""
    today(world)
    world.inside.start()
    world.quiet()


def today_left_open(world: World) -> None:
    """Somebody was typing when fsdesk stopped."""
    fill(world, a_day())
    with opening.open_desk(world.team.dan.folder, PASSPHRASE, TODAY) as desk:
        drafts.keep(desk, plan="today-1", collection="scratch", record="n", field="text", text="Ri", cursor=2)
    world.unlock()


def today_first(world: World) -> None:
    """There is no family yet."""
    world.team.dan.folder.rename(world.team.dan.folder.with_name("with-families"))
    opening.create(world.team.dan.folder, name="Dan", role="worker", passphrase=PASSPHRASE, derivation=CHEAP)
    world.team.dan.folder.with_name("with-families").rename(world.team.dan.folder.parent.parent / "aside")
    world.app.show_door()
    world.unlock()


SCREENS: dict[str, Screen] = {
    "04-today": today,
    "04-today-many": today_many,
    "04-today-quiet": today_quiet,
    "04-today-kept": today_kept,
    "04-today-start": today_start,
    "04-today-left-open": today_left_open,
    "04-today-first": today_first,
}
