"""Who holds which office, as the text names it: "Norlandian President Jan Kor", "Ida Lund, a spokeswoman for the ministry"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from whodid.cast import Cast, Reference
from whodid.knowledge import Knowledge, State
from whodid.record import Extent, Relation
from whodid.text import Sentence, Token, phrase, span_of

# Courtesy titles name no office.
COURTESY = frozenset("mr mrs ms miss dr sir lady lord madam mr. mrs. ms. dr. rev rev. sheikh".split())
PAST = frozenset(("former", "ex", "late", "then"))
# Before the office: they belong to its holder, not to the office.
_DROPPED = frozenset(("the", "a", "an", "his", "her", "its", "their", "new", "acting", "visiting", "longtime", "'s", "s"))


@cache
def office_words() -> frozenset[str]:
    """Lemmas of nouns that name an office or a post, from lexicon/en/office_words.txt."""
    return frozenset((files("whodid") / "lexicon" / "en" / "office_words.txt").read_text(encoding="utf-8").split("\n")) - {""}


def offices(sentence: Sentence, cast: Cast, knowledge: Knowledge) -> Iterator[Relation]:
    """One relation for each person whom the sentence names with an office; a former office is `held_office`."""
    for reference in cast.references:
        if not (sentence.start <= reference.span.start < sentence.end) or reference.kind != "name" or len(reference.actors) != 1:
            continue
        person = reference.actors[0]
        if not person.startswith("person:") or reference.flags:
            continue
        for words in (_before_name(reference, cast.actors[person].name), *_beside_name(reference)):
            office = _office(words, knowledge)
            if office is not None:
                predicate = "held_office" if any(word.lower in PAST for word in words) else "holds_office"
                yield Relation(person, predicate, office, Extent(sentence.start, sentence.end))


def _before_name(reference: Reference, name: str) -> list[Token]:
    names = {part.strip(".").casefold() for part in name.split()}
    tokens = [token for token in reference.head.sentence.tokens if reference.span.start <= token.start < reference.span.end]
    cut = next((n for n, token in enumerate(tokens) if token.lower in names and token.pos == "PROPN"), 0)
    return tokens[:cut]


def _beside_name(reference: Reference) -> Iterator[list[Token]]:
    for child in reference.head.children:
        if child.dep == "appos" and child.pos == "NOUN" and child.i > reference.head.i:
            yield phrase(child, leave_out=frozenset(("relcl", "appos", "conj", "cc", "punct", "acl", "advcl")))


def _office(words: list[Token], knowledge: Knowledge) -> str | None:
    """The office in the words, "President of Norland" for a state's own; None where there are only names and courtesy."""
    kept = [word for word in words if word.lower not in _DROPPED | PAST | COURTESY and word.pos not in ("PUNCT", "DET")]
    if not any(word.lemma.lower() in office_words() for word in kept):
        return None
    state, title = _state_before(kept, knowledge)
    if state is None or not title or title[-1].lemma.lower() not in office_words() or len(title) > 3:
        return _as_told(kept, words)
    return f"{' '.join(_capital(word.text) for word in title)} of {state.name}"


def _state_before(words: list[Token], knowledge: Knowledge) -> tuple[State | None, list[Token]]:
    """The state whose name or adjective the words begin with ("South Korean", "Norland"), and the words after it."""
    for length in range(min(4, len(words) - 1), 0, -1):
        for name in knowledge.named(" ".join(word.text for word in words[:length])):
            if isinstance(name.entry, State) and name.kind in ("name", "adjective"):
                return name.entry, words[length:]
    return None, words


def _as_told(kept: list[Token], words: list[Token]) -> str:
    return span_of([word for word in words if kept[0].i <= word.i <= kept[-1].i]).text


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
