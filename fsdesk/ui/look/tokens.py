"""The colours, sizes and pairs of the three looks, as values that know no Qt."""

from __future__ import annotations

from typing import NamedTuple


class Look(NamedTuple):
    """One complete set of colours, ``#RRGGBB``, and the width of its lines in px at 100 %."""

    name: str
    # Text and lines
    text: str
    muted: str
    control: str  # the line around something that can be used
    hairline: str  # decoration only
    # Surfaces
    page: str
    panel: str
    raised: str
    backdrop: str  # the ground that pictures of paper lie on
    # Meanings, each with its tint; ``on_`` is text on the full colour
    loch: str
    on_loch: str
    loch_tint: str
    heather: str
    on_heather: str
    heather_tint: str
    moss: str
    moss_tint: str
    amber: str
    amber_tint: str
    rowan: str
    rowan_tint: str
    # Focus and matches
    gorse: str
    on_gorse: str
    focus_edge: str
    # Drawing
    sky: str
    far_hill: str
    near_hill: str
    ground: str
    harled_wall: str
    voice_ring: str
    line: int

    @property
    def is_dark(self) -> bool:
        """Whether text is lighter than the ground it stands on."""
        return self.name != "light"


LIGHT = Look(
    name="light",
    text="#1B292E",
    muted="#4A5A60",
    control="#64777C",
    hairline="#CBD6D5",
    page="#EDF2F1",
    panel="#FFFFFF",
    raised="#F6F9F8",
    backdrop="#CAD3D4",
    loch="#0B5563",
    on_loch="#FFFFFF",
    loch_tint="#DFECEE",
    heather="#693A78",
    on_heather="#FFFFFF",
    heather_tint="#F3EBF6",
    moss="#2C6636",
    moss_tint="#E6F1E4",
    amber="#734C00",
    amber_tint="#FFF4D1",
    rowan="#A3241F",
    rowan_tint="#FBE9E7",
    gorse="#F5C518",
    on_gorse="#1B292E",
    focus_edge="#1B292E",
    sky="#DCE8E8",
    far_hill="#9DBFC1",
    near_hill="#4F8A90",
    ground="#0B5563",
    harled_wall="#EEF2F1",
    voice_ring="#FFFFFF",
    line=1,
)

DARK = Look(
    name="dark",
    text="#EAF0EF",
    muted="#AFBEC0",
    control="#84979B",
    hairline="#35454A",
    page="#12191C",
    panel="#1B2528",
    raised="#243135",
    backdrop="#0C1113",
    loch="#6CCBD0",
    on_loch="#0A1A1C",
    loch_tint="#1F3B40",
    heather="#D9B0E6",
    on_heather="#0A1A1C",
    heather_tint="#33283A",
    moss="#93D09B",
    moss_tint="#21362A",
    amber="#FFD76A",
    amber_tint="#3A3115",
    rowan="#FFA79E",
    rowan_tint="#432523",
    gorse="#F5C518",
    on_gorse="#1B292E",
    focus_edge="#12191C",
    sky="#1F3B40",
    far_hill="#2B5258",
    near_hill="#1D4249",
    ground="#0F2B30",
    harled_wall="#AFBEC0",
    voice_ring="#AFBEC0",
    line=1,
)

HIGH_CONTRAST = Look(
    name="high-contrast",
    text="#FFFFFF",
    muted="#FFFFFF",
    control="#FFFFFF",
    hairline="#FFFFFF",
    page="#000000",
    panel="#000000",
    raised="#000000",
    backdrop="#000000",
    loch="#8CF0FF",
    on_loch="#000000",
    loch_tint="#000000",
    heather="#FFB8FF",
    on_heather="#000000",
    heather_tint="#000000",
    moss="#9CFFA4",
    moss_tint="#000000",
    amber="#FFE600",
    amber_tint="#000000",
    rowan="#FFA79E",
    rowan_tint="#000000",
    gorse="#FFE600",
    on_gorse="#000000",
    focus_edge="#000000",
    sky="#000000",
    far_hill="#000000",
    near_hill="#000000",
    ground="#000000",
    harled_wall="#000000",
    voice_ring="#FFFFFF",
    line=2,
)

LOOKS = {look.name: look for look in (LIGHT, DARK, HIGH_CONTRAST)}

# Six grounds for people's initials, the same in every look, so that a person keeps their colour.
VOICES = ("#0B5563", "#7A4B12", "#2C6636", "#693A78", "#8A2A4E", "#1B292E")
ON_VOICE = "#FFFFFF"

TEXT_FAMILY = "Atkinson Hyperlegible Next"
CODE_FAMILY = "Atkinson Hyperlegible Mono"
OTHER_LETTERS = "Noto Sans"  # Cyrillic, Greek, Vietnamese
OTHER_SCRIPTS = ("Noto Naskh Arabic", "Noto Sans Gurmukhi", "Droid Sans Fallback")

# Text sizes in px at 100 % and 96 dots an inch.
LEAST = 13.0
NOTE = 13.5
BODY = 15.0
FAMILY_WORDS = 16.0
CARD_TITLE = 17.0
HEADING = 19.0
PAGE_TITLE = 24.0
FIRST_TITLE = 29.0
NAME_TITLE = 40.0
LINE_HEIGHT = 1.4

# Text scales that Ctrl++ and Ctrl+- step through; 1.0 is 100 %.
SCALES = (0.875, 1.0, 1.25, 1.5, 1.75, 2.0)

# Spacing and corners in px at 100 %.
SPACE = (4, 8, 12, 16, 24, 32)
RADIUS_SMALL, RADIUS_CONTROL, RADIUS_CARD = 4, 6, 8
RAIL_WIDTH = 92
TARGET, TARGET_DENSE, TARGET_LARGE = 38, 34, 48

TEXT_AT_LEAST, LINE_AT_LEAST = 4.5, 3.0


class Pair(NamedTuple):
    """An ink that is used on a ground, by token name, and the least contrast between the two."""

    ink: str
    ground: str
    at_least: float = TEXT_AT_LEAST


_GROUNDS = ("page", "panel", "raised")
PAIRS = (
    *(Pair(ink, ground) for ink in ("text", "muted", "loch", "heather", "moss") for ground in _GROUNDS),
    *(Pair(ink, "panel") for ink in ("amber", "rowan")),
    *(Pair(ink, f"{ink}_tint") for ink in ("loch", "heather", "moss", "amber", "rowan")),
    *(Pair(ink, tint) for ink in ("text", "muted") for tint in ("loch_tint", "heather_tint")),
    *(Pair("text", tint) for tint in ("moss_tint", "amber_tint", "rowan_tint")),
    *(Pair("text", ground) for ground in ("sky", "far_hill")),  # words on the landscape beside the door
    Pair("on_loch", "loch"),
    Pair("on_heather", "heather"),
    Pair("on_gorse", "gorse"),
    *(Pair("control", ground, LINE_AT_LEAST) for ground in _GROUNDS),
    Pair("gorse", "focus_edge", LINE_AT_LEAST),
)
