"""Whose an unnamed actor is: what the words around it tell, and what the passage lets us infer."""

from __future__ import annotations

from whodid.knowledge import INTERNATIONAL, Organization, State
from whodid.steps.actors.details import Details
from whodid.steps.actors.districts import Districts
from whodid.steps.actors.focus import Focus
from whodid.steps.actors.lexicon import Lexicon
from whodid.steps.actors.roster import Member, Roster
from whodid.steps.actors.terms import Phrase
from whodid.steps.actors.view import View
from whodid.text import Token

# Who is mostly of the same state as the leader that deals with them.
_RULED = frozenset({"OPP", "LEG", "JUD"})
_CRITICS = frozenset({"OPP", "LEG"})
_BIDDING = frozenset({"order", "tell", "ask", "instruct", "direct", "command", "rebuke", "sue"})
# Whom a leader bids or puts in and out of office is mostly his own.
_SUBORDINATE = frozenset({"GOV", "MIL", "COP", "SPY"})
_COMMANDING = frozenset({"order", "instruct", "direct", "command", "appoint", "dismiss", "sack", "fire", "reshuffle"})
# "Called on Norland", "warned against Norland".
_TOWARDS = frozenset({"on", "upon", "to", "at", "against", "with"})
# How far back, in sentences, "the central government" looks for its country.
_NEAR = 2
_CENTRAL = frozenset({"central government", "national government"})
# Who keeps order, and those of their own state with whom they mostly deal.
_ORDER = frozenset({"COP", "JUD"})
_POLICED = frozenset({"OPP", "CVL", "LAB", "EDU", "JRN", "CRM", "LEG"})
# Of these sectors somebody told by his post alone is one of whom the text speaks as of a person.
_POSTS = frozenset({"GOV", "MIL", "LEG", "OPP", "PTY", "REB", "REL"})
_DOMESTIC = _RULED | {"COP"}


