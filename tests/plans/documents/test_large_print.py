from __future__ import annotations

import pytest

from fsdesk.errors import Refused
from fsdesk.plans import examples as ex
from fsdesk.plans import model as m
from fsdesk.plans.model.people import PrintFormat
from fsdesk.plans.sheet import texts
from fsdesk.plans.sheet.values import Ties, Wheel
from tests.plans.documents.making import blocks, document, said, sample

PLAN, LARGE = PrintFormat.PLAN, PrintFormat.LARGE_PRINT
CARERS = (("F1", "adaeze"), ("F2", "shona"), ("F3", "donna"), ("F6", "moira"))


@pytest.mark.parametrize(("name", "reader"), CARERS)
def test_it_says_what_the_plan_says(name, reader):
    """The same sentences in the same sections; only the words inside figures stand otherwise."""
    plan, large = sample(name, PLAN, reader), sample(name, LARGE, reader)
    figures = {text for kind in (Wheel, Ties) for one in blocks(plan, kind) for text in texts(one)}
    of_plan, of_large = set(texts(plan.sections)), set(texts(large.sections))

    assert set() == of_plan - figures - of_large
    assert [one.heading for one in plan.sections] == [one.heading for one in large.sections]
    assert plan.last == large.last


@pytest.mark.parametrize(("name", "reader"), CARERS)
def test_every_word_of_a_figure_stands_in_a_list(name, reader):
    """Areas, people and what they bring are said in words; no figure is left to shrink."""
    plan, large = sample(name, PLAN, reader), sample(name, LARGE, reader)
    told = said(large.sections)
    areas = [one.word for wheel in blocks(plan, Wheel) for one in wheel.slices]
    near = [one.name for map_ in blocks(plan, Ties) for one in map_.ties]

    assert [] == [word for word in [*areas, *near] if word not in told]
    assert [] == blocks(large, Wheel) + blocks(large, Ties)


def test_a_tie_is_told_with_how_close_it_is():
    """Lines of the map become words."""
    near = [
        ex.a_record(m.NetworkLine, id="n", name="Nana Reid", line=m.Line.STRONG, brings="Sunday tea."),
        ex.a_record(m.NetworkLine, id="o", name="The library"),
    ]
    told = said(document(ex.a_plan(network=near), LARGE))

    assert "Close to us: Nana Reid: Sunday tea." in told
    assert "We know them: The library." in told


@pytest.mark.parametrize("size", [18, 22, 28])
def test_three_sizes_are_offered(size):
    """The size asked for is that of the body."""
    assert size == document(ex.a_plan(), LARGE, size=size).size


def test_another_size_is_refused_in_a_sentence():
    """Nothing is printed in a size nobody designed."""
    with pytest.raises(Refused, match="18, 22 and 28 points"):
        document(ex.a_plan(), LARGE, size=16)
