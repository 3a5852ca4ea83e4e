"""Names that several organizations bear: after "Rapid Support Forces" the RSF is that body, in Norland the Labour Party is Norland's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from whodid.knowledge import Organization, State
from whodid.steps.actors.names import Named
from whodid.text import Sentence

_SHORTEST, _LONGEST = 2, 7


def initials(words: str) -> str:
    """The capitals with which the words of a name begin; "" where there are too few to stand for it."""
    letters = "".join(word[0] for word in words.replace("-", " ").split() if word[0].isupper())
    return letters if len(letters) > _SHORTEST else ""


def spelled_out(sentences: Sequence[Sentence], found: Sequence[list[Named]]) -> list[list[Named]]:
    """Names where one that several bear means the organization that the article names in full, or the one of a country that it tells."""
    alone = (options for named in _names(found) if not _is_short(named) and len(options := _organizations(named)) == 1)
    full = {options[0].id for options in alone}
    states = {code for named in _names(found) for code in named.states}
    strange = _strangers(sentences, found)
    kept = []
    for names in found:
        here = (_settle(named, full, states, strange) for named in names)
        kept.append([named for named in here if named is not None])
    return kept


def _settle(named: Named, full: set[str], states: set[str], strange: dict[str, int]) -> Named | None:
    options = _organizations(named)
    told = [each for each in options if each.id in full]
    if _is_short(named) and not told and strange.get(named.tokens[0].text, named.tokens[0].i) < named.tokens[0].i:
        return None
    if len(options) < 2:
        return named
    chosen = told or [each for each in options if each.country in states]
    if not chosen and all(each.kind == "party" for each in options):
        return None
    chosen = chosen or options
    others = {each.id for each in options if each is not chosen[0]}
    readings = (r for r in named.readings if not isinstance(r.entry, Organization) or r.entry.id not in others)
    return replace(named, readings=tuple(readings))


def _strangers(sentences: Iterable[Sentence], found: Iterable[list[Named]]) -> dict[str, int]:
    """Initials of organizations that the knowledge does not have, with the token at which each is first named in full."""
    strange: dict[str, int] = {}
    for sentence, names in zip(sentences, found, strict=True):
        known = {token.i for named in names for token in named.tokens if not named.states}
        for entity in sentence.entities:
            if entity.label == "ORG" and not any(at in known for at in range(entity.first.i, entity.last.i + 1)):
                strange.setdefault(initials(entity.text), entity.last.i)
    return strange


def _is_short(named: Named) -> bool:
    text = named.tokens[0].text
    return len(named.tokens) == 1 and text.isupper() and _SHORTEST <= len(text) <= _LONGEST


def _organizations(named: Named) -> list[Organization]:
    if any(isinstance(reading.entry, State) for reading in named.readings):
        return []
    return list({r.entry.id: r.entry for r in named.readings if isinstance(r.entry, Organization)}.values())


def _names(found: Iterable[list[Named]]) -> list[Named]:
    return [named for names in found for named in names]
