"""Reporting verbs and nouns: which words mark that somebody says something, what saying it does, and what they take."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from whodid.lexicon.lists import numbered_lines, word_list

ACTS = frozenset({
    "asserts", "announces", "admits", "denies", "asks", "demands", "proposes", "promises", "threatens", "warns",
    "praises", "accuses", "criticizes", "agrees", "refuses", "rejects", "predicts", "shows", "believes",
})  # fmt: skip
COMPLEMENTS = frozenset({"clause", "infinitive", "order", "gerund", "name", "quoted", "document", "source", "phrase"})


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A verb (or noun) that marks a quote.

    Attributes:
        lemma: The word, with its particle after a space ("point out").
        act: What saying it does: asserts, denies, threatens … (`ACTS`).
        takes: Which complements it makes a quote of (`COMPLEMENTS`).
    """

    lemma: str
    act: str
    takes: frozenset[str]

    @property
    def is_speech(self) -> bool:
        """Whether it is said at all, not only believed or wanted."""
        return self.act != "believes"


@dataclass(frozen=True, slots=True)
class ReportingVerbs:
    """The reporting words of a language.

    Attributes:
        verbs: By lemma, those without a particle.
        particles: By lemma and particle ("point", "out").
        nouns: By lemma; all take a clause.
        documents: Lemmas of nouns for what speaks on paper: report, poll, statement.
        headline_speakers: Lemmas of nouns for who speaks beside a headline's colon.
        labels: Words before a colon that name no speaker, in lower case.
    """

    verbs: dict[str, ReportingVerb]
    particles: dict[tuple[str, str], ReportingVerb]
    nouns: dict[str, ReportingVerb]
    documents: frozenset[str]
    headline_speakers: frozenset[str]
    labels: frozenset[str]

    def act(self, lemma: str) -> str | None:
        """What saying this verb does, or None where it is no reporting verb."""
        verb = self.verbs.get(lemma)
        return verb.act if verb else None


@cache
def load_reporting_verbs() -> ReportingVerbs:
    """The English reporting verbs, nouns and documents, read once.

    Raises:
        ValueError: Where a line of the lexicon names an act or complement that does not exist; names file and line.
    """
    verbs: dict[str, ReportingVerb] = {}
    particles: dict[tuple[str, str], ReportingVerb] = {}
    for where, fields in _lines("reporting_verbs"):
        lemma, _, particle = fields[0].partition("_")
        entry = ReportingVerb(f"{lemma} {particle}".strip(), _known(fields[1], ACTS, where), _takes(fields[2:], where))
        if particle:
            particles[lemma, particle] = entry
        else:
            verbs[lemma] = entry
    nouns = {
        fields[0]: ReportingVerb(fields[0], _known(fields[1], ACTS, where), frozenset({"clause"}))
        for where, fields in _lines("reporting_nouns")
    }
    documents, speakers, labels = map(word_list, ("speaking_documents", "headline_speakers", "headline_labels"))
    return ReportingVerbs(verbs, particles, nouns, documents, speakers, labels)


def _lines(name: str) -> list[tuple[str, list[str]]]:
    """Where each line of lexicon/en/NAME.txt stands, and its words."""
    return [(f"lexicon/en/{name}.txt, line {number}", line.split()) for number, line in numbered_lines(name)]


def _takes(complements: list[str], where: str) -> frozenset[str]:
    return frozenset(_known(complement, COMPLEMENTS, where) for complement in complements)


def _known(word: str, words: frozenset[str], where: str) -> str:
    if word not in words:
        raise ValueError(f'{where}: "{word}"; expected one of {", ".join(sorted(words))}')
    return word
