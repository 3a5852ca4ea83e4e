"""Where the weights lie, and loading them once."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from whodid.errors import ModelError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

FOLDER = Path(__file__).parent / "data"
NETWORK, TOKENIZER, CARD = "classifier.onnx", "tokenizer.json", "classifier.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """Loaded weights.

    Attributes:
        session: The network.
        tokenizer: Text to token ids.
        labels: The labels of each of its outputs, by the output's name, in order.
    """

    session: InferenceSession
    tokenizer: Tokenizer
    labels: dict[str, tuple[str, ...]]


def weights_hash(folder: Path = FOLDER) -> str:
    """Twelve hexadecimal digits that name these weights, and no others.

    Raises:
        ModelError: Where the file that says so is missing or is none.
    """
    return str(_card(folder)["sha256"][NETWORK][:12])


@cache
def load_weights(folder: Path = FOLDER) -> Weights:
    """The weights of a folder, read and checked once.

    Raises:
        ModelError: Where a file is missing, or is not the one that belongs to these weights.
    """
    from tokenizers import Tokenizer

    card = _card(folder)
    tokenizer, network = (_checked(folder / name, card["sha256"][name]) for name in (TOKENIZER, NETWORK))
    return Weights(
        session=_session(network),
        tokenizer=Tokenizer.from_str(tokenizer.decode("utf-8")),
        labels={name: tuple(labels) for name, labels in card["labels"].items()},
    )


def _card(folder: Path) -> dict[str, Any]:
    file = folder / CARD
    try:
        card: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        if card["labels"] and card["sha256"][NETWORK] and card["sha256"][TOKENIZER]:
            return card
    except OSError:
        raise ModelError(f"{file}: not there; {_MEND}") from None
    except (ValueError, KeyError, TypeError):
        pass
    raise ModelError(f"{file}: not the description of the weights; {_MEND}")


def _checked(file: Path, expected: str) -> bytes:
    try:
        data = file.read_bytes()
    except OSError:
        raise ModelError(f"{file}: not there; {_MEND}") from None
    found = hashlib.sha256(data).hexdigest()
    if found != expected:
        raise ModelError(f"{file}: sha256 {found[:12]}, expected {expected[:12]}; {_MEND}")
    return data


def _session(network: bytes) -> InferenceSession:
    """One thread and one order of work: the same answer each time, and no quarrel over the cores with other workers."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])


_MEND = "install whodid anew, or make the weights with: python training/train.py"
