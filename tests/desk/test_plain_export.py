from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from fsdesk.desk import drafts, erasures, opening, plain_export, plans
from fsdesk.desk.files import NotWritable
from fsdesk.desk.plain_export import NotEmpty
from fsdesk.jobs import Progress, Stopped
from fsdesk.plans import document, samples
from fsdesk.store import acts, durable, media
from tests.desk.team import Laptop
from tests.store.stores import PASSPHRASE, contents

ERASED = samples.load("F2").id
TYPED = samples.load("F6").id


@pytest.fixture
def dan(families) -> Laptop:
    """Dan's laptop with six families, of which one was erased and in one of which somebody types."""
    erasures.erase(families.dan.desk, ERASED, "The family asked.")
    drafts.keep(
        families.dan.desk, plan=TYPED, collection="steps", record="s", field="what", text="Ring th", cursor=7
    )
    return families.dan


def exported(laptop: Laptop, to: Path) -> Path:
    """Everything in plain files."""
    plain_export.write(laptop.desk, PASSPHRASE, to)
    return to


def test_every_plan_is_there_as_a_document_that_can_be_brought_in_again(dan, tmp_path):
    """With its pictures in it."""
    folder = exported(dan, tmp_path / "out")
    index = json.loads((folder / "export.json").read_bytes())

    assert {one.id for one in plans.listing(dan.desk)} == {one["id"] for one in index["plans"]}
    for one in index["plans"]:
        held = document.read((folder / one["folder"] / "plan.json").read_bytes())
        assert one["id"] == held.id
        assert all(picture.base64 for picture in held.media)
        assert one["edits"] == len(json.loads((folder / one["folder"] / "history.json").read_bytes()))


def test_history_drafts_pictures_acts_and_erasures_are_there(dan, tmp_path):
    """Of what was erased, only that it was."""
    folder = exported(dan, tmp_path / "out")

    assert "Ring th" in (folder / "plans" / TYPED / "drafts.json").read_text()
    with dan.desk.reading() as tx:
        for name in media.names(tx):
            assert media.get(tx, name) == (folder / "pictures" / f"{name}.png").read_bytes()
    assert ["erased"] == [one["act"] for one in json.loads((folder / "acts.json").read_bytes())]
    (gone,) = json.loads((folder / "erased.json").read_bytes())
    assert (ERASED, "The family asked.", False) == (gone["plan"], gone["why"], gone["let_in_again"])
    assert not (folder / "plans" / ERASED).exists()


def test_every_file_is_its_owners_alone_and_named_with_what_it_holds(dan, tmp_path):
    """The index knows each by its digest; no name of a person is a file's."""
    folder = exported(dan, tmp_path / "out")
    index = json.loads((folder / "export.json").read_bytes())["files"]

    held = {name: data for name, data in contents(folder).items() if name != "export.json"}
    assert {name: hashlib.blake2b(data, digest_size=32).hexdigest() for name, data in held.items()} == index
    assert {0o600} == {path.stat().st_mode & 0o777 for path in folder.rglob("*") if path.is_file()}
    assert {0o700} == {path.stat().st_mode & 0o777 for path in (folder, *folder.rglob("*")) if path.is_dir()}
    names = {person.name.lower() for plan in samples.load_all() for person in plan.people}
    assert not any(name in path.lower() for path in index for name in names if len(name) > 3)


def test_it_is_kept_as_an_act(dan, tmp_path):
    """With how much it was."""
    exported(dan, tmp_path / "out")
    with dan.desk.reading() as tx:
        act = acts.every(tx)[-1]

    assert (acts.PLAIN_EXPORT, "Dan", 5) == (act.act, act.who, act.detail["plans"])


def test_the_passphrase_is_asked_for_again(dan, tmp_path):
    """Whoever finds the window open gets nothing."""
    with pytest.raises(opening.WrongPassphrase):
        plain_export.write(dan.desk, "not the one at all", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_folder_that_holds_something_is_left_alone(dan, tmp_path):
    """An empty one is filled; a file is none."""
    (tmp_path / "mine").mkdir()
    exported(dan, tmp_path / "mine")
    before = contents(tmp_path / "mine")
    (tmp_path / "file").write_text("mine")

    for taken in ("mine", "file"):
        with pytest.raises(NotEmpty):
            plain_export.write(dan.desk, PASSPHRASE, tmp_path / taken)
    assert before == contents(tmp_path / "mine")
    with pytest.raises(NotWritable):
        plain_export.write(dan.desk, PASSPHRASE, tmp_path / "no" / "such" / "folder")


@pytest.mark.parametrize("nth", [1, 4, 9, 14])
def test_on_a_full_disk_nothing_is_left_and_no_act_is_kept(dan, tmp_path, monkeypatch, nth):
    """Whichever file it is that finds no room."""
    place = tmp_path / "here"
    place.mkdir()
    count, write_new = [0], durable.write_new

    def full(path, content):
        count[0] += 1
        if count[0] == nth:
            raise OSError(28, "No space left on device")
        write_new(path, content)

    monkeypatch.setattr(durable, "write_new", full)
    with pytest.raises(NotWritable, match="no room"):
        plain_export.write(dan.desk, PASSPHRASE, place / "out")
    monkeypatch.undo()

    assert nth <= count[0]
    assert [] == list(place.iterdir())
    with dan.desk.reading() as tx:
        assert acts.PLAIN_EXPORT not in {one.act for one in acts.every(tx)}


def test_stopped_it_leaves_nothing(dan, tmp_path):
    """As long work does."""
    (tmp_path / "here").mkdir()
    progress = Progress()
    progress.cancel()

    with pytest.raises(Stopped):
        plain_export.write(dan.desk, PASSPHRASE, tmp_path / "here" / "out", progress)
    assert [] == list((tmp_path / "here").iterdir())


def test_what_a_killed_process_left_is_cleared_by_the_next_export_to_that_place(dan, tmp_path):
    """It lies in the open, so it may not stay."""
    left = tmp_path / ".out.fsdesk-0000.new"
    left.mkdir()
    (left / "plan.json").write_text("half a family")
    other = tmp_path / ".other.fsdesk-0000.new"
    other.mkdir()

    exported(dan, tmp_path / "out")

    assert not left.exists()
    assert other.exists()
