"""One expression for many words, arranged by their first letters so that few of them are ever tried."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

_Tree: TypeAlias = "dict[str, _Tree]"
_END = ""


def one_of(words: Iterable[str], between: str) -> str:
    """Return the source of an expression for any of these; `between` stands for the space inside several words.

    Longer ones are tried before those they begin with.
    """
    tree: _Tree = {}
    for word in sorted(set(words)):
        branch = tree
        for letter in word:
            branch = branch.setdefault(between if letter == " " else re.escape(letter), {})
        branch[_END] = {}
    return _source(tree)


def _source(tree: _Tree) -> str:
    ways = [letter + _source(branch) for letter, branch in tree.items() if letter != _END]
    if _END not in tree:
        return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
    return f"(?:{'|'.join(ways)})?" if ways else ""
