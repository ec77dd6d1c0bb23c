"""How the window looks: tokens, and the few things made from them."""

from __future__ import annotations
