"""Count in how many news articles each word stands.

python tools/build_background.py FILE.jsonl … > src/whodid/incidents/background.tsv takes articles as JSON lines (`text`). Only counts are
kept, of words that several articles hold.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from whodid.incidents.words import words_of

# A word that fewer articles hold says more of these articles than of news at large.
LEAST = 4


def main(paths: list[str]) -> None:
    """Print the table: word and number of articles, with the number of all articles under "*"."""
    counts: Counter[str] = Counter()
    articles = 0
    for path in paths:
        with Path(path).open(encoding="utf-8") as lines:
            for line in lines:
                articles += 1
                counts.update({word.folded for word in words_of(json.loads(line)["text"])})
    print("# In how many of the counted articles (*) each word stands; tools/build_background.py makes it.")
    print(f"*\t{articles}")
    for word, count in sorted(counts.items()):
        if count >= LEAST and word.isalnum() and len(word) > 1:
            print(f"{word}\t{count}")


if __name__ == "__main__":
    main(sys.argv[1:])
