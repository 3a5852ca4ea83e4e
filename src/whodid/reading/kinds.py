"""What kind of file this is, told from its first bytes; the name only decides where the bytes leave it open."""

from __future__ import annotations

import codecs
import csv
import json
import re

from whodid.errors import InputError
from whodid.reading.columns import role_of
from whodid.reading.signatures import MARKS, Kind, refuse, signed

# Bytes that are looked at. A first line of JSON that is longer is judged by its beginning.
PEEKED = 1 << 16
LINES_ENDINGS = (".jsonl", ".ndjson")
TABLE_ENDINGS = (".csv", ".tsv", ".tab")
DELIMITERS = ",\t;|"
_OFFICE = re.compile(rb"\[Content_Types\]\.xml|mimetypeapplication/|_rels/\.rels")
_FEED_ROOT = re.compile(rb"<(?:rss|feed|(?:\w+:)?RDF)[\s>]", re.IGNORECASE)
_BEFORE_ROOT = rb"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*"
_HTML_ROOT = re.compile(_BEFORE_ROOT + rb"<(?:!doctype\s+html|html|head|body|meta|title|article|div|p|h1)\b", re.I | re.S)
# What a server printed before the page does not make it another kind.
_HTML_LATER = re.compile(rb"<!doctype html|<html[\s>]", re.IGNORECASE)
_HTML_INSIDE = re.compile(rb"<(?:html|body|head)[\s>]", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml|\s*<!DOCTYPE|\s*<[a-z:_]+[\s>]", re.IGNORECASE)
_WRAPPED = re.compile(rb'"articles"\s*:\s*\[')
_LIST = re.compile(rb"\s*\[\s*(?:[{\[\]]|$)")
_OBJECT = re.compile(rb'\s*\{\s*(?:"|\}|$)')
_CELL = re.compile(r"[\w .:#/()-]{1,40}")


def kind_of(start: bytes, name: str) -> Kind:
    """The kind of what begins with these bytes.

    Args:
        start: The first `PEEKED` bytes, or all.
        name: What messages call it; its ending decides between kinds that begin alike (a CSV file without any usual column).

    Raises:
        InputError: Where it is of a kind that is not read; says which, and what to do. Its code is "beside" for images, fonts and the like.
    """
    if kind := signed(start):
        return _zip_or_office(start, name) if kind is Kind.zip else kind
    refuse(start, name)
    words = start.removeprefix(codecs.BOM_UTF8)
    if words.startswith(b"WARC/"):
        return Kind.warc
    return _markup(_narrow(words), name) or _json(words, name) or _table(words, name) or _by_name(words, name)


def _zip_or_office(start: bytes, name: str) -> Kind:
    if _OFFICE.search(start[:2000]):
        raise InputError(f"{name}: is a Word, Excel, OpenDocument or EPUB file; save it as plain text, HTML or CSV", code="binary")
    return Kind.zip


def _narrow(start: bytes) -> bytes:
    """UTF-16 markup as bytes that the patterns can see."""
    return start[2:].replace(b"\0", b"") if start.startswith(MARKS[1:]) else start


def _markup(start: bytes, name: str) -> Kind | None:
    head = start[:4096].lstrip()
    if not head.startswith(b"<"):
        return Kind.html if _HTML_LATER.search(start[:2048]) else None
    if _FEED_ROOT.search(head) and not _HTML_INSIDE.search(head.split(b"<item")[0].split(b"<entry")[0]):
        return Kind.feed
    if _HTML_ROOT.match(head) or _HTML_INSIDE.search(start):
        return Kind.html
    if _XML.match(head) and head.startswith(b"<?xml"):
        raise InputError(f"{name}: is XML, but neither RSS, Atom nor XHTML; expected articles as HTML, text, JSON or CSV", code="binary")
    return None


def _json(start: bytes, name: str) -> Kind | None:
    if _LIST.match(start) and not name.endswith(LINES_ENDINGS):
        return Kind.json
    if not _OBJECT.match(start):
        return None
    first, _, rest = start.lstrip().partition(b"\n")
    if _is_object(first):
        whole = not rest.strip()
        return Kind.json if whole and _WRAPPED.search(first) else Kind.jsonl
    if not rest and len(start) >= PEEKED:
        return Kind.json if _WRAPPED.search(first) else Kind.jsonl
    pretty = rest.lstrip()[:1] in (b'"', b"}") and not name.endswith(LINES_ENDINGS)
    return Kind.json if pretty else Kind.jsonl


def holds_list(start: bytes) -> bool:
    """Whether JSON that begins so is a list of articles, and not one."""
    return bool(_LIST.match(start) or _WRAPPED.search(start))


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _table(start: bytes, name: str) -> Kind | None:
    """CSV where the first line is a head line with columns of known meaning."""
    if name.endswith(LINES_ENDINGS):
        return None
    line = first_line(start).strip()
    for delimiter in DELIMITERS:
        cells = cells_of(line, delimiter)
        if len(cells) < 2 or not _are_head(cells):
            continue
        roles = {role for cell in cells if (role := role_of(cell))}
        if len(roles) > 1:
            return Kind.csv
    return None


def first_line(start: bytes) -> str:
    """The first line as far as it is of use as a head line."""
    encoding = "utf-16" if start.startswith(MARKS[1:]) else "utf-8"
    return next(iter(start[:8000].decode(encoding, "replace").splitlines()), "")


def cells_of(line: str, delimiter: str) -> list[str]:
    """The cells of a head line; none where it cannot be one."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def _by_name(start: bytes, name: str) -> Kind:
    if name.lower().endswith(LINES_ENDINGS):
        return Kind.jsonl
    line = first_line(start).strip()
    is_table = name.lower().endswith(TABLE_ENDINGS) and any(_are_head(cells_of(line, delimiter)) for delimiter in DELIMITERS)
    return Kind.csv if is_table else Kind.text


def _are_head(cells: list[str]) -> bool:
    """Whether the cells look like names of columns: short, and not all empty."""
    return any(cells) and all(_CELL.fullmatch(cell) for cell in cells if cell)
