"""Whose land: the state on whose ground force is used or stands, where the words name a place and no party.

"Shelled three villages near Homs" is done to Syria, "a curfew in parts of Lahore" to Pakistan: PLOVER counts a place as its country.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from whodid.cast import Cast
from whodid.knowledge import Knowledge
from whodid.lexicon.patterns import load_classes
from whodid.record import Actor, Event, Place
from whodid.steps.events.participants import Parties, Side
from whodid.steps.events.subjects import is_infinitive
from whodid.steps.events.trigger import Trigger
from whodid.text import Span, Token

# How sure it is that what stands on a state's ground is the state's.
ON_GROUND = 0.8
# ... and that a state named in passing is meant.
PASSING = 0.75
# Under these the place is where it is done ...
_AT = frozenset(("in", "at", "near", "around", "across", "over", "inside", "outside", "throughout", "off", "on", "to", "from"))
# ... and under these where it is aimed.
_INTO = frozenset(("into", "against", "toward", "towards"))
# ... and where it no longer holds: "a truce in Kell", "lifted the curfew in Kell".
_WITHIN = frozenset(("in", "across", "throughout", "around", "over"))
_HOLDING = frozenset("curfew emergency lockdown siege blockade restriction law rule".split())
# ... and where those come from who are withdrawn.
_OUT_OF = frozenset(("from",))
_FROM = frozenset(("SANCTION", "RETREAT"))
# ... and where somebody goes.
_TO = frozenset(("to", "in"))
_BESIDE_THE_POINT = frozenset(("despite", "after", "since", "like", "unlike", "from"))
# Acts upon a place; other acts only name where somebody was.
_UPON = frozenset(("ASSAULT", "COERCE", "MOBILIZE"))
# Acts upon a thing, which is the state's on whose ground it stands.
_UPON_THINGS = _UPON | {"AID", "SANCTION", "RETREAT", "THREATEN"}
_MISSIONS = frozenset(("embassy", "consulate", "mission", "legation", "office"))
_OTHER_MATTERS = frozenset(("relcl", "advcl", "appos", "conj"))


def lands_of(places: Iterable[Place], cast: Cast, knowledge: Knowledge) -> tuple[Actor, ...]:
    """The states in which the article's places lie, as actors; those that the cast already has are left out."""
    codes = dict.fromkeys(place.country for place in places if place.country is not None and not place.metonym)
    states = (knowledge.states[code] for code in codes if code in knowledge.states and f"state:{code}" not in cast.actors)
    return tuple(Actor(f"state:{state.code}", state.name, "state", state.code, wikidata=state.wikidata) for state in states)


def taking_part(lands: Iterable[Actor], events: Iterable[Event]) -> tuple[Actor, ...]:
    """Those of the lands that are a party of some event."""
    parties = {actor for event in events for actor in (*event.actors, *event.recipients)}
    return tuple(land for land in lands if land.id in parties)


