from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fsdesk.plans.catalogue.alignment import COLUMNS, AlignmentRow, Cell, Certainty, Reading, counterparts
from fsdesk.plans.principles import load

FRAMEWORK_OF = {"A-1": "a", "A-2": "a", "B-1": "b", "B-2": "b", "C-1": "c"}

readings = st.builds(
    Reading,
    name=st.just("a name"),
    certainty=st.sampled_from(["read", "repaired", "doubtful"]),
    principles=st.lists(st.sampled_from(sorted(FRAMEWORK_OF)), max_size=2).map(tuple),
)
cells = st.lists(readings, min_size=1, max_size=3).map(tuple)


def row_of(*six: tuple[Reading, ...]) -> AlignmentRow:
    made = tuple(Cell(column=column, readings=one) for column, one in zip(COLUMNS, six, strict=True))
    return AlignmentRow(id="AL-01", locator="a row", cells=made)


rows = st.lists(st.tuples(*[cells] * 6).map(lambda six: row_of(*six)), max_size=4)


@given(rows)
def test_counterparts_answer_to_each_other(some: list[AlignmentRow]) -> None:
    found = counterparts(some, FRAMEWORK_OF)

    assert [] == [
        (one, two) for one, others in found.items() for two in others if one not in found.get(two, ())
    ]


@given(rows)
def test_counterparts_stand_together_for_sure_in_some_row_and_come_from_two_frameworks(
    some: list[AlignmentRow],
) -> None:
    for one, others in counterparts(some, FRAMEWORK_OF).items():
        for two in others:
            assert FRAMEWORK_OF[one] != FRAMEWORK_OF[two]
            assert any({one, two} <= row.sure_principles() for row in some)


@given(rows)
def test_taking_out_the_doubtful_readings_changes_no_counterpart(some: list[AlignmentRow]) -> None:
    blank = Reading(name="", certainty="read")
    sure = [
        row_of(
            *(tuple(r if r.certainty != "doubtful" else blank for r in cell.readings) for cell in row.cells)
        )
        for row in some
    ]

    assert counterparts(sure, FRAMEWORK_OF) == counterparts(some, FRAMEWORK_OF)


@pytest.mark.parametrize(
    ("sure", "expected"),
    [
        (["read"], "read"),
        (["read", "repaired"], "repaired"),
        (["repaired", "doubtful", "read"], "doubtful"),
    ],
)
def test_a_cell_is_as_sure_as_its_least_sure_reading(sure: list[Certainty], expected: Certainty) -> None:
    cell = Cell(column="national", readings=tuple(Reading(name="x", certainty=one) for one in sure))

    assert expected == cell.certainty


class TestTheTableItself:
    def test_it_has_eleven_rows_of_six_cells(self) -> None:
        assert [COLUMNS] * 11 == [tuple(cell.column for cell in row.cells) for row in load().alignment.rows]

    def test_every_national_principle_stands_in_the_national_column(self) -> None:
        standing = {
            name
            for row in load().alignment.rows
            for r in row.cell("national").readings
            for name in r.principles
        }

        assert {f"NP-{n:02}" for n in range(1, 11)} == standing

    def test_a_reading_that_is_not_as_printed_says_why(self) -> None:
        unsure = [
            reading
            for row in load().alignment.rows
            for cell in row.cells
            for reading in cell.readings
            if reading.certainty != "read"
        ]

        assert [] == [reading.name for reading in unsure if not reading.note]

    @pytest.mark.parametrize(
        ("principle", "aligned"),
        [
            ("GP-NONSTIGMA", ("NP-01",)),
            ("GP-RIGHTS", ("NP-06", "NP-10")),
            ("GP-STRENGTHS", ("NP-03", "NP-04")),
            ("GP-COMMUNITY", ("NP-08",)),
            ("NP-01", ("GP-INCLUSIVE", "GP-NONSTIGMA")),
            ("NP-06", ("GP-RIGHTS", "GP-PREVENTION")),
        ],
    )
    def test_a_principle_knows_its_counterparts(self, principle: str, aligned: tuple[str, ...]) -> None:
        whole = load().principle_of(principle)

        assert whole is not None
        assert aligned == whole.aligned

    @pytest.mark.parametrize(
        "principle", ["GP-COMPASSION", "GP-COLLAB", "NP-02", "NP-09", "GC-MIRROR", "SP-1"]
    )
    def test_a_principle_without_a_sure_counterpart_has_none(self, principle: str) -> None:
        whole = load().principle_of(principle)

        assert whole is not None
        assert whole.aligned == ()

    def test_a_doubtful_reading_can_be_shown_all_the_same(self) -> None:
        assert ["AL-03"] == [row.id for row in load().rows_of("GP-COMPASSION")]
        assert ["AL-08", "AL-09"] == [row.id for row in load().rows_of("NP-08")]

    def test_alignment_is_symmetric(self) -> None:
        pairs = {(one.id, other) for one in load().principles for other in one.aligned}

        assert pairs == {(other, one) for one, other in pairs}
