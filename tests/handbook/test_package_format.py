"""The page on packages: a script written from it alone opens one, verifies it and lists what it holds."""

from __future__ import annotations

import pytest

from fsdesk.desk import opening, plans
from tests.handbook import pages
from tests.store.stores import PASSPHRASE

PAGE = "package-format.md"


@pytest.fixture
def identity(team, tmp_path):
    """Writes the age identity of somebody's laptop to a file, as the page says where it lies."""

    def write(name):
        with opening.open_desk(team.store(name), PASSPHRASE) as desk, desk.reading() as tx:
            (tmp_path / name).write_bytes(tx.exec_driver_sql("SELECT opening FROM own_keys").scalar_one())
        return tmp_path / name

    return write


def read(place, package, card, identity):
    """What the page's script does with a package."""
    return pages.run(pages.script_of(PAGE), place, package, card, identity)


def test_the_script_uses_four_libraries_and_nothing_of_ours():
    """Besides Python it needs age, signatures, zstd and MessagePack."""
    assert {"pyrage", "cryptography", "zstandard", "msgspec"} == pages.imported(pages.script_of(PAGE))


def test_the_script_verifies_a_workers_package_and_lists_it(team, tmp_path, identity):
    """All plans but the one that stays, the chain whole over the edits left out, sealed parts counted for the lead."""
    with opening.open_desk(team.store("morag"), PASSPHRASE) as desk:
        here = {f"plan {one.id}" for one in plans.listing(desk)}

    done = read(tmp_path, team.to_morag, team.card("dan"), identity("morag"))

    assert "" == done.stderr
    lines = done.stdout.splitlines()
    assert here == {line.partition(":")[0] for line in lines if line.startswith("plan ")}
    assert len(here) == 5
    assert ": whole from edit 1 to 12" in done.stdout
    assert lines[-1].startswith("sealed parts: ")
    assert "sealed parts: for others" != lines[-1]


def test_the_script_follows_a_chain_past_edits_that_were_left_out(team, tmp_path, identity):
    """One plan of Dan's, passed on by Morag, verifies to the head that Dan signed."""
    done = read(tmp_path, team.to_isla, team.card("morag"), identity("isla"))

    assert "" == done.stderr
    assert 1 == done.stdout.count("plan ")
    assert 1 == done.stdout.count(": whole from edit ")


def test_the_script_refuses_a_package_of_another_sender_or_with_a_changed_byte(team, tmp_path, identity):
    """The signature is checked with the card, and age notices every byte."""
    reader = identity("morag")
    changed = bytearray(team.to_morag.read_bytes())
    changed[-1] ^= 1
    (tmp_path / "changed").write_bytes(changed)

    assert 0 != read(tmp_path, team.to_morag, team.card("isla"), reader).returncode
    assert 0 != read(tmp_path, tmp_path / "changed", team.card("dan"), reader).returncode
    assert 0 != read(tmp_path, team.to_isla, team.card("morag"), reader).returncode
