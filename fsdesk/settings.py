"""Where fsdesk keeps what is its own on this computer; FSDESK_HOME moves all of it to one folder."""

from __future__ import annotations

import os
from pathlib import Path

HOME = "FSDESK_HOME"
_APP = "fsdesk"


def home() -> Path:
    """Return the folder that holds stores and settings. It need not exist yet."""
    moved = os.environ.get(HOME)
    if moved:
        return Path(moved).expanduser().absolute()
    import platformdirs  # loaded only when the usual place is wanted

    return Path(platformdirs.user_data_dir(_APP, appauthor=False))


def stores() -> Path:
    """Return the folder in which stores lie side by side."""
    return home() / "stores"


def default_store() -> Path:
    """Return the folder of the person's own store."""
    return stores() / "my-families"


def log_folder() -> Path:
    """Return the folder of the log, which never holds a name, a note or a key."""
    moved = os.environ.get(HOME)
    if moved:
        return home() / "logs"
    import platformdirs  # as above

    return Path(platformdirs.user_log_dir(_APP, appauthor=False))
