"""A laptop's own keys: Ed25519 to sign with, X25519 (age) to be written to; both live in its encrypted store."""

from __future__ import annotations

import secrets
from typing import Any

from sqlalchemy import Connection, insert, select, update

from fsdesk.plans.chain import Head
from fsdesk.store import numbers, schema

_ID_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"
_ID_LENGTH = 12
_own_keys = schema.own_keys


def new_id() -> str:
    """Return a new id for a laptop or a team: 12 random Crockford signs, short because every edit carries it."""
    return "".join(secrets.choice(_ID_SIGNS) for _ in range(_ID_LENGTH))


class Identity:
    """The keys of one laptop. Nothing shows them: no repr, no comparison, no export but the store's own."""

    def __init__(self, device: str, signing: bytes, opening: bytes) -> None:
        self.device = device
        self._signing = signing
        self._opening = opening

    @classmethod
    def fresh(cls) -> Identity:
        """Return new keys for a new laptop id."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        from pyrage import x25519

        opening = str(x25519.Identity.generate()).encode()
        return cls(new_id(), Ed25519PrivateKey.generate().private_bytes_raw(), opening)

    def __repr__(self) -> str:
        return f"Identity({self.device!r})"

    @property
    def public_key(self) -> bytes:
        """The Ed25519 key that others verify with, 32 bytes."""
        return bytes(self._private().public_key().public_bytes_raw())

    @property
    def recipient(self) -> str:
        """The age recipient that others seal to, as ``age1…``."""
        return str(self.opener().to_public())

    def opener(self) -> Any:
        """Return the age identity that opens what was sealed to this laptop, for pyrage."""
        from pyrage import x25519

        return x25519.Identity.from_str(self._opening.decode())

    def sign(self, message: bytes) -> bytes:
        """Return the Ed25519 signature of a message, 64 bytes."""
        return bytes(self._private().sign(message))

    def signed(self, head: Head) -> Head:
        """Return a head of this laptop with its signature. Raises ValueError for another laptop's."""
        if head.device != self.device:
            raise ValueError("a laptop signs its own head only")
        return Head(head.device, head.seq, head.link, self.sign(head.signed_bytes()))

    def keep(self, connection: Connection, at: int) -> None:
        """Keep these keys in the store, where nothing but the data key opens them."""
        no = numbers.for_device(connection, self.device)
        values = {"device": no, "signing": self._signing, "opening": self._opening, "made_at": at}
        connection.execute(insert(_own_keys).values(values))
        public = update(schema.devices).where(schema.devices.c.no == no)
        connection.execute(public.values(public_key=self.public_key))

    def _private(self) -> Any:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self._signing)


def own(connection: Connection, device: str) -> Identity | None:
    """Return the keys of one of this store's own laptops, or nothing when it is somebody else's."""
    no = numbers.of_device(connection, device)
    row = connection.execute(select(_own_keys).where(_own_keys.c.device == no)).one_or_none()
    return None if row is None else Identity(device, row.signing, row.opening)


def every_own(connection: Connection) -> list[Identity]:
    """Return the keys of all laptop ids that this store ever had, the present one first."""
    rows = connection.execute(
        select(schema.devices.c.id, _own_keys.c.signing, _own_keys.c.opening)
        .join(schema.devices, schema.devices.c.no == _own_keys.c.device)
        .order_by(_own_keys.c.ended_at.is_not(None), _own_keys.c.ended_at.desc(), _own_keys.c.device.desc())
    )
    return [Identity(*row) for row in rows]


def end(connection: Connection, device: str, at: int) -> None:
    """Note that a laptop id of this store has ended at the last edit made with it."""
    no = numbers.of_device(connection, device)
    connection.execute(update(_own_keys).where(_own_keys.c.device == no).values(ended_at=at))


def is_signed(public_key: bytes, signature: bytes, message: bytes) -> bool:
    """Say whether a message was signed with the key that belongs to this public key (Ed25519)."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
