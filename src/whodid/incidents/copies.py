"""Near copies: reprints of one text, whole or in part.

Candidates come from keys (MinHash bands for whole texts, sampled shingles for texts that stand in longer ones); what the shingles really
have in common decides, so no pair is a matter of chance.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whodid.incidents.links import Link
from whodid.incidents.outlines import weigh
from whodid.incidents.weights import part
from whodid.incidents.words import Word, words_of

SHINGLE = 5
_PERMUTATIONS, _BANDS, _SEED = 128, 16, 1
_ROWS = _PERMUTATIONS // _BANDS
# One shingle of eight is a key: a reprint of a hundred words shares some twelve.
_SAMPLED = 8
# Texts are compared that share so many keys, and so large a part of the keys of the one with fewer (its bands left aside).
SHARED_KEYS = 2
SHARED_PART = 0.15
BANDS = _BANDS


@dataclass(frozen=True, slots=True)
class Signature:
    """A text as near copies are found by.

    Attributes:
        shingles: Its shingles as numbers of 32 bits, packed: in two texts of a thousand words fewer than one of a thousand is taken for
            another.
        names: Its weightiest names.
        keys: Numbers of which near copies share at least `SHARED_KEYS`: MinHash bands, then sampled shingles.
    """

    key: str
    shingles: array[int]
    names: frozenset[str]
    keys: tuple[int, ...]


def signature(text: str, key: str = "", words: Sequence[Word] | None = None, names: Iterable[str] | None = None) -> Signature:
    """The signature of a text, from its words (without boilerplate) and names where they are at hand."""
    words = words_of(text) if words is None else words
    names = weigh(words)[0] if names is None else names
    forms = [word.text.lower() for word in words]
    shingles = sorted({" ".join(forms[at : at + SHINGLE]) for at in range(len(forms) - SHINGLE + 1)})
    numbers = sorted({zlib.crc32(shingle.encode()) for shingle in shingles})
    sampled = [number for number in numbers if number % _SAMPLED == 0]
    return Signature(key, array("I", numbers), frozenset(names), (*_bands(shingles), *sampled))


def _bands(shingles: list[str]) -> list[int]:
    from rensa import RMinHash

    if not shingles:
        return []
    minhash = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    minhash.update(shingles)
    digest = minhash.digest()
    rows = (digest[band * _ROWS : (band + 1) * _ROWS] for band in range(_BANDS))
    # Bands lie above the 32 bits of the sampled shingles, so that the two cannot be taken for each other.
    return [(band + 1 << 32) | zlib.crc32(b"".join(value.to_bytes(4, "big") for value in row)) for band, row in enumerate(rows)]


def compare_texts(a: Signature, b: Signature) -> Link | None:
    """The link of two texts of which one reprints the other, or both a third; None where they are texts of their own.

    The score is the larger of resemblance (common shingles of all) and containment (common shingles of the shorter text's).
    """
    common = len(set(a.shingles).intersection(b.shingles))
    table = part("copies")
    if common < table["least"]:
        return None
    resemblance = common / (len(a.shingles) + len(b.shingles) - common)
    containment = common / min(len(a.shingles), len(b.shingles))
    if (resemblance < table["resemblance"] and containment < table["containment"]) or not _same_names(a, b, table["names"]):
        return None
    first, second = sorted((a.key, b.key))
    kind = "the same text" if resemblance >= table["resemblance"] else "one stands in the other"
    reasons = (kind, f"{resemblance:.0%} of all their shingles in common", f"{containment:.0%} of the shorter's")
    return Link(first, second, round(max(resemblance, containment), 4), reasons)


def _same_names(a: Signature, b: Signature, least: float) -> bool:
    shorter, longer = sorted((a, b), key=lambda text: len(text.names))
    return not shorter.names or len(shorter.names & longer.names) >= least * len(shorter.names)
