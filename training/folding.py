"""The type that PLOVER's table from CAMEO of 2021 gives, which the task of `whodid classify` follows and the record does not."""

from __future__ import annotations

import re

_COOPERATIVE = ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT")
_TO_COME = ("CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT")
_CONFLICT = ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")
_BLOCKED = re.compile(r"blockad", re.IGNORECASE)
_IMPOSED = re.compile(r"sanction|embargo|blacklist|boycott", re.IGNORECASE)


def told_of(type: str, mode: str, status: str, trigger: str) -> str:
    """One of fifteen types or NONE: help still to come is agreed to, harm still to come threatened, help denied refused."""
    if type in _TO_COME and status in ("planned", "proposed"):
        return "AGREE"
    if type in _COOPERATIVE and status == "denied":
        return "REJECT"
    if type in _CONFLICT and status in ("planned", "proposed"):
        return "THREATEN"
    if type == "COERCE" and (mode == "cyber" or _BLOCKED.search(trigger)):
        return "ASSAULT"
    if type == "SANCTION" and mode == "convict":
        return "ACCUSE"
    if type == "SANCTION" and mode in ("discontinue", "-") and _IMPOSED.search(trigger):
        return "COERCE"
    return "YIELD" if type in ("CONCEDE", "RETREAT") else type
