"""PLOVER as one object: types, modes, contexts, sectors, and what follows from them (quad, intensity, CAMEO code, Goldstein)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from whodid.errors import OntologyError
from whodid.ontology import loading
from whodid.ontology.entries import (
    CameoChoice,
    CameoEntry,
    ContextEntry,
    ModeEntry,
    QuadEntry,
    SectorEntry,
    StatusEntry,
    TypeEntry,
)


@dataclass(frozen=True)
class Ontology:
    """PLOVER's types, modes, contexts and sectors, with CAMEO's codes and their scores.

    Attributes:
        types: Event types by name, in PLOVER's order.
        contexts, sectors, quads, statuses: The other lists by name or code.
        cameo_codes: CAMEO codes by code.
    """

    types: Mapping[str, TypeEntry]
    contexts: Mapping[str, ContextEntry]
    sectors: Mapping[str, SectorEntry]
    quads: Mapping[str, QuadEntry]
    statuses: Mapping[str, StatusEntry]
    cameo_codes: Mapping[str, CameoEntry]

    def type(self, name: str) -> TypeEntry:
        """The event type of this name. Raises OntologyError, with the nearest name, where PLOVER has none."""
        try:
            return self.types[name]
        except KeyError:
            nearest = self.nearest_type(name)
            hint = f" Nearest: {nearest}." if nearest else ""
            raise OntologyError(f'No event type "{name}" in PLOVER.{hint} All sixteen: whodid explain types') from None

    def nearest_type(self, name: str) -> str | None:
        """The type that somebody may have meant, by another name for it ("ATTACK") or by its letters; None where none is near."""
        for entry in self.types.values():
            if name.upper() in entry.also_called:
                return entry.name
        return next(iter(get_close_matches(name.upper(), self.types, n=1)), None)

    def mode(self, type: str, name: str) -> ModeEntry:
        """The mode of this name under a type; a retired mode gives the one that took its place."""
        entry = self.type(type)
        retired = entry.retired.get(name)
        found = entry.modes.get(retired.now if retired and retired.now else name)
        if found is None:
            have = f" Its modes: {', '.join(entry.modes)}." if entry.modes else " It has no modes."
            raise OntologyError(f'No mode "{name}" under {type}.{have} More: whodid explain {type}')
        return found

    def quad(self, type: str) -> str:
        """The quad class, which follows from the type."""
        return self.type(type).quad

    def intensity(self, type: str, mode: str | None = None) -> float:
        """PLOVER's own score: that of the mode, or the type's where there is no mode or the mode has none."""
        score = self.mode(type, mode).score if mode else None
        return self.type(type).score if score is None else score

    def as_plover(self, type: str, status: str) -> str:
        """The type that PLOVER itself would give: planned cooperation is AGREE there, a planned RETREAT is CONCEDE."""
        return (status == "planned" and self.type(type).future) or type

    def cameo(self, code: str) -> CameoEntry:
        """The CAMEO code's entry. Raises OntologyError where CAMEO has no such code."""
        try:
            return self.cameo_codes[code]
        except KeyError:
            nearest = _nearest(code, self.cameo_codes)
            raise OntologyError(f'No CAMEO code "{code}".{nearest} All codes: whodid explain cameo') from None

    def cameo_for(self, type: str, mode: str | None = None, contexts: Collection[str] = ()) -> str:
        """The most specific CAMEO code that says no more than type, mode and contexts do.

        The choice stands in the type's file: a code for the type, one for each mode, and narrower ones for some contexts (the
        first listed that the event has). Where CAMEO tells apart what PLOVER does not (a visit made or received, a talk or a
        negotiation), the general code is taken; a visit is 042, since the visitor is the actor.

        Example:
            >>> load_ontology().cameo_for("REQUEST", "assist", ["economic"])
            '1011'
        """
        entry = self.type(type)
        choice: CameoChoice = (self.mode(type, mode).cameo if mode else None) or entry.cameo
        return choice.code_for(frozenset(contexts))

    def goldstein(self, code: str) -> float | None:
        """CAMEO's Goldstein score on GDELT's scale; ICEWS's, then the parent code's, where GDELT has none."""
        entry = self.cameo(code)
        for score in (entry.goldstein, entry.goldstein_icews):
            if score is not None:
                return score
        return self.goldstein(entry.parent) if entry.parent else None


@cache
def load_ontology() -> Ontology:
    """The ontology from whodid's own data files, read and checked once."""
    ontology = Ontology(
        types=loading.read_types(),
        contexts=loading.read_contexts(),
        sectors=loading.read_sectors(),
        quads=loading.read_quads(),
        statuses=loading.read_statuses(),
        cameo_codes=loading.read_cameo(),
    )
    check(ontology)
    return ontology


def check(ontology: Ontology) -> None:
    """Whether the lists fit each other: every name that one uses stands in another.

    Raises:
        OntologyError: With the file and the entry that does not fit.
    """
    for type in ontology.types.values():
        file = f"{type.name}.yaml"
        _known(type.quad, ontology.quads, file, "quad")
        if type.future:
            _known(type.future, ontology.types, file, "future")
        for mode in type.modes.values():
            if mode.adds_context:
                _known(mode.adds_context, ontology.contexts, file, f"mode {mode.name}: adds_context")
        for choice in (type.cameo, *(mode.cameo for mode in type.modes.values() if mode.cameo)):
            _check_choice(choice, type, ontology)
    for code in ontology.cameo_codes.values():
        _check_code(code, ontology)


def _check_choice(choice: CameoChoice, type: TypeEntry, ontology: Ontology) -> None:
    for code in (choice.code, *choice.by_context.values()):
        _known(code, ontology.cameo_codes, f"{type.name}.yaml", "cameo")
        means = ontology.cameo_codes[code].type
        if means not in (type.name, None):
            raise OntologyError(f"{type.name}.yaml: cameo: {code} is {means} in cameo.csv; expected a code of {type.name}")
    for context in choice.by_context:
        _known(context, ontology.contexts, f"{type.name}.yaml", "cameo_by_context")


def _check_code(code: CameoEntry, ontology: Ontology) -> None:
    if code.type is not None:
        _known(code.type, ontology.types, "cameo.csv", code.code)
        if code.mode is not None:
            _known(code.mode, ontology.types[code.type].modes, "cameo.csv", f"{code.code} {code.type}")
    for context in code.contexts:
        _known(context, ontology.contexts, "cameo.csv", code.code)


def _known(name: str, names: Collection[str], file: str, entry: str) -> None:
    if name not in names:
        raise OntologyError(f'{file}: {entry}: "{name}" is unknown.{_nearest(name, names)}')


def _nearest(name: str, names: Iterable[str]) -> str:
    found = get_close_matches(name, names, n=1, cutoff=0.5)
    return f" Nearest: {found[0]}." if found else ""
