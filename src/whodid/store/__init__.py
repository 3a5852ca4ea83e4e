"""Articles and records in one DuckDB file that people query. docs/store.md explains its tables and views."""

from whodid.store.entries import Batch, CoderId, Entry, Seen, Unread, key_of
from whodid.store.filters import Filter
from whodid.store.store import Run, Store

__all__ = ["Batch", "CoderId", "Entry", "Filter", "Run", "Seen", "Store", "Unread", "key_of"]
