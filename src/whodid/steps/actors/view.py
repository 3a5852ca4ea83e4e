"""One sentence with all that the dictionaries found in it, and what the words around a noun tell of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from whodid.knowledge import Knowledge, Organization, State
from whodid.steps.actors.names import Named
from whodid.steps.actors.people import PersonName
from whodid.steps.actors.peoples import PeopleWords
from whodid.steps.actors.words import Lexicon, Phrase, plural
from whodid.text import Sentence, Span, Token, span_of

_DEPTH = 6
_TIMES = frozenset({"DATE", "TIME"})
# Prepositions whose object may tell whose somebody is.
# The parser's labels for names of which the knowledge may have no entry.
_NAMED = frozenset({"ORG", "GPE", "FAC", "LOC"})
_OWNERS = frozenset({"of", "for", "from", "in", "at"})
# What stands between the names of a list.
_LISTING = frozenset({",", "and", "the", "as", "well"})
_SCENES = frozenset({"in", "at", "from"})
_PLACES = frozenset({"GPE", "LOC"})
_NO_NAMES = frozenset({"PERSON", "DATE", "TIME"})
# Sectors whose nouns in the singular are a person's, not a unit's.
_CIVIL = frozenset({"CVL", "BUS", "EDU", "JRN", "MED", "CRM", "REL", "LAB", "REF"})
_SPEAKERS = frozenset(
    {
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "minister",
        "representative",
        "lawyer",
        "director",
        "official",
        "officials",
        "secretary",
        "envoy",
    }
)


@dataclass(slots=True)
class View:
    """A sentence with names, people and phrases by position.

    `claimed` positions belong to a title or a phrase and are no actors of their own; `prefixes` holds descriptions that stand right
    before an organization's name ("state broadcaster NTV"), by the name's first position; `peoples` holds those told as adjectives.
    """

    sentence: Sentence
    lexicon: Lexicon
    knowledge: Knowledge
    names: list[Named]
    phrases: dict[int, Phrase]
    people: list[PersonName] = field(default_factory=list)
    named: dict[int, Named] = field(default_factory=dict)
    person_at: dict[int, PersonName] = field(default_factory=dict)
    claimed: set[int] = field(default_factory=set)
    prefixes: dict[int, tuple[Phrase, Details]] = field(default_factory=dict)
    peoples: dict[int, PeopleWords] = field(default_factory=dict)

    @property
    def tokens(self) -> list[Token]:
        """The sentence's tokens."""
        return self.sentence.tokens

    @property
    def titled(self) -> bool:
        """Whether it is a headline, or written like one: nearly every word with a capital."""
        words = [token for token in self.sentence.tokens if token.text[0].isalpha()]
        return self.sentence.headline or sum(token.text[0].isupper() for token in words) > 0.7 * len(words)

    def position(self, token: Token) -> int:
        """A token's position in the sentence."""
        return token.i - self.sentence.tokens[0].i

    def span(self, first: int, last: int) -> Span:
        """The words from one position to another, inclusive."""
        return span_of(self.sentence.tokens[first : last + 1])


@dataclass(slots=True)
class Details:
    """What the words around a noun tell of it.

    Attributes:
        first, last: Positions of the whole phrase.
        states: Whose it is, by adjective, possessor or "of".
        within: States in a phrase of place ("in Norland", "from Norland"): weaker.
        organizations: Organizations whose it is.
        owners: Pronouns, persons and described actors that possess it.
        person_countries: Countries of all who bear the family name of an owner.
        sector: What a word in front tells ("police spokesman").
        under: A word that makes of an office one below it ("the deputy Norlandic minister").
        bloc: A word for many states ("Western").
        outward: The noun tells of others than its owner's own: "Norland's allies", "his victims".
        others: It is said to be of countries that are not named.
        each_one: One person of each state is told of: "two hostages, a Swede and a Dane".
        peoples: Peoples whose it is ("Kurdish"): beside their names nothing tells a country but the state they are said to be of.
        outside: A name the knowledge does not have ("Acme workers", "in Xville"): then no country is inferred.
        attached: A state's name with a participle right before the noun ("Norland-backed").
        town: A capital's name right before the noun ("Paris police").
    """

    first: int
    last: int
    states: list[State] = field(default_factory=list)
    within: list[State] = field(default_factory=list)
    organizations: list[Organization] = field(default_factory=list)
    owners: list[Token] = field(default_factory=list)
    person_countries: list[str] = field(default_factory=list)
    sector: str | None = None
    former: bool = False
    under: str | None = None
    bloc: str | None = None
    peoples: list[PeopleWords] = field(default_factory=list)
    outside: Token | None = None
    attached: str | None = None
    town: str | None = None
    definite: bool = False
    indefinite: bool = False
    claimed: set[int] = field(default_factory=set)
    outward: bool = False
    others: bool = False
    each_one: bool = False

    @property
    def is_others(self) -> bool:
        """Whether it is told whose they are, though not as a country: then none is inferred."""
        return bool(self.outside or self.others or any(owner.tag == "PRP$" for owner in self.owners))


