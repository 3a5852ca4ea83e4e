"""Teaching the network: the loop, and what the network says of sentences."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from batches import Labels, plain_batches, varied_batches
from network import Classifier
from sentences import Row
from tokenizers import Tokenizer
from torch import Tensor, nn

from whodid.models.marking import Marked


@dataclass(frozen=True, slots=True)
class Plan:
    """How to teach. `weights` says how much each head counts in the loss, in the order of the network's outputs."""

    base: Path
    seed: int = 7
    epochs: int = 6
    size: int = 32
    rate: float = 2e-4
    decay: float = 0.9
    smoothing: float = 0.1
    warm: float = 0.08
    weights: tuple[float, ...] = (1.0, 0.7, 0.5, 1.0)


def read_tokenizer(base: Path) -> Tokenizer:
    """The base model's tokenizer, without padding or cutting."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def teach(rows: Sequence[Row], labels: Labels, plan: Plan, tokenizer: Tokenizer) -> Classifier:
    """A network taught on the rows; the same rows, plan and machine give the same one."""
    torch.manual_seed(plan.seed)
    network = Classifier(str(plan.base), labels.sizes())
    network.first_marker = tokenizer.token_to_id("[unused0]")
    optimizer = torch.optim.AdamW(network.groups(plan.rate, plan.decay), weight_decay=0.01)
    steps = plan.epochs * -(-len(rows) // plan.size)
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _pace(step, steps, plan.warm))
    network.train()
    start = time.perf_counter()
    for number, loss in enumerate(_losses(network, rows, labels, plan, tokenizer), 1):
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        scheduler.step()
        if number % 50 == 0:
            print(f"step {number} of {steps}: loss {loss.item():.3f}, {time.perf_counter() - start:.0f} s", flush=True)
    return network.eval()


def _pace(step: int, steps: int, warm: float) -> float:
    """Up to full speed in the first part, then evenly down to nothing."""
    return min(1.0, (step + 1) / (warm * steps)) * max(0.0, 1 - step / steps)


def _losses(network: Classifier, rows: Sequence[Row], labels: Labels, plan: Plan, tokenizer: Tokenizer) -> Iterator[Tensor]:
    chance = random.Random(plan.seed)
    numbers = torch.tensor([labels.numbers(row) for row in rows])
    differ = nn.CrossEntropyLoss(label_smoothing=plan.smoothing)
    marked = [row.marked for row in rows]
    for _ in range(plan.epochs):
        for batch in varied_batches(marked, tokenizer, plan.size, chance):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = network(batch.ids, batch.roles, batch.mask)
            wanted = numbers[batch.rows]
            losses = [
                weight * differ(found.float(), wanted[:, head])
                for head, (weight, found) in enumerate(zip(plan.weights, logits, strict=True))
            ]
            yield torch.stack(losses).sum()


def ask(network: Classifier, marked: Sequence[Marked], tokenizer: Tokenizer) -> list[Tensor]:
    """For each head a tensor of (sentences, labels): the chances of each label."""
    order: list[int] = []
    found: list[list[Tensor]] = []
    with torch.no_grad():
        for batch in plain_batches(marked, tokenizer, 64):
            order += batch.rows
            found.append([torch.softmax(logits, -1) for logits in network(batch.ids, batch.roles, batch.mask)])
    back = torch.argsort(torch.tensor(order))
    return [torch.cat([part[head] for part in found])[back] for head in range(len(found[0]))]
