"""What goes out: all that was coded from one article, as frozen dataclasses that go to JSON and back.

The names are those of PLOVER / POLECAT, TIMEX3 and GeoNames; docs/record.md explains every key.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, Literal

from whodid.errors import InputError
from whodid.text import Span

SCHEMA = "whodid/1"

ActorKind = Literal["person", "state", "organization", "group"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal["occurred", "ongoing", "planned", "proposed", "denied"]
Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]
QuoteKind = Literal["direct", "indirect", "mixed"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
PlaceKind = Literal["point", "town", "district", "region", "country", "sea"]
Granularity = Literal["second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century", "span"]


@dataclass(frozen=True, slots=True)
class Extent:
    """Where something stands, without its words."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Actor:
    """An entity that takes part anywhere in the record.

    Attributes:
        id: `person:xi-jinping`, `state:CHN`, `organization:sco`, `group:protesters-irn`; the same for the same entity in every record.
        name: The name it is known by, or for a group the words that name it.
        kind: person, state, organization or group.
        country: ISO 3166-1 alpha-3 as of the article's date, or one of PLOVER's international codes (IGO UNO EUR NGO MNC …).
        sector: PLOVER sector code (GOV MIL LEG JUD COP OPP REB CVL JRN BUS …); None where the text does not tell.
        office: The office held on the article's date ("President of China"); None where there is none or it is not known.
        wikidata: Wikidata item, where known.
        flags: What is doubtful about it.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    wikidata: str | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """Words in the text that stand for an actor: a name, a role, a pronoun. One that stands for several has one entry for each."""

    start: int
    end: int
    text: str
    actor: str


@dataclass(frozen=True, slots=True)
class EventDate:
    """When the event was or will be: the words, and the first and last day they can mean (ISO 8601, possibly cut: "2022-02").

    `text` is None where the day was inferred from the article's date; the event then carries the flag `date-inferred`.
    """

    start: str | None
    end: str | None
    granularity: Granularity
    text: str | None = None


@dataclass(frozen=True, slots=True)
class EventPlace:
    """Where the event was or will be. `country` is ISO 3166-1 alpha-3; None for a place in no one country.

    `kind` and `precision` as in `Place`.
    """

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    kind: PlaceKind | None = None
    precision: int | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """A number told of the event: of whom, how many, in which words."""

    of: str
    value: int
    text: str


@dataclass(frozen=True, slots=True)
class Event:
    """One happening as one sentence tells it. See docs/record.md for the meaning of every field.

    `attribution` holds ids of quotes that carry the event; empty means that the article asserts it in its own voice.
    `same_as` is the id of the event of which this is another telling in the same article.
    """

    id: str
    type: EventType
    quad: Quad
    status: Status
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    trigger: Span
    evidence: Extent
    confidence: float
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    goldstein: float | None = None
    intensity: float | None = None
    symmetric: bool = False
    date: EventDate | None = None
    place: EventPlace | None = None
    attribution: tuple[str, ...] = ()
    actor_spans: tuple[Span, ...] = ()
    recipient_spans: tuple[Span, ...] = ()
    counts: tuple[Count, ...] = ()
    same_as: str | None = None
    flags: tuple[str, ...] = ()

    @property
    def is_claim(self) -> bool:
        """Whether it is somebody's word, not the article's own: a quote carries it, or somebody is only accused of it."""
        return bool(self.attribution) or "alleged" in self.flags


@dataclass(frozen=True, slots=True)
class Party:
    """Words that name who speaks, is spoken to or relays, with the actor they stand for (None: not known, or in doubt)."""

    start: int
    end: int
    text: str
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Someone's words or their gist: cue, speaker, content.

    Attributes:
        kind: direct (nearly all in quotation marks), mixed (some), indirect (none).
        content: One span, or several where cue and speaker split it or it runs over paragraphs.
        cue: The words that mark the telling ("said", "according to"); None for a bare quoted paragraph.
        speaker: None where the text names none (passive, "reportedly").
        addressee: To whom it was said.
        medium: Who relays it ("CCTV").
    """

    id: str
    kind: QuoteKind
    content: tuple[Span, ...]
    cue: Span | None = None
    speaker: Party | None = None
    addressee: Party | None = None
    medium: Party | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression with its TIMEX3 value; `value` is None where the text or a missing date does not fix it."""

    start: int
    end: int
    text: str
    type: TimexType
    value: str | None = None
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A toponym and the place it names.

    Attributes:
        name: The place's own name.
        country: ISO 3166-1 alpha-3; None for a place in no one country, or in doubt.
        lat, lon: Degrees (WGS 84).
        geonames: GeoNames id.
        metonym: Whether it stands for its government or people here ("Moscow said"), and so is an actor too.
        kind: What sort of place: point (a landmark), town, district, region, country or sea; None where the place is in doubt.
        precision: How exactly the words say where, as UCDP counts it (`where_prec`): 1 the place itself, 2 near it, 3 a district or
            county, 4 a first-level division, 5 a river, range or region within a country, 6 no more than the country, 7 the sea, or
            a region of several countries. None where not even the country is known.
    """

    start: int
    end: int
    text: str
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    metonym: bool = False
    kind: PlaceKind | None = None
    precision: int | None = None


