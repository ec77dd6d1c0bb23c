"""`fsdesk plan`: the plans of a store as documents; importing a changed document is how scripts edit."""

from __future__ import annotations

from pathlib import Path

import click

from fsdesk.cli import (
    plan_comments,
    plan_history,
    plan_paper,
    plan_pictures,
    plan_rights,
    plan_search,
    plan_sharing,
    show,
)
from fsdesk.cli.options import folder_of, force_option, json_option, passphrase, store_option
from fsdesk.cli.start import ATTENTION, DONE


@click.group()
def command() -> None:
    """List, show, bring in and take out the plans of a store."""


@command.command("list")
@store_option
@json_option
def list_(store: Path | None, passphrase_file: Path | None, as_json: bool) -> None:
    """List the plans of a store."""
    from fsdesk.desk import opening, plans

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        found = plans.listing(desk)
    if as_json:
        show.document([plans.line_as_json(one) for one in found])
        return
    for one in found:
        differing = f", {show.counted(one.differing, 'field')} in two versions" if one.differing else ""
        show.lines(f"{one.id}  {one.title} ({one.code}), {one.state.replace('_', ' ')}{differing}")


@command.command("show")
@click.argument("plan")
@store_option
@click.option("--json", "as_json", is_flag=True, help="The same: a plan is shown as its document.")
def show_(plan: str, store: Path | None, passphrase_file: Path | None, as_json: bool) -> None:
    """Print a plan as its document."""
    from fsdesk.desk import opening, plans

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        held = plans.export(desk, plan)
    show.raw(held)


@command.command("export")
@click.argument("plan")
@click.option("--to", "to", required=True, type=click.Path(path_type=Path), help="File to write.")
@store_option
@force_option
@json_option
def export(
    plan: str, to: Path, store: Path | None, passphrase_file: Path | None, force: bool, as_json: bool
) -> None:
    """Write a plan as a document. The file is readable by whoever holds it."""
    from fsdesk.desk import files, opening, plans

    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        files.write(to, plans.export(desk, plan), force=force)
    if as_json:
        show.document({"plan": plan, "file": str(to)})
        return
    show.lines(f"Written: {to}", "This file is not locked. Keep it safe, and delete it when it has served.")


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@store_option
@json_option
def import_(file: Path, store: Path | None, passphrase_file: Path | None, as_json: bool) -> int:
    """Bring a plan document in. A plan that is here already is compared with the state its `as_of` names."""
    from fsdesk.desk import documents, families, opening, plans

    document = documents.read(file)
    with opening.open_desk(folder_of(store), passphrase(passphrase_file)) as desk:
        done = plans.import_document(desk, document)
        like = families.like_plan(desk, done.plan) if done.new else []
    plan_search.hint(done.plan, like)
    if as_json:
        show.document(
            {"plan": done.plan, "new": done.new, "changed": done.changes, "differing": done.differing}
        )
    else:
        what = (
            "A new plan"
            if done.new
            else show.counted(done.changes, "change")
            if done.changes
            else "No change"
        )
        show.lines(f"{what} ({done.plan}).")
    return ATTENTION if done.differing else DONE


for _part in (plan_comments, plan_history, plan_paper, plan_pictures, plan_rights, plan_search, plan_sharing):
    for _one in _part.COMMANDS:
        command.add_command(_one)
