from __future__ import annotations

import pytest

from fsdesk.printing.styles import LEFT, PAGE, RIGHT
from tests.plans.any_plan import whole_plan
from tests.plans.planted import printable
from tests.printing.pages import letters, printed

SENTENCE = "It went on and on, as such things do when nobody stops them. "
OPEN = dict.fromkeys(("PG-2", "PG-3", "PG-5", "PG-6"), "Dan")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a", id="one letter"),
        pytest.param("W" * 300, id="a word wider than the page"),
        pytest.param(SENTENCE * 10, id="a paragraph"),
        pytest.param(SENTENCE * 80, id="two sides", marks=pytest.mark.long),
    ],
)
def test_any_text_in_any_field_prints_whole(text):
    """However long a text is and wherever it stands, it is printed, and no letter leaves the page."""
    made = printed(printable(whole_plan(lambda collection, field: text)), "the-people", confirmed=OPEN)
    boxes = [one for side in letters(made) for one in side]

    assert boxes
    assert min(one.left for one in boxes) >= LEFT - 2
    assert max(one.right for one in boxes) <= PAGE[0] - RIGHT + 2
    assert min(one.low for one in boxes) > 15
