"""One passphrase is the same bytes however it was typed: PRECIS OpaqueString (RFC 8265)."""

from __future__ import annotations

from fsdesk.store.refusals import UnfitPassphrase

LONGEST = 1024
"""Code points a passphrase may have, after normalisation."""
_NFD_LONGEST = 4
"""No code point of NFC stands for more than four of NFD (Unicode Standard Annex 15, maximum expansion)."""


def prepared(passphrase: str) -> bytearray:
    """Return the bytes of a passphrase, to be overwritten after use: NFC, every kind of space the plain one.

    Raises UnfitPassphrase when it is empty, longer than 1,024 code points, or holds signs that no two keyboards
    type alike (controls, unassigned and invisible ones).
    """
    if len(passphrase) > LONGEST * _NFD_LONGEST:
        raise _too_long()
    same = _enforced(passphrase)
    if len(same) > LONGEST:
        raise _too_long()
    return bytearray(same.encode())


def _enforced(passphrase: str) -> str:
    from precis_i18n import get_profile  # its tables are not needed to draw the unlock window

    if not passphrase:
        raise UnfitPassphrase("The passphrase is empty.")
    try:
        same: str = get_profile("OpaqueString").enforce(passphrase)
    except UnicodeEncodeError:
        # The cause holds the passphrase itself, so it goes no further than this line.
        unfit = UnfitPassphrase(
            "The passphrase holds a sign that cannot be relied on: a control, or an invisible one."
        )
    else:
        return same
    raise unfit


def _too_long() -> UnfitPassphrase:
    return UnfitPassphrase(f"The passphrase is longer than {LONGEST:,} signs.", "Choose a shorter one.")
