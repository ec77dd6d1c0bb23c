"""The benchmarks by name, the module that measures each, and the target of the performance table it answers to."""

from __future__ import annotations

NAMES = {
    "desk-window": "tests.bench.window",
    "store-save": "tests.bench.saving",
    "store-unlock": "tests.bench.unlocking",
    "sync": "tests.bench.syncing",
}
