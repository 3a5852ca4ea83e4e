"""The countries of persons and public bodies of whom the text tells none: in an article about one country they are of that one."""

from __future__ import annotations

from dataclasses import replace

from whodid.cast import Reference
from whodid.steps.actors.focus import Focus
from whodid.steps.actors.groups import POWERS
from whodid.steps.actors.lexicon import Lexicon
from whodid.steps.actors.roster import INFERRED, Member, Roster


def infer_homes(roster: Roster, focus: Focus, lexicon: Lexicon) -> None:
    """Give those of no known country that of the article, where it tells of one alone, with a flag on every word for them."""
    first: dict[str, Reference] = {}
    for reference in roster.references:
        for actor in reference.actors:
            first.setdefault(actor, reference)
    at_home = {
        member.id for member in roster.members.values() if member.id in first and _is_at_home(member, first[member.id], focus, lexicon)
    }
    if at_home:
        roster.rename(lambda reference: _flagged(reference) if at_home.intersection(reference.actors) else reference)


def _is_at_home(member: Member, first: Reference, focus: Focus, lexicon: Lexicon) -> bool:
    """Whether a public body, or a person told by more than one name or by a public office, got the country of the article here."""
    at = first.head.sentence.index
    if member.country is None and _is_public_body(member, lexicon):
        member.country = focus.theme(at)
        return member.country is not None
    if member.kind != "person" or member.country is not None:
        return False
    public = member.sector in POWERS and any(_is_public(role, first, lexicon) for role in member.roles)
    member.country = (focus.host(at) if public else None) or (focus.theme(at) if public or " " in member.name else None)
    return member.country is not None


def _is_public_body(member: Member, lexicon: Lexicon) -> bool:
    """Whether it is a court, a police or the like that the knowledge does not have, and that is not of many countries."""
    unknown = member.kind == "organization" and member.wikidata is None and member.sector in POWERS
    return unknown and lexicon.blocs.isdisjoint(member.name.lower().split())


def _is_public(role: str, first: Reference, lexicon: Lexicon) -> bool:
    """Whether a title needs no country at home; in small letters "president Jan Kor" may be a firm's."""
    return role in lexicon.homely and (role not in lexicon.anybodys or role.title() in first.head.sentence.text)


def _flagged(reference: Reference) -> Reference:
    return replace(reference, flags=tuple(dict.fromkeys((*reference.flags, *INFERRED))))
