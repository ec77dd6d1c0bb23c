"""Of the sources that Qt for Python reads while modules are loaded, no more than a few are kept in memory."""

from __future__ import annotations

import linecache
from typing import Any

_KEPT = 16


def keep_few() -> None:
    """From now on Python remembers the last few sources that were read. The second call does nothing.

    Qt for Python looks for its own name in the source of every module that is loaded after it, and Python keeps
    all that was ever read: 18 MiB once every place of the window is open. A trace reads what it shows anew.
    """
    if not isinstance(linecache.cache, _Few):
        linecache.cache = _Few(linecache.cache)
        linecache.clearcache()


class _Few(dict[str, Any]):
    """The oldest goes when there are too many; whoever is just reading one reads the newest."""

    def __setitem__(self, name: str, lines: Any) -> None:
        super().__setitem__(name, lines)
        for oldest in list(self)[:-_KEPT]:
            self.pop(oldest, None)
