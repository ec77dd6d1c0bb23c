"""Tests of the house itself: sizes, lock files, pages, and the scripts that prepare things."""
