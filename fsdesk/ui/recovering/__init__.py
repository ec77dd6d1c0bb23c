"""The way back to plans whose passphrase does not come to mind: by the recovery sheet, or with the team lead."""

from __future__ import annotations
