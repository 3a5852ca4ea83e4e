"""The words that name unnamed actors: roles, groups and bodies with their sectors, and the small closed sets around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from whodid.text import Token

PhraseKind = Literal["role", "group", "body", "state"]
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
# Words after which the head noun stands in front: "head of state", "leader of the opposition".
# Short forms that are others' words in small letters ("at 3 pm").
_CAPITALS = frozenset({"pm", "fm"})
_LINKS = frozenset({"of", "for", "in"})


@dataclass(frozen=True, slots=True)
class People:
    """A people that is no state's nation.

    Attributes:
        name: Its members in the plural ("Kurds").
        home: The one country where it is at home (ISO 3166-1 alpha-3); None where there are several or none.
        sector: PLOVER code of its members as such: CVL, or REL where faith makes them one.
    """

    name: str
    home: str | None
    sector: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase that names actors.

    Attributes:
        words: In lower case, as they stand in the text.
        kind: One person's role, unnamed people or units, an organ of a state, or words for the state itself.
        sector: PLOVER code; None for "state".
        base: The singular of a role, the plural of a group, the proper name of a body.
        plural: Whether the words stand for more than one.
        head: Position of the head noun within the words.
        people: The people whose members it names.
    """

    words: tuple[str, ...]
    kind: PhraseKind
    sector: str | None
    base: str
    plural: bool
    head: int
    people: People | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A term found in a sentence: positions `first` to `last` inclusive, and the head noun's token."""

    first: int
    last: int
    term: Term
    head: Token


