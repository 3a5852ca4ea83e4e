"""One sentence with all that the dictionaries found in it, by position."""

from __future__ import annotations

from dataclasses import dataclass, field

from whodid.knowledge import Knowledge, State
from whodid.steps.actors.details import Details
from whodid.steps.actors.lexicon import Lexicon
from whodid.steps.actors.names import Named
from whodid.steps.actors.people import PersonName
from whodid.steps.actors.peoples import PeopleWords
from whodid.steps.actors.terms import Phrase
from whodid.text import Sentence, Span, Token, span_of


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

    def state_at(self, token: Token, *kinds: str) -> State | None:
        """The state that the name in which a token stands means in one of these ways (by default: in any), or None."""
        named = self.named.get(self.position(token))
        return named.state(*kinds) if named is not None else None


def attached(view: View, named: Named) -> bool:
    """Whether the name only begins a compound ("Norland-backed rebels" are not Norland's)."""
    after = view.tokens[named.last + 1 : named.last + 3]
    return len(after) == 2 and after[0].text == "-" and after[1].lower in view.lexicon.attached
