"""What the words around a noun tell of it: whose it is, of which country, former or below an office."""

from __future__ import annotations

from dataclasses import dataclass, field

from whodid.knowledge import Organization, State
from whodid.steps.actors.peoples import PeopleWords
from whodid.steps.actors.terms import Phrase
from whodid.text import Token

# Sectors whose nouns in the singular are a person's, not a unit's.
CIVIL = frozenset({"CVL", "BUS", "EDU", "JRN", "MED", "CRM", "REL", "LAB", "REF"})

# In words; what the parser takes for a longer name is a list or a title.
_LONGEST_NAME = 5


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
        body: The ministry or department before the noun ("a Justice Ministry spokesman").
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
    body: Phrase | None = None
    town: str | None = None
    definite: bool = False
    indefinite: bool = False
    claimed: set[int] = field(default_factory=set)
    outward: bool = False
    others: bool = False
    each_one: bool = False

    @property
    def outside_name(self) -> str:
        """The whole of the name that the knowledge does not have: "Holm Medical Center", not "Center"; "" where there is none."""
        if self.outside is None:
            return ""
        at, sentence = self.outside, self.outside.sentence
        whole = next((entity for entity in sentence.entities if entity.first.i <= at.i <= entity.last.i), None)
        if whole is None or whole.last.i - whole.first.i >= _LONGEST_NAME:
            return at.text
        return whole.text.removeprefix("the ").removeprefix("The ").removesuffix("'s").removesuffix("\u2019s")

    @property
    def is_others(self) -> bool:
        """Whether it is told whose they are, though not as a country: then none is inferred."""
        return bool(self.outside or self.others or any(owner.tag == "PRP$" for owner in self.owners))
