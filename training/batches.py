"""Rows as tensors, in batches of like length."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from sentences import Row
from tokenizers import Tokenizer
from torch import Tensor
from varying import vary

from whodid.models.marking import Encoded, Marked, encode


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of each head, in the order of the network's outputs."""

    types: tuple[str, ...]
    modes: tuple[str, ...]
    statuses: tuple[str, ...]
    told: tuple[str, ...]

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Labels:
        """All labels that the rows have, sorted."""
        return cls(
            types=tuple(sorted({row.type for row in rows})),
            modes=tuple(sorted({row.mode for row in rows})),
            statuses=tuple(sorted({row.status for row in rows})),
            told=tuple(sorted({row.told for row in rows})),
        )

    def sizes(self) -> list[int]:
        """How many labels each head has."""
        return [len(self.types), len(self.modes), len(self.statuses), len(self.told)]

    def numbers(self, row: Row) -> list[int]:
        """The row's label for each head, as a number."""
        return [
            self.types.index(row.type), self.modes.index(row.mode), self.statuses.index(row.status), self.told.index(row.told),
        ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded token ids and roles, the mask of what is no padding, the numbers of the rows."""

    ids: Tensor
    roles: Tensor
    mask: Tensor
    rows: list[int]


def plain_batches(marked: Sequence[Marked], tokenizer: Tokenizer, size: int) -> Iterator[Batch]:
    """All sentences as they are, the short ones first."""
    encoded = [encode(one, tokenizer) for one in marked]
    order = sorted(range(len(encoded)), key=lambda n: len(encoded[n].ids))
    for at in range(0, len(order), size):
        rows = order[at : at + size]
        yield _batch([encoded[n] for n in rows], rows)


def varied_batches(marked: Sequence[Marked], tokenizer: Tokenizer, size: int, chance: random.Random) -> Iterator[Batch]:
    """All sentences with their marks varied, in chance order, a batch of like length at a time."""
    encoded = [encode(vary(one, chance), tokenizer) for one in marked]
    order = list(range(len(encoded)))
    chance.shuffle(order)
    pools = (sorted(order[at : at + 20 * size], key=lambda n: len(encoded[n].ids)) for at in range(0, len(order), 20 * size))
    batches = [pool[at : at + size] for pool in pools for at in range(0, len(pool), size)]
    chance.shuffle(batches)
    for rows in batches:
        yield _batch([encoded[n] for n in rows], rows)


def _batch(encoded: Sequence[Encoded], rows: list[int]) -> Batch:
    longest = max(len(one.ids) for one in encoded)
    ids = torch.zeros(len(encoded), longest, dtype=torch.long)
    roles, mask = torch.zeros_like(ids), torch.zeros_like(ids)
    for n, one in enumerate(encoded):
        ids[n, : len(one.ids)] = torch.tensor(one.ids)
        roles[n, : len(one.roles)] = torch.tensor(one.roles)
        mask[n, : len(one.ids)] = 1
    return Batch(ids, roles, mask, rows)
