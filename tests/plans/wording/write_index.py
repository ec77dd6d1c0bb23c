"""Writes the index of each wording catalogue anew: `python -m tests.plans.wording.write_index`."""

from __future__ import annotations

from fsdesk import resources
from fsdesk.plans.wording import catalogue, index, sources


def write(language: str) -> None:
    """The index beside a language's files is the one those files make."""
    held = index.packed(catalogue.from_files(language), sources.digest(language))
    resources.path("wording", language, index.NAME).write_bytes(held)


if __name__ == "__main__":
    for language in catalogue.LANGUAGES:
        write(language)
