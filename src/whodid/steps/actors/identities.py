"""Whom a person's name means in this article: one named in full anywhere in it, the knowledge's, or a stranger."""

from __future__ import annotations

from collections.abc import Sequence

from whodid.knowledge import LEADERS, Person, normalise
from whodid.steps.actors.focus import Focus
from whodid.steps.actors.lexicon import Lexicon
from whodid.steps.actors.people import PersonName
from whodid.steps.actors.roster import Roster, slug
from whodid.steps.actors.view import View
from whodid.text import Token

# A known person, or the full name of one whom the knowledge does not have.
Identity = Person | str
# Letters of a first name in which a slip of one is no other name.
_LONG = 5
# For so many years after their terms leaders are called by the family name alone.
_REMEMBERED = 20


class Identities:
    """The persons of an article by their names: who is named in full anywhere may be called by the family name alone.

    Args:
        roster: Who has been met so far.
        lexicon: The words.
        focus: Which countries the article tells.
        views: The article's sentences.
    """

    def __init__(self, roster: Roster, lexicon: Lexicon, focus: Focus, views: Sequence[View]) -> None:
        self._roster = roster
        self._lexicon = lexicon
        self._focus = focus
        self._families: dict[str, list[Identity]] = {}
        self._firsts: dict[str, list[Identity]] = {}
        self._full: dict[frozenset[str], Identity] = {}
        for view in views:
            for person in view.people:
                self._learn(person)
        self._familiar = {identity for view in views for person in view.people for identity in self._called_by_first_name(person)}

    def _learn(self, person: PersonName) -> None:
        """Note one whom the article names in full, unless the name joins those of two others or is only a part of one already noted."""
        words = parts(person.words)
        person.known = person.known or self._misspelt(person)
        if len(words) < 2 and person.known is None:
            return
        if person.known is None and (self.collision(person) is not None or self._longer(words) is not None):
            return
        identity: Identity = person.known or person.words
        family = normalise(person.known.family) if person.known and person.known.family else words[-1]
        for table, key in ((self._families, family), (self._families, words[-1]), (self._firsts, words[0])):
            if identity not in table.setdefault(key, []):
                table[key].append(identity)
        self._full.setdefault(frozenset(words), identity)

    def _misspelt(self, person: PersonName) -> Person | None:
        """The one known person whose name this is but for one letter of a first name that is long enough: "Benjamim" for Benjamin."""
        words = parts(person.words)
        if len(words) != 2 or len(words[0]) < _LONG or words[0] in self._lexicon.first_names:
            return None
        family = self._roster.knowledge.family(person.words.split()[-1])
        found = [known for known in family if _is_slip(words[0], parts(known.name)[0])]
        return found[0] if len(found) == 1 else None

    def _called_by_first_name(self, person: PersonName) -> Sequence[Identity]:
        """The one whose first name alone this is, as children are called: "Eva" of Eva Kor."""
        key = normalise(person.words)
        here = self._firsts.get(key, ()) if key not in self._families else ()
        return here if len(here) == 1 else ()

    def has_family(self, family: str) -> bool:
        """Whether one of this family name is named in full."""
        return normalise(family) in self._families

    def of(self, person: PersonName) -> tuple[Identity | None, bool]:
        """Whom a name means: the knowledge's, one named in full here, else a stranger; and whether it is in doubt (then nobody)."""
        if person.known is not None:
            return person.known, False
        words = parts(person.words)
        if len(words) > 1:
            return self._longer(words) or person.words, False
        if person.head.pos != "PROPN" and not self.has_family(person.words):
            return None, False
        if any(role.term.base in self._lexicon.royal for role in person.roles) and len(self._firsts.get(words[0], ())) == 1:
            return self._firsts[words[0]][0], False
        families = self._roster.knowledge.family(person.words)
        if (titled := self._titled(person, families)) is not None:
            return titled, False
        title = person.roles[0].term.base if person.roles else None
        identity, doubt = self.by_family(person.head, families, words=person.words, title=title)
        if identity is None and not doubt:
            return person.words, False
        return identity, doubt

    def by_family(
        self, token: Token, families: Sequence[Person], *, words: str | None = None, title: str | None = None
    ) -> tuple[Identity | None, bool]:
        """Who is meant by a bare family name, or one behind a title: one named in full here, else the one in high office that day."""
        key = normalise(words or token.text)
        here = self._families.get(key) or self._first_named(key)
        if len(here) > 1:  # a child is called by its first name: the family name is the father's
            here = self._met_lately([identity for identity in here if identity not in self._familiar] or here)
        if here:
            return (here[0], False) if len(here) == 1 else (None, True)
        entitled = [person for person in families if title in self._lexicon.offices and self._held(person, title)]
        acting = token.pos == "PROPN" and token.dep in ("nsubj", "nsubjpass")
        sure = (title is not None or token.entity == "PERSON" or acting) and key not in self._lexicon.first_names
        identity, doubt = self._in_office(entitled or families, sure=sure)
        if identity is not None or doubt:
            return identity, doubt
        if len(entitled) == 1 and self._focus.tells(entitled[0].country or ""):
            return entitled[0], False  # "President Kor" long after his term
        return (self._former_leader(entitled or families, titled=bool(entitled)) if sure else None), False

    def collision(self, person: PersonName) -> tuple[Identity, Identity] | None:
        """Two different persons whose family names are run together ("Kor Lund" for Jan Kor and Eva Lund), at least one named here."""
        words = [token.text for token in person.tokens if token.text[0].isalpha()]
        if len(words) != 2 or normalise(words[0]) in self._lexicon.first_names:
            return None
        first, second = (self._bearer(word) for word in words)
        if first is None or second is None or not (first[1] or second[1]):
            return None
        # Who bears both words is no two persons; nor are kin, or namesakes of whom one is spoken of here for the first time.
        shared = set(parts(name_of(first[0]))) & set(parts(name_of(second[0])))
        return None if shared else (first[0], second[0])

    def _longer(self, words: list[str]) -> Identity | None:
        """One already named whose full name holds all these words ("Mohammad Kor" for "Mohammad Jawad Kor")."""
        few = frozenset(words)
        return next((identity for full, identity in self._full.items() if few <= full), None) if len(words) > 1 else None

    def _titled(self, person: PersonName, families: Sequence[Person]) -> Person | None:
        """The one of a family who bears the title, where those named in full never did: "President Kor" is not Eva Kor, his wife."""
        noun = person.roles[0].term.base if person.roles else ""
        here = self._families.get(normalise(person.words), [])
        if noun not in self._lexicon.offices or not here or any(isinstance(each, str) or self._held(each, noun) for each in here):
            return None
        found = [each for each in families if self._held(each, noun)]
        return found[0] if len(found) == 1 else None

    def _held(self, person: Person, noun: str) -> bool:
        """Whether somebody held an office by that name on the day or before."""
        knowledge, day = self._roster.knowledge, self._roster.day
        begun = (t for t in knowledge.tenures(person.id, None) if day is None or t.start <= day.isoformat())
        return any(noun in knowledge.offices[tenure.office].names for tenure in begun)

    def _first_named(self, key: str) -> list[Identity]:
        """Who is called by the first name alone: of common first names only the one known person of the article who bears it."""
        here = self._firsts.get(key, [])
        common = key in self._lexicon.first_names
        return here if not common or (len(here) == 1 and isinstance(here[0], Person)) else []

    def _met_lately(self, identities: Sequence[Identity]) -> list[Identity]:
        """The one of these last called by the family name alone, else last named; all where none was."""
        ids = {_id(identity): identity for identity in identities}
        named = [r for r in self._roster.references if r.kind == "name" and len(r.actors) == 1 and r.actors[0] in ids]
        called = [reference for reference in named if " " not in reference.span.text] or named
        return [ids[reference.actors[0]] for reference in called[-1:]] or list(identities)

    def _in_office(self, families: Sequence[Person], *, sure: bool) -> tuple[Identity | None, bool]:
        """Who of a family is meant where the article names none in full: a leader, or one in office whose state the article tells.

        `sure` says that the word is a person's name: then a leader need not be of a state that is told, if nobody abroad is known by
        his name ("Brown" may be anybody).
        """
        told = [person for person in families if person.country and self._focus.tells(person.country)]
        if self._roster.day is None:
            return self._ever_in_office(families, told, sure=sure)
        leading = [person for person in families if self._leads(person)]
        alone = len({person.country for person in families}) == 1
        if len(leading) == 1 and (leading[0] in told or (sure and alone)):
            return leading[0], False
        holding = [person for person in told if self._roster.office(person) is not None]
        return (holding[0], False) if len(holding) == 1 else (None, len(holding) > 1)

    def _former_leader(self, families: Sequence[Person], *, titled: bool) -> Person | None:
        """Who led a state in the last decades, if nobody else of the name held an office in them; without the title, of a state told."""
        if self._roster.day is None:
            return None
        day, since = self._roster.day.isoformat(), str(self._roster.day.year - _REMEMBERED)
        found = [
            person
            for person in families
            if any(tenure.start <= day and (tenure.end or day) >= since for tenure in self._roster.knowledge.tenures(person.id, None))
        ]
        if len(found) != 1 or not self._roster.led(found[0]):
            return None
        alone = len({person.country for person in families}) == 1
        return found[0] if titled or (alone and self._focus.tells(found[0].country or "")) else None

    def _ever_in_office(self, families: Sequence[Person], told: Sequence[Person], *, sure: bool) -> tuple[Identity | None, bool]:
        """Without a day, one who led a state and shares the name with nobody else who ever held an office."""
        held = [person for person in families if self._roster.knowledge.tenures(person.id, None)] if sure else []
        known = told or [person for person in held if len(held) == 1 and self._roster.led(person)]
        return (known[0], False) if len(known) == 1 else (None, len(known) > 1 or len(held) > 1)

    def _leads(self, person: Person) -> bool:
        """Whether somebody leads a state on the day."""
        office = self._roster.office(person)
        return office is not None and office.role in LEADERS

    def _bearer(self, family: str) -> tuple[Identity, bool] | None:
        """The one whose family name this is: named in full in the article (True), else in highest office on the day."""
        key = normalise(family)
        here = [identity for identity in self._families.get(key, ()) if _family(identity) == key]
        if len(here) == 1:
            return here[0], True
        identity, _ = self._in_office(self._roster.knowledge.family(family), sure=True)
        return (identity, False) if isinstance(identity, Person) and self._leads(identity) else None


def name_of(identity: Identity) -> str:
    """The full name."""
    return identity.name if isinstance(identity, Person) else identity


def parts(name: str) -> list[str]:
    """The words of a name, written alike."""
    return [part for part in normalise(name).replace("-", " ").split() if part.strip(".'")]


def _id(identity: Identity) -> str:
    return f"person:{identity.id}" if isinstance(identity, Person) else f"person:{slug(identity)}"


def _family(identity: Identity) -> str:
    """The family name: of a stranger the last word."""
    return normalise(identity.family) if isinstance(identity, Person) else parts(identity)[-1]


def _is_slip(name: str, right: str) -> bool:
    """Whether two first names differ in one letter, and not the first."""
    return len(name) == len(right) and name[0] == right[0] and sum(a != b for a, b in zip(name, right, strict=True)) == 1
