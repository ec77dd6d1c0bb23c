"""The window (fsdesk.app), opened on a store, makes no internet socket and listens to nobody."""

from __future__ import annotations

import sys

import pytest

from tests.faults.test_no_network import noted, reaching_out

pytestmark = pytest.mark.needs_tool("strace")


def test_the_window_opens_a_store_and_no_internet_socket(rooms, fsdesk_home, tmp_path):
    """Unlocking a store, showing what lies behind the door and closing reach nobody."""
    rooms.copy(rooms.worker, fsdesk_home / "stores" / "my-families")

    calls = noted([sys.executable, "-m", "tests.faults.windowing"], tmp_path / "notes")

    assert [] == reaching_out(calls)
