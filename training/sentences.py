"""The corpus: our own sentences with their marks, as rows to train on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from folding import told_of

from whodid.models.marking import Marked, Offsets

CORPUS = Path(__file__).parent / "corpus"
# Lines written one after the other often tell one matter in several ways: they stay on one side of every split.
FAMILY = 10
FOLDS = 10
# The part that no weights are taught on.
HELD_OUT = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence with what it tells; `told` is the type by the table of 2021, `fold` the part of the corpus it belongs to."""

    type: str
    mode: str
    status: str
    told: str
    marked: Marked
    fold: int


def read_corpus() -> list[Row]:
    """All rows, by file and line. Raises ValueError that names file and line where a line is none."""
    return [row for file in sorted(CORPUS.glob("*.tsv")) for row in _rows(file)]


def corpus_hash() -> str:
    """Twelve hexadecimal digits that change with any byte of the corpus."""
    return hashlib.sha256(b"".join(file.read_bytes() for file in sorted(CORPUS.glob("*.tsv")))).hexdigest()[:12]


def _rows(file: Path) -> list[Row]:
    rows = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines()):
        columns = line.split("\t")
        if len(columns) != 4:
            raise ValueError(f"{file.name}, line {number + 1}: {len(columns)} columns; expected type, mode, status, sentence")
        type_, mode, status, marks = columns
        marked = read_marks(marks)
        fold = int(hashlib.sha256(f"{file.name} {number // FAMILY}".encode()).hexdigest(), 16) % FOLDS
        told = told_of(type_, mode, status, " ".join(marked.text[a:b] for a, b in marked.trigger))
        rows.append(Row(type_, f"{type_}/{mode}", status, told, marked, fold))
    return rows


def read_marks(marks: str) -> Marked:
    """ "[A Iran] {fired on} [R a tanker]" as a sentence with offsets."""
    text: list[str] = []
    spans: dict[str, list[Offsets]] = {"A": [], "R": [], "{": []}
    opened: list[tuple[str, int]] = []
    at = 0
    while at < len(marks):
        sign = marks[at]
        if sign == "{" or (sign == "[" and marks[at + 1] in "AR"):
            kind = "{" if sign == "{" else marks[at + 1]
            opened.append((kind, len(text)))
            at += 1 if sign == "{" else 3
        elif sign in "}]" and opened:
            kind, start = opened.pop()
            spans[kind].append((start, len(text)))
            at += 1
        else:
            text.append(sign)
            at += 1
    return Marked("".join(text), tuple(sorted(spans["A"])), tuple(sorted(spans["R"])), tuple(sorted(spans["{"])))
