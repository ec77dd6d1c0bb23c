"""The log of what went wrong inside fsdesk: where in the program, never what it was working on."""

from __future__ import annotations

import contextlib
import logging
import logging.handlers
import traceback
from pathlib import Path

from fsdesk import settings

_FILE = "fsdesk.log"
_MOST_BYTES = 256 * 1024
_log = logging.getLogger("fsdesk")


def write_down(fault: BaseException) -> Path | None:
    """Note where a fault arose, without its message, which could hold somebody's words.

    Returns the log's file, or nothing where no log can be written.
    """
    try:
        handler = _handler()
    except OSError:
        return None
    with contextlib.closing(handler):
        _log.addHandler(handler)
        try:
            _log.error("%s\n%s", type(fault).__name__, _where(fault))
        finally:
            _log.removeHandler(handler)
    return Path(handler.baseFilename)


def _handler() -> logging.handlers.RotatingFileHandler:
    folder = settings.log_folder()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    handler = logging.handlers.RotatingFileHandler(
        folder / _FILE, maxBytes=_MOST_BYTES, backupCount=1, encoding="utf-8", delay=False
    )
    Path(handler.baseFilename).chmod(0o600)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    return handler


def _where(fault: BaseException) -> str:
    frames = traceback.extract_tb(fault.__traceback__)
    return "\n".join(f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames)
