from __future__ import annotations

import pytest

from fsdesk.store.derivation import FLOOR, AbsurdDerivation, Derivation, calibrated
from tests.store.stores import CHEAP


def test_the_floor_is_the_second_recommended_option_of_rfc_9106():
    """A store made in earnest costs 64 MiB, 3 passes and 4 lanes at least."""
    assert (64 * 1024, 3, 4) == (FLOOR.memory_kib, FLOOR.passes, FLOOR.lanes)


@pytest.mark.parametrize(("seconds", "passes"), [(5.0, 3), (0.8, 3), (0.3, 8), (0.2, 12), (0.0, 12)])
def test_a_quick_computer_does_more_passes_and_a_slow_one_never_fewer(seconds, passes):
    """Calibration goes up to about a second, never under the floor and never beyond twelve passes."""
    assert Derivation(FLOOR.memory_kib, passes, FLOOR.lanes) == calibrated(lambda cost: seconds)


@pytest.mark.parametrize(
    "cost",
    [
        Derivation(memory_kib=2**30),
        Derivation(memory_kib=0),
        Derivation(memory_kib=31, passes=1, lanes=4),
        Derivation(passes=0),
        Derivation(passes=10**9),
        Derivation(lanes=0),
        Derivation(lanes=2**20),
        Derivation(memory_kib=1024 * 1024, passes=5),
    ],
)
def test_an_absurd_cost_is_refused_before_any_work(cost):
    """Keys that ask for gigabytes, hours or nothing at all are refused."""
    with pytest.raises(AbsurdDerivation):
        cost.derive(bytearray(b"kettle"), bytes(16))


def test_keys_follow_passphrase_salt_and_cost():
    """The same three give the same key, and each of them another one."""
    key = CHEAP.derive(bytearray(b"kettle"), bytes(16))

    others = [
        CHEAP.derive(bytearray(b"kettl"), bytes(16)),
        CHEAP.derive(bytearray(b"kettle"), bytes(15) + b"\1"),
        Derivation(memory_kib=40, passes=1, lanes=1).derive(bytearray(b"kettle"), bytes(16)),
    ]
    assert key == CHEAP.derive(bytearray(b"kettle"), bytes(16))
    assert key not in others
