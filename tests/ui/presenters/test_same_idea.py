from __future__ import annotations

from fsdesk.plans import principles
from fsdesk.ui.presenters.same_idea import Named, Same, Thread, names_in, same_ideas, threads

LEFT = [one.id for one in principles.load().frameworks[1].principles]
RIGHT = [one.id for one in principles.load().frameworks[0].principles]


def test_threads_that_are_sure_are_those_the_catalogue_aligns():
    """And every other thread says that it is only our reading."""
    sure = {(one.left, one.right) for one in threads(LEFT, RIGHT) if not one.as_we_read_it}
    aligned = {
        (one, other) for one in LEFT for other in principles.load().index[one].aligned if other in RIGHT
    }

    assert aligned == sure
    assert Thread("GP-COLLAB", "NP-08", as_we_read_it=True) in threads(LEFT, RIGHT)


def test_threads_come_in_the_order_of_the_lists_and_only_between_them():
    found = threads(LEFT, RIGHT)

    assert sorted(found, key=lambda one: (LEFT.index(one.left), RIGHT.index(one.right))) == list(found)
    assert () == threads(["GP-VOICE"], ["NP-01"])


def test_the_same_idea_is_named_as_every_other_list_names_it():
    assert (
        Same("STRENGTHS", (Named("Trust"),)),
        Same("The Promise", (Named("Empowerment and Agency"),)),
        Same("National Framework", (Named("Take account of families' voice"),)),
        Same("Child protection guidance 2023", (Named("Child at the Centre"),)),
        Same("Glasgow 2020–23", (Named("Engaging"),)),
    ) == same_ideas("GP-VOICE")


def test_a_reading_says_as_we_read_it_and_a_sure_name_does_not():
    promise = next(one for one in same_ideas("GP-FLEXIBLE") if one.framework == "The Promise")

    assert "Responsive and Timely, Flexible (as we read it)" == promise.said


def test_where_the_principle_itself_is_a_reading_everything_beside_it_is_one():
    """No sure place in the table names it."""
    names = [name for same in same_ideas("GP-COMPASSION") for name in same.names]

    assert names
    assert all(name.as_we_read_it for name in names)


def test_a_principle_that_is_in_several_rows_has_the_names_of_all_of_them():
    glasgow = next(one for one in same_ideas("NP-03") if one.framework.startswith("Glasgow 2024"))

    assert [
        Named("Compassionate and empathetic relationships", as_we_read_it=True),
        Named("Strengths-based"),
        Named("Trauma-informed and Therapeutic"),
    ] == list(glasgow.names)


def test_a_principle_outside_the_table_has_no_same_idea():
    assert () == same_ideas("GC-POWER")


def test_a_blank_cell_names_nothing():
    row = next(one for one in principles.load().alignment.rows if one.id == "AL-06")

    assert () == names_in(row.cell("strengths"))
    assert (Named("Promoted"),) == names_in(row.cell("national"))
