from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import ROOT, python_files

MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 50

# What may be longer, each with its reason: "fsdesk/some/file.py" or "fsdesk/some/file.py::function".
EXCEPTIONS: dict[str, str] = {}


def too_long(name: str, text: str) -> Iterator[str]:
    """Every file and function of one text that is longer than it may be."""
    lines = len(text.splitlines())
    if lines > MOST_LINES_OF_A_FILE and name not in EXCEPTIONS:
        yield f"{name}: {lines} lines"
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        if lines > MOST_LINES_OF_A_FUNCTION and f"{name}::{node.name}" not in EXCEPTIONS:
            yield f"{name}::{node.name}: {lines} lines"


def all_too_long(files: list[Path]) -> list[str]:
    """Every file and function of many files that is longer than it may be."""
    return [
        found
        for path in files
        for found in too_long(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
    ]


def test_no_file_or_function_is_too_long():
    """A file has at most 400 lines and a function at most 50, in the program and in its tests."""
    assert [] == all_too_long(python_files("fsdesk", "tests"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x = 1\n" * 400, []),
        ("x = 1\n" * 401, ["some.py: 401 lines"]),
        ("def f():\n" + "    x = 1\n" * 49, []),
        ("def f():\n" + "    x = 1\n" * 50, ["some.py::f: 51 lines"]),
        ("class A:\n    def f(self):\n" + "        x = 1\n" * 50, ["some.py::f: 51 lines"]),
    ],
)
def test_the_measure_itself_counts_right(text, expected):
    """A file of 401 lines is noticed and one of 400 is not; the same with 51 and 50 of a function."""
    assert expected == list(too_long("some.py", text))


def test_every_exception_still_names_something():
    """An exception goes when what it names is gone."""
    assert [] == [name for name in EXCEPTIONS if not (ROOT / name.split("::")[0]).is_file()]
