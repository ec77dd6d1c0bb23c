"""The way in: a command for the command line, or the window when none is given."""

from __future__ import annotations

import sys


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 wants attention, 2 not done."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        return _done(given)
    except KeyboardInterrupt:  # while the libraries were loading; a command under way has its own answer
        if sys.stderr is not None:
            sys.stderr.write("Stopped. Nothing more was done.\n")
        return 2


def _done(given: list[str]) -> int:
    if not given:
        from fsdesk.app import open_window  # the window's libraries are loaded only for a window

        return open_window()
    from fsdesk.cli import run

    return run(given)


if __name__ == "__main__":
    sys.exit(main())
