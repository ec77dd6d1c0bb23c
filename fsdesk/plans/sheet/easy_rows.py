"""Easy read: one idea a row, a picture before its words; the pictures by name, never one of a feeling."""

from __future__ import annotations

import enum

from fsdesk.plans.sheet.parts import Line, Part


class Picture(enum.StrEnum):
    """The pictures that a row can have."""

    FAMILY = "family"
    TOGETHER = "together"
    HEART = "heart"
    STAR = "star"
    TURN = "turn"
    CROSS = "cross"
    TICK = "tick"
    CALENDAR = "calendar"
    CLOCK = "clock"
    HOME = "home"
    SCHOOL = "school"
    SPROUT = "sprout"
    HELP = "help"
    LIST = "list"
    LETTER = "letter"
    PHONE = "phone"
    BUBBLE = "bubble"
    SCALES = "scales"
    HAND = "hand"
    LOCK = "lock"
    NO = "no"
    TABLE = "table"
    BOWL = "bowl"
    CUP = "cup"
    BED = "bed"
    MONEY = "money"
    DANCE = "dance"
    MUSIC = "music"
    BALL = "ball"
    BOOK = "book"
    BUS = "bus"
    DOOR = "door"
    PARK = "park"
    DOCTOR = "doctor"
    PERSON = "person"
    FOOD = "food"


class EasyRow(Part, frozen=True, kw_only=True):
    """One picture and one or two short sentences."""

    picture: Picture
    lines: tuple[Line, ...]
    """Each sentence, for a line of its own."""


class EasyRows(Part, frozen=True, kw_only=True):
    """Rows under one heading."""

    rows: tuple[EasyRow, ...]
