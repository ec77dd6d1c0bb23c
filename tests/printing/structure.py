"""A tagged PDF read back as a listener gets it: elements with their words, artifacts, and whatever is neither."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any

import pikepdf

NEEDED = {
    "m": 2,
    "l": 2,
    "c": 6,
    "v": 4,
    "y": 4,
    "h": 0,
    "re": 4,
    "cm": 6,
    "w": 1,
    "Tm": 6,
    "Td": 2,
    "Tf": 2,
    "Tj": 1,
}
"""How many operands an operator takes: with another number of them a reader draws nothing."""
PAINTING = frozenset({"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "EI", "Tj", "TJ", "'", '"'})


@dataclass
class Node:
    """One element of the structure tree."""

    role: str
    kids: list[Node | tuple[int, int]]
    alt: str = ""
    actual: str = ""
    lang: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)

    def walk(self) -> Iterator[Node]:
        """Yield it and every element inside it, in the order in which they are read."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def marks(self) -> Iterator[tuple[int, int]]:
        """Yield every mark (side, number) of it and of what it holds, in the order in which they are read."""
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.marks()
            else:
                yield kid


class Tagged:
    """A tagged PDF, opened."""

    def __init__(self, made: bytes) -> None:
        self.file = pikepdf.open(BytesIO(made))
        self.said: dict[tuple[int, int], str] = {}
        """What each mark says, by side and number."""
        self.shown: dict[tuple[int, int], int] = {}
        """How often each mark stands on its side."""
        self.artifacts: list[str] = []
        self.outside: list[str] = []
        """What is painted neither inside an element nor as an artifact."""
        self.crossing = 0
        """How many marks begin and end at another depth of q and Q."""
        for number, page in enumerate(self.file.pages):
            _Reading(self, number).read(page.obj, page.obj.Resources)

    @cached_property
    def root(self) -> Node:
        """The element Document."""
        (document,) = self.file.Root.StructTreeRoot.K
        return self._node(document)

    def _node(self, held: Any) -> Node:
        kids = held.get("/K", [])
        kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        node = Node(str(held.S)[1:], [self._kid(kid, held) for kid in kids])
        node.alt, node.actual, node.lang = (
            str(held.get(name, "")) for name in ("/Alt", "/ActualText", "/Lang")
        )
        node.attributes = {name: held.A[name] for name in held.A} if "/A" in held else {}
        return node

    def _kid(self, kid: Any, held: Any) -> Node | tuple[int, int]:
        if isinstance(kid, int):
            return self._side(held.Pg), int(kid)
        if kid.get("/Type") == "/MCR":
            return self._side(kid.Pg), int(kid.MCID)
        assert kid.P.objgen == held.objgen
        return self._node(kid)

    def _side(self, page: Any) -> int:
        return next(at for at, one in enumerate(self.file.pages) if one.obj.objgen == page.objgen)

    def owners(self) -> dict[tuple[int, int], Any]:
        """Return the element that the parent tree names for each mark."""
        numbers = list(self.file.Root.StructTreeRoot.ParentTree.Nums)
        found = dict(zip((int(one) for one in numbers[::2]), numbers[1::2], strict=True))
        return {
            (at, mcid): owner
            for at, page in enumerate(self.file.pages)
            for mcid, owner in enumerate(found[int(page.obj.StructParents)])
        }

    def text(self, node: Node) -> str:
        """Return what is heard of an element: its text of its own, what is said in a picture's place, or its words."""
        if node.actual or node.alt:
            return node.actual or node.alt
        return "".join(self.text(kid) if isinstance(kid, Node) else self.said[kid] for kid in node.kids)

    def paragraphs(self) -> list[str]:
        """Return what is heard, an element that holds words itself at a time, white space made one."""
        return [flat for node in self._speaking(self.root) if (flat := " ".join(self.text(node).split()))]

    def _speaking(self, node: Node) -> Iterator[Node]:
        inside = [kid for kid in node.kids if isinstance(kid, Node) and kid.role != "Span"]
        if not inside:
            yield node
        for kid in inside:
            yield from self._speaking(kid)


class _Reading:
    """One side on its way through its operators."""

    def __init__(self, tagged: Tagged, side: int) -> None:
        self._tagged, self._side = tagged, side
        self._open: list[tuple[str, int | None, int]] = []
        self._depth = 0
        self._font: dict[int, str] = {}

    def read(self, stream: Any, resources: Any) -> None:
        for operands, operator in pikepdf.parse_content_stream(stream):
            self._take(str(operator), list(operands), resources)

    def _take(self, operator: str, operands: list[Any], resources: Any) -> None:
        if len(operands) != NEEDED.get(operator, len(operands)):
            self._tagged.outside.append(f"{operator} with {len(operands)}")
        if operator in {"q", "Q"}:
            self._depth += 1 if operator == "q" else -1
        elif operator in {"BMC", "BDC"}:
            number = int(operands[1].MCID) if operator == "BDC" and "/MCID" in operands[1] else None
            self._open.append((str(operands[0]), number, self._depth))
            if number is not None:
                key = self._side, number
                self._tagged.shown[key] = self._tagged.shown.get(key, 0) + 1
                self._tagged.said.setdefault(key, "")
        elif operator == "EMC":
            *_, depth = self._open.pop()
            self._tagged.crossing += depth != self._depth
        elif operator == "Tf":
            self._font = signs_of(resources.Font[str(operands[0])])
        elif operator == "Do":
            form = resources.XObject[str(operands[0])]
            self._paint(operator, "")
            self.read(form, form.get("/Resources", resources))
        elif operator in PAINTING:
            self._paint(operator, self._spelt(operands) if operator in {"Tj", "TJ"} else "")

    def _spelt(self, operands: list[Any]) -> str:
        parts = operands[0] if isinstance(operands[0], pikepdf.Array) else operands
        return "".join(
            self._font[byte] for part in parts if isinstance(part, pikepdf.String) for byte in bytes(part)
        )

    def _paint(self, operator: str, words: str) -> None:
        marks = [number for _, number, _ in self._open if number is not None]
        if marks:
            self._tagged.said[self._side, marks[-1]] += words
        elif any(role == "/Artifact" for role, *_ in self._open):
            self._tagged.artifacts += [words] if words else []
        else:
            self._tagged.outside.append(words or operator)


def signs_of(font: Any) -> dict[int, str]:
    """Return what each byte of a font spells, by its map to Unicode."""
    found: dict[int, str] = {}
    if "/ToUnicode" not in font:
        return found
    text = font.ToUnicode.read_bytes().decode("latin-1")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for first, _, spelt in re.findall(r"<(\w+)>\s*<(\w+)>\s*(\[.*?\]|<\w+>)", block, re.DOTALL):
            for step, code in enumerate(re.findall(r"<(\w+)>", spelt)):
                found[int(first, 16) + step] = bytes.fromhex(code).decode("utf-16-be")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        for first, code in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            found[int(first, 16)] = bytes.fromhex(code).decode("utf-16-be")
    return found
