"""Safe on this laptop: cover and lock, the passphrase, and backups, each in a card of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from fsdesk.ui.settings.backups import BackupsCard
from fsdesk.ui.settings.cover_lock import CoverLockCard
from fsdesk.ui.settings.passphrase import PassphraseCard
from fsdesk.ui.settings.rows import Columns


class SafeTopic(Columns):
    """What keeps the plans from strangers, and keeps them at all."""

    def __init__(self) -> None:
        self.cover_lock, self.passphrase, self.backups = CoverLockCard(), PassphraseCard(), BackupsCard()
        super().__init__([self.cover_lock, self.passphrase], [self.backups])
        self.passphrase.opened.connect(lambda is_open: self._on_opened(self.passphrase, 0, is_open))
        self.backups.opened.connect(lambda is_open: self._on_opened(self.backups, 1, is_open))
        self.setFocusProxy(self.cover_lock)

    def close_all(self) -> None:
        """Nothing that was typed or shown stays: somebody leaves this page."""
        self.passphrase.close_all()
        self.backups.close_all()

    def _on_opened(self, card: QWidget, column: int, is_open: bool) -> None:
        """What opens has the page to itself, until it is closed."""
        for other in (self.cover_lock, self.passphrase, self.backups):
            other.setVisible(not is_open or other is card)
        for at in (0, 1):
            self.box.setStretch(at, 1 if not is_open else 3 if at == column else int(at > column))
