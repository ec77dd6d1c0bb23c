"""Safe on this laptop: cover and lock, the passphrase, and backups, each in a card of its own."""

from __future__ import annotations

from fsdesk.ui.settings.backups import BackupsCard
from fsdesk.ui.settings.cover_lock import CoverLockCard
from fsdesk.ui.settings.passphrase import PassphraseCard
from fsdesk.ui.settings.rows import Columns


class SafeTopic(Columns):
    """What keeps the plans from strangers, and keeps them at all."""

    def __init__(self) -> None:
        self.cover_lock, self.passphrase, self.backups = CoverLockCard(), PassphraseCard(), BackupsCard()
        super().__init__([self.cover_lock, self.passphrase], [self.backups])
        self.passphrase.opened.connect(self._on_opened)
        self.setFocusProxy(self.cover_lock)

    def _on_opened(self, is_open: bool) -> None:
        """What opens has the page to itself, until it is closed."""
        self.cover_lock.setVisible(not is_open)
        self.backups.setVisible(not is_open)
        self.box.setStretch(0, 3 if is_open else 1)
