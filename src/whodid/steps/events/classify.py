"""The type decision alone: which PLOVER type the words give what one marked party does to another."""

from __future__ import annotations
