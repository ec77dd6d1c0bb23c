"""What F1 says: for each screen what it is for, its keys, and where the handbook tells more."""

from __future__ import annotations

from typing import NamedTuple


class Key(NamedTuple):
    """Keys as they stand on the keyboard, and what they do."""

    keys: tuple[str, ...]
    does: str

    @property
    def said(self) -> str:
        """The keys as they are read out."""
        return " or ".join(self.keys)


class Help(NamedTuple):
    """One screen: what it is for in two sentences, its own keys, and a heading of the handbook."""

    title: str
    lead: str
    keys: tuple[Key, ...]
    file: str
    heading: str


def _key(keys: str, does: str) -> Key:
    return Key(tuple(keys.split(" ")), does)


ANYWHERE = (
    _key("F1", "These keys, and away again"),
    _key("Ctrl++ Ctrl+= Ctrl+-", "Larger words, and smaller ones"),
    _key("Ctrl+0", "Words as large as they were"),
)
"""Keys that work on every screen, also before the plans are open."""

BEHIND_THE_DOOR = (
    _key("Ctrl+1 Ctrl+2 Ctrl+3 Ctrl+4 Ctrl+5 Ctrl+6", "The places in the rail, from the top"),
    _key("Ctrl+K", "Find a family"),
    _key("Ctrl+N", "Start a plan"),
    _key("Ctrl+S", "Is it saved? It is, as you write"),
    _key("Alt+Left", "Back to where you were"),
    _key("F6 Shift+F6", "The next part of the page, the one before"),
    _key("F9", "Cover the screens now"),
    _key("Ctrl+L", "Lock"),
)
"""Keys that work in every place once the plans are open."""

FAMILY_TABS = (
    _key("Ctrl+P", "Print"),
    _key("Ctrl+H", "The history of this plan"),
    _key("Ctrl+PgUp Ctrl+PgDown", "The tab before, the next tab"),
)
"""Keys that work on every page of one family."""

_ARROWS = _key("Up Down", "Go from one to the next")
_README = "README.md"

