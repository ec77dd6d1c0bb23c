"""Who may see what: one plan, one named reader, default deny, gates PG-1 to PG-10 (PG-11: `sheet.twin`)."""

from __future__ import annotations

from fsdesk.plans.audience.readers import default_reader
from fsdesk.plans.audience.values import CONFIRMABLE, Confirmed, Edition, Hold, held
from fsdesk.plans.audience.weigh import hold_or_edition

__all__ = ["CONFIRMABLE", "Confirmed", "Edition", "Hold", "default_reader", "held", "hold_or_edition"]
