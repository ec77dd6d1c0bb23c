"""Printing and sending by a person who has a keyboard and nothing else, over real stores."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget
from shiboken6 import isValid

from fsdesk import settings
from fsdesk.desk import plans, receiving
from fsdesk.desk.prints import Prepared
from fsdesk.plans.audience import Edition
from fsdesk.plans.model.people import PrintFormat
from tests.desk.print_programs import PrintPrograms
from tests.journeys.window_world import World, commit, words
from tests.ui.accessible import name, nameless_buttons

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NAME = "The name they go by"
_FAR = 160  # so many presses of Tab lead round a page, and further


@pytest.fixture
def programs(tmp_path, monkeypatch) -> PrintPrograms:
    made = PrintPrograms(tmp_path)
    monkeypatch.setenv("PATH", str(made.path))
    return made


@pytest.fixture
def world(programs, locked_world):
    return locked_world


class Keys:
    """Keys go to whatever has the focus."""

    def __init__(self, world: World, qtbot) -> None:
        self._world, self._qtbot = world, qtbot

    def press(self, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        self._qtbot.keyClick(QApplication.focusWidget() or self._world.window, key, modifiers)
        self._world.quiet()

    def type(self, text: str) -> None:
        commit(text)

    def tab_to(self, label: str) -> QWidget:
        """Tab is pressed until what has the focus is called this."""
        for _ in range(_FAR):
            focus = QApplication.focusWidget()
            if focus is not None and label in (said(focus), name(focus)):
                return focus
            self._qtbot.keyClick(focus or self._world.window, Qt.Key.Key_Tab)
            QApplication.processEvents()
        raise AssertionError(f"Tab never came to {label}")

    def choose(self, label: str) -> None:
        """Of several that exclude each other this one is chosen, by arrow keys."""
        for _ in range(_FAR):
            focus = QApplication.focusWidget()
            if isinstance(focus, QAbstractButton) and focus.isCheckable():
                break
            self.press(Qt.Key.Key_Tab)
        for key in [Qt.Key.Key_Right] * 4 + [Qt.Key.Key_Left] * 4:
            focus = QApplication.focusWidget()
            if name(focus) == label:
                return self.press(Qt.Key.Key_Space)
            self.press(key)
        raise AssertionError(f"no arrow led to {label}")

    def use(self, label: str) -> None:
        """The button that is called this is reached and pressed."""
        self.tab_to(label)
        self.press(Qt.Key.Key_Space)


def said(widget: QWidget) -> str:
    """What a widget is called where it was given a name."""
    return widget.accessibleName()


@pytest.fixture
def keys(world, qtbot) -> Keys:
    return Keys(world, qtbot)


def begin_with_callum(world: World, keys: Keys) -> None:
    """A plan with Callum, who said something, and Shona in it."""
    keys.press(Qt.Key.Key_N, CTRL)
    keys.type("The Kerr family")
    keys.press(Qt.Key.Key_Return)
    world.until(lambda: world.inside.families.open_plan is not None)
    world.quiet()
    keys.press(Qt.Key.Key_W, CTRL | SHIFT)
    for person, role in (("Shona", "A parent or carer"), ("Callum", "A child")):
        keys.tab_to(NAME)
        keys.type(person)
        keys.choose(role)
        keys.use("Add")
    keys.press(Qt.Key.Key_Escape)
    keys.press(Qt.Key.Key_W, CTRL | SHIFT)
    keys.press(Qt.Key.Key_2)
    keys.type("Football. And da’s dog.")
    world.quiet()


def wait_for_page(world: World) -> None:
    paper = world.inside.families.paper
    world.until(paper.foot.save.isEnabled)
    world.quiet()


def editions_of(world: World, family: str) -> list[tuple[str, str]]:
    """Which documents were noted as printed for this family, and for whom by name."""
    plan = world.inside.families.open_plan.presenter.plan
    known = {one.id: one.name for one in plan.people}
    return [(one.format, known[one.reader]) for one in plan.print_editions]


def test_from_a_first_plan_to_a_childs_page_and_large_print_by_keyboard_alone(world, keys, programs):
    """The pages on paper are the pages on the screen, and the plan notes both."""
    world.unlock()
    begin_with_callum(world, keys)
    keys.press(Qt.Key.Key_P, CTRL)
    wait_for_page(world)
    for _ in range(3):
        keys.press(Qt.Key.Key_Down)
    wait_for_page(world)
    paper = world.inside.families.paper
    child = [said(QApplication.focusWidget()) or name(QApplication.focusWidget()), *words(paper)]
    keys.use("Print 1 copy")
    world.until(lambda: len(programs.given()) == 1)
    world.quiet()
    told = words(paper)
    keys.tab_to("Child’s page")
    for _ in range(2):
        keys.press(Qt.Key.Key_Up)
    wait_for_page(world)
    keys.tab_to("Copies")
    keys.press(Qt.Key.Key_Down)
    keys.use("Print 2 copies")
    world.until(lambda: len(programs.given()) == 2)
    world.quiet()

    assert {"Child’s page", "This is what Callum will read"} <= set(child)
    assert any(text.startswith("Handed to the printer") for text in told)
    assert all(pdf.startswith(b"%PDF") for pdf in programs.given())
    assert [[], ["-n", "2"]] == [one[2:4] if "-n" in one else [] for one in programs.asked()]
    assert not any("Kerr" in part or "Callum" in part for one in programs.asked() for part in one)
    assert [(PrintFormat.CHILD, "Callum"), (PrintFormat.LARGE_PRINT, "Shona")] == editions_of(world, "Kerr")

    keys.press(Qt.Key.Key_Escape)
    assert world.page.isVisible()


def test_the_print_page_begins_with_what_settings_keep_as_usual(world, keys):
    settings.choose(printer="Front_desk", print_format="large-print", print_language="pl", print_size=22)
    world.unlock()
    begin_with_callum(world, keys)
    keys.press(Qt.Key.Key_P, CTRL)
    wait_for_page(world)
    page = world.inside.families.paper
    chosen = [page.choices.value(key) for key in ("language", "size")]

    assert (["pl", "22"], "Front_desk") == (chosen, page.printing.value("printer"))
    assert any(one.isChecked() and one.text().startswith("Large print") for one in page.documents.cards)


def test_tab_goes_through_the_whole_page_and_out_again(world, keys):
    """Documents, lists, what was left out, the pages, the acts: in the order in which they are seen."""
    world.unlock()
    world.open_family("Okafor-Reid")
    keys.press(Qt.Key.Key_P, CTRL)
    wait_for_page(world)
    paper, seen = world.inside.families.paper, []
    for _ in range(_FAR):
        focus = QApplication.focusWidget()
        if focus in seen:
            break
        seen.append(focus)
        keys.press(Qt.Key.Key_Tab)
    order = [
        next(
            (at for at, part in enumerate((paper._panel, paper.sight, paper.foot)) if part.isAncestorOf(one)),
            9,
        )
        for one in seen
    ]

    assert [] == nameless_buttons(paper)
    assert {0, 1, 2} <= set(order)
    assert world.inside.places.rail.isAncestorOf(seen[order.index(9)]), "and out again, to the rail"
    assert [at for at in order if at < 9] == sorted(at for at in order if at < 9)
    assert {"For whom?", "Language", "How it is set", "Printer", "Copies"} == {
        said(one) for one in seen if isinstance(one, QComboBox) and paper.isAncestorOf(one)
    }


def test_locking_leaves_nothing_of_what_was_printed(world, keys):
    """No page and no edition is held, however somebody went round the page before."""
    world.unlock()
    world.open_family("Okafor-Reid")
    keys.press(Qt.Key.Key_P, CTRL)
    wait_for_page(world)
    keys.press(Qt.Key.Key_F1)
    for _ in range(30):
        keys.press(Qt.Key.Key_Tab)
    page = world.inside.families.paper
    keys.press(Qt.Key.Key_L, CTRL)
    world.until(lambda: world.app.workspace is None)
    world.quiet()
    is_there = isValid(page)
    del page
    gc.collect()
    held = [one for one in gc.get_objects() if isinstance(one, Prepared | Edition)]

    assert not is_there
    assert [] == held


def test_easy_lines_are_written_and_read_back_on_the_print_page(world, keys):
    """A line is in the plan a moment after it was typed, also when the plans are locked at once."""
    world.unlock()
    world.open_family("Mackie")
    keys.press(Qt.Key.Key_P, CTRL)
    wait_for_page(world)
    for _ in range(2):
        keys.press(Qt.Key.Key_Down)
    paper = world.inside.families.paper
    world.until(lambda: len(paper.sight.easy.rows) > 0)
    first = paper.sight.easy.rows[0]
    first.line.setFocus()
    keys.type("We go out.")
    world.quiet()
    world.until(lambda: first.pair.line)
    keys.use(first.read_back.accessibleName())
    world.until(paper.foot.save.isEnabled)
    world.quiet()
    second = paper.sight.easy.rows[1]
    second.line.setFocus()
    keys.type("We walk the dog.")
    keys.press(Qt.Key.Key_L, CTRL)
    world.until(lambda: world.app.workspace is None)
    world.unlock()
    world.open_family("Mackie")
    lines = world.inside.families.open_plan.presenter.plan.easy_lines

    assert {"We go out.", "We walk the dog."} == {one.text for one in lines}
    assert [True, False] == [one.read_back_on is not None for one in lines]


def test_one_plan_stays_and_the_others_arrive(world, keys, tmp_path):
    """A family that was not asked is offered to be asked, and only what was chosen reaches the lead."""
    world.unlock()
    keys.press(Qt.Key.Key_3, CTRL)
    world.until(lambda: world.inside.send is not None and world.inside.send.next.isEnabled())
    world.quiet()
    keys.use("Next: what goes")
    send = world.inside.send
    world.until(send.seal.isVisible)
    world.quiet()
    stays = words(send)
    keys.use("Ask at the next visit: Dunbar")
    world.until(lambda: any("On the list for the next visit" in text for text in words(send)))
    keys.use("Next: seal and save...")
    world.choose_file(tmp_path / "out.fsdesk")
    world.until(lambda: send.is_done)
    world.quiet()
    last = words(send)
    receiving.take(world.team.morag.desk, tmp_path / "out.fsdesk")
    arrived = {one.listed.family for one in plans.listing(world.team.morag.desk)}

    assert {"Not asked yet", "Nothing yet", "5 plans go, 1 stays."} <= {
        text.replace(" You can send again any time; nothing is ever sent twice over.", "") for text in stays
    }
    assert {"Sealed and saved", "out.fsdesk"} <= set(last)
    assert any(text.startswith("Dunbar: ") for text in last)
    assert {"Okafor-Reid", "Mackie", "Lennox", "Al-Sabbagh", "Moira and Rory"} == arrived


def test_whoever_carried_on_elsewhere_finds_what_was_sealed(world, keys, tmp_path):
    """The last page waits until it was seen; after that, sending begins anew."""
    world.unlock()
    keys.press(Qt.Key.Key_3, CTRL)
    world.until(lambda: world.inside.send is not None and world.inside.send.next.isEnabled())
    keys.use("Next: what goes")
    send = world.inside.send
    world.until(send.seal.isVisible)
    world.quiet()
    send._presenter.seal(tmp_path / "out.fsdesk")
    send._on_long()
    keys.press(Qt.Key.Key_2, CTRL)
    world.until(lambda: send.is_done)
    world.quiet()
    keys.press(Qt.Key.Key_3, CTRL)
    found = words(send)
    keys.press(Qt.Key.Key_2, CTRL)
    keys.press(Qt.Key.Key_3, CTRL)

    assert "Sealed and saved" in found
    assert "Sealed and saved" not in words(send)
