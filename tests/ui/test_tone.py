from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.tree import python_files

# The design's words that a person is never to read on a screen, and the mark that shouts.
NEVER = re.compile(
    r"\b(failed|fail|invalid|illegal|abort|case|client|service user|non-engaging|score|non-compliant|error)\b|!",
    re.IGNORECASE,
)
FILES = python_files("fsdesk/ui")


def sentences(module: str) -> Iterator[str]:
    """Every piece of text in a module that looks like words for people: it holds a space, and is no docstring."""
    tree = ast.parse(module)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docstrings = {
        ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, documented)
    }
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and " " in text.strip() and text not in docstrings:
            yield text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_screen_says_what_the_tone_forbids(path):
    """No blame, no alarm and no exclamation mark stands in any text of the window."""
    assert [] == [text for text in sentences(path.read_text(encoding="utf-8")) if NEVER.search(text)]


def test_the_measure_itself_notices():
    """It reads texts and passes over docstrings."""
    module = '"""This case is documented."""\nsaid = "Import failed: try again"\n'

    assert ["Import failed: try again"] == [text for text in sentences(module) if NEVER.search(text)]
