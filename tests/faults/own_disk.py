"""A small disk that only one process and its children see, for systems that let an account have one."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

_OWN = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--user", "--map-root-user", "--mount"]
_MOUNT = 'mount -t tmpfs -o size=4m none "$0" && exec "$@"'
_MOUNT_TWICE = 'mount -t tmpfs -o size=4m none "$0" && mount --bind "$0" "$1" && shift && exec "$@"'


def beginning(at: Path) -> list[str]:
    """What a command begins with to see four megabytes of disk at this place. Skips where nobody may have that."""
    return _tried([*_OWN, "sh", "-c", _MOUNT, str(at)])


def beginning_with_two_places(at: Path, also_at: Path) -> list[str]:
    """The same, with the disk at a second place too."""
    return _tried([*_OWN, "sh", "-c", _MOUNT_TWICE, str(at), str(also_at)])


def _tried(command: list[str]) -> list[str]:
    if subprocess.run([*command, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system lets nobody have a small disk of their own")
    return command
