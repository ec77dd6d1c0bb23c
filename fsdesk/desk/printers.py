"""To the printer: a page goes to the print program by its standard input, and no file of ours stays behind."""

from __future__ import annotations

import re
import shutil
import subprocess

from fsdesk.errors import Refused

_PROGRAM, _LIST, _CANCEL = "lp", "lpstat", "cancel"
_SECONDS = 60
_NAME = re.compile(r"[^\s/#'\"\\-][^\s/#'\"\\]*")
"""How CUPS lets a printer be named."""
_JOB = re.compile(r"\b([^\s/#]+-\d+)\b")


class NoPrintProgram(Refused):
    """This computer has nothing to hand a page to."""

    what = "This computer has no program that prints."
    what_next = "Nothing was printed. Save the page with --to, and print it where there is a printer."
    in_window = "Nothing was printed. Save the page as a file, and print it where there is a printer."


class NotTaken(Refused):
    """The print program did not take a page."""

    what = "The printer did not take the page."
    what_next = (
        "Nothing was printed. Look whether it is switched on and named as you wrote it, then try again."
    )


class NoSuchPrinter(NotTaken):
    """No printer has this name."""

    what = "There is no printer of that name here."


def names() -> tuple[str, ...]:
    """Return the printers this computer knows; none where there is no print program."""
    program = shutil.which(_LIST)
    if program is None:
        return ()
    told = _run([program, "-e"], b"")
    return tuple(line for line in told.stdout.decode(errors="replace").splitlines() if _NAME.fullmatch(line))


def hand_over(pdf: bytes, title: str, printer: str = "", copies: int = 1) -> str:
    """Give a page to the print program under a title that names nobody, and return the job's id if it told one.

    An empty `printer` is the computer's own choice. Nothing is written by us; what the print system keeps of its
    own is the print system's. Raises NoPrintProgram, NoSuchPrinter, NotTaken.
    """
    program = shutil.which(_PROGRAM)
    if program is None:
        raise NoPrintProgram
    if printer and not _NAME.fullmatch(printer):
        raise NoSuchPrinter
    where = ["-d", printer] if printer else []
    where += ["-n", str(copies)] if copies > 1 else []
    done = _run([program, *where, "-t", title, "-o", "media=A4", "-"], pdf)
    if done.returncode != 0:
        raise NoSuchPrinter if printer and printer not in names() else NotTaken
    found = _JOB.search(done.stdout.decode(errors="replace"))
    return found.group(1) if found else ""


def take_back(job: str) -> None:
    """Ask the print program to drop a job that it may not have printed yet."""
    program = shutil.which(_CANCEL)
    if program is not None and job:
        _run([program, job], b"")


def _run(arguments: list[str], given: bytes) -> subprocess.CompletedProcess[bytes]:
    """Run a program of the print system. What it says is for us alone: it may name what it was given."""
    try:
        return subprocess.run(arguments, input=given, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 - its own path, our own words
    except (OSError, subprocess.SubprocessError) as fault:
        raise NotTaken from fault
