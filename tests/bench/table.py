"""The benchmarks by name, the module that measures each, and the target of the performance table it answers to."""

from __future__ import annotations

NAMES = {
    "check": "tests.bench.checking",
    "desk-felt": "tests.bench.desk",
    "desk-window": "tests.bench.window",
    "print-plan": "tests.bench.printing",
    "print-every": "tests.bench.printing_all",
    "store": "tests.bench.storing",
    "sync": "tests.bench.syncing",
    "wording-quality": "tests.bench.wording_quality",
    "wording-speed": "tests.bench.wording_speed",
}
