from __future__ import annotations

import errno

import pytest
from sqlcipher3 import dbapi2

from fsdesk.store import faults
from fsdesk.store.refusals import Damaged, DiskFull, DiskTrouble, InUse, NoRights, NotAStore


@pytest.mark.parametrize(
    ("code", "refusal"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EFBIG, DiskFull),
        (errno.EROFS, NoRights),
        (errno.EACCES, NoRights),
        (errno.ENOENT, NotAStore),
        (errno.EIO, DiskTrouble),
    ],
)
def test_what_the_system_refuses_is_told_apart(code, refusal):
    """A full disk, missing rights, a missing folder and a disk in trouble are different to a person."""
    with pytest.raises(refusal), faults.sorted_out():
        raise OSError(code, "no")


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        ("database or disk is full", DiskFull),
        ("database disk image is malformed", Damaged),
        ("file is not a database", Damaged),
        ("database is locked", InUse),
        ("attempt to write a readonly database", NoRights),
    ],
)
def test_an_error_that_carries_no_code_is_known_by_its_words(tmp_path, words, refusal):
    """The driver's backup raises errors without their code, and they are told apart all the same."""
    assert refusal is type(faults.of_database(dbapi2.OperationalError(words), tmp_path))


def test_a_fault_of_ours_stays_what_it_is(tmp_path):
    """What nobody but us can put right is no refusal."""
    assert faults.of_database(dbapi2.OperationalError("no such table: plan"), tmp_path) is None
    assert faults.of_database(ValueError("disk I/O error of ours"), tmp_path) is None
