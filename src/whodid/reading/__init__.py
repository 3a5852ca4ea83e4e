"""The way in: files of many kinds become articles; headline, dateline and boilerplate are marked, and nothing is cut."""

from whodid.reading.failures import Failure
from whodid.reading.jsonl import read_jsonl, read_objects, text_of
from whodid.reading.languages import refusal
from whodid.reading.marking import mark

__all__ = ["Failure", "mark", "read_jsonl", "read_objects", "refusal", "text_of"]
