"""Write the golden records anew. Read the difference (git diff tests/golden) before you commit it.

python tests/golden/accept.py [ID...]
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from whodid import Article, Coder, Record
from whodid.reading import read_jsonl

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parents[1] / "samples" / "articles.jsonl"


def samples() -> list[Article]:
    """The sample articles."""
    return [item for item in read_jsonl(SAMPLES) if isinstance(item, Article)]


def golden(record: Record) -> dict[str, Any]:
    """The record as it is kept: without the versions that made it."""
    plain = record.to_dict()
    plain.pop("coder", None)
    return plain


def file_of(id: str) -> Path:
    """Where an article's record is kept."""
    return HERE / f"{id}.json"


def main() -> None:
    wanted = set(sys.argv[1:])
    coder = Coder()
    for article in samples():
        if not wanted or article.id in wanted:
            text = json.dumps(golden(coder.code(article)), indent=1, ensure_ascii=False) + "\n"
            changed = not file_of(article.id).exists() or file_of(article.id).read_text(encoding="utf-8") != text
            file_of(article.id).write_text(text, encoding="utf-8")
            print(f"{article.id}: {'changed' if changed else 'as it was'}")


if __name__ == "__main__":
    main()