@dataclass(frozen=True, slots=True)
class Validity:
    """From when to when a relation holds, as told (ISO 8601, possibly cut); None: not told."""

    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A standing fact that the text states: `member_of`, `dialogue_partner_of`, `holds_office`, `founded_in` …

    `object` is an actor's id, or plain words where it is no actor (an office's name, a year).
    """

    subject: str
    predicate: str
    object: str
    evidence: Extent
    valid: Validity = Validity()


@dataclass(frozen=True, slots=True)
class TextWarning:
    """Where the text contradicts itself, the calendar, or what is known of its actors. Data, not a log line."""

    code: str
    message: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Coder:
    """What made the record, so that it can be made again: whodid's version, the parser's, and the weights' where they weighed events."""

    whodid: str
    parser: str
    weights: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """All that was coded from one article. `to_dict` gives the JSON object of the contract, `from_dict` reads it back."""

    text: str
    id: str = ""
    schema: str = SCHEMA
    title: str | None = None
    date: str | None = None
    language: str | None = None
    source: str | None = None
    url: str | None = None
    author: str | None = None
    excerpt: bool | None = None
    dateline: Span | None = None
    boilerplate: tuple[Span, ...] = ()
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    quotes: tuple[Quote, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    relations: tuple[Relation, ...] = ()
    warnings: tuple[TextWarning, ...] = ()
    coder: Coder | None = None

    def to_dict(self) -> dict[str, Any]:
        """The record as plain JSON values. Absent values are left out; lists are there even when empty."""
        plain: dict[str, Any] = _plain(self)
        return plain

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Record:
        """Read a record back from what `to_dict` gave.

        Raises:
            InputError: Where a key is unknown or missing or a value has the wrong type; names the key.
        """
        from pydantic import ValidationError

        try:
            record: Record = _adapter().validate_python(data)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"]) or "record"
            raise InputError(f"not a {SCHEMA} record: {where}: {first['msg']}", code="not-a-record") from None
        if record.schema != SCHEMA:
            raise InputError(f"not a {SCHEMA} record: schema is {record.schema!r}", code="not-a-record")
        return record

    def actor(self, id: str) -> Actor:
        """The actor with this id. Raises KeyError where there is none."""
        for actor in self.actors:
            if actor.id == id:
                return actor
        raise KeyError(id)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a record, as `whodid schema` prints it."""
    schema = _adapter().json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA, **schema}


@cache
def _adapter() -> Any:
    from pydantic import ConfigDict, TypeAdapter

    Record.__pydantic_config__ = ConfigDict(extra="forbid")  # type: ignore[attr-defined]
    return TypeAdapter(Record)


@cache
def _field_names(cls: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls))


_FIRST = ("schema", "id", "title", "date", "language", "source", "url", "author", "excerpt", "text")


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        names = _field_names(type(value))
        if isinstance(value, Record):
            names = _FIRST + tuple(name for name in names if name not in _FIRST)
        plain = {name: _plain(getattr(value, name)) for name in names}
        return {name: item for name, item in plain.items() if item is not None}
    return value
