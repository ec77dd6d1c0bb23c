"""Benchmarks: the main work measured in CPU seconds, each beside its floor in the same run. Never a test."""
