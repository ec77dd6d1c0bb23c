"""The structure tree and what else belongs to a finished file: written into the PDF in one pass at the end."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from fsdesk.printing.tags import Element, Mark

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language><pdf:Producer>fsdesk</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
_SAID = frozenset({"/Title", "/Producer"})


def finished(pdf: bytes, root: Element, *, lang: str, title: str) -> bytes:
    """Return the PDF with its structure tree, so that a screen reader finds headings, lists, tables and languages.

    Says nothing of the day or the machine it was made on; the same bytes give the same bytes. PDF/UA is not
    claimed.
    """
    made = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as file:
        _Tree(file).write(root)
        file.Root.MarkInfo = Dictionary(Marked=True)
        file.Root.Metadata = _metadata(file, lang, title)
        known = file.docinfo
        for name in set(known) - _SAID:
            del known[str(name)]  # neither a moment, nor a writer, nor an empty place for one
        file.save(
            made,
            deterministic_id=True,
            min_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return made.getvalue()


def _metadata(file: pikepdf.Pdf, lang: str, title: str) -> pikepdf.Object:
    held = file.make_stream(_XMP.format(title=escape(title), lang=escape(lang)).encode())
    held.Type, held.Subtype = Name.Metadata, Name.XML
    return held


class _Tree:
    """One structure tree in the making."""

    def __init__(self, file: pikepdf.Pdf) -> None:
        self._file = file
        self._pages = [page.obj for page in file.pages]
        self._owners: list[dict[int, pikepdf.Object]] = [{} for _ in self._pages]
        self._ids: list[tuple[str, pikepdf.Object]] = []

    def write(self, root: Element) -> None:
        """Write the tree under the file's catalogue, and the way back from every mark to its element."""
        top = self._file.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        document = self._element(root, top)
        top.K = Array([document])
        top.ParentTree = self._file.make_indirect(Dictionary(Nums=Array(self._numbers())))
        top.ParentTreeNextKey = len(self._pages)
        if self._ids:
            names = [part for id_, held in self._ids for part in (String(id_), held)]
            top.IDTree = Dictionary(Names=Array(names))
        self._file.Root.StructTreeRoot = top

    def _numbers(self) -> Iterator[object]:
        for at, page in enumerate(self._pages):
            page.StructParents = at
            page.Tabs = Name.S
            yield at
            yield Array([self._owners[at][number] for number in range(len(self._owners[at]))])

    def _element(self, element: Element, parent: pikepdf.Object) -> pikepdf.Object:
        held: dict[str, object] = {"/S": _name(element.role), "/P": parent, **_said(element)}
        marks = [kid for kid in element.kids if isinstance(kid, Mark)]
        if marks:
            held["/Pg"] = self._pages[marks[0].side]
        if len(marks) == len(element.kids) == 1:
            held["/K"] = marks[0].number
        made = self._file.make_indirect(Dictionary(held))
        if "/K" in held:
            self._owners[marks[0].side][marks[0].number] = made
        else:
            made.K = Array([self._kid(kid, made, marks) for kid in element.kids])
        if element.role == "Note":
            self._name_it(made)
        return made

    def _kid(self, kid: Element | Mark, made: pikepdf.Object, marks: list[Mark]) -> object:
        if isinstance(kid, Element):
            return self._element(kid, made)
        self._owners[kid.side][kid.number] = made
        if kid.side == marks[0].side:
            return kid.number
        return Dictionary(Type=Name.MCR, Pg=self._pages[kid.side], MCID=kid.number)

    def _name_it(self, made: pikepdf.Object) -> None:
        """Give a note the name that the standard asks for; it counts from the first."""
        made.ID = String(f"note-{len(self._ids):05}")
        self._ids.append((f"note-{len(self._ids):05}", made))


@cache
def _name(role: str) -> Name:
    return Name(f"/{role}")


def _said(element: Element) -> dict[str, object]:
    """Return what an element says beside its place: its texts, its language, what it is head of, where it stands."""
    texts = {"/Alt": element.alt, "/ActualText": element.actual, "/Lang": element.lang}
    said: dict[str, object] = {name: String(text) for name, text in texts.items() if text}
    if element.scope:
        said["/A"] = Dictionary(O=Name.Table, Scope=_name(element.scope))
    if element.box:
        box = Array([round(number, 2) for number in element.box])
        said["/A"] = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=box)
    return said
