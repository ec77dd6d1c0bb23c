"""The pictures of easy read: own vector paths, one line weight, on a grid of 100 by 100; none shows a feeling."""

from __future__ import annotations

from collections.abc import Mapping

from fsdesk.plans.sheet.easy_rows import Picture
from fsdesk.plans.sheet.values import Key
from fsdesk.printing.pictograms import TURN, path_of

_PERSON = "O 50 74 17 M 16 8 L 16 24 C 16 58 84 58 84 24 L 84 8 Z"
PATHS: Mapping[Picture, str] = {
    Picture.FAMILY: path_of(Key.OPENING),
    Picture.TOGETHER: (
        "O 22 54 11 O 78 54 11 M 6 8 L 6 24 C 6 44 38 44 38 24 L 38 8 Z M 62 8 L 62 24 C 62 44 94 44 94 24 "
        "L 94 8 Z R 30 72 40 22 5 M 40 72 L 34 62 L 50 72 M 38 86 L 62 86 M 38 79 L 56 79"
    ),
    Picture.HEART: path_of(Key.MATTERS),
    Picture.STAR: path_of(Key.STRENGTHS),
    Picture.TURN: TURN,
    Picture.CROSS: "R 10 10 80 80 10 M 32 32 L 68 68 M 32 68 L 68 32",
    Picture.TICK: "O 50 50 42 M 28 50 L 44 34 L 74 66",
    Picture.CALENDAR: (
        "R 10 10 80 72 8 M 10 62 L 90 62 M 30 74 L 30 92 M 70 74 L 70 92 R 24 40 10 10 1 R 45 40 10 10 1 "
        "R 66 40 10 10 1 R 24 21 10 10 1 R 45 21 10 10 1"
    ),
    Picture.CLOCK: "O 50 50 42 M 50 76 L 50 50 L 68 40",
    Picture.HOME: path_of(Key.TIES),
    Picture.SCHOOL: (
        "R 8 8 84 46 2 M 26 54 L 26 66 L 50 84 L 74 66 L 74 54 M 50 84 L 50 97 L 66 92 L 50 88 R "
        "42 8 16 24 1 "
        "R 18 28 12 12 1 R 70 28 12 12 1 O 50 62 6"
    ),
    Picture.SPROUT: path_of(Key.GOALS),
    Picture.HELP: path_of(Key.SUPPORT),
    Picture.LIST: path_of(Key.TASKS),
    Picture.LETTER: (
        "M 22 6 L 22 94 L 62 94 L 80 76 L 80 6 Z M 62 94 L 62 76 L 80 76 M 34 60 L 68 60 M 34 44 L "
        "68 44 M 34 28 L 56 28"
    ),
    Picture.PHONE: path_of(Key.REACH),
    Picture.BUBBLE: (
        "M 8 34 L 8 86 C 8 90 10 92 14 92 L 86 92 C 90 92 92 90 92 86 L 92 40 C 92 36 90 34 86 34 "
        "L 50 34 L 28 12 L 28 34 Z"
    ),
    Picture.SCALES: path_of(Key.RIGHTS),
    Picture.HAND: (
        "M 34 6 L 24 34 L 12 52 C 8 60 18 64 22 58 L 32 46 L 30 82 C 30 90 40 90 40 82 L 42 54 L "
        "44 90 C 44 98 "
        "54 98 54 90 L 54 54 L 60 86 C 62 94 72 92 70 84 L 66 52 L 76 74 C 80 82 88 78 86 70 L 76 "
        "34 L 72 6 Z"
    ),
    Picture.LOCK: path_of(Key.SHARING),
    Picture.NO: "O 50 50 42 M 20 80 L 80 20",
    Picture.TABLE: "M 6 62 L 94 62 L 94 54 L 6 54 Z M 16 54 L 16 10 M 84 54 L 84 10 O 34 72 8 O 66 72 8",
    Picture.BOWL: (
        "M 10 48 L 90 48 C 90 20 70 14 50 14 C 30 14 10 20 10 48 Z M 30 6 L 70 6 M 38 60 C 32 68 "
        "44 74 38 84 M 60 60 "
        "C 54 68 66 74 60 84"
    ),
    Picture.CUP: (
        "M 14 64 L 14 30 C 14 16 66 16 66 30 L 66 64 Z M 66 56 C 90 58 90 32 66 34 M 8 8 L 78 8 M "
        "30 74 C 26 80 34 "
        "84 30 92 M 50 74 C 46 80 54 84 50 92"
    ),
    Picture.BED: (
        "M 8 84 L 8 10 M 8 30 L 92 30 L 92 10 M 92 30 L 92 48 L 40 48 L 8 48 O 24 60 9 M 40 48 C "
        "40 66 92 66 92 48"
    ),
    Picture.MONEY: "O 50 50 42 M 66 70 C 60 80 40 78 42 62 L 44 28 M 34 28 L 68 28 M 34 52 L 58 52",
    Picture.DANCE: (
        "O 56 84 9 M 52 72 L 44 44 L 24 34 L 14 44 M 52 72 L 76 62 L 92 74 M 50 66 L 26 72 L 12 60 "
        "M 44 44 L 64 34 L 60 8"
    ),
    Picture.MUSIC: "O 24 20 12 O 72 28 12 M 36 20 L 36 82 L 84 92 L 84 28 M 36 68 L 84 78",
    Picture.BALL: (
        "O 50 50 42 M 50 66 L 65 55 L 59 37 L 41 37 L 35 55 Z M 50 66 L 50 92 M 65 55 L 90 62 M 59 "
        "37 L 74 16 M 41 37 "
        "L 26 16 M 35 55 L 10 62"
    ),
    Picture.BOOK: path_of(Key.GLOSSARY),
    Picture.BUS: (
        "R 8 24 84 60 8 M 8 50 L 92 50 M 36 50 L 36 84 M 64 50 L 64 84 O 28 18 9 O 72 18 9 M 37 24 L 63 24"
    ),
    Picture.DOOR: path_of(Key.ENDING),
    Picture.PARK: "M 50 8 L 50 50 M 50 30 L 66 42 O 50 66 26 M 16 8 L 84 8",
    Picture.DOCTOR: "R 10 10 80 80 12 M 50 28 L 50 72 M 28 50 L 72 50",
    Picture.PERSON: _PERSON,
    Picture.FOOD: (
        "O 56 46 26 O 56 46 13 M 12 8 L 12 92 M 6 92 L 6 66 C 6 58 18 58 18 66 L 18 92 M 92 8 L 92 "
        "92 C 84 82 84 60 92 50"
    ),
}
"""Every picture that a row of easy read can have."""
