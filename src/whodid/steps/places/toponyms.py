"""Which words may name a place: runs of capitalised words that the gazetteer knows, and what the parser calls a place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from whodid.knowledge.gazetteer import Entry, Gazetteer
from whodid.steps.places.words import division_abbreviations, locative_prepositions, word_set
from whodid.text import Entity, Sentence, Span, Token, span_of

# Words in the longest name we look for: "Saint Vincent and the Grenadines", "Democratic Republic of the Congo".
LONGEST = 6
# The parser's labels for amounts and times: "March", "Wednesday" and "Us$" name towns too.
AMOUNT_LABELS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LANGUAGE"})
MILLION = 1_000_000
AREAS = frozenset({"country", "division", "county", "region", "continent", "past-country"})


REGIONS = frozenset({"region", "country", "islands", "sea", "gulf", "strait", "canal", "desert", "mountains"})


@dataclass(slots=True)
class Toponym:
    """Words that may name a place.

    Attributes:
        tokens: The words, in text order.
        span: Where they stand.
        entries: What the gazetteer has under this name; empty for a place that only the parser sees.
        entity: The parser's named entity in which the first word lies, or None.
        whole: Whether they are all of that entity, but for articles, directions and marks.
        locative: Whether a preposition of place leads to them ("near Kell").
        containers: The area that the text puts it in, if it does ("Paris, Texas"): the readings of its name.
    """

    tokens: list[Token]
    span: Span
    entries: tuple[Entry, ...]
    entity: Entity | None
    whole: bool
    locative: bool
    containers: tuple[Entry, ...] = ()

    @property
    def label(self) -> str:
        """The parser's label, or ""."""
        return self.entity.label if self.entity else ""


def find_toponyms(sentence: Sentence, gazetteer: Gazetteer) -> list[Toponym]:
    """All candidates of one sentence in text order, none overlapping, each with the area that the text puts it in."""
    entities = {i: entity for entity in sentence.entities for i in range(entity.first.i, entity.last.i + 1)}
    found = list(_matches(sentence.tokens, entities, gazetteer))
    found += _unlisted(sentence, found)
    found.sort(key=lambda toponym: toponym.span)
    _link(found)
    return found


def _matches(tokens: list[Token], entities: dict[int, Entity], gazetteer: Gazetteer) -> Iterator[Toponym]:
    position, count = 0, len(tokens)
    while position < count:
        token = tokens[position]
        length, entries = _longest(tokens, position, gazetteer) if token.text[0].isupper() else (0, ())
        if length and not _is_part_of_longer(tokens, position, length, entries, entities):
            yield _toponym(tokens[position : position + length], entries, entities)
        position += length or 1


def _is_part_of_longer(tokens: list[Token], start: int, length: int, entries: tuple[Entry, ...], entities: dict[int, Entity]) -> bool:
    """Whether the parser sees a longer name of a place here, which the gazetteer does not have: "Rio" in "Rio Nido"."""
    entity = entities.get(tokens[start].i)
    if entity is None or entity.label != "GPE" or any(entry.kind in AREAS and entry.kind != "county" for entry in entries):
        return False
    after = tokens[start + length] if start + length < len(tokens) else None
    return after is not None and after.i <= entity.last.i and after.pos == "PROPN" and after.lower not in word_set("local_nouns")


def _longest(tokens: list[Token], start: int, gazetteer: Gazetteer) -> tuple[int, tuple[Entry, ...]]:
    abbreviated = _abbreviation(tokens, start, gazetteer)
    if abbreviated:
        return 1, abbreviated
    article = tokens[start].lower == "the"
    if landform := _landform(tokens, start, gazetteer):
        return landform
    for end in range(_run_end(tokens, start), start, -1):
        if tokens[end - 1].text[0].isupper():
            words = _words(tokens[start:end])
            entries = gazetteer.named(words)
            if end - start == 1 and tokens[start].lower in word_set("connectors"):
                return 0, ()
            if article:
                entries = tuple(entry for entry in entries if entry.name.startswith("The "))
            if entries and (entries := _fitting_case(words, entries)) and not _is_bodys(tokens, start, end):
                return end - start, entries
    return 0, ()


def _landform(tokens: list[Token], start: int, gazetteer: Gazetteer) -> tuple[int, tuple[Entry, ...]] | None:
    """A region whose last word is in small letters: "the Palestinian territories", "the Korean peninsula"."""
    if start + 1 >= len(tokens) or tokens[start + 1].lower not in word_set("landforms") or tokens[start + 1].text[0].isupper():
        return None
    entries = tuple(entry for entry in gazetteer.named(_words(tokens[start : start + 2])) if entry.kind in REGIONS)
    return (2, entries) if entries else None