class Owners:
    """Tells the countries of a phrase.

    Args:
        roster: Who has been met so far.
        lexicon: The words.
        focus: What the passages are about.
        districts: Countries of towns and districts.
    """

    def __init__(self, roster: Roster, lexicon: Lexicon, focus: Focus, districts: Districts) -> None:
        self._roster = roster
        self._lexicon = lexicon
        self._focus = focus
        self._districts = districts

    def countries(self, view: View, phrase: Phrase, found: Details) -> list[str]:
        """Whose the phrase is: states by adjective, owner or "of"; an owner's country; else the place."""
        codes = [state.code for state in (*found.states, *(people.of for people in found.peoples if people.of))]
        if not codes and not found.outward:
            for owner in found.owners:
                codes.extend(self._owner_countries(owner))
            codes = codes or found.person_countries
        # Soldiers "in Norland" may be anybody's; police, courts and protesters there are Norland's.
        soldiers = phrase.term.sector == "MIL" and phrase.term.kind == "group"
        strange = soldiers or found.bloc is not None or self._is_abroad(phrase)
        if not codes and not found.organizations and not strange and not _home(phrase, found):
            codes = [state.code for state in found.within]
        placed = found.outside is not None and not (found.organizations or self._is_abroad(phrase))
        if not codes and placed and found.outside is not None and (code := self._of_place(view, phrase, found.outside)):
            codes = [code]
        if not codes and (home := _home(phrase, found)):
            codes = [home]
        return list(dict.fromkeys(codes))

    def _of_place(self, view: View, phrase: Phrase, name: Token) -> str | None:
        return self._districts.country(view, name, likely=self._focus.home(name.sentence.index), title=phrase.first)

    def _owner_countries(self, owner: Token) -> list[str]:
        reference = self._roster.at(owner)
        if reference is None:
            return []
        return [country for actor in reference.actors if (country := self._roster.members[actor].country) and country not in INTERNATIONAL]

    def town(self, view: View, phrase: Phrase, found: Details) -> str | None:
        """The town or district before a body that it may have of its own: "Holmstad police"; of a capital only such as towns have."""
        if found.outside is not None and view.position(found.outside) < phrase.first:
            return self._districts.name(view, found.outside, phrase.first) if self._of_place(view, phrase, found.outside) else None
        own = phrase.term.base in self._lexicon.local or phrase.term.words[-1] in self._lexicon.local
        return found.town if own else None

    def family_country(self, name: Token) -> str | None:
        """The country of all who are known by a family name; None where they are of several."""
        codes = {person.country for person in self._roster.knowledge.family(name.text)}
        return codes.pop() if len(codes) == 1 else None

    def owner(self, found: Details) -> Member | None:
        """The one person, named or told by his post, whose people are told of."""
        member = self._roster.one_at(found.owners[-1]) if found.owners else None
        if member is None:
            return None
        post = member.kind == "group" and member.role is not None and not member.plural and member.sector in _POSTS
        return member if member.kind == "person" or post else None

    def passage(self, token: Token) -> str | None:
        """The country that the passage around a word is about, if it is one."""
        return self._focus.country(token.sentence.index)

    def scenes(self, view: View, head: Token) -> list[str]:
        """The countries of the places where the clause of a word plays, if it tells any: "Kurds protested in Holmstad"."""
        return self._districts.scenes(view, head)

    def is_foremost(self, country: str | None) -> bool:
        """Whether the article speaks of this country more than of any other."""
        return self._focus.is_foremost(country)

    def inferred(self, phrase: Phrase, found: Details) -> str | None:
        """The country of a phrase that tells none: its partner's after "and", its sender's, its subject's, or the article's."""
        code = None if found.is_others else self._inferred(found.body or phrase, found)
        return None if code is None or self._addresses(phrase.head, code) else code

    def _addresses(self, head: Token, code: str) -> bool:
        """Whether they say something to that state, which is then not their own: "the ministry urged Norland to leave"."""
        verb = head.head
        dealing = self._lexicon.dealing_verbs | self._lexicon.relational_verbs | _BIDDING
        if head.dep != "nsubj" or verb.lemma.lower() not in dealing:
            return False
        things = [child for child in verb.children if child.i > verb.i and child.dep in ("dobj", "nsubj")]
        things += [below for child in verb.children if child.dep == "prep" and child.lower in _TOWARDS for below in child.children]
        words = (next((e.text for e in thing.sentence.entities if e.last is thing), thing.text) for thing in things if thing.pos == "PROPN")
        names = (name for word in words for name in self._roster.knowledge.named(word.removeprefix("the ")))
        return any(isinstance(name.entry, State) and name.kind == "name" and name.entry.code == code for name in names)

    def _department(self, phrase: Phrase) -> str | None:
        """The country that has a department so called, where the article speaks of it: "the Justice Department"."""
        if phrase.term.words[-1] != "department" or not phrase.head.text[0].isupper():
            return None
        named = self._roster.knowledge.named(" ".join(phrase.term.words).title())
        codes = {name.entry.country for name in named if isinstance(name.entry, Organization)} - {None}
        code = codes.pop() if len(codes) == 1 else None
        return code if code is not None and self._focus.tells(code) else None

    def _inferred(self, phrase: Phrase, found: Details) -> str | None:
        head = phrase.head
        if (code := self._department(phrase)) is not None:
            return code
        if (code := self._partner(head)) is not None:
            return code
        if phrase.term.sector == "MIL" and (code := self._sender(head)) is not None:
            return code
        if _in_company(head) and (code := self._subject_country(head)) is not None:
            return code
        if (code := self._opposite_country(phrase)) is not None:
            return code
        if phrase.term.sector in _SUBORDINATE and head.dep == "dobj" and head.head.lemma.lower() in _COMMANDING:
            return self._subject_country(head)
        if any(word.startswith("congress") for word in phrase.term.words) and (code := self._congress(head)) is not None:
            return code
        if not self._is_domestic(phrase) and not _is_minority(found):
            return self._focus.theme(head.sentence.index) if self._is_native(phrase) else None
        if phrase.term.sector in _RULED and found.definite and (code := self._subject_country(head, ruling=True)) is not None:
            return code
        if phrase.term.kind == "state" and found.definite and (code := self._critic_country(head)) is not None:
            return code
        if phrase.term.base in _CENTRAL:
            return self._centre(head)
        if phrase.term.kind == "state" and found.definite:
            return self._focus.capital(head.sentence.index)
        return self._focus.around(head.sentence.index) if phrase.term.people or found.peoples else self._focus.country(head.sentence.index)

    def _centre(self, head: Token) -> str | None:
        """Whose "the central government" is: the passage's one country, of which some territory may be told besides ("Hong Kong")."""
        told = self._focus.passage(head.sentence.index, _NEAR) - self._lexicon.territories
        return told.pop() if len(told) == 1 else self._focus.country(head.sentence.index)

    def _congress(self, head: Token) -> str | None:
        """Whose "Congress" is: the one country of the passage whose parliament is so called."""
        told = self._focus.passage(head.sentence.index) & self._lexicon.congressional
        return told.pop() if len(told) == 1 else None

    def _opposite_country(self, phrase: Phrase) -> str | None:
        """The country of police for those who clash with them, and of the people whom some country's police arrest."""
        orders, head = phrase.term.sector in _ORDER, phrase.head
        if phrase.term.is_among(self._lexicon.foreign) or not (orders or phrase.term.sector in _POLICED):
            return None
        verb = next((word for word in head.ancestors() if word.is_verb), head)
        subject = verb.child("nsubj", "nsubjpass") or verb.child("agent")
        if subject is None and verb.dep in ("advcl", "xcomp") and verb.head.is_verb:
            subject = verb.head.child("nsubj")  # "police stormed the hall, arresting ten students"
        member = self._roster.one_at(subject) if subject is not head else None
        if member is None or not _deals_with(head, verb):
            return None
        fitting = member.sector in (_POLICED if orders else _ORDER)
        return member.country if fitting and member.country in self._roster.knowledge.states else None

    def _critic_country(self, head: Token) -> str | None:
        """The country of the opposition or the lawmakers that deal with "the government": it is their own."""
        verb = next((word for word in head.ancestors() if word.is_verb), head)
        member = self._roster.one_at(verb.child("nsubj"))
        return member.country if member and member.sector in _CRITICS and member.country in self._roster.knowledge.states else None

    def _is_domestic(self, phrase: Phrase) -> bool:
        """Whether such people are mostly of the country that an article is about: police, courts, crowds; leaders are not."""
        term = phrase.term
        if term.is_among(self._lexicon.foreign):
            return False
        if term.kind in ("state", "body") or term.sector in _DOMESTIC:
            return True
        office = term.kind == "role" and not term.plural and term.base in self._lexicon.offices
        return office or (term.people is not None and term.sector != "REL") or term.base in self._lexicon.domestic

    def _is_native(self, phrase: Phrase) -> bool:
        """Whether such people may be of the one country that an article is about: not allies, migrants, captives or states."""
        lexicon, term = self._lexicon, phrase.term
        strange = lexicon.foreign | lexicon.held | lexicon.outward | lexicon.pair_states
        if term.sector is None or term.people is not None or term.is_among(strange):
            return False
        return not self.is_from_abroad(phrase)

    def is_from_abroad(self, phrase: Phrase) -> bool:
        """Whether a word before the noun says so: "foreign", "visiting"; "the foreign ministry" is at home."""
        own = range(phrase.head.i - len(phrase.term.words) + 1, phrase.head.i)
        return any(child.lower in self._lexicon.from_abroad for child in phrase.head.children if child.i not in own)

    def _is_abroad(self, phrase: Phrase) -> bool:
        """Whether they are not of the place where they are said to be: "Western diplomats in Holmstad", not "tourists from Estia"."""
        away = self.is_from_abroad(phrase) or phrase.term.is_among(self._lexicon.posted)
        return away and all(child.lower != "from" for child in phrase.head.children)

    def _partner(self, head: Token) -> str | None:
        """The country of those with whom somebody is joined by "and": "Norlandic soldiers and doctors"."""
        told = any(child.dep in ("acl", "relcl") for child in head.children)  # "soldiers and a woman visiting from Estia"
        beside = self._roster.at(head.head) if head.dep == "conj" and not told else None
        if beside is None or beside.kind != "role" or len(beside.actors) != 1:
            return None
        member = self._roster.members[beside.actors[0]]
        return member.country if member.kind in ("group", "organization") and member.country not in INTERNATIONAL else None

    def _subject_country(self, head: Token, *, ruling: bool = False) -> str | None:
        """The country of the clause's subject; `ruling`: only of a person, who deals with the opposition of his own state."""
        verb = head
        while verb.head is not verb and (not verb.is_verb or verb.dep in ("pcomp", "acl")):
            verb = verb.head
        subject = verb.child("nsubj")
        member = self._roster.one_at(subject) if subject is not head else None
        if member is None:
            return None
        if ruling and (member.kind != "person" or member.sector != "GOV" or not self._own_doing(verb, member.country)):
            return None
        return member.country if member.country in self._roster.knowledge.states else None

    def _own_doing(self, verb: Token, country: str | None) -> bool:
        """Whether a leader's verb tells of home: foreigners, too, urge, warn and meet the opposition of a state."""
        foreign = verb.lemma.lower() in self._lexicon.dealing_verbs or verb.lemma.lower() in self._lexicon.relational_verbs
        return not foreign or self._focus.is_foremost(country)

    def _sender(self, head: Token) -> str | None:
        """Whose troops are those that somebody sends, moves or withdraws: the subject's."""
        if head.dep == "pobj" and head.head.head.lower in self._lexicon.quantities:
            head = head.head.head
        verb = head.head
        if head.dep != "dobj" or verb.lemma.lower() not in self._lexicon.sending_verbs:
            return None
        subject = self._roster.one_at(verb.child("nsubj") or verb)
        return None if subject is None else subject.country


