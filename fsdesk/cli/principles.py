"""`fsdesk principles`: what plans are checked against, and where each principle stands."""

from __future__ import annotations

import click

from fsdesk.cli import show
from fsdesk.cli.options import json_option


@click.command()
@json_option
def command(as_json: bool) -> None:
    """List the principles of both source documents and the rules that speak for them."""
    from fsdesk.desk import checking

    listing = checking.principles()
    if as_json:
        show.document(listing)
        return
    for principle in listing["principles"]:
        source = principle["source"]
        show.lines(
            f"{principle['id']:<20} {principle['title']}",
            f"{'':20} {source['document']}: {source['locator']}",
        )
    rules = show.counted(len(listing["rules"]), "rule")
    show.lines(
        "", f"{show.counted(len(listing['principles']), 'principle')}, {rules}. --json gives everything."
    )
