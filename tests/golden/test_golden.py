"""The sample articles' whole records, as a person has read and accepted them."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

from whodid import Article, Coder

_spec = importlib.util.spec_from_file_location("accept", Path(__file__).with_name("accept.py"))
assert _spec and _spec.loader
accept = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(accept)


@pytest.mark.model
@pytest.mark.parametrize("article", accept.samples(), ids=lambda article: article.id)
def test_a_sample_is_coded_as_accepted(coder: Coder, article: Article) -> None:
    file = accept.file_of(article.id)
    if not file.exists():
        pytest.skip(f"no accepted record yet: python tests/golden/accept.py {article.id}")
    accepted = json.loads(file.read_text(encoding="utf-8"))
    coded = accept.golden(coder.code(article))
    for key in accepted.keys() | coded.keys():
        assert coded.get(key) == accepted.get(key), f"{key} differs; if it is better now: python tests/golden/accept.py {article.id}"
