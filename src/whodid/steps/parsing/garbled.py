"""Garbled marks: UTF-8 read as Windows-1252, three characters where one was, and apostrophes doubled, as old archives have them."""

from __future__ import annotations

import re

_GARBLED = re.compile("nâ€™t\\b|â€[œ˜™“”\u009d\ufffd]|(?<=\\w)''(?=s\\b)|(?<=\\w)n''t\\b")
_MARKS = {"''": " '", "n''t": " n't", "nâ€™t": "  n't", "â€œ": '  "', "â€˜": "  '", "â€™": "  '", "â€“": " - ", "â€”": " - "}
_CLOSING = '"  '


def ungarbled(text: str) -> str:
    """The text with plain marks beside their words and white space for the rest: as long as it was, so that offsets hold.

    Example:
        >>> ungarbled("Norlandâ€™s army")
        "Norland  's army"
    """
    return _GARBLED.sub(lambda found: _MARKS.get(found[0], _CLOSING), text) if "â€" in text or "''" in text else text
