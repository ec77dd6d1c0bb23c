"""What a worker or a team lead can do, one plain function each; all that window and command line call."""

from __future__ import annotations
