"""Writes the handbook's pages about rules anew: `make handbook`."""

from __future__ import annotations

from fsdesk.plans import rule_pages
from tests.handbook.pages import HANDBOOK


def write() -> None:
    """Leave exactly the pages that the rules make."""
    made = rule_pages.pages()
    (HANDBOOK / rule_pages.FOLDER).mkdir(exist_ok=True)
    for old in (HANDBOOK / rule_pages.FOLDER).glob("*.md"):
        if f"{rule_pages.FOLDER}/{old.name}" not in made:
            old.unlink()
    for name, text in made.items():
        (HANDBOOK / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
