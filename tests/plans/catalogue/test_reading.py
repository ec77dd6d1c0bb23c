from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fsdesk import resources
from fsdesk.errors import Refused
from fsdesk.plans.catalogue.files import Read
from fsdesk.plans.catalogue.reading import read_catalogue
from fsdesk.plans.principles import load

FILES = {name: resources.read_text("principles", name) for name in resources.names("principles")}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the catalogue's files that a test may damage."""
    return Path(shutil.copytree(resources.path("principles"), tmp_path / "principles"))


def reader_of(folder: Path) -> Read:
    return lambda name: (folder / name).read_text(encoding="utf-8")


def change(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text, "the test changes something that is there"
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_an_unchanged_copy_reads_as_the_same_catalogue(folder: Path) -> None:
    assert load() == read_catalogue(reader_of(folder))


def test_a_corrected_cell_of_the_one_table_moves_the_alignment(folder: Path) -> None:
    change(
        folder, "alignment.toml",
        'name = "Skilled and Supported Workforce", certainty = "doubtful"',
        'name = "Skilled and Supported Workforce", certainty = "read"',
    )  # fmt: skip
    corrected = read_catalogue(reader_of(folder))

    assert ("GP-COLLAB",) == getattr(corrected.entry("NP-09"), "aligned", None)
    assert ("NP-09",) == getattr(corrected.entry("GP-COLLAB"), "aligned", None)


@pytest.mark.parametrize(
    ("name", "old", "new", "where", "reason"),
    [
        ("national.toml", 'id = "NP-04"', 'id = "NP-44"', "national.toml, NP-04", "is missing"),
        ("national.toml", 'id = "NP-04"', 'id = "NP-03"', "national.toml, NP-04", "is missing"),
        ("national.toml", 'at = "item 4"', "", "national.toml, NP-04", "`at`"),
        ("national.toml", 'at = "item 4"', "at = 4", "national.toml, NP-04", "Expected `str`"),
        ("national.toml", 'at = "item 4"', 'at = " "', "national.toml, NP-04", "$.at"),
        ("national.toml", 'at = "item 4"', 'at = "item 4"\npage = 3', "national.toml, NP-04", "`page`"),
        ("national.toml", 'title = "Promoted"', "", "national.toml, NP-06", "title or our_title"),
        ("national.toml", '"Promoted"', '"A"\nour_title = "B"', "national.toml, NP-06", "title or our_title"),
        ("national.toml", '"Promoted"', '"Promoted', "national.toml, the whole file", "cannot be read"),
        ("national.toml", 'id = "NP-01"', "", "national.toml, entry 1", "`id`"),
        ("national.toml", '"Promoted"', '"Promoted"\ndocument = "oban"', "national.toml, NP-06", "'oban'"),
        ("glasgow_practice.toml", '"GP-VOICE.2"', '"GP-VOICE.3"', "practice.toml, GP-VOICE.3", "GP-VOICE.2"),
        ("glasgow_practice.toml", 'id = "GP-VOICE.2"', "", "practice.toml, GP-VOICE.2", "`id`"),
        ("glasgow_practice.toml", 'our_title = "Help early"', "", "practice.toml, GP-PREVENTION.1", "title"),
        ("glasgow_priorities.toml", "beyond_one_plan = true", "", "SP-1.3", "beyond_one_plan"),
        ("national_vision.toml", '"NV-1"', '"NV-1"\nstatements = [{}]', "vision.toml, NV-1", "only a"),
        ("national_vision.toml", 'kind = "vision"', 'kind = "dream"', "vision.toml, NV-1", "dream"),
        ("glasgow_vision.toml", 'id = "GV-1"', 'id = "NV-1"', "glasgow_vision.toml, GV-1", "is missing"),
        ("frameworks.toml", '"glasgow"\nsection', '"oban"\nsection', "glasgow-practice", "oban"),
        ("frameworks.toml", '"NP-10"]', '"NP-10", "NP-11"]', "national.toml, NP-11", "is missing"),
        ("frameworks.toml", '"NP-09", "NP-10"]', '"NP-09"]', "national.toml, NP-10", "does not name"),
        ("frameworks.toml", '["GV-1"', '["NV-1", "GV-1"', "glasgow_vision.toml, NV-1", "is missing"),
        ("frameworks.toml", "[[framework]]", "[[frame]]", "frameworks.toml, the whole file", "'frame'"),
        ("frameworks.toml", '"small-lists",', "", "frameworks.toml, small-lists", "does not name"),
        ("frameworks.toml", 'frameworks = [', 'frameworks = [1, ', "frameworks.toml, frameworks", "`str`"),
        ("frameworks.toml", 'kind = "lists"', 'kind = "heap"', "frameworks.toml, small-lists", "heap"),
        ("alignment.toml", 'certainty = "read"', 'certainty = "sure"', "alignment.toml, AL-01", "sure"),
        ("alignment.toml", '["NP-08"]', '["NP-80"]', "alignment.toml, AL-08", "'NP-80'"),
        ("alignment.toml", "\npromise = [", "\npledge = [", "alignment.toml, AL-01", "'pledge'"),
        ("alignment.toml", "\npromise = [", "\nnational = [", "the whole file", "cannot be read"),
        ("alignment.toml", 'earlier = [{ name = "Respectful", certainty = "read" }]', "", "AL-01", "earlier"),
        ("alignment.toml", 'id = "AL-07"', 'id = "AL-70"', "alignment.toml, AL-07", "is missing"),
        ("alignment.toml", 'id = "AL-07"', 'id = "AL-06"', "alignment.toml, AL-07", "is missing"),
        ("alignment.toml", '"AL-10", "AL-11"]', '"AL-10"]', "alignment.toml, AL-11", "does not name"),
        ("alignment.toml", 'id = "strengths"', 'id = "promise"', "[[column]]", "strengths"),
        ("alignment.toml", 'document = "glasgow"', 'document = "oban"', "alignment.toml, [table]", "'oban'"),
        ("drivers.toml", '{ name = "One Glasgow" }', '{ called = "" }', "glasgow-local", "called"),
        ("drivers.toml", '{ name = "One Glasgow" }', '{ name = "" }', "glasgow-local", "drivers[8]"),
        ("drivers.toml", 'document = "glasgow"', 'document = "oban"', "glasgow-national", "'oban'"),
    ],
)  # fmt: skip
def test_a_damaged_file_is_refused_by_its_name_and_entry(
    folder: Path, name: str, old: str, new: str, where: str, reason: str
) -> None:
    change(folder, name, old, new)

    with pytest.raises(Refused) as refused:
        read_catalogue(reader_of(folder))

    assert f"{where}: " in refused.value.what
    assert reason in refused.value.what
    assert "Put back the file" in refused.value.what_next


def test_an_id_that_another_framework_has_is_refused(folder: Path) -> None:
    change(folder, "frameworks.toml", '["GV-1"', '["NV-1"')
    change(folder, "glasgow_vision.toml", 'id = "GV-1"', 'id = "NV-1"')

    with pytest.raises(Refused, match=r"in glasgow_vision.toml, NV-1: national-vision has this id already"):
        read_catalogue(reader_of(folder))


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_missing_file_is_refused_by_its_name(folder: Path, name: str) -> None:
    (folder / name).unlink()

    with pytest.raises(Refused, match=f"in {name}, the whole file: it is missing"):
        read_catalogue(reader_of(folder))


@pytest.mark.parametrize("name", sorted(FILES))
@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00", b"x = " + b"[" * 100_000, b"entry = 3\ngroup = 3\n"]
)
def test_a_file_of_something_else_is_refused_by_its_name(folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)

    with pytest.raises(Refused, match=f"in {name}, "):
        read_catalogue(reader_of(folder))


@settings(max_examples=60, deadline=None)
@given(name=st.sampled_from(sorted(FILES)), place=st.integers(min_value=0), size=st.integers(1, 400))
def test_a_file_with_a_piece_torn_out_is_refused_or_still_holds_every_entry(
    name: str, place: int, size: int
) -> None:
    text = FILES[name]
    start = place % len(text)
    torn = FILES | {name: text[:start] + text[start + size :]}
    with suppress(Refused):
        assert set(load().index) == set(read_catalogue(torn.__getitem__).index)
