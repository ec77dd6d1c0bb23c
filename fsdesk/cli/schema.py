"""`fsdesk schema`: the JSON Schema of a plan document."""

from __future__ import annotations

import click

from fsdesk.cli import show


@click.command()
@click.option("--json", "as_json", is_flag=True, help="The same: a schema is always JSON.")
def command(as_json: bool) -> None:
    """Print the JSON Schema (2020-12) that every plan document fits."""
    from fsdesk.desk import documents

    show.document(documents.schema())