def _is_bodys(tokens: list[Token], start: int, end: int) -> bool:
    """Whether "City" at the end is the body's: "Kell City Council"."""
    return end - start > 1 and tokens[end - 1].lower == "city" and end < len(tokens) and tokens[end].lower in word_set("city_bodies")


def _run_end(tokens: list[Token], start: int) -> int:
    connectors, end, limit = word_set("connectors"), start + 1, min(len(tokens), start + LONGEST)
    while end < limit and (tokens[end].text[0].isupper() or tokens[end].lower in connectors):
        end += 1
    return end


def _words(tokens: list[Token]) -> str:
    if len(tokens) == 1:
        return tokens[0].text
    return span_of(tokens).text


def _fitting_case(words: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Short words in capitals are codes of areas, or towns' with points ("US", "L.A."); in small letters they are no codes."""
    letters = words.replace(".", "")
    if len(letters) > 3:
        return entries
    if letters.isupper():
        return tuple(entry for entry in entries if (entry.kind in AREAS and entry.kind != "county") or entry.population > MILLION)
    return tuple(entry for entry in entries if entry.kind in ("town", "capital", "islands"))


def _abbreviation(tokens: list[Token], start: int, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """ "Ala." wherever it has its point, "AL" only after a comma."""
    token = tokens[start]
    code = division_abbreviations().get(token.text.rstrip("."))
    if code is None or not (token.text[-1] == "." or token.entity == "GPE" or (start and tokens[start - 1].text == ",")):
        return ()
    if token.text[-1] != "." and not (start and tokens[start - 1].text in (",", "(")):
        return ()
    division = gazetteer.division(*code)
    return (division,) if division else ()


def _toponym(words: list[Token], entries: tuple[Entry, ...], entities: dict[int, Entity]) -> Toponym:
    entity = entities.get(words[0].i) or entities.get(words[-1].i)
    whole = entity is not None and _covers_all_of(words, entity)
    return Toponym(words, span_of(words), entries, entity, whole, _is_locative(words[0]))


def _covers_all_of(words: list[Token], entity: Entity) -> bool:
    tokens = entity.first.sentence.tokens
    offset = tokens[0].i
    rest = [*tokens[entity.first.i - offset : words[0].i - offset], *tokens[words[-1].i - offset + 1 : entity.last.i - offset + 1]]
    return all(not token.text[0].isalnum() or token.lower in ("the", "'s") or token.lower in word_set("directions") for token in rest)


def _is_locative(first: Token) -> bool:
    before = first.neighbour(-1)
    while before is not None and (before.lower in ("the", "both") or before.lower in word_set("directions")):
        before = before.neighbour(-1)
    if before is None or before.lower != "of":
        return before is not None and before.lower in locative_prepositions()
    # "the town of Kell", "north of Kell"; "Ada Brandt, 41, of Kell"
    word = before.neighbour(-1)
    return word is not None and (word.lower == "," or word.lower in word_set("local_nouns") or word.lower in word_set("directions"))


def _unlisted(sentence: Sentence, found: list[Toponym]) -> Iterator[Toponym]:
    """What the parser calls a town or region and the gazetteer does not know."""
    for entity in sentence.entities:
        if entity.label in ("GPE", "LOC") and not any(t.span.start < entity.end and entity.start < t.span.end for t in found):
            offset = sentence.tokens[0].i
            words = sentence.tokens[entity.first.i - offset : entity.last.i - offset + 1]
            words = [word for word in words if word.lower not in ("the", "'s")]
            if words and words[0].text[0].isupper():
                yield Toponym(words, span_of(words), (), entity, True, _is_locative(words[0]))


def _link(found: list[Toponym]) -> None:
    """Give each toponym the area that follows it ("Paris, Texas", "Kell (Norland)") or owns it ("Syria's Aleppo")."""
    for left, right in zip(found, found[1:], strict=False):
        gap = _between(left, right)
        if gap in (",", "(", ", in", "in"):
            left.containers = tuple(entry for entry in right.entries if entry.kind in AREAS)
        elif gap in ("'s", "'") and not right.containers:
            right.containers = tuple(entry for entry in left.entries if entry.kind in AREAS)


def _between(left: Toponym, right: Toponym) -> str:
    tokens = left.tokens[0].sentence.tokens
    offset = tokens[0].i
    return " ".join(token.lower for token in tokens[left.tokens[-1].i - offset + 1 : right.tokens[0].i - offset])
