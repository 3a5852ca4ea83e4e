"""The way in: plain text and JSON lines become articles; headline, dateline and boilerplate are marked, and nothing is cut."""

from whodid.reading.jsonl import Failure, read_jsonl, read_objects, text_of
from whodid.reading.marking import mark
from whodid.reading.plain import read_text

__all__ = ["Failure", "mark", "read_jsonl", "read_objects", "read_text", "text_of"]
