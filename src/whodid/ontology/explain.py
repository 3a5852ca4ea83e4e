"""What a name means: behind `whodid explain`, and the pages docs/ontology.md and docs/record.md."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from whodid.errors import OntologyError
from whodid.ontology.entries import CameoChoice, CameoEntry, FieldEntry, ModeEntry, SectorEntry, TypeEntry
from whodid.ontology.loading import read_doubts, read_objects
from whodid.ontology.ontology import Ontology, load_ontology


@dataclass(frozen=True, slots=True)
class Explanation:
    """What one name means.

    Attributes:
        name: The name as it is written in records.
        kind: What it is the name of ("event type", "mode of COERCE", "record field" …).
        gloss: Its meaning in a sentence.
        facts: Label and value of what else is known of it.
    """

    name: str
    kind: str
    gloss: str
    facts: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        lines = [f"{self.name} ({self.kind})", f"  {self.gloss}"]
        width = max((len(label) for label, _ in self.facts), default=0)
        lines += [f"  {label:<{width}}  {value}".rstrip() for label, value in self.facts]
        return "\n".join(lines)


def explain(name: str) -> str:
    """What a name means, as text: of the ontology, a flag, a warning, a CAMEO code, a key of the record, or a list of them.

    Raises:
        OntologyError: Where nothing has that name; the message offers the nearest, and how to list all.

    Example:
        >>> print(explain("phone").splitlines()[0])
        phone (mode of CONSULT)
    """
    return "\n\n".join(str(found) for found in look_up(name))


def look_up(name: str) -> tuple[Explanation, ...]:
    """Everything that has this name; upper and lower case are the same, and "COERCE arrest" and "COERCE/arrest" narrow a mode.

    Raises:
        OntologyError: Where nothing has it.
    """
    wanted = " ".join(name.replace("/", " ").split()).lower()
    lists = _lists()
    if wanted in lists:
        return (lists[wanted],)
    index = _index()
    if wanted not in index:
        nearest = load_ontology().nearest_type(wanted) or next(iter(get_close_matches(wanted, index, n=1)), None)
        hint = f" Nearest: {index[nearest.lower()][0].name}." if nearest else ""
        raise OntologyError(f'Nothing is called "{name}".{hint} To list all: whodid explain {"|".join(lists)}')
    return tuple(index[wanted])


@cache
def _index() -> dict[str, list[Explanation]]:
    ontology = load_ontology()
    index: dict[str, list[Explanation]] = {}

    def add(explanation: Explanation, *names: str) -> None:
        for name in names:
            index.setdefault(name.lower(), []).append(explanation)

    for type in ontology.types.values():
        add(_type(type), type.name)
        for mode in (*type.modes.values(), *type.retired.values()):
            add(_mode(mode), mode.name, f"{type.name} {mode.name}")
    for context in ontology.contexts.values():
        add(Explanation(context.name, "context", context.gloss, _facts(("note", context.note))), context.name)
    for sector in ontology.sectors.values():
        add(_sector(sector), sector.code)
    for quad in ontology.quads.values():
        add(Explanation(quad.name, "quad class", quad.gloss, (("code", str(quad.code)),)), quad.name)
    for status in ontology.statuses.values():
        add(Explanation(status.name, "status", status.gloss), status.name)
    for doubt in read_doubts().values():
        add(Explanation(doubt.name, doubt.of, doubt.gloss), doubt.name)
    for code in ontology.cameo_codes.values():
        add(_cameo(code, ontology), code.code, f"cameo {code.code}")
    for thing in read_objects().values():
        keys = ", ".join(key.path.rpartition(".")[2] for key in thing.keys)
        add(Explanation(thing.name, "object of the record", thing.gloss, (("keys", keys),)), thing.name)
        for key in thing.keys:
            add(_field(key), *{key.path, key.path.rpartition(".")[2]})
    return index


def _type(type: TypeEntry) -> Explanation:
    modes = ", ".join(type.modes) or "none"
    facts = _facts(
        ("quad", type.quad),
        ("intensity", f"{type.score:g}"),
        ("modes", modes),
        ("CAMEO", f"{', '.join(type.roots)}; {_choice(type.cameo)}"),
        ("symmetric", "can be" if type.symmetric else "no"),
        ("recipient", "required by PLOVER" if type.requires_recipient else ""),
        ("planned", f"PLOVER folds it into {type.future}" if type.future else ""),
        ("note", type.note),
    )
    return Explanation(type.name, "event type", type.gloss, facts)


def _mode(mode: ModeEntry) -> Explanation:
    facts = _facts(
        ("intensity", "that of the type" if mode.score is None and mode.status == "current" else _number(mode.score)),
        ("context", f"adds {mode.adds_context}" if mode.adds_context else ""),
        ("CAMEO", _choice(mode.cameo) if mode.cameo else ""),
        ("now", mode.now or ""),
    )
    return Explanation(mode.name, f"{'retired ' if mode.status == 'retired' else ''}mode of {mode.type}", mode.gloss, facts)


def _sector(sector: SectorEntry) -> Explanation:
    kind = "sector" if sector.level == "sector" else "code in the country field"
    return Explanation(sector.code, kind, sector.gloss, _facts(("CAMEO", sector.cameo), ("note", sector.note)))


def _cameo(code: CameoEntry, ontology: Ontology) -> Explanation:
    plover = " ".join(part for part in (code.type, code.mode, ", ".join(code.contexts)) if part)
    facts = _facts(
        ("PLOVER", plover or "no equivalent"),
        ("goldstein", _number(ontology.goldstein(code.code))),
        ("goldstein (ICEWS)", _number(code.goldstein_icews) if code.goldstein_icews != code.goldstein else ""),
        ("quad", str(code.quad)),
        ("parent", f"{code.parent} {ontology.cameo(code.parent).gloss}" if code.parent else ""),
        ("note", code.note),
    )
    return Explanation(code.code, "CAMEO code", code.gloss, facts)


def _field(field: FieldEntry) -> Explanation:
    return Explanation(field.path, "record field", field.gloss, (("holds", field.type),))


def _choice(choice: CameoChoice) -> str:
    narrower = ", ".join(f"{code} with {context}" for context, code in choice.by_context.items())
    return choice.code + (f" ({narrower})" if narrower else "")


def _facts(*facts: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(fact for fact in facts if fact[1])


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


@cache
def _lists() -> dict[str, Explanation]:
    """The lists that `whodid explain` can print, by name."""
    o = load_ontology()
    modes = [mode for type in o.types.values() for mode in type.modes.values()]
    lists: list[tuple[str, str, Iterable[tuple[str, str]]]] = [
        ("types", "What: PLOVER's event types.", ((type.name, type.gloss) for type in o.types.values())),
        ("modes", "How: the modes of each type.", ((f"{mode.type} {mode.name}", mode.gloss) for mode in modes)),
        ("contexts", "Why, or about what.", ((context.name, context.gloss) for context in o.contexts.values())),
        ("sectors", "Roles, and codes for what is no country.", ((sector.code, sector.gloss) for sector in o.sectors.values())),
        ("quads", "Words or deeds, cooperation or conflict.", ((quad.name, quad.gloss) for quad in o.quads.values())),
        ("statuses", "Whether it has happened.", ((status.name, status.gloss) for status in o.statuses.values())),
        ("doubts", "Flags and warnings.", ((doubt.name, f"{doubt.of}: {doubt.gloss}") for doubt in read_doubts().values())),
        ("cameo", "CAMEO's codes.", ((code.code, code.gloss) for code in o.cameo_codes.values())),
        ("fields", "The record's keys.", ((key.path, key.gloss) for thing in read_objects().values() for key in thing.keys)),
    ]
    return {name: Explanation(name, "list", gloss, tuple(rows)) for name, gloss, rows in lists}
