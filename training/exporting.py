"""From a taught network to the files that ship: eight-bit ONNX, the tokenizer, and what is said of both."""

from __future__ import annotations

import hashlib
import json
import tempfile
import warnings
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from batches import Labels
from learning import read_tokenizer
from network import HEADS, Classifier
from torch import Tensor, nn

from whodid.models.weights import CARD, FOLDER, NETWORK, TOKENIZER


class _Shipped(nn.Module):
    """One sentence at a time, so without padding; gives chances."""

    def __init__(self, network: Classifier) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, roles: Tensor) -> list[Tensor]:
        return [torch.softmax(logits, -1) for logits in self.network(ids, roles, torch.ones_like(ids))]


def export(network: Classifier, labels: Labels, base: Path, made: dict[str, Any], folder: Path = FOLDER) -> None:
    """Write network, tokenizer and description into the folder. `made` says how: seed, versions, corpus, scores."""
    folder.mkdir(parents=True, exist_ok=True)
    read_tokenizer(base).save(str(folder / TOKENIZER))
    with tempfile.TemporaryDirectory() as place:
        whole = Path(place) / "whole.onnx"
        _write_onnx(network, whole)
        _write_small(whole, folder / NETWORK)
    hashes = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in (NETWORK, TOKENIZER)}
    card = {"labels": dict(zip(HEADS, asdict(labels).values(), strict=True)), "sha256": hashes, "made": made}
    (folder / CARD).write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def _write_onnx(network: Classifier, file: Path) -> None:
    example = torch.tensor([[101, 2, 2000, 3, 2001, 102]])
    roles = torch.tensor([[0, 1, 1, 1, 0, 0]])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            _Shipped(network).eval(),
            (example, roles),
            str(file),
            input_names=["ids", "roles"],
            output_names=list(HEADS),
            dynamic_axes={"ids": {1: "tokens"}, "roles": {1: "tokens"}},
            opset_version=17,
            dynamo=False,
        )


def _write_small(whole: Path, small: Path) -> None:
    """Eight-bit weights with a scale for each channel; seven of the bits are used, so that processors without VNNI give the same sums."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    prepared = whole.with_name("prepared.onnx")
    quant_pre_process(str(whole), str(prepared), skip_symbolic_shape=True)
    quantize_dynamic(str(prepared), str(small), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
