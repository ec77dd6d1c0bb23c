"""The commands by name, loaded when they are called, and what becomes of a fault: one plain sentence, never a trace."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence

import click

from fsdesk import __version__
from fsdesk.errors import Held, Refused

DONE, ATTENTION, NOT_DONE = 0, 1, 2

_COMMANDS = {
    "bench": ("fsdesk.cli.bench", "the speed of the main work, each beside its floor"),
    "card": ("fsdesk.cli.cards", "contact cards of the team"),
    "check": ("fsdesk.cli.checks", "check plans against the practice principles"),
    "demo": ("fsdesk.cli.demo", "the main job end to end on invented families"),
    "plan": ("fsdesk.cli.plans", "plans in a store, as documents"),
    "principles": ("fsdesk.cli.principles", "the principles and rules, with their sources"),
    "print": ("fsdesk.cli.prints", "print one plan for one reader"),
    "schema": ("fsdesk.cli.schema", "the JSON Schema of a plan document"),
    "store": ("fsdesk.cli.stores", "make, open and look after a store"),
    "sync": ("fsdesk.cli.sync", "seal packages and take them in"),
    "wording": ("fsdesk.cli.wording", "read lines for wording"),
}


class Commands(click.Group):
    """A group that loads a command only when it is called, so that help is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, loaded now, or nothing for a name that is none."""
        if cmd_name not in _COMMANDS:
            return None
        command = importlib.import_module(_COMMANDS[cmd_name][0]).command
        assert isinstance(command, click.Command)  # noqa: S101 - says to the type checker what the table holds
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from the table, without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in sorted(_COMMANDS.items())])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="fsdesk")
def fsdesk() -> None:
    """Whole-family plans, written with the family, offline and encrypted. Without a command the window opens."""


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; whatever goes wrong ends in one plain sentence on stderr."""
    _stand_in_for_closed()
    try:
        found = fsdesk.main(list(arguments), prog_name="fsdesk", standalone_mode=False)
    except Held as held:
        return _say(str(held), ATTENTION)
    except Refused as refused:
        return _say(str(refused), NOT_DONE)
    except click.ClickException as fault:
        return _say(_usage(fault), NOT_DONE)
    except (click.Abort, KeyboardInterrupt):
        return _say("Stopped. Nothing more was done.", NOT_DONE)
    except (BrokenPipeError, SystemExit):  # click ends the program itself when nobody reads on
        return _nobody_reads()
    except OSError as fault:
        return _say(_disk(fault), NOT_DONE)
    except Exception as fault:
        return _say(_ours(fault), NOT_DONE)
    return found if isinstance(found, int) else DONE


def _stand_in_for_closed() -> None:
    """Put nothing in the place of input and outputs that were closed, so that no file of a store takes their number."""
    for number, name, how in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        if getattr(sys, name) is None:
            while os.open(os.devnull, os.O_RDWR) < number:  # the system gives the lowest number that is free
                pass
            setattr(sys, name, os.fdopen(number, how, encoding="utf-8"))


def _say(sentence: str, code: int) -> int:
    try:
        click.echo(" ".join(sentence.split()), err=True)
        sys.stderr.flush()
    except (
        OSError
    ):  # where nothing can be said the code still is; the interpreter would try once more at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
    return code


def _usage(fault: click.ClickException) -> str:
    context = getattr(fault, "ctx", None)
    path = context.command_path if context is not None else "fsdesk"
    alone = isinstance(fault, click.exceptions.NoArgsIsHelpError)
    sentence = f"Say what {path} is to do" if alone else fault.format_message().rstrip(".")
    return f"{sentence[:1].upper()}{sentence[1:]}. See {path} --help."


def _nobody_reads() -> int:
    # Whoever read our output has gone; without this the interpreter would complain once more while it ends.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return NOT_DONE


def _disk(fault: OSError) -> str:
    name = fault.filename if isinstance(fault.filename, str) else None
    what = (fault.strerror or "the computer said no").lower()
    where = f" ({name})" if name else ""
    return f"A file or folder could not be used: {what}{where}. Nothing was changed; check it and try again."


def _ours(fault: Exception) -> str:
    from fsdesk import logs  # only needed when something went wrong

    written = logs.write_down(fault)
    where = f" The log says where: {written}." if written else ""
    return f"Something went wrong inside fsdesk, and nothing was changed.{where}"
