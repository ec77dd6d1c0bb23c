"""Sync packages: one sealed, signed, numbered file that carries edits from one laptop of a team to others."""
