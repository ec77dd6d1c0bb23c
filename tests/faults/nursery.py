"""A process that forks one child for each deed asked of it, so that a child that is to be killed begins at once."""

from __future__ import annotations

import contextlib
import ctypes
import importlib
import os
import sys

import msgspec

from fsdesk.plans import merge, writing
from fsdesk.plans.examples import a_plan
from fsdesk.plans.writing import Ink
from tests.faults import deeds

_LOADED_LATE = (
    "cryptography.hazmat.primitives.asymmetric.ed25519",
    "cryptography.hazmat.primitives.ciphers.aead",
    "cryptography.hazmat.primitives.kdf.argon2",
    "precis_i18n",
    "pyrage",
    "sqlalchemy.dialects.sqlite",
)
"""What a store loads when it needs it; loaded once here, so that a child's time is that of its deed."""
_SET_PTRACER, _ANYBODY = 0x59616D61, 2 ** (8 * ctypes.sizeof(ctypes.c_ulong)) - 1
"""From linux/prctl.h: PR_SET_PTRACER and PR_SET_PTRACER_ANY."""


def serve() -> None:
    """Fork a child for every line on the input until there is none; a line is the deed's name and its arguments.

    A child says ``at PID`` once it is ready, waits for a line, does its deed, and says ``end``. When it is gone,
    however that came about, a line ``gone STATUS`` follows.
    """
    warm_up()
    while (line := heard()) is not None:
        if not line:
            continue  # the word to go on, for a child that was killed before it heard it
        name, *arguments = line.split("\t")
        child = os.fork()
        if child == 0:
            _live(name, arguments)
        _, status = os.waitpid(child, 0)
        deeds.say(f"gone {os.waitstatus_to_exitcode(status)}")


def warm_up() -> None:
    """Load and work out, once for all children, what a process otherwise does when it is first needed."""
    for name in _LOADED_LATE:
        importlib.import_module(name)
    plan = a_plan()
    begun = merge.fold([writing.begin(plan, Ink("laptop", 1, bytes(32), 1, "", 0), "first", os.urandom)])
    wanted = msgspec.structs.replace(plan, neighbourhood="Possil", strengths=())
    assert writing.write(begun, wanted, Ink("laptop", 2, bytes(32), 2, "", 0), "second", os.urandom)


def let_be_watched() -> None:
    """Let any process of this account trace this one, where the system (Yama) lets only a parent do so."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_SET_PTRACER, ctypes.c_ulong(_ANYBODY), 0, 0, 0)


def _live(name: str, arguments: list[str]) -> None:
    let_be_watched()
    try:
        doing = deeds.DEEDS[name](*arguments)
        next(doing)
        deeds.say(f"at {os.getpid()}")
        heard()
        for words in doing:
            deeds.say(words)
        deeds.say("end")
    except BaseException as fault:
        deeds.say(f"fault {type(fault).__name__} {fault}".replace("\n", " "))
        os._exit(3)
    os._exit(0)


def heard() -> str | None:
    """Return the next line on the input, or None at its end; nothing beyond it is read."""
    line = bytearray()
    while (sign := os.read(0, 1)) != b"\n":
        if not sign:
            return None
        line += sign
    return line.decode()


if __name__ == "__main__":
    sys.exit(serve())
