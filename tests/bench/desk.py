"""The worker's desk as it is felt: a key, a pause, a section, a search, the cover; each beside a bare Qt window."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from fsdesk.plans import checks, samples, synthetic
from fsdesk.settings import HOME
from fsdesk.ui.look import dress
from fsdesk.ui.look.tokens import LIGHT
from fsdesk.ui.presenters import sections
from fsdesk.ui.presenters.coach import PAUSE
from tests.bench import desk_floor, desk_store, desk_visit, stores, window
from tests.bench.measuring import Row, best, row
from tests.journeys.window_world import World

SIZE = 10_000
_KEYS = 300
_TIMES = 12
_WORST = 0.95
"""Of many keys the slowest one in twenty is told, since that is the one a person feels."""
_LETTERS = "mackie"


def measure() -> list[Row]:
    """Return a row for each thing a person waits for, CPU seconds of the whole program, with 10,000 plans in the store.

    A key, a search and a section end when they are painted; the coach when its ideas are, the pause before not counted.
    The budgets: 16 ms a key, 300 ms the coach, 100 ms a section, 50 ms each key of a search, 100 ms the cover, and
    250 MiB with 10,000 plans open.
    """
    with stores.folder() as home:
        desk_store.made(home, SIZE)
        os.environ[HOME] = str(home)
        return list(_measured(home))


def _measured(home: Path) -> Iterator[Row]:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    dress.put_on(app, LIGHT)
    yield _memory(home)  # first: a store is open in one process at a time
    world = desk_visit.opened()
    try:
        yield from _searching(world)
        world.open_family(samples.load(desk_store.SAMPLE).family_name)
        yield from _writing(world)
        yield _cover(world)
    finally:
        world.close()


def _writing(world: World) -> Iterator[Row]:
    page = world.page
    texts = [field.toPlainText() for field in page.editor.findChildren(QPlainTextEdit)]
    world.window.activateWindow()
    world.inside.families.open_plan.presenter.add_words(samples.load(desk_store.SAMPLE).people[0].id)
    world.quiet()
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    keys = _slow([_spent(lambda: _press(field)) for _ in range(_KEYS)])
    floor = desk_floor.key(texts)
    yield row("desk-key", SIZE, keys, _slow([_spent(floor) for _ in range(_KEYS)]))
    yield _coach(world, field)
    yield _sections(world, texts)


def _coach(world: World, field: QPlainTextEdit) -> Row:
    """From the end of the pause to the ideas that are shown: the pause itself costs nothing."""
    plan = samples.load(desk_store.SAMPLE)
    lines = [finding.message for finding in checks.check(plan, desk_visit.TODAY).findings] or [
        "nothing to suggest"
    ]
    bare = best(lambda: checks.check(plan, desk_visit.TODAY), _TIMES) + best(desk_floor.ideas(lines), _TIMES)
    coach = world.inside.families.open_plan.coach
    spent = []
    for _ in range(_TIMES):
        before = coach.shown
        _press(field)
        QTest.qWait(PAUSE - 20)
        spent.append(_spent(lambda before=before: world.until(lambda: coach.shown is not before)))
    return row("desk-coach", SIZE, _slow(spent), bare)


def _sections(world: World, texts: list[str]) -> Row:
    opened = world.inside.families.open_plan
    spent = []
    for one in sections.SECTIONS * 2:
        spent.append(_spent(lambda one=one: (opened.open_section(one.key), QApplication.processEvents())))
        world.quiet()
    return row("desk-section", SIZE, _slow(spent), best(desk_floor.section(texts), _TIMES))


def _searching(world: World) -> Iterator[Row]:
    place = world.inside.families
    place.look_for()
    world.quiet()
    letters = []
    for letter in _LETTERS:
        letters.append(_spent(lambda letter=letter: _press(place.list.search, letter)))
        world.quiet()
    place.list.search.clear()
    world.quiet()
    families = [synthetic.family(number, 7).family_name for number in range(SIZE)]
    yield row("desk-search", SIZE, max(letters), max(_floor_letters(families)))


def _floor_letters(families: list[str]) -> list[float]:
    line = desk_floor.search(families)
    return [_spent(lambda letter=letter: _press(line, letter)) for letter in _LETTERS]


def _cover(world: World) -> Row:
    def covered() -> None:
        world.app.away.cover()
        QApplication.processEvents()

    spent = []
    for _ in range(_TIMES):
        spent.append(_spent(covered))
        world.app.away.lift()
        world.quiet()
    return row("desk-cover", SIZE, _slow(spent), best(desk_floor.cover(), _TIMES))


def _memory(home: Path) -> Row:
    """A whole visit and a bare window, each in a process of its own: CPU seconds, and the most memory of the visit."""
    env = {**os.environ, HOME: str(home), "PYTHONPATH": str(window.ROOT)}
    seconds, peak = window.used(desk_visit.PROGRAM, env)
    floor, _ = window.used(window.BARE, env)
    return Row("desk-memory", SIZE, seconds, floor, seconds / floor, peak)


def _press(field: QWidget, letter: str = "a") -> None:
    QTest.keyClick(field, letter)
    QApplication.processEvents()


def _spent(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def _slow(spent: list[float]) -> float:
    return sorted(spent)[int(len(spent) * _WORST)]
