"""Print programs for tests: real programs on the path that note what they were asked and given."""

from __future__ import annotations

import sys
from pathlib import Path

LP = """#!{python}
import sys
from pathlib import Path
here = Path({here!r})
count = len(list(here.glob("asked-*")))
(here / f"asked-{{count}}").write_text("\\0".join(sys.argv[1:]))
(here / f"given-{{count}}").write_bytes(sys.stdin.buffer.read())
if {fails!r}:
    print("lp: Ailsa Reid has no rights to /home/ailsa/plan.pdf", file=sys.stderr)
    raise SystemExit(1)
print(f"request id is Upstairs-{{count + 41}} (1 file(s))")
"""
LPSTAT = """#!{python}
print("Upstairs")
print("Front_desk")
"""
CANCEL = """#!{python}
import sys
from pathlib import Path
(Path({here!r}) / "cancelled").write_text(sys.argv[1])
"""


class PrintPrograms:
    """The programs, and what they noted."""

    def __init__(self, here: Path, *, fails: bool = False) -> None:
        self.here, self.path = here / "noted", here / "programs"
        for folder in (self.here, self.path):
            folder.mkdir()
        for name, text in (("lp", LP), ("lpstat", LPSTAT), ("cancel", CANCEL)):
            program = self.path / name
            program.write_text(text.format(python=sys.executable, here=str(self.here), fails=fails))
            program.chmod(0o755)

    def asked(self) -> list[list[str]]:
        """Return the arguments of each call of lp."""
        return [path.read_text().split("\0") for path in sorted(self.here.glob("asked-*"))]

    def given(self) -> list[bytes]:
        """Return what each call of lp was given on its standard input."""
        return [path.read_bytes() for path in sorted(self.here.glob("given-*"))]

    @property
    def cancelled(self) -> str:
        """Return the job that was called back."""
        path = self.here / "cancelled"
        return path.read_text() if path.exists() else ""
