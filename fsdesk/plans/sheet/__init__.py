"""A reader's edition as a Sheet: what is shown, in which order, in whose words; how it looks is not said here."""

from __future__ import annotations

from fsdesk.plans.sheet.build import boxes_of, sheet_of, version_of
from fsdesk.plans.sheet.heads import Wishes
from fsdesk.plans.sheet.letters import edition_letter
from fsdesk.plans.sheet.values import Sheet, texts

__all__ = ["Sheet", "Wishes", "boxes_of", "edition_letter", "sheet_of", "texts", "version_of"]
