"""Who holds which office, as the text names it: "Norlandian President Jan Kor", "Ida Lund, a spokeswoman for the ministry"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from whodid.cast import Cast, Reference
from whodid.knowledge import Knowledge, State
from whodid.lexicon.lists import word_list
from whodid.record import Actor, Extent, Relation
from whodid.text import Sentence, Token, phrase, span_of

# Courtesy titles name no office.
COURTESY = frozenset("mr mrs ms miss dr sir lady lord madam mr. mrs. ms. dr. rev rev. sheikh".split())
PAST = frozenset(("former", "ex", "late", "then"))
# "The Chinese leader" tells who leads, not in which office.
_NO_OFFICE = frozenset(("leader", "ruler"))
STATE_ROLES = frozenset(("head_of_state", "head_of_government", "foreign_minister", "defence_minister"))
# Before the office: they belong to its holder, not to the office.
_DROPPED = frozenset(("the", "a", "an", "his", "her", "its", "their", "new", "acting", "visiting", "longtime", "'s", "s"))


def office_words() -> frozenset[str]:
    """Lemmas of nouns that name an office or a post, from lexicon/en/office_words.txt."""
    return word_list("office_words")


def offices(sentence: Sentence, cast: Cast, knowledge: Knowledge) -> Iterator[Relation]:
    """One relation for each person whom the sentence names with an office; a former office is `held_office`."""
    for reference in cast.references:
        if not (sentence.start <= reference.span.start < sentence.end) or reference.kind != "name" or len(reference.actors) != 1:
            continue
        person = reference.actors[0]
        if not person.startswith("person:") or reference.flags:
            continue
        for words in (_before_name(reference, cast.actors[person].name), *_beside_name(reference)):
            office = _office(words, cast.actors[person], knowledge)
            if office is not None:
                predicate = "held_office" if any(word.lower in PAST for word in words) else "holds_office"
                yield Relation(person, predicate, office, Extent(sentence.start, sentence.end))


def _before_name(reference: Reference, name: str) -> list[Token]:
    names = {part.strip(".").casefold() for part in name.split()}
    tokens = [token for token in reference.head.sentence.tokens if reference.span.start <= token.start < reference.span.end]
    cut = next((n for n, token in enumerate(tokens) if token.lower in names and token.pos == "PROPN"), 0)
    return tokens[:cut]


def _beside_name(reference: Reference) -> Iterator[list[Token]]:
    """ "Jan Kor, head of the union": the noun beside the name; "the union's head, Jan Kor": the noun that the name stands beside."""
    nouns = [child for child in reference.head.children if child.dep == "appos" and child.i > reference.head.i]
    if reference.head.dep == "appos":
        nouns.append(reference.head.head)
    for noun in nouns:
        if noun.lemma.lower() in office_words() and noun.tag in ("NN", "NNP"):
            yield _up_to_comma(phrase(noun, leave_out=frozenset(("relcl", "appos", "conj", "cc", "acl", "advcl"))), noun)


def _up_to_comma(words: list[Token], noun: Token) -> list[Token]:
    """What follows a comma after the noun is said of somebody else."""
    cut = next((n for n, word in enumerate(words) if word.i > noun.i and word.pos == "PUNCT"), len(words))
    return words[:cut]


def _office(words: list[Token], actor: Actor, knowledge: Knowledge) -> str | None:
    """The office in the words, "President of Norland" for a state's own; None where there are only names and courtesy."""
    kept = [word for word in words if word.lower not in _DROPPED | PAST | COURTESY and word.pos not in ("PUNCT", "DET")]
    if not any(word.lemma.lower() in office_words() for word in kept):
        return None
    state, title = _state_before(kept, knowledge)
    if len(title) and title[0].lemma.lower() in _NO_OFFICE:
        return None
    told = " ".join(word.text for word in title)
    if not _is_of_state(told, knowledge):
        return _as_told(kept, words)
    if state is not None:
        return f"{' '.join(_capital(word.text) for word in title)} of {state.name}"
    if actor.office is not None and actor.office.lower().startswith(f"{told.lower()} of "):
        return actor.office  # "President Kor" in office that day: the text leaves out of what
    return _as_told(kept, words)


def _is_of_state(title: str, knowledge: Knowledge) -> bool:
    """Whether a state has such an office ("Prime Minister"), or only one of its bodies has ("State Department spokesman")."""
    return title.lower() in _state_titles(knowledge) or title.lower().endswith(" minister")


@cache
def _state_titles(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(name.lower() for office in knowledge.offices.values() if office.role in STATE_ROLES for name in office.names)


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
