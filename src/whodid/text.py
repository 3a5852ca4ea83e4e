"""The text with its offsets, sentences and syntax, in whodid's own types: no room but `parsing` knows which parser made them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words of the article: half open code-point offsets, and the words themselves (`article.text[start:end] == text`)."""

    start: int
    end: int
    text: str = field(compare=False)

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether the other lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end


class Token:
    """One word with its place in the text and in the syntax of its sentence.

    Attributes:
        i: Number of the token in the article, from 0; `article_tokens[i] is token`.
        start, end: Code-point offsets into the article's text.
        text, lower: The word as it stands, and in lower case (typographic quotes and dashes mapped to ASCII in both).
        lemma: Base form, lower case except for names.
        pos: Universal part of speech (VERB, AUX, NOUN, PROPN, ADJ, PRON, ADP, NUM, PUNCT …).
        tag: Penn Treebank tag (VBD, NNS …); tense is read from it.
        dep: Dependency label to the head, as spaCy's English pipelines name them (nsubj, nsubjpass, dobj, prep, pobj, agent …).
        head: The head token; the root of a sentence is its own head.
        children: Tokens whose head this is, in text order.
        entity: Label of the named entity this token lies in (PERSON, GPE, NORP, ORG …), or "".
        sentence: The sentence it stands in.
    """

    __slots__ = ("i", "start", "end", "text", "lower", "lemma", "pos", "tag", "dep", "head", "children", "entity", "sentence")

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: Token
    children: list[Token]
    entity: str
    sentence: Sentence

    def __repr__(self) -> str:
        return f"<{self.text} {self.pos} {self.dep}>"

    def child(self, *deps: str) -> Token | None:
        """The first child with one of these dependency labels, or None."""
        for child in self.children:
            if child.dep in deps:
                return child
        return None

    def neighbour(self, step: int) -> Token | None:
        """The token so many steps on in its sentence, or back where `step` is negative; None beyond either end."""
        tokens = self.sentence.tokens
        position = self.i - tokens[0].i + step
        return tokens[position] if 0 <= position < len(tokens) else None

    def subtree(self) -> list[Token]:
        """The token and all below it, in text order."""
        found, stack = [], [self]
        while stack:
            token = stack.pop()
            found.append(token)
            stack.extend(token.children)
        found.sort(key=_position)
        return found

    def ancestors(self) -> Iterator[Token]:
        """The head, its head, and so on up to the root of the sentence."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def conjuncts(self) -> list[Token]:
        """The token and those joined to it after it ("Norland, Estia and Sudria"), in text order."""
        found, queue = [], [self]
        while queue:
            token = queue.pop(0)
            found.append(token)
            queue.extend(child for child in token.children if child.dep == "conj")
        return found

    @property
    def is_verb(self) -> bool:
        """Whether the tag is a verb's: VERB or AUX."""
        return self.pos == "VERB" or self.pos == "AUX"


def _position(token: Token) -> int:
    return token.i


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity as the parser found it: tokens `first` to `last` inclusive, with the parser's label."""

    first: Token
    last: Token
    label: str
    start: int
    end: int
    text: str


class Sentence:
    """One sentence: its tokens, entities and where it stands.

    Attributes:
        index: Number in the article, from 0.
        paragraph: Number of the paragraph, from 0.
        start, end, text: The sentence's span in the article.
        tokens: Its words and punctuation, without white space tokens.
        entities: Named entities the parser found in it.
        headline: Whether it is (part of) the article's headline.
        boilerplate: Whether it lies in a span marked as not being the article.
    """

    __slots__ = ("index", "paragraph", "start", "end", "text", "tokens", "entities", "headline", "boilerplate")

    def __init__(self, index: int, paragraph: int, start: int, end: int, text: str) -> None:
        self.index = index
        self.paragraph = paragraph
        self.start = start
        self.end = end
        self.text = text
        self.tokens: list[Token] = []
        self.entities: list[Entity] = []
        self.headline = False
        self.boilerplate = False

    def __repr__(self) -> str:
        return f"<Sentence {self.index}: {self.text[:60]!r}>"

    @property
    def root(self) -> Token | None:
        """The token all others hang on; None in a sentence without tokens."""
        return next((token for token in self.tokens if token.head is token), None)

    def span(self) -> Span:
        """The sentence as a span."""
        return Span(self.start, self.end, self.text)


def span_of(tokens: Sequence[Token]) -> Span:
    """The span from the first to the last of these tokens (in text order, of one sentence), as it stands in the article."""
    first, last = tokens[0], tokens[-1]
    sentence = first.sentence
    return Span(first.start, last.end, sentence.text[first.start - sentence.start : last.end - sentence.start])


def phrase(
    token: Token, *, leave_out: frozenset[str] = frozenset({"relcl", "appos", "conj", "cc", "punct", "prep", "acl", "advcl"})
) -> list[Token]:
    """The noun phrase around a noun: its left modifiers and the noun, without what `leave_out` names hanging on it."""
    found, stack = [], [token]
    while stack:
        word = stack.pop()
        found.append(word)
        stack.extend(child for child in word.children if not (word is token and child.dep in leave_out))
    found.sort(key=_position)
    while len(found) > 1 and found[-1].i > token.i and found[-1].pos == "PUNCT":
        found.pop()
    return found
