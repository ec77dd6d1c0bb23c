from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from fsdesk.store import durable
from tests.store.stores import contents


def no_more(*_: object) -> None:
    """A disk that has stopped answering."""
    raise OSError(errno.EIO, "no")


@pytest.fixture
def both(tmp_path: Path) -> tuple[Path, Path]:
    """Two places of which the first holds something."""
    (tmp_path / "one").write_bytes(b"before")
    return tmp_path / "one", tmp_path / "two"


def test_both_hold_the_new_content_and_nothing_else_is_left(both, tmp_path):
    """Every path holds the content, for its owner alone."""
    durable.write(b"after", *both)

    assert {"one": b"after", "two": b"after"} == contents(tmp_path)
    assert [0o600, 0o600] == [path.stat().st_mode & 0o777 for path in both]


def test_a_swap_that_stops_half_way_is_taken_back(both, tmp_path, monkeypatch):
    """When the second path cannot be swapped, the first holds again what it held."""
    swap = os.replace

    def only_the_first(beside: Path, path: Path) -> None:
        swap(beside, path) if path == both[0] else no_more()

    monkeypatch.setattr(os, "replace", only_the_first)

    with pytest.raises(OSError, match="no"):
        durable.write(b"after", *both)

    assert {"one": b"before"} == contents(tmp_path)


def test_names_that_may_not_last_are_taken_back(both, tmp_path, monkeypatch):
    """When the folder cannot be put on the disk, each path is as it was: what was there, or nothing."""
    monkeypatch.setattr(durable, "sync_folder", no_more)

    with pytest.raises(OSError, match="no"):
        durable.write(b"after", *both)

    assert {"one": b"before"} == contents(tmp_path)


def test_a_disk_that_answers_no_more_keeps_what_it_has(both, tmp_path, monkeypatch):
    """When nothing can be put back either, the error is still the first one, and no half-written file is left."""
    write, began = durable.write_new, []

    def twice(path: Path, content: bytes) -> None:
        began.append(path)
        write(path, content) if len(began) <= len(both) else no_more()

    monkeypatch.setattr(durable, "write_new", twice)
    monkeypatch.setattr(durable, "sync_folder", no_more)

    with pytest.raises(OSError, match="no"):
        durable.write(b"after", *both)

    assert {"one": b"after"} == contents(tmp_path)
