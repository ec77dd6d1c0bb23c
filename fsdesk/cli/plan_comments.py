"""`fsdesk plan comment`, `answer`, `comments`: what the lead says beside a plan, and what comes back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from fsdesk.cli import show
from fsdesk.cli.options import folder_of, json_option, passphrase, store_option


@click.command("comment")
@click.argument("plan")
@click.option(
    "--where", required=True, metavar="POINTER", help="What it speaks of: /title, /steps, /steps/ID."
)
@click.option("--words", required=True, help="The comment.")
@store_option
@json_option
def comment(
    plan: str, where: str, words: str, store: Path | None, passphrase_file: Path | None, as_json: bool
) -> None:
    """Put a comment beside a plan. It travels with the plan, and is on no paper."""
    from fsdesk.desk import comments, opening

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        made = comments.comment(desk, plan, where, words)
    _say(comments.as_json(made), "Commented", as_json)


@click.command("answer")
@click.argument("plan")
@click.argument("which", metavar="COMMENT")
@click.option("--words", required=True, help="The answer.")
@store_option
@json_option
def answer(
    plan: str, which: str, words: str, store: Path | None, passphrase_file: Path | None, as_json: bool
) -> None:
    """Answer a comment; it counts as read by that."""
    from fsdesk.desk import comments, opening

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        made = comments.answer(desk, plan, which, words)
    _say(comments.as_json(made), "Answered", as_json)


def _say(told: dict[str, Any], verb: str, as_json: bool) -> None:
    if as_json:
        show.document(told)
    else:
        show.lines(f"{verb}: {told['id']}. It goes with the next package.")


@click.command("comments")
@click.argument("plan")
@store_option
@json_option
def listed(plan: str, store: Path | None, passphrase_file: Path | None, as_json: bool) -> None:
    """List the comments beside a plan, each with its answers."""
    from fsdesk.desk import comments, opening

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        found = comments.listing(desk, plan)
    if as_json:
        show.document(found)
        return
    for one in found:
        read = f"read {one['read_on']}" if one["read_on"] else "not read yet"
        show.lines(f"{one['id']}  {one['where']}  {one['by']}, {read}: {one['words']}")
        show.lines(*(f"  {each['by']}: {each['words']}" for each in one["answers"]))


COMMANDS = (comment, answer, listed)
"""The commands of `fsdesk plan` for comments."""
