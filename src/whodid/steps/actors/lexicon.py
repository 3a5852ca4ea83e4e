"""The words that the actors room reads: the terms that name unnamed actors, and the small closed sets around them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Annotated, get_type_hints

from whodid.steps.actors.inflection import plural, plural_noun
from whodid.steps.actors.terms import Phrase, Terms
from whodid.steps.actors.wordlists import by_word, lines, sections
from whodid.text import Token

Words = frozenset[str]


class Lexicon:
    """All words of the actors room, read once from `lexicon/en/actors`.

    The table names each closed set and the heading under which its words stand in `words.txt` or `places.txt`, where a comment says
    what they are; codes are turned into capitals. The sets that are made of files of their own follow in `__init__`.
    """

    # Before and behind a noun: who held the office, who is below it, whose it is.
    former: Annotated[Words, "former"]
    under: Annotated[Words, "under an office"]
    blocs: Annotated[Words, "bloc adjectives"]
    directions: Annotated[Words, "directions"]
    attached: Annotated[Words, "attached participles"]
    generic: Annotated[Words, "generic"]
    unsure: Annotated[Words, "unsure"]
    same_state: Annotated[Words, "same state"]
    anybodys: Annotated[Words, "any body's"]
    local: Annotated[Words, "a town's own"]
    homely: Annotated[Words, "homely"]
    royal: Annotated[Words, "royal"]
    joint_titles: Annotated[Words, "joint titles"]
    congress_titles: Annotated[Words, "congress titles"]
    below: Annotated[Words, "below the state"]
    outward: Annotated[Words, "outward"]
    # People together: several of one kind, their number, those who belong to somebody.
    collectives: Annotated[Words, "collectives"]
    quantities: Annotated[Words, "quantities"]
    minorities: Annotated[Words, "minorities"]
    followers: Annotated[Words, "a person's own"]
    fighters: Annotated[Words, "a warlord's own"]
    epithets: Annotated[Words, "epithets"]
    domestic: Annotated[Words, "domestic"]
    foreign: Annotated[Words, "foreign"]
    from_abroad: Annotated[Words, "from abroad"]
    posted: Annotated[Words, "posted abroad"]
    held: Annotated[Words, "held"]
    pair_persons: Annotated[Words, "pair persons"]
    pair_states: Annotated[Words, "pair states"]
    pair_any: Annotated[Words, "pair any"]
    state_parties: Annotated[Words, "state parties"]
    state_friends: Annotated[Words, "state friends"]
    # Verbs.
    sending_verbs: Annotated[Words, "sending verbs"]
    telling_verbs: Annotated[Words, "telling verbs"]
    ruling_verbs: Annotated[Words, "ruling verbs"]
    mediating_verbs: Annotated[Words, "mediating verbs"]
    crowd_verbs: Annotated[Words, "crowd verbs"]
    victim_verbs: Annotated[Words, "victim verbs"]
    dealing_verbs: Annotated[Words, "dealing verbs"]
    relational_verbs: Annotated[Words, "relational verbs"]
    place_verbs: Annotated[Words, "place verbs"]
    # Nouns that decide between a government and a place, and others.
    mediators: Annotated[Words, "mediators"]
    relational_nouns: Annotated[Words, "relational nouns"]
    place_nouns: Annotated[Words, "place nouns"]
    districts: Annotated[Words, "districts"]
    geographic: Annotated[Words, "geographic"]
    # Words of time, and what parsers take for names.
    days: Annotated[Words, "days"]
    months: Annotated[Words, "months"]
    storms: Annotated[Words, "never a person"]
    never: Annotated[Words, "never an organization"]
    # States by their codes (ISO 3166-1 alpha-3).
    parliamentary: Annotated[Words, "led by the head of government", str.upper]
    territories: Annotated[Words, "territories", str.upper]
    congresses: Annotated[Words, "congresses abroad", str.upper]
    congressional: Annotated[Words, "states with a congress", str.upper]
    folk: Annotated[Words, "people before state", str.upper]
    settled: Annotated[Words, "settled by newcomers", str.upper]

    def __init__(self) -> None:
        self._terms = Terms()
        self.groups, self.bodies = self._terms.groups, self._terms.bodies
        closed = dict(sections("words")) | dict(sections("places"))
        for name, hint in get_type_hints(Lexicon, include_extras=True).items():
            heading, *written = hint.__metadata__
            setattr(self, name, frozenset(written[0](word) if written else word for word in closed[heading]))
        self.lands = {noun: frozenset(word.upper() for word in closed[noun]) for noun in ("kingdom", "emirate")}
        self.kin_nouns = frozenset(form for word in closed["kin"] for form in (word, plural_noun(word)))
        self.kin_adjectives = frozenset(closed["kin"]) - frozenset(closed["kin by another adjective"])
        self.modifiers = by_word("modifiers")
        self.titles = by_word("titles")
        self.organizations = by_word("organizations")
        self.first_names = by_word("first_names")
        self.equipment = frozenset(form for word in lines("equipment") for form in (word, plural(word)))
        self.again = {noun: frozenset(kinds.split()) for noun, kinds in by_word("again").items()}
        self.offices: dict[str, tuple[str, ...]] = {}
        for role, nouns in sections("offices"):
            for noun in nouns:
                self.offices[noun] = (*self.offices.get(noun, ()), role)

    def phrases(self, tokens: Sequence[Token]) -> dict[int, Phrase]:
        """The longest term at each place, by position of its head noun in the sentence."""
        return self._terms.find(tokens)


@cache
def load_lexicon() -> Lexicon:
    """The lexicon, read once."""
    return Lexicon()