class Lexicon:
    """All words of the actors room, read once from `lexicon/en/actors`."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[Term]] = {}
        for term in sorted(_terms(), key=lambda term: -len(term.words)):
            self._by_first.setdefault(term.words[0], []).append(term)
        self.groups = frozenset(term.base for term in _groups())
        self.bodies = frozenset(" ".join(term.words) for term in _bodies() if term.kind == "body")
        self.modifiers = {word: sector for sector, words in sections("modifiers") for word in words}
        self.titles = {word: gender for gender, words in sections("titles") for word in words}
        closed = dict(sections("words")) | dict(sections("places"))
        self.collectives = frozenset(closed["collectives"])
        self.sending_verbs = frozenset(closed["sending verbs"])
        self.days = frozenset(closed["days"])
        self.months = frozenset(closed["months"])
        self.storms = frozenset(closed["never a person"])
        self.organizations = {word: sector for sector, words in sections("organizations") for word in words}
        self.equipment = frozenset(form for word in lines("equipment") for form in (word, plural(word)))
        self.never = frozenset(closed["never an organization"])
        self.former = frozenset(closed["former"])
        self.under = frozenset(closed["under an office"])
        self.elect = frozenset(closed["elect"])
        self.blocs = frozenset(closed["bloc adjectives"])
        self.attached = frozenset(closed["attached participles"])
        self.pair_persons = frozenset(closed["pair persons"])
        self.pair_states = frozenset(closed["pair states"])
        self.pair_any = frozenset(closed["pair any"])
        self.state_parties = frozenset(closed["state parties"])
        self.state_friends = frozenset(closed["state friends"])
        self.outward = frozenset(closed["outward"])
        self.territories = frozenset(word.upper() for word in closed["territories"])
        self.folk = frozenset(word.upper() for word in closed["people before state"])
        self.telling_verbs = frozenset(closed["telling verbs"])
        self.epithets = frozenset(closed["epithets"])
        self.followers = frozenset(closed["a person's own"])
        self.fighters = frozenset(closed["a warlord's own"])
        self.local = frozenset(closed["a town's own"])
        self.homely = frozenset(closed["homely"])
        self.royal = frozenset(closed["royal"])
        self.lands = {noun: frozenset(word.upper() for word in closed[noun]) for noun in ("kingdom", "emirate")}
        self.anybodys = frozenset(closed["any body's"])
        self.settled = frozenset(word.upper() for word in closed["settled by newcomers"])
        self.unsure = frozenset(closed["unsure"])
        self.mediators = frozenset(closed["mediators"])
        self.mediating_verbs = frozenset(closed["mediating verbs"])
        self.quantities = frozenset(closed["quantities"])
        self.directions = frozenset(closed["directions"])
        self.kin_nouns = frozenset(form for word in closed["kin"] for form in (word, _plural_noun(word)))
        self.kin_adjectives = frozenset(closed["kin"]) - frozenset(closed["kin by another adjective"])
        self.crowd_verbs = frozenset(closed["crowd verbs"])
        self.victim_verbs = frozenset(closed["victim verbs"])
        self.minorities = frozenset(closed["minorities"])
        self.dealing_verbs = frozenset(closed["dealing verbs"])
        self.districts = frozenset(closed["districts"])
        self.geographic = frozenset(closed["geographic"])
        self.ruling_verbs = frozenset(closed["ruling verbs"])
        self.relational_nouns = frozenset(closed["relational nouns"])
        self.relational_verbs = frozenset(closed["relational verbs"])
        self.place_nouns = frozenset(closed["place nouns"])
        self.place_verbs = frozenset(closed["place verbs"])
        self.first_names = {name: gender for gender, names in sections("first_names") for name in names}
        self.domestic = frozenset(closed["domestic"])
        self.foreign = frozenset(closed["foreign"])
        self.generic = frozenset(closed["generic"])
        self.same_state = frozenset(closed["same state"])
        self.again = {noun: frozenset(kinds.split()) for kinds, nouns in sections("again") for noun in nouns}
        self.offices: dict[str, tuple[str, ...]] = {}
        for role, nouns in sections("offices"):
            for noun in nouns:
                self.offices[noun] = (*self.offices.get(noun, ()), role)
        self.parliamentary = frozenset(word.upper() for word in closed["led by the head of government"])

    def phrases(self, tokens: Sequence[Token]) -> dict[int, Phrase]:
        """The longest term at each place, by position of its head noun in the sentence."""
        found: dict[int, Phrase] = {}
        position, total = 0, len(tokens)
        while position < total:
            phrase = None
            terms = self._by_first.get(tokens[position].lower)
            if terms is not None:
                phrase = _match(terms, tokens, position)
            if phrase is None:
                position += 1
                continue
            found[phrase.head.i - tokens[0].i] = phrase
            position = phrase.last + 1
        return found


def _match(terms: list[Term], tokens: Sequence[Token], position: int) -> Phrase | None:
    for term in terms:
        end = position + len(term.words)
        if len(term.words) > 1 and tuple(token.lower for token in tokens[position:end]) != term.words:
            continue
        if term.words[0] in _CAPITALS and not tokens[position].text[0].isupper():
            continue
        head = _top(tokens, position, end, position + term.head)
        if head.pos in _NOUNS and (head.tag != "JJ" or len(term.words) > 1):
            return Phrase(position, end - 1, term, head)
    return None


def _top(tokens: Sequence[Token], first: int, end: int, head: int) -> Token:
    """The word of the phrase by which it hangs in the syntax, as the parser sees it."""
    inside = {token.i for token in tokens[first:end]}
    token = tokens[head]
    while token.head.i in inside and token.head is not token:
        token = token.head
    return token


@cache
def load_lexicon() -> Lexicon:
    """The lexicon, read once."""
    return Lexicon()


def sections(name: str) -> Iterator[tuple[str, list[str]]]:
    """The sections of a lexicon file: `[heading]`, then one word or phrase a line; `#` begins a comment."""
    heading, words = "", list[str]()
    for line in files("whodid").joinpath("lexicon", "en", "actors", f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            if heading:
                yield heading, words
            heading, words = line.strip("[] "), []
        elif line and not line.startswith("#"):
            words.append(line)
    if heading:
        yield heading, words


def lines(name: str) -> list[str]:
    """The words of a lexicon file without sections; `#` begins a comment."""
    text = files("whodid").joinpath("lexicon", "en", "actors", f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _terms() -> Iterator[Term]:
    seen: set[tuple[str, ...]] = set()
    # Roles first: "soldier" is a person's role and, in the plural, a group; bodies before groups of the same words.
    for term in (*_bodies(), *_roles(), *_groups()):
        if term.words not in seen:
            seen.add(term.words)
            yield term


def _bodies() -> Iterator[Term]:
    for sector, lines in sections("bodies"):
        for line in lines:
            words, _, name = line.partition(" = ")
            kind: PhraseKind = "state" if sector == "state" else "body"
            yield _term(words, kind, None if sector == "state" else sector, name or words, False)
            if kind == "body":
                yield _term(plural(words), "group", sector, plural(words), True)


def _roles() -> Iterator[Term]:
    no_plural = frozenset(dict(sections("words"))["only singular"])
    for sector, lines in sections("roles"):
        for line in lines:
            words, _, base = line.partition(" = ")
            yield _term(words, "role", sector, base or words, False)
            if words not in no_plural:
                yield _term(plural(words), "role", sector, base or words, True)


def _groups() -> Iterator[Term]:
    no_singular = frozenset(dict(sections("words"))["only plural"])
    for heading, lines in sections("groups"):
        sector = None if heading == "none" else heading
        for line in lines:
            words, _, base = line.partition(" = ")
            yield _term(words, "group", sector, base or words, _is_plural(words))
            if words not in no_singular and (one := singular(words)) != words:
                yield _term(one, "group", sector, base or words, False)


def _is_plural(words: str) -> bool:
    return singular(words) != words or words.endswith(_PLURAL_FORMS) or words.split()[-1] in _NO_SINGULAR


def _term(words: str, kind: PhraseKind, sector: str | None, base: str, many: bool) -> Term:
    parts = tuple(words.replace("'s", " 's").replace("-", " - ").split())
    return Term(parts, kind, sector, base, many, _head(parts))


def _head(parts: Sequence[str]) -> int:
    for position, word in enumerate(parts):
        if word in _LINKS and position:
            return position - 1
    return len(parts) - 1


def plural(words: str) -> str:
    """The plural of a noun phrase: "heads of state", "prime ministers", "policemen"."""
    return _inflect(words, _plural_noun)


def singular(words: str) -> str:
    """The singular of a noun phrase; words that are no plural stay."""
    return _inflect(words, _singular_noun)


def _inflect(words: str, change: object) -> str:
    parts = words.split()
    at = _head(parts)
    parts[at] = change(parts[at])  # type: ignore[operator]
    return " ".join(parts)


def _plural_noun(noun: str) -> str:
    if noun.endswith(("men", "people", "police", "media")):
        return noun
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun + "s"


def _singular_noun(noun: str) -> str:
    if noun in _NO_SINGULAR:
        return noun
    if noun.endswith("men"):
        return noun[:-2] + "an"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us")):
        return noun[:-1]
    return noun


_PLURAL_FORMS = (
    "people",
    "police",
    "media",
    "staff",
    "personnel",
    "crew",
    "infantry",
    "artillery",
    "law enforcement",
    "public",
    "press",
)
_NO_SINGULAR = frozenset(
    {"forces", "troops", "authorities", "special forces", "services", "people", "airmen", "press", "powers", "families", "units"}
)
