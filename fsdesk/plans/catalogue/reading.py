"""From the catalogue's files to one checked Catalogue: nothing missing, nothing twice, every id known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from msgspec.structs import replace

from fsdesk.plans.catalogue.alignment import Alignment, counterparts
from fsdesk.plans.catalogue.entries import held_by, read_framework
from fsdesk.plans.catalogue.files import (
    Read,
    WrittenDocument,
    WrittenFramework,
    read_toml,
    record,
    records,
    refusal,
    the_ones_named,
)
from fsdesk.plans.catalogue.tables import read_alignment, read_drivers
from fsdesk.plans.catalogue.values import Catalogue, DriverGroup, Framework

CONTENTS = "frameworks.toml"


def read_catalogue(read: Read) -> Catalogue:
    """The whole catalogue from its files, which ``read`` gives by name.

    Raises Refused naming file and entry when a file is missing, damaged or incomplete.
    """
    contents = read_toml(read, CONTENTS, "frameworks", "document", "framework")
    documents = {one.id: one.title for one in records(contents, CONTENTS, "document", WrittenDocument)}
    written = records(contents, CONTENTS, "framework", WrittenFramework)
    named = record(contents.get("frameworks"), CONTENTS, tuple[str, ...], "frameworks")
    the_ones_named([one.id for one in written], named, CONTENTS, CONTENTS)
    frameworks: list[Framework] = []
    framework_of: dict[str, str] = {}
    for one in written:
        if one.document not in documents:
            raise refusal(CONTENTS, one.id, f"there is no document {one.document!a}")
        frameworks.append(read_framework(read, one, documents))
        _add_ids(one, frameworks[-1], framework_of)
    alignment = read_alignment(read, documents, framework_of)
    return _joined(frameworks, alignment, read_drivers(read, documents), framework_of)


def _add_ids(written: WrittenFramework, framework: Framework, framework_of: dict[str, str]) -> None:
    """Adds the ids of one framework; raises Refused for one that is missing, unexpected or there twice."""
    here = [entry.id for entry in held_by(framework)]
    the_ones_named(here, written.entries, written.file, CONTENTS)
    for entry_id in here:
        if entry_id in framework_of:
            raise refusal(written.file, entry_id, f"{framework_of[entry_id]} has this id already")
        framework_of[entry_id] = framework.id


def _joined(
    frameworks: Iterable[Framework],
    alignment: Alignment,
    drivers: tuple[DriverGroup, ...],
    framework_of: Mapping[str, str],
) -> Catalogue:
    """The parts as one, each principle knowing its counterparts."""
    complete = tuple(_aligned(framework, alignment, framework_of) for framework in frameworks)
    return Catalogue(
        frameworks=complete,
        principles=tuple(one for framework in complete for one in framework.principles),
        alignment=alignment,
        drivers=drivers,
        index=MappingProxyType({one.id: one for framework in complete for one in held_by(framework)}),
    )


def _aligned(framework: Framework, alignment: Alignment, framework_of: Mapping[str, str]) -> Framework:
    """The framework with each principle's counterparts, in the catalogue's own order of ids."""
    found = counterparts(alignment.rows, framework_of)
    return replace(
        framework,
        principles=tuple(
            replace(one, aligned=tuple(other for other in framework_of if other in found.get(one.id, ())))
            for one in framework.principles
        ),
    )
