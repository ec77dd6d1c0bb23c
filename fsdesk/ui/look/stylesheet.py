"""The one style sheet of the application, made from the tokens of a look and the text scale."""

from __future__ import annotations

import re
from string import Template

from fsdesk import resources
from fsdesk.ui.look.tokens import CODE_FAMILY, Look

_LENGTH = re.compile(r"(\d+(?:\.\d+)?)px")


def style_sheet(look: Look, scale: float = 1.0) -> str:
    """Every sheet of ``resources/look`` in one, its ``$token`` filled in and each length in px times ``scale``.

    Raises KeyError when a sheet names a token that no look has.
    """
    sheets = "\n".join(resources.read_text("look", name) for name in resources.names("look"))
    return _LENGTH.sub(
        lambda found: _scaled(float(found[1]), scale), Template(sheets).substitute(_words(look))
    )


def _words(look: Look) -> dict[str, str]:
    high_contrast = look.line > 1
    return {
        **{token: str(value) for token, value in look._asdict().items()},
        "line": f"{look.line}px",
        "notice_line": f"{look.line}px" if high_contrast else "0px",
        "chosen": f"{2 * look.line}px",  # told by its line as well as by its colour
        "links": "underline" if high_contrast else "none",
        "code": CODE_FAMILY,
    }


def _scaled(length: float, scale: float) -> str:
    return f"{max(1, round(length * scale)) if length else 0}px"
