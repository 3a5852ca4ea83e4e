"""What stands behind a name in brackets, and titles that several names share: "Sens. Kor (D-Ore.), Lund and Tveit"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whodid.steps.actors.people import PersonName
from whodid.steps.actors.terms import Phrase
from whodid.steps.actors.view import View

# "(R)", "(D-Calif.)", "(I-Vt)": party and state of an American politician.
_PARTY = re.compile(r"\s*\((?:Rep\.|Dem\.|[RDI])(?:[-\u2013 ][A-Z][A-Za-z. ]{1,14})?\)")
# What may stand between two names of a list, with the last word of one and the first of the next.
_LISTING = re.compile(r"\S+(?: I+)?(?:\s*\([^)]*\))?(?:,|,? and|,? &)\s+\S+")
_TAG = re.compile(r"[RDI][-\u2013][A-Z][A-Za-z. ]{0,14}")


def is_american(view: View, person: PersonName) -> bool:
    """Whether party and state stand behind a name as American papers put them: "Jan Kor (D-Ore.)"."""
    sentence = view.sentence
    after = view.tokens[person.last + 1 :]
    first = person.last if not after or after[0].text == "(" else person.last + 1  # "Jan Kor III (D-Ore.)"
    return _PARTY.match(sentence.text, view.tokens[first].end - sentence.start) is not None


def is_tag(words: str) -> bool:
    """Whether words are such a tag, which the parser may take for a name."""
    return _TAG.fullmatch(words) is not None


def joint_titles(view: View) -> Iterator[tuple[PersonName, Phrase]]:
    """Those who bear a title together, each with its phrase: "Ministers Jan Kor and Eva Lund", "Sens. Jan Kor and Eva Lund"."""
    for phrase in view.phrases.values():
        joint = phrase.term.plural or phrase.term.words[-1] in view.lexicon.joint_titles
        first = view.person_at.get(phrase.last + 1)
        if phrase.term.kind == "role" and joint and first is not None:
            yield from ((person, phrase) for person in _listed(view, first) if not person.roles)


def _listed(view: View, first: PersonName) -> Iterator[PersonName]:
    """A person and those listed behind him, with nothing between but commas, "and" and what stands in brackets."""
    yield first
    last = first
    for person in view.people:
        if person.start > last.last and _LISTING.fullmatch(view.span(last.last, person.first).text):
            yield person
            last = person