def details(view: View, phrase: Phrase) -> Details:
    """Read what stands around a phrase's head: modifiers to the left, "of", "for", "in", "from" to the right."""
    found = Details(phrase.first, phrase.last, outward=phrase.term.base in view.lexicon.outward)
    _read_left(view, phrase, found)
    _read_right(view, phrase, found)
    if not found.states:
        _read_beside(view, phrase, found)
    if len(found.states) == 2 and _is_one_person(view, phrase, found):
        found.states = [found.states[found.states[1].code in view.lexicon.settled]]
    return found


def _is_one_person(view: View, phrase: Phrase, found: Details) -> bool:
    """Whether two states before a noun, joined by a hyphen, tell of one person's two: "a British-Iranian woman"."""
    people = phrase.term.kind == "role" or phrase.term.kind == "group" and phrase.term.sector in _CIVIL
    if phrase.term.plural or not people or phrase.term.words[-1] in view.lexicon.collectives:
        return False
    joint = next((at for at in range(found.first + 1, phrase.first - 1) if view.tokens[at].text == "-"), None)
    return joint is not None and joint - 1 in view.named and joint + 1 in view.named and phrase.head.tag in ("NN", "NNP")


def _read_left(view: View, phrase: Phrase, found: Details) -> None:
    at = phrase.first - 1
    tokens = view.tokens
    while at >= 0:
        token = tokens[at]
        named = view.named.get(at)
        if named is not None and at == named.last and not view.person_at.get(at):
            if not (_under(token, phrase) or _adjective_before(named, at, found.first)):
                break
            _read_name(view, named, phrase, found)
            at = found.first = named.first
        elif (people := view.peoples.get(at)) is not None:
            if not _under(token, phrase):
                break
            _add_people(view, people, found)
            at = found.first = people.first
        elif (person := view.person_at.get(at)) is not None:
            if not _under(token, phrase):
                break
            found.owners.append(person.head)
            at = found.first = person.start
        elif token.entity in _TIMES or token.lower in view.lexicon.days or not _under(token, phrase):
            break
        else:
            at = found.first = _read_word(view, at, phrase, found)
        at -= 1


def _add_people(view: View, people: PeopleWords, found: Details) -> None:
    """Note a people; two side by side are one ("Sunni Kurdish"), two joined by "and" are two."""
    if found.peoples and found.peoples[0].first == people.last + 1:
        beside = found.peoples.pop(0)
        people = replace(people, last=beside.last, shown=f"{people.shown} {beside.shown}")
    found.peoples.insert(0, people)
    found.claimed.update(range(people.first, people.last + 1))


def _adjective_before(named: Named, at: int, first: int) -> bool:
    return at == first - 1 and named.state("adjective") is not None


def _under(token: Token, phrase: Phrase) -> bool:
    word, first = token, phrase.head.sentence.tokens[0].i + phrase.first
    for _ in range(_DEPTH):
        if word.head is word or word.is_verb and word.dep in ("relcl", "acl"):
            return False
        word = word.head
        if first <= word.i < first + len(phrase.term.words):
            return True
    return False


