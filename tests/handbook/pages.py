"""Pages of the handbook and the script that a page of a format ends with, run without anything of ours."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

from tests.house.tree import ROOT

HANDBOOK = ROOT / "resources" / "handbook"
_SCRIPT = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)


def text_of(page: str) -> str:
    """What a page says."""
    return (HANDBOOK / page).read_text(encoding="utf-8")


def script_of(page: str) -> str:
    """The one script of a page."""
    (script,) = _SCRIPT.findall(text_of(page))
    assert isinstance(script, str)
    return script


def imported(script: str) -> set[str]:
    """The libraries that a script imports, those of the language left out."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(script)):
        if isinstance(node, ast.Import):
            found |= {one.name.partition(".")[0] for one in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found - set(sys.stdlib_module_names)


def run(script: str, place: Path, *arguments: object, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a script in a folder of its own, in a Python that knows neither this checkout nor our settings."""
    file = place / "reader.py"
    file.write_text(script, encoding="utf-8")
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-I", str(file), *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=place,
        env={**kept, "LC_ALL": "C.UTF-8", **settings},
        check=False,
    )
