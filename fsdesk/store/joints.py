"""The links of single places in a laptop's chain, to see whether what comes joins on to what is here."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, select

from fsdesk.plans.edits import Header
from fsdesk.store import schema

_edits, _devices = schema.edits, schema.devices
_decode = msgspec.msgpack.Decoder(Header).decode


def link_after(connection: Connection, device: str, seq: int) -> bytes | None:
    """Return the link after an edit, or nothing when it is not here."""
    query = select(_edits.c.link).join(_devices, _devices.c.no == _edits.c.device)
    return connection.execute(query.where(_devices.c.id == device, _edits.c.seq == seq)).scalar()


def link_before(connection: Connection, device: str, seq: int) -> bytes | None:
    """Return the link that an edit says was before it, or nothing when it is not here."""
    query = select(_edits.c.header).join(_devices, _devices.c.no == _edits.c.device)
    header = connection.execute(query.where(_devices.c.id == device, _edits.c.seq == seq)).scalar()
    return None if header is None else _decode(header).previous