def _read_name(view: View, named: Named, phrase: Phrase, found: Details) -> None:
    following = view.tokens[named.last + 1] if named.last + 1 < len(view.tokens) else None
    if attached(view, named):
        found.attached = found.attached or view.span(named.first, named.last + 2).text
        return
    possessive = following is not None and following.tag == "POS"
    if (state := named.state()) is not None:
        if found.peoples and not _joined(view, named.last, found.peoples[0].first):
            found.peoples[0] = replace(found.peoples[0], of=state)
        elif not (possessive and found.outward):
            found.states.insert(0, state)
        if named.state("name", "adjective", "demonym") is None:
            found.town = named.span().text
    elif (organization := named.organization) is not None:
        found.organizations.insert(0, organization)
    elif named.families and _in_other_name(view, named, _PLACES):
        found.outside = found.outside or named.head
    elif named.families and (phrase.term.kind == "state" or not _in_other_name(view, named)):
        found.owners.append(named.head)  # "the Halden Administration" is Halden's, though the parser sees one name
        codes = {person.country for person in named.families}
        if len(codes) == 1 and (code := codes.pop()) is not None:
            found.person_countries.append(code)
        elif not found.outside:
            found.outside = named.head  # of whom, the roster may know; of the passage's country it is not
    if not possessive and not named.families:
        found.claimed.update(range(named.first, named.last + 1))


def _joined(view: View, last: int, first: int) -> bool:
    """Whether "and" or a comma stands between two positions, so that what is told before says nothing of what is told behind."""
    return any(token.dep == "cc" or token.text == "," for token in view.tokens[last + 1 : first])


def _in_other_name(view: View, named: Named, labels: frozenset[str] | None = None) -> bool:
    """Whether a family name is a word of another name: "Green" in "the Green Party"; of one that the parser labels so."""
    first, last = named.tokens[0].i, named.tokens[-1].i
    return any(
        entity.first.i <= first and last <= entity.last.i and (entity.first.i, entity.last.i) != (first, last)
        for entity in view.sentence.entities
        if (entity.label in labels if labels else entity.label not in _NO_NAMES)
    )


def attached(view: View, named: Named) -> bool:
    """Whether the name only begins a compound ("Norland-backed rebels" are not Norland's)."""
    after = view.tokens[named.last + 1 : named.last + 3]
    return len(after) == 2 and after[0].text == "-" and after[1].lower in view.lexicon.attached


def _read_word(view: View, at: int, phrase: Phrase, found: Details) -> int:
    """Note what one word before the noun tells; where the words it belongs to begin."""
    token = view.tokens[at]
    lower = token.lower
    inner = view.phrases.get(at)
    possessive = at + 1 < len(view.tokens) and view.tokens[at + 1].tag == "POS"
    if inner is not None and inner.last == at:
        if (inner.term.kind != "state" or possessive) and inner.term.base not in view.lexicon.generic and not inner.term.people:
            found.sector = found.sector or inner.term.sector
        if possessive:
            found.owners.append(token)
        else:
            found.claimed.update(range(inner.first, inner.last + 1))
        return inner.first
    if lower in view.lexicon.former:
        found.former = True
    elif lower in view.lexicon.under:
        found.under = lower
    elif lower in view.lexicon.blocs or (found.bloc and lower in view.lexicon.directions):
        found.bloc = f"{lower} {found.bloc}" if found.bloc else lower
        found.claimed.add(at)
    elif lower in view.lexicon.modifiers:
        found.sector = found.sector or view.lexicon.modifiers[lower]
    elif token.tag == "PRP$" or (possessive and lower in view.lexicon.same_state):
        found.owners.append(token)
    elif (
        token.pos == "PROPN" and token.text[0].isupper() and (token.entity in _NAMED or (not token.entity and phrase.term.kind == "state"))
    ):
        found.outside = found.outside or token
    elif lower in ("the", "this", "that", "these", "those"):
        found.definite = True
    elif lower in ("a", "an", "another", "one", "some"):
        found.indefinite = True
    return at


def _is_stranger(token: Token, phrase: Phrase) -> bool:
    """Whether the word is a name; before "government" and the like also one that the parser does not see as such."""
    labelled = token.entity in _NAMED or (phrase.term.kind == "state" and not token.entity)
    return labelled and token.pos == "PROPN" and token.text[0].isupper()


def _read_right(view: View, phrase: Phrase, found: Details) -> None:
    start = view.tokens[0].i
    for child in phrase.head.children:
        if child.dep != "prep" or child.lower not in _OWNERS or child.i - start <= phrase.first:
            continue
        if child.i - start <= phrase.last and child.lower != "of":
            continue
        for target in _objects(child):
            position = view.position(target)
            if phrase.first <= position <= phrase.last:
                for nested in target.children:
                    if nested.dep == "prep" and nested.lower == "of":
                        for deeper in _objects(nested):
                            _read_object(view, "of", deeper, phrase, found)
                continue
            _read_object(view, child.lower, target, phrase, found)
        if child.lower == "of" and phrase.term.plural and phrase.term.kind == "role" and len(found.states) == 1:
            _read_list(view, found)


