"""The screens behind the door, each over a real store with the sample families."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from fsdesk.ui.plan.note_text import NoteText
from fsdesk.ui.presenters.plan import PlanPresenter
from tests.journeys.window_world import World

Screen = Callable[[World], None]


def families(world: World) -> None:
    """All families, the last opened first."""
    _to_families(world)


def families_search(world: World) -> None:
    """Two letters of a name are written."""
    _to_families(world)
    world.inside.families.list.search.setText("ma")


def families_nothing_found(world: World) -> None:
    """Nobody is called that."""
    _to_families(world)
    world.inside.families.list.search.setText("macy")


def families_start(world: World) -> None:
    """A plan is about to begin."""
    _to_families(world)
    world.inside.families.start()
    world.quiet()
    _type("Gran Betty and the boys")


def plan(world: World) -> None:
    """Shona was heard, Kyle and Lexi were not yet, and a note of the worker's has a wording hint."""
    world.unlock()
    world.open_family("Dunbar")
    presenter = _presenter(world)
    presenter.add_matter("shona")
    _type("Mornings without shouting. And a bit of time that is just mine.")
    presenter.add_words("shona")
    _type("That the weans know they’ve always got me, Tuesdays and Fridays.")
    presenter.add_note()
    _type("Paul would like more time with Kyle. He won’t engage with the Saturday club.")
    _look(world)
    note = QApplication.focusWidget()
    assert isinstance(note, NoteText)
    world.until(lambda: note.hints)
    world.page.editor.show_hint(note, note.hints[0], take_focus=True)
    world.quiet()


def plan_first_ideas(world: World) -> None:
    """Nothing is written yet; the coach has a few ideas."""
    world.unlock()
    world.open_family("Dunbar")
    _look(world)


def plan_good(world: World) -> None:
    """Everybody was heard, in words, drawings and by watching together."""
    world.unlock()
    world.open_family("Okafor-Reid")
    _look(world)
    world.inside.families.open_plan.coach.filter("well")
    world.quiet()


def plan_private(world: World) -> None:
    """Words for one reader say so, and a child's own are folded away."""
    world.unlock()
    world.open_family("Lennox")
    _look(world)


def plan_right_to_left(world: World) -> None:
    """A family writes in Arabic."""
    world.unlock()
    world.open_family("Al-Sabbagh")
    _look(world)


def plan_whose_words(world: World) -> None:
    """Whose words are these?"""
    world.unlock()
    world.open_family("Okafor-Reid")
    _look(world)
    world.inside.families.open_plan.telling.ask_for_words()
    world.quiet()


def plan_who_is_here(world: World) -> None:
    """Somebody else is here."""
    world.unlock()
    world.open_family("Dunbar")
    _look(world)
    world.inside.families.open_plan.telling.ask_who_is_here()
    world.quiet()


def plan_judgement(world: World) -> None:
    """An idea is answered in the worker's own words."""
    world.unlock()
    world.open_family("Dunbar")
    _look(world)
    world.inside.families.open_plan.note_judgement()
    _type("Kyle was worn out today. We’ll do his with the cards at the club on Saturday.")
    world.quiet()


def plan_taken_out(world: World) -> None:
    """A card was taken out a moment ago."""
    world.unlock()
    world.open_family("Mackie")
    _look(world)
    _presenter(world).take_out(world.page.editor.cards[-1].entry.place)
    world.quiet()


def paper(world: World) -> None:
    """The pages of a plan, for its first carer."""
    _print(world, "Okafor-Reid")
    world.until(world.inside.families.paper.foot.save.isEnabled)
    world.quiet()


def paper_held(world: World) -> None:
    """A page that waits."""
    _print(world, "Lennox")


def send_who(world: World) -> None:
    """Who may open the package."""
    world.unlock()
    world.inside.places.go("send")
    world.quiet()


def send_card(world: World) -> None:
    """A colleague's card, before it is accepted."""
    send_who(world)
    world.inside.send._presenter.look_at_card(world.team.isla.card)
    world.quiet()


def send_what(world: World) -> None:
    """What leaves this laptop, and what stays."""
    send_who(world)
    world.press("Next: what goes")


def send_long(world: World) -> None:
    """Sealing takes longer than five seconds."""
    send_what(world)
    world.inside.send.show_sealing(True, "Sealing 5 plans", "Morag")
    world.inside.send.show_progress(1, 3, "Sealing", "About 20 seconds left")
    world.inside.send._on_long()


def send_done(world: World) -> None:
    """The package lies on a stick."""
    send_what(world)
    stick = Path(world.team.dan.folder.parent.parent / "BLUE STICK")
    stick.mkdir()
    world.inside.send._presenter.seal(stick / world.inside.send._presenter.file_name)
    world.until(lambda: world.inside.send.is_done)
    world.quiet()


SCREENS: dict[str, Screen] = {
    "05-families": families,
    "05-families-search": families_search,
    "05-families-nothing-found": families_nothing_found,
    "05-families-start": families_start,
    "06-plan": plan,
    "06-plan-first-ideas": plan_first_ideas,
    "06-plan-going-well": plan_good,
    "06-plan-private": plan_private,
    "06-plan-right-to-left": plan_right_to_left,
    "06-plan-whose-words": plan_whose_words,
    "06-plan-who-is-here": plan_who_is_here,
    "07-plan-judgement": plan_judgement,
    "06-plan-taken-out": plan_taken_out,
    "12-print": paper,
    "12-print-waits": paper_held,
    "14-send-who": send_who,
    "14-send-card-words": send_card,
    "14-send-what-leaves": send_what,
    "15-long-work": send_long,
    "16-send-done": send_done,
}


def _to_families(world: World) -> None:
    world.unlock()
    world.inside.places.go("families")
    world.quiet()


def _presenter(world: World) -> PlanPresenter:
    opened = world.inside.families.open_plan
    assert opened is not None
    return opened.presenter


def _look(world: World) -> None:
    """The coach has looked at the plan as it stands."""
    opened = world.inside.families.open_plan
    assert opened is not None
    opened.coach.look_at(opened.presenter.plan, at_once=True)
    world.quiet()


def _type(text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(QApplication.focusWidget(), event)
    QApplication.processEvents()


def _print(world: World, family: str) -> None:
    world.unlock()
    world.open_family(family)
    world.inside.families.print()
    world.until(lambda: world.inside.families.paper is not None)
    world.quiet()
