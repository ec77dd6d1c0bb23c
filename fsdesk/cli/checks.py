"""`fsdesk check`: plans against the practice principles, gently, with sources and never with scores."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from fsdesk.cli import show
from fsdesk.cli.options import folder_of, json_option, passphrase, store_option, today_option
from fsdesk.cli.start import ATTENTION, DONE
from fsdesk.cli.watching import clear, watched

_MARKS = {"gap": "●", "look": "○", "reflect": "?"}


@click.command()
@click.argument("plans", nargs=-1, type=click.Path(path_type=Path))
@store_option
@today_option
@json_option
def command(
    plans: tuple[Path, ...],
    store: Path | None,
    passphrase_file: Path | None,
    today: date | None,
    as_json: bool,
) -> int:
    """Check plan documents, or with --store every plan of a store. Exit 1 when something is missing."""
    from fsdesk.desk import checking, opening

    if plans and store is not None:
        raise click.UsageError("name plan documents or a store, not both")
    if plans:
        checked = [checking.check_file(path, today) for path in plans]
    else:
        with opening.open_desk(folder_of(store), passphrase(passphrase_file), today) as desk:
            progress = watched()
            checked = checking.check_all(desk, progress)
            clear(progress)
    if as_json:
        show.document({"plans": checked})
    else:
        _tell(checked)
    return ATTENTION if any(_wants_attention(one) for one in checked) else DONE


def _wants_attention(checked: dict[str, Any]) -> bool:
    return any(found["severity"] == "gap" and not found["answered"] for found in checked["findings"])


def _tell(checked: list[dict[str, Any]]) -> None:
    for one in checked:
        open_ones = [found for found in one["findings"] if not found["answered"]]
        resting = len(one["findings"]) - len(open_ones)
        ideas = show.counted(len(open_ones), "idea") if open_ones else "nothing to add"
        show.lines(f"{one['title']} ({one['code']}): {ideas}" + (f", {resting} answered" if resting else ""))
        for found in open_ones:
            source = found["source"]
            show.lines(
                f"  {_MARKS[found['severity']]} {found['rule']}  {found['message']}",
                f"        {found['next_step']}",
                f"        {', '.join(found['principles'])}; {source['document']}, {source['locator']}",
            )
        show.lines(*(_as_then(each) for each in one["answers"] if each["rule_changed_since"]))
        show.lines(*(f"  ? {asked['id']}  For you: {asked['ask']}" for asked in one["questions"]))


def _as_then(answer: dict[str, Any]) -> str:
    """Return what was answered as it was put then, where the rule does not read so any more."""
    who = f" by {answer['by']}" if answer["by"] else ""
    when = f" on {answer['on']}" if answer["on"] else ""
    return f"  = {answer['rule']}  “{answer['message']}” Answered{who}{when}; {answer['says']}."
