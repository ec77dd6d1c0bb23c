"""The encrypted store and the sealed packages: the only SQL and the only ciphers of the program."""

from __future__ import annotations