def _is_minority(found: Details) -> bool:
    """Whether common people of a people are told of ("a Pashtun activist"), who live in the country of which the passage tells."""
    return bool(found.peoples) and found.peoples[0].people.sector != "REL"


def _home(phrase: Phrase, found: Details) -> str | None:
    """The country of a people that is at home in one; it counts as a state's adjective would."""
    told = [phrase.term.people, *(words.people for words in found.peoples)]
    return next((people.home for people in told if people is not None and people.home), None)


def _deals_with(head: Token, verb: Token) -> bool:
    """Whether a noun, or what counts it ("a handful of reporters"), is the verb's object, or stands after "with" or "against"."""
    above = head
    if head.dep == "pobj" and head.head.lower == "of":
        above = head.head.head
    if above.head is verb:
        return above.dep in ("dobj", "dative")
    return above.dep == "pobj" and above.head.head is verb and above.head.lower in ("with", "against", "at", "on")


def _in_company(head: Token) -> bool:
    """Whether the noun stands in "Norland warned Estia, with top officials saying …"."""
    above = head.head
    if head.dep == "nsubj" and above.dep == "pcomp":
        above = above.head
    return above.dep == "prep" and above.lower == "with" and above.head.is_verb and any(c.tag == "VBG" for c in (head.head, *head.children))