def _read_list(view: View, found: Details) -> None:
    """The other states of "the ministers of Norland, the Estian Republic and Sudria", where the parser hangs them elsewhere."""
    at, listed = found.last + 1, list[Named]()
    while at < len(view.tokens):
        while at < len(view.tokens) and view.tokens[at].lower in _LISTING:
            at += 1
        named = view.named.get(at)
        if named is None or named.first != at or named.state("name") is None or view.tokens[at - 1].lower not in _LISTING:
            break
        listed.append(named)
        at = named.last + 1
    if not listed or not any(token.lower == "and" for token in view.tokens[found.last + 1 : listed[-1].first]):
        return
    for named in listed:
        found.states.extend(state for state in (named.state("name"),) if state is not None)
        found.claimed.update(range(named.first, named.last + 1))
    found.last = listed[-1].last


def _read_beside(view: View, phrase: Phrase, found: Details) -> None:
    """ "Two hostages, an American and a Briton": whose they are, told beside them."""
    for child in phrase.head.children:
        if child.dep != "appos" or child.i < phrase.head.i or not phrase.term.plural:
            continue
        for word in child.conjuncts():
            named = view.named.get(view.position(word))
            state = named.state("demonym", "adjective") if named is not None else None
            if state is not None:
                found.states.append(state)
                found.each_one = word.tag in ("NN", "NNP")


def _objects(preposition: Token) -> Iterator[Token]:
    for child in preposition.children:
        if child.dep == "pobj":
            yield from child.conjuncts()


def _may_own(view: View, inner: Phrase, phrase: Phrase) -> bool:
    """Whether the one after "of" is somebody whose people the noun may name: "supporters of the president"."""
    followers = view.lexicon.followers
    one = inner.term.kind == "role" and not inner.term.plural
    return one and (phrase.term.base in followers or plural(phrase.term.base) in followers)


def _is_scene(named: Named, preposition: str) -> bool:
    """Whether what may be a family name is a place here: "police in Lagos"."""
    return preposition in _SCENES and named.head.entity in _PLACES and named.state() is None and named.organization is None


def _read_object(view: View, preposition: str, target: Token, phrase: Phrase, found: Details) -> None:
    position = view.position(target)
    person = view.person_at.get(position)
    if person is not None and preposition == "of":
        found.owners.append(person.head)
        return
    named = view.named.get(position)
    if preposition == "for" and phrase.term.base.split()[-1] not in _SPEAKERS:
        return
    if named is not None and (target is not named.head or _is_scene(named, preposition)):
        named = None
    if named is not None:
        state = named.state()
        if preposition in _SCENES:
            if state is not None:
                found.within.append(state)
                found.last = max(found.last, named.last)
            elif named.organization is not None:
                found.organizations.append(named.organization)
                found.last = max(found.last, named.last)
            return
        if state is not None and not found.outward:
            found.states.append(state)
            found.last = max(found.last, named.last)
        elif named.organization is not None:
            found.organizations.append(named.organization)
            found.last = max(found.last, named.last)
        return
    inner = view.phrases.get(position)
    if inner is None and target.pos == "PROPN" and target.text[0].isupper() and preposition in ("in", "of", "at", "from"):
        found.outside = found.outside or target
        found.last = max(found.last, position)
    if inner is None and target.lower in view.lexicon.districts and preposition in ("in", "of", "at", "from"):
        own = next((child for child in target.children if child.dep == "compound" and child.text[0].isupper()), None)
        if own is not None and view.position(own) not in view.named:
            found.outside = found.outside or own
            found.last = max(found.last, position)
    if inner is not None and preposition == "of" and _may_own(view, inner, phrase):
        found.owners.append(target)
    if inner is not None and preposition in ("of", "for", "from", "at"):
        deeper = details(view, inner)
        found.others = found.others or (preposition == "of" and inner.term.base in ("countries", "nations", "states"))
        found.states.extend(deeper.states)
        found.within.extend(deeper.within)
        found.organizations.extend(deeper.organizations)
        found.last = max(found.last, deeper.last)
        civil = inner.term.kind == "group" and inner.term.sector in _CIVIL - {"CVL"}
        if civil or phrase.term.base in view.lexicon.generic or phrase.term.base not in view.lexicon.offices:
            found.sector = found.sector or inner.term.sector
