"""CAMEO's codes for actors, as GDELT has them: country, known group and roles, and all of them in one code."""

from __future__ import annotations

from dataclasses import dataclass

from whodid.export.tables import countries, known_groups
from whodid.ontology import load_ontology
from whodid.record import Actor

# Organizations between states, or of none: what stands in the record's country, in CAMEO's country, group and role.
_INTERNATIONAL = {
    "UNO": ("", "UNO", "IGO"), "EUR": ("EUR", "EEC", "IGO"), "IGO": ("", "", "IGO"), "NGO": ("", "", "NGO"), "MNC": ("", "", "MNC"),
    "IMG": ("", "", "IMG"),
}  # fmt: skip
# Bodies of the United Nations carry its code before their own.
_UNITED_NATIONS = "UNO"


@dataclass(frozen=True, slots=True)
class CameoActor:
    """An actor in CAMEO's codes; "" where there is none.

    Attributes:
        code: All parts in one: "USAGOV", "IGOUNOWHO".
        country: CAMEO country, or region for some groups.
        group: Known group.
        role: Type1Code.
    """

    code: str = ""
    country: str = ""
    group: str = ""
    role: str = ""


def cameo_actor(actor: Actor | None) -> CameoActor:
    """The actor's codes; all empty for nobody, and for actors of whom neither country nor role is known."""
    if actor is None:
        return CameoActor()
    country = actor.country or ""
    if group := known_groups().get(actor.id):
        return _international(group.country, group.group, group.type, of_un=country == _UNITED_NATIONS)
    if country in _INTERNATIONAL:
        return _international(*_INTERNATIONAL[country])
    known = countries().get(country)
    state = known.cameo if known else ""
    role = role_of(actor.sector)
    return CameoActor(state + role, state, "", role)


def _international(country: str, group: str, role: str, *, of_un: bool = False) -> CameoActor:
    family = _UNITED_NATIONS if of_un and group != _UNITED_NATIONS else ""
    return CameoActor(role + family + country + group, country, group, role)


def role_of(sector: str | None) -> str:
    """CAMEO's code for a PLOVER sector (JRN is MED there, MED is HLH); "" where CAMEO has none."""
    entry = load_ontology().sectors.get(sector or "")
    return (entry.cameo.split() or [""])[0] if entry and entry.level == "sector" else ""