SCREENS = {
    "unlock": Help(
        "Opening your plans",
        "Your passphrase opens the plans on this laptop. Nothing of any family is shown before that.",
        (_key("Enter", "Open"), _key("Esc", "Stop opening")),
        _README,
        "What opens a store",
    ),
    "set-up": Help(
        "First set-up",
        "Five steps: about you, your passphrase, the recovery sheet, your team card, ready. "
        "Each can be left, and is found again as you left it.",
        (_key("Enter", "Go on"), _key("Esc", "Back to the step before")),
        _README,
        "The first set-up",
    ),
    "today": Help(
        "Today",
        "Visits, reviews and promises, with what to bring. Start a plan, or carry on where you were.",
        (),
        "today.md",
        "Today",
    ),
    "families": Help(
        "Families",
        "Every family whose plan is on this laptop, the last opened first. "
        "Type a name, a place or a word of a plan, and the list follows each key.",
        (
            _ARROWS,
            _key("Enter", "Open the plan"),
            _key("Esc", "Take the search away"),
        ),
        _README,
        "Finding a family",
    ),
    "plan": Help(
        "One plan",
        "The plan as you write it with the family, in eleven parts and in any order. "
        "What is said stays as it was said; the coach notices strengths first, and offers ideas.",
        (
            _key("Ctrl+Up Ctrl+Down", "The part before, the next part"),
            _key("Ctrl+Shift+W", "Add someone’s words"),
            _key("Ctrl+Enter", "This card is done, and the next one opens"),
            _key("F8 Shift+F8", "The next idea of the coach, the one before"),
            _key("Ctrl+J", "Note my judgement"),
            _key("Alt+Enter", "Open the wording hint; Esc gives the words back"),
            _key("Ctrl+T", "Phone numbers"),
            _key("Ctrl+Z", "Undo: typing in a field, else the last thing done"),
            _key("0-9 T Backspace", "On a scale: a number, T for ten, none"),
            *FAMILY_TABS,
        ),
        "desk.md",
        "Writing a plan in the window",
    ),
    "evidence": Help(
        "Principles in this plan",
        "Which practice principles this plan shows already, and which belong together. "
        "A leaf is a piece of the plan, a bubble is an idea that waits.",
        (
            _key("Up Down Left Right", "From one principle to the next"),
            _key("Enter", "What the plan shows of this one"),
            _key("Esc", "Back"),
            *FAMILY_TABS,
        ),
        _README,
        "What a plan is read for",
    ),
    "history": Help(
        "History of a plan",
        "Everything that was written stays here, the latest first. "
        "Undo and Put back add a line; they take nothing away.",
        (
            _key("Ctrl+Z", "Undo the last thing done"),
            _key("Esc", "Back to the plan"),
            *FAMILY_TABS,
        ),
        "desk.md",
        "Undo",
    ),
    "print": Help(
        "Print",
        "One document for one reader: what you see is the very print. "
        "Nothing is printed or saved before you ask for it, and each print stands in the plan’s history.",
        (
            _key("Up Down", "Another document, or another choice in a list"),
            _key("PgUp PgDown", "Turn the pages, once the focus is on them"),
            _key("Enter", "Press the button that has the focus"),
            _key("Esc", "Back to the plan"),
        ),
        "printing.md",
        "To the printer",
    ),
    "send": Help(
        "Send a package",
        "Three steps: who may open it, what goes and what stays, sealed and saved. "
        "Nothing leaves this laptop before the last step, and Stop leaves everything as it was.",
        (_key("Space", "Choose a person or a family, or leave them out"), _key("Esc", "Stop the sealing")),
        _README,
        "Sealed, handed over, received",
    ),
    "principles": Help(
        "Principles",
        "The principles themselves, with their sources, and how Glasgow’s and the national ones belong together. "
        "They can be read here without any plan.",
        (_ARROWS, _key("Enter", "Read this one"), _key("Esc", "Back to the list")),
        _README,
        "What a plan is read for",
    ),
    "settings": Help(
        "Settings",
        "One page for each topic: cover and lock, passphrase, backups, people, look and language. "
        "Each change is kept at once.",
        (_ARROWS, _key("Esc", "Leave what was begun")),
        _README,
        "Settings",
    ),
}
"""By the name of the screen."""

PAGES = {
    "Unlock": "unlock",
    "StepDoor": "set-up",
    "TodayPage": "today",
    "FamiliesPage": "families",
    "PlanPage": "plan",
    "PrinciplesPage": "evidence",
    "HistoryPage": "history",
    "PaperPage": "print",
    "SendPlace": "send",
    "LibraryPlace": "principles",
    "SettingsPlace": "settings",
}
"""Which screen each page of the window is, by the name of its class."""


def tables_of(screen: str) -> tuple[tuple[str, tuple[Key, ...]], ...]:
    """The tables of keys for one screen, each with its heading; none that is empty."""
    here = SCREENS[screen].keys
    anywhere = ANYWHERE if screen in ("unlock", "set-up") else (*BEHIND_THE_DOOR, *ANYWHERE)
    return tuple((heading, keys) for heading, keys in (("Here", here), ("Anywhere", anywhere)) if keys)


def keys_of(screen: str) -> frozenset[str]:
    """Every key that the help of one screen names."""
    return frozenset(one for _, keys in tables_of(screen) for key in keys for one in key.keys)


def said_of(screen: str) -> str:
    """The help of a screen as it is read out, a line each."""
    told = SCREENS[screen]
    rows = (f"{key.said}: {key.does}" for _, keys in tables_of(screen) for key in keys)
    return "\n".join((told.lead, *rows, f"{IN_THE_HANDBOOK} {told.heading}, in {told.file}"))


IN_THE_HANDBOOK = "In the handbook:"
