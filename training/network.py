"""The network: an encoder of sentences with marked roles, and a head for each thing to be decided."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from transformers import AutoModel

HEADS = ("types", "modes", "statuses", "told")


class Classifier(nn.Module):
    """Reads token ids and roles; gives for each head the logits of its labels.

    What the heads see: the mean over all tokens and over those of each role, zero for a role that is not marked.
    """

    def __init__(self, folder: str, sizes: Sequence[int], dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(folder, attn_implementation="eager")
        width = self.encoder.config.hidden_size
        self.words = self.encoder.get_input_embeddings()
        self.roles = nn.Embedding(4, width)
        self.markers = nn.Embedding(8, width)
        nn.init.zeros_(self.roles.weight)
        nn.init.normal_(self.markers.weight, std=0.02)
        self.dropout = nn.Dropout(dropout)
        self.heads = nn.ModuleList(nn.Linear(4 * width, size) for size in sizes)
        self.words.requires_grad_(False)

    def forward(self, ids: Tensor, roles: Tensor, mask: Tensor) -> list[Tensor]:
        """Logits, a tensor of (sentences, labels) for each head."""
        marker = ((ids > self.first_marker) & (ids < self.first_marker + 8)).long()
        number = (ids - self.first_marker) * marker
        embedded = self.words(ids) + self.roles(roles) + self.markers(number) * marker.unsqueeze(-1)
        hidden = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        pooled = [_mean(hidden, mask)] + [_mean(hidden, (roles == role).long() * mask) for role in (1, 2, 3)]
        features = self.dropout(torch.cat(pooled, dim=-1))
        return [head(features) for head in self.heads]

    # The id of "[unused0]": the markers follow it.
    first_marker = 1

    def groups(self, rate: float, decay: float) -> list[dict[str, object]]:
        """Parameters with their learning rates: the lower the layer, the smaller; the new parts learn fastest."""
        layers = list(self.encoder.encoder.layer)
        groups = [
            {"params": list(layer.parameters()), "lr": rate * decay ** (len(layers) - 1 - depth)} for depth, layer in enumerate(layers)
        ]
        known = {id(p) for group in groups for p in group["params"]} | {id(p) for p in self.words.parameters()}
        new = [*self.roles.parameters(), *self.markers.parameters(), *self.heads.parameters()]
        known |= {id(p) for p in new}
        rest = [p for p in self.parameters() if id(p) not in known]
        return [*groups, {"params": rest, "lr": rate * decay ** len(layers)}, {"params": new, "lr": rate * 10}]


def _mean(hidden: Tensor, mask: Tensor) -> Tensor:
    weights = mask.unsqueeze(-1).to(hidden.dtype)
    return (hidden * weights).sum(1) / weights.sum(1).clamp(min=1.0)
