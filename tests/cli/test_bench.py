from __future__ import annotations

import pytest

from fsdesk.cli import bench
from tests.bench.measuring import Row, with_growth

ROW = {"name": "save.one", "n": 10, "seconds": 0.002, "floor_seconds": 0.001, "ratio": 2.0, "peak_mib": 40.0}


@pytest.fixture
def measured(monkeypatch):
    """Benchmarks that take no time: what was asked for, in order."""
    asked: list[str] = []

    def measure(name: str) -> list[dict]:
        asked.append(name)
        return [ROW | {"name": name}]

    monkeypatch.setattr(bench, "_names", lambda: ["save.one", "save.many", "unlock"])
    monkeypatch.setattr(bench, "_measured", measure)
    return asked


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ((), ["save.one", "save.many", "unlock"]),
        (("unlock",), ["unlock"]),
        (("save",), ["save.one", "save.many"]),
        (("unlock", "save.one"), ["save.one", "unlock"]),
    ],
)
def test_bench_measures_those_that_are_named_or_all(program, measured, words, names):
    """Under the promised keys, each with its floor of the same run."""
    told = program.json("bench", *words)

    assert names == measured == [one["name"] for one in told]
    assert [set(ROW)] * len(names) == [set(one) for one in told]


def test_bench_in_words_is_a_line_each(program, measured):
    """With the ratio to its floor."""
    said = program("bench", "unlock")

    assert (0, 1, True) == (said.code, len(said.out.splitlines()), "ratio   2.00" in said.out)


def test_growth_stands_beside_the_larger_of_two_sizes():
    """Of the same work in the same run, whatever order the rows come in."""
    rows = [Row("save", n, seconds, 1.0, 1.0, 40.0) for n, seconds in ((10_000, 0.003), (1_000, 0.002))]
    told = with_growth([*rows, Row("unlock", 1_000, 0.001, 1.0, 1.0, 40.0)])

    assert [1.5, None, None] == [None if one.growth is None else round(one.growth, 2) for one in told]
    assert "growth  1.50" in bench._line(told[0]._asdict())
    assert "growth" not in bench._line(told[1]._asdict())


def test_a_name_that_no_benchmark_has_is_answered_with_those_there_are(program, measured):
    """Nothing is measured then."""
    assert "save.one, save.many, unlock" in program.refuses("bench", "nonsense")
    assert [] == measured


def test_the_benchmarks_of_this_checkout_are_listed():
    """Each can be run by its name."""
    assert bench._names()
