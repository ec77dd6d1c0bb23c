"""The page on packages: a script written from it alone opens one, verifies it and lists what it holds."""

from __future__ import annotations

import subprocess

import pytest

from fsdesk.desk import opening, plans, rosters
from fsdesk.store import contact
from fsdesk.store import rosters as stored_rosters
from fsdesk.store.package import layout, receipt
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


FORTY_LINES = """\
import hashlib, json, sys
import msgspec, pyrage, zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
unpack = msgspec.msgpack.decode
file, card, identity = (open(name, "rb").read() for name in sys.argv[1:4])
identity = pyrage.x25519.Identity.from_str(identity.decode().strip())
inside, label = pyrage.decrypt(file, [identity]), b"fsdesk-package-1\\0"
assert inside.startswith(label)
end = 21 + int.from_bytes(inside[17:21], "big")
header, signature, rest = inside[21:end], inside[end : end + 64], inside[end + 64 :]
key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(json.loads(card)["signing_key"]))
key.verify(signature, label + header)
said = unpack(header)
assert str(identity.to_public()) in said["recipients"]
general = rest[: said["general"]["size"]]
assert hashlib.blake2b(general, digest_size=32).digest() == said["general"]["digest"]
edits = []
while general:
    packed, whole = (int.from_bytes(general[at : at + 4], "big") for at in (0, 4))
    kind, items = unpack(zstandard.ZstdDecompressor().decompress(general[8 : 8 + packed], max_output_size=whole))
    edits += items if kind == "edits" else []
    general = general[8 + packed :]
print("package", said["number"], "from", said["sender"])
for header, parts in edits:
    for kind, bound, salt, body in parts:
        person = b"fsdesk-part"
        assert body is None or hashlib.blake2b(salt + body, digest_size=32, person=person).digest() == bound
plans = [unpack(header)[1] for header, parts in edits]
for plan in sorted(set(plans)):
    print("plan", plan, plans.count(plan), "edits")
if said["roster"]:
    body, signature = unpack(said["roster"])
    roster = unpack(body)
    lead = next(one for one in map(json.loads, roster["cards"]) if one["device"] == roster["by"])
    lead_key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(lead["signing_key"]))
    lead_key.verify(signature, b"fsdesk-roster-1\\0" + body)
    print("team list", roster["number"], *(json.loads(one)["name"] for one in roster["cards"]))
"""


def test_forty_lines_verify_a_package_and_list_it(team, tmp_path, identity):
    """Signature, digests, commitments, the team list, every plan: nobody needs fsdesk for it."""
    with opening.open_desk(team.store("morag"), PASSPHRASE) as desk:
        here = {one.id for one in plans.listing(desk)}
        listed = rosters.newest(desk).roster

    done = pages.run(FORTY_LINES, tmp_path, team.to_morag, team.card("dan"), identity("morag"))
    relayed = pages.run(FORTY_LINES, tmp_path, team.to_isla, team.card("morag"), identity("isla"))

    assert len(FORTY_LINES.splitlines()) <= 40
    assert ("", "") == (done.stderr, relayed.stderr)
    assert here == {line.split()[1] for line in done.stdout.splitlines() if line.startswith("plan ")}
    assert f"team list {listed.number} " in relayed.stdout
    assert {"dan", "isla", "morag"} <= set(relayed.stdout.splitlines()[-1].split())


@pytest.mark.needs_tool("age")
def test_the_age_program_opens_the_envelope(team, identity):
    """With the key of a recipient, and with no other."""
    held = [
        subprocess.run(
            ["age", "--decrypt", "--identity", str(identity(name)), str(team.to_morag)],
            capture_output=True,
            check=False,
        )
        for name in ("morag", "isla")
    ]

    assert [(0, b"fsdesk-package-1\0"), (1, b"")] == [(one.returncode, one.stdout[:17]) for one in held]


@pytest.mark.parametrize(
    "what", [layout.Header, stored_rosters.Roster, receipt.Receipt, receipt.Received, contact.Card]
)
def test_the_page_names_every_key(what):
    """Of headers, lists, receipts and cards: nothing stands in a file that the page does not speak of."""
    page = pages.text_of(PAGE)
    named = [one for one in what.__struct_fields__ if f"`{one}`" in page or f'"{one}"' in page]

    assert list(what.__struct_fields__) == named
