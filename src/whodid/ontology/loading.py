"""Reads the ontology's data files and checks them: every error names the file and the entry."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn

from whodid.errors import OntologyError
from whodid.ontology.entries import (
    CameoChoice,
    CameoEntry,
    ContextEntry,
    DoubtEntry,
    FieldEntry,
    ModeEntry,
    ObjectEntry,
    QuadEntry,
    SectorEntry,
    StatusEntry,
    TypeEntry,
)

HERE = Path(__file__).parent
# PLOVER's order: by quad class, the frequent before the rare.
TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip


def read_types(folder: Path = HERE / "types") -> dict[str, TypeEntry]:
    """All event types, in PLOVER's order, from one YAML file each.

    Raises:
        OntologyError: Where a file is missing, not one of the sixteen, or holds an entry that cannot be right.
    """
    files = {path.stem: path for path in sorted(folder.glob("*.yaml"))}
    for name in files.keys() - set(TYPES):
        _fail(files[name], name, "is not one of PLOVER's sixteen event types", f"a file for one of {' '.join(TYPES)}")
    for name in TYPES:
        if name not in files:
            _fail(folder / f"{name}.yaml", name, "is missing", "one file for each event type")
    return {name: _type(files[name], read_yaml(files[name])) for name in TYPES}


def read_contexts() -> dict[str, ContextEntry]:
    """PLOVER's contexts by name, without the auxiliary marks that `status` replaces."""
    return {name: ContextEntry(name, **body) for name, body in read_yaml(HERE / "contexts.yaml")["contexts"].items()}


def read_sectors() -> dict[str, SectorEntry]:
    """PLOVER's sector codes and its codes that stand in the country field, by code."""
    return {code: SectorEntry(code, **body) for code, body in read_yaml(HERE / "sectors.yaml")["sectors"].items()}


def read_quads() -> dict[str, QuadEntry]:
    """The four quad classes by name."""
    return {name: QuadEntry(name, **body) for name, body in read_yaml(HERE / "quads.yaml")["quads"].items()}


def read_statuses() -> dict[str, StatusEntry]:
    """The five statuses by name."""
    return {name: StatusEntry(name, **body) for name, body in read_yaml(HERE / "statuses.yaml")["statuses"].items()}


def read_doubts() -> dict[str, DoubtEntry]:
    """Flags and the codes of warnings, by name."""
    return {name: DoubtEntry(name, **body) for name, body in read_yaml(HERE / "doubts.yaml")["doubts"].items()}


def read_cameo(path: Path = HERE / "cameo.csv") -> dict[str, CameoEntry]:
    """All CAMEO codes of two, three and four digits, by code."""
    entries: dict[str, CameoEntry] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            code = row["code"]
            if code in entries:
                _fail(path, code, "stands twice", "each code once")
            entries[code] = CameoEntry(
                code=code,
                gloss=row["gloss"],
                quad=int(row["quad"]),
                goldstein=_score(path, code, float(row["goldstein"])) if row["goldstein"] else None,
                goldstein_icews=_score(path, code, float(row["goldstein_icews"])) if row["goldstein_icews"] else None,
                type=row["type"] or None,
                mode=row["mode"] or None,
                contexts=tuple(row["contexts"].split("; ")) if row["contexts"] else (),
                note=row["note"],
            )
    return entries


def read_objects(path: Path = HERE / "fields.yaml") -> dict[str, ObjectEntry]:
    """The record's objects with their keys; a key's path has its object before it, except for the record's own keys."""
    objects: dict[str, ObjectEntry] = {}
    for name, body in read_yaml(path).items():
        prefix = "" if name == "record" else f"{name}."
        keys = tuple(FieldEntry(prefix + key, kind, gloss) for key, (kind, gloss) in body["keys"].items())
        objects[name] = ObjectEntry(name, body["about"], keys)
    return objects


def read_yaml(path: Path) -> dict[str, Any]:
    """A YAML file as a dictionary.

    Raises:
        OntologyError: Where it is no YAML, no dictionary, or has a key twice.
    """
    import yaml

    try:
        with path.open("rb") as file:
            loader = yaml.CSafeLoader(file) if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader(file)
            node = loader.get_single_node()
            _refuse_duplicates(path, node)
            data = loader.construct_document(node) if node is not None else None
    except yaml.YAMLError as error:
        raise OntologyError(f"{path.name}: not valid YAML: {' '.join(str(error).split())}") from None
    if not isinstance(data, dict):
        raise OntologyError(f"{path.name}: holds no entries; expected a mapping of names to entries")
    return data


def _refuse_duplicates(path: Path, node: Any) -> None:
    # YAML parsers keep the last of two equal keys and say nothing.
    if getattr(node, "id", "") == "mapping":
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                line = key.start_mark.line + 1
                raise OntologyError(f'{path.name}, line {line}: "{key.value}" stands twice; expected each entry once')
            seen.add(key.value)
            _refuse_duplicates(path, value)


def _type(path: Path, body: Mapping[str, Any]) -> TypeEntry:
    name = path.stem
    for key in ("name", "quad", "score", "requires_recipient", "can_be_symmetric", "gloss", "cameo_roots", "cameo", "modes"):
        if key not in body:
            _fail(path, name, f'has no "{key}"', "one")
    if body["name"] != name:
        _fail(path, name, f'has the name "{body["name"]}"', "the name of its file")
    return TypeEntry(
        name=name,
        quad=body["quad"],
        score=_score(path, name, body["score"]),
        requires_recipient=body["requires_recipient"],
        symmetric=body["can_be_symmetric"],
        gloss=body["gloss"],
        note=body.get("note", ""),
        modes=dict(_modes(path, body["modes"], "current")),
        retired=dict(_modes(path, body.get("retired_modes", {}), "retired")),
        roots=tuple(body["cameo_roots"]),
        cameo=CameoChoice(body["cameo"], body.get("cameo_by_context", {})),
        future=body.get("future"),
        also_called=tuple(body.get("also_called", ())),
    )


def _modes(path: Path, modes: Mapping[str, Any], status: str) -> Iterator[tuple[str, ModeEntry]]:
    for name, body in modes.items():
        if "gloss" not in body:
            _fail(path, f"mode {name}", 'has no "gloss"', "one")
        score = body.get("score")
        yield (
            name,
            ModeEntry(
                type=path.stem,
                name=name,
                gloss=body["gloss"],
                cameo=CameoChoice(body["cameo"], body.get("cameo_by_context", {})) if "cameo" in body else None,
                score=None if score is None else _score(path, f"mode {name}", score),
                adds_context=body.get("adds_context"),
                status=status,
                now=body.get("now"),
            ),
        )


def _score(path: Path, entry: str, value: Any) -> float:
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not -10 <= value <= 10:
        _fail(path, entry, f"has the score {value!r}", "a number from -10 to 10")
    return float(value)


def _fail(path: Path, entry: str, found: str, expected: str) -> NoReturn:
    raise OntologyError(f"{path.name}: {entry} {found}; expected {expected}")