@dataclass(frozen=True, slots=True)
class Ground:
    """The places of an article by the token they begin at, and who can be a party."""

    places: dict[int, Place]
    cast: Cast
    parties: Parties

    def under(self, trigger: Trigger) -> Side:
        """The state whose ground is hit, held or entered: that of the thing it is done to, else of the clause; nobody if neither."""
        type_ = trigger.pattern.type
        if type_ == "CONCEDE":
            lifted = any(word.lemma.lower() in _HOLDING for word in trigger.words)
            return self._first(thing for thing in _under_prepositions(trigger, _WITHIN) if lifted or thing.head.head.pos == "NOUN")
        if "symmetric" in trigger.pattern.options or type_ not in _UPON_THINGS:
            return Side()
        closed = [word for word in trigger.words if word.lemma in _MISSIONS and type_ == "SANCTION"]
        for thing in (*trigger.done_to, *closed):  # "closed its embassy in Kell"
            if side := self._ground(_phrase(thing)):
                return side
        if type_ in _FROM and trigger.pattern.mode == "withdraw":
            return self._first(_under_prepositions(trigger, _OUT_OF))
        if type_ not in _UPON:
            return Side()
        things = (thing for wanted in (_INTO, _AT) for thing in _under_prepositions(trigger, wanted))
        return self._first(things)

    def visited(self, trigger: Trigger, actors: Side) -> Side:
        """The foreign state in which the place lies to which somebody goes: "flew to Oslo"; nobody for a journey at home."""
        own = {known.country for actor in actors.actors if (known := self.cast.actors.get(actor)) is not None}
        if not any(own):
            return Side()
        land = self._ground(trigger.words) or self._ground(_under_prepositions(trigger, _TO))
        return land if land and self.cast.actors[land.actors[0]].country not in own else Side()

    def after(self, trigger: Trigger) -> Side:
        """The one state that is named in what hangs on the trigger: "imposed martial law, plunging Norland into chaos"."""
        words = sorted(_whole(trigger.predicate), key=lambda word: word.i)
        found: dict[tuple[str, ...], Side] = {}
        for word in words:
            if word.i > trigger.words[-1].i and word.dep != "nsubj" and (side := self._of_word(word)):
                found.setdefault(side.actors, side)
        return next(iter(found.values())) if len(found) == 1 else Side()

    def _of_word(self, word: Token) -> Side:
        side = self.parties.side([word])
        if side and all(actor.startswith("state:") for actor in side.actors):
            return Side(side.actors, side.spans, PASSING, side.doubtful)
        return Side()

    def _first(self, things: Iterable[Token]) -> Side:
        return next((side for thing in things if (side := self._of(thing))), Side())

    def _of(self, thing: Token) -> Side:
        """The state that is named, or that owns what is named ("Bosnian territory"), or in which the place lies."""
        named = self.parties.side([thing], whole=False)
        if named and all(actor.startswith("state:") for actor in named.actors):
            return Side(named.actors, named.spans, min(named.sureness, ON_GROUND), named.doubtful)
        return self._ground(_phrase(thing))

    def _ground(self, words: Iterable[Token]) -> Side:
        for word in words:
            place = self.places.get(word.start)
            if place is not None and not place.metonym and place.kind != "sea" and (land := f"state:{place.country}") in self.cast.actors:
                return Side((land,), (Span(place.start, place.end, place.text),), ON_GROUND)
        return Side()


def is_journey(trigger: Trigger) -> bool:
    """Whether somebody goes to a place, or does not go after all: "visited Oslo", "called off a trip to Oslo"."""
    if trigger.pattern.type == "REJECT" and trigger.pattern.mode == "meet":
        return any(word.lemma.lower() in load_classes()["@visit"] for word in trigger.words)
    return trigger.pattern.mode == "visit"


def _under_prepositions(trigger: Trigger, wanted: frozenset[str]) -> Iterator[Token]:
    """What stands under one of these prepositions after the trigger: where it is done, on its own words; where it is aimed, also deeper."""
    hosts = {word.i: word for word in (*trigger.words, trigger.predicate)}.values()
    below = [prep for host in hosts for prep in host.children]
    if wanted is _INTO:
        below = [prep for host in hosts for prep in _phrase(host)]
    for prep in below:
        if prep.dep == "prep" and prep.lower in wanted and prep.i > trigger.words[0].i:
            yield from (thing for thing in prep.children if thing.dep == "pobj")


def _phrase(thing: Token) -> Iterator[Token]:
    """The phrase without finite clauses and what is joined to it, level by level: the nearest first."""
    level = [thing]
    while level:
        yield from level
        level = [child for word in level for child in word.children if child.dep not in _OTHER_MATTERS or is_infinitive(child)]


def _whole(verb: Token) -> Iterator[Token]:
    """The clause with its participles and infinitives, without finite clauses below it."""
    yield verb
    for child in verb.children:
        finite = child.is_verb and child.child("nsubj", "nsubjpass") is not None
        if not finite and child.dep not in ("relcl", "appos") and child.lower not in _BESIDE_THE_POINT:
            yield from _whole(child)
