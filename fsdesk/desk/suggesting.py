"""A passphrase of common words, drawn on this laptop."""

from __future__ import annotations

import secrets

from fsdesk.store import contact

WORDS = 6
"""Six words of a list of 2,048 are 66 bits, which the key derivation makes dear to guess."""


def passphrase() -> str:
    """Return six random words, a space between them."""
    listed = contact.word_list()
    return " ".join(secrets.choice(listed) for _ in range(WORDS))
