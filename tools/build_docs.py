"""Writes docs/ontology.md, docs/record.md and the tables of docs/store.md from their data: python tools/build_docs.py [--check]."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from whodid.incidents import weights
from whodid.ontology import Ontology, TypeEntry, load_ontology
from whodid.ontology.loading import read_doubts, read_objects
from whodid.store import schema

DOCS = Path(__file__).parent.parent / "docs"
MADE = "<!-- Made by tools/build_docs.py from src/whodid/ontology; change the data there. -->\n"
WEIGHTS_MARK = "<!-- Below: made by tools/build_docs.py from src/whodid/incidents/weights.yaml; change it there. -->\n"
STORE_MARK = "<!-- Below: made by tools/build_docs.py from src/whodid/store/schema; change it there. -->\n"
WEIGHT_PARTS = {"tellings": "Two tellings", "articles": "Two articles", "copies": "Two texts", "bars": "Bars"}
ABOUT_TYPES = """\
The event types are those of PLOVER (manual, draft 2.0), with its own scores; CAMEO codes carry the Goldstein scores of GDELT.
The type names the happening that the words tell; whether it has happened is the event's status. PLOVER folds the two: there,
cooperation that still lies ahead is AGREE and a retreat that lies ahead is CONCEDE. `whodid explain NAME` prints any entry.
"""
ABOUT_CODES = """\
The CAMEO code of an event is the most specific one that says no more than its type, mode and contexts. Where CAMEO tells apart
what PLOVER does not, the general code stands: talks are 040, whether or not they were a negotiation (046); a visit is 042, since
the visitor is the actor; a SUPPORT of any kind is 050. A request is 10 (demand), or where the words only ask or appeal, 02.
"""
ABOUT_RECORD = """\
What `whodid code` writes for each article: one JSON object. Names follow PLOVER / POLECAT, TIMEX3 and GeoNames. An absent value
is left out; it is never guessed into a default. An article that cannot be coded gives `schema`, `id` and `error` with a
`code` and a `message` instead. `whodid schema` prints the JSON Schema, `whodid explain event.attribution` any entry below.
"""


def main(arguments: Sequence[str]) -> int:
    """Write the pages, or with --check only say which are out of date (exit status 1)."""
    stale = [name for name, page in pages().items() if not (DOCS / name).is_file() or (DOCS / name).read_text("utf-8") != page]
    for name in stale:
        if "--check" in arguments:
            print(f"docs/{name} is out of date; run: python tools/build_docs.py", file=sys.stderr)
        else:
            (DOCS / name).write_text(pages()[name], encoding="utf-8")
            print(f"wrote docs/{name}")
    return 1 if stale and "--check" in arguments else 0


def pages() -> dict[str, str]:
    """The pages by file name."""
    return {
        "ontology.md": ontology_page(load_ontology()),
        "record.md": record_page(),
        "store.md": store_page(),
        "incidents.md": incidents_page(),
    }


def ontology_page(ontology: Ontology) -> str:
    """Types with their modes, then contexts, sectors, quads, statuses and CAMEO codes."""
    parts = [
        "# What whodid codes\n",
        MADE,
        ABOUT_TYPES,
        ABOUT_CODES,
        "## Quad classes\n",
        _table(("quad", "code", "what"), ((quad.name, str(quad.code), quad.gloss) for quad in ontology.quads.values())),
        "## Status\n",
        _table(("status", "what"), ((status.name, status.gloss) for status in ontology.statuses.values())),
        "## Flags and warnings\n",
        _table(("name", "of", "what"), ((doubt.name, doubt.of, doubt.gloss) for doubt in read_doubts().values())),
        "## Event types\n",
        *(_type(entry) for entry in ontology.types.values()),
        "## Contexts\n",
        _table(("context", "what", "note"), ((entry.name, entry.gloss, entry.note) for entry in ontology.contexts.values())),
        "## Sectors and international codes\n",
        _table(
            ("code", "what", "stands in", "CAMEO", "note"),
            ((entry.code, entry.gloss, entry.level, entry.cameo, entry.note) for entry in ontology.sectors.values()),
        ),
        "## CAMEO codes\n",
        _table(("code", "what", "Goldstein", "PLOVER", "note"), (_cameo(ontology, code) for code in ontology.cameo_codes)),
    ]
    return "\n".join(parts)


def _type(entry: TypeEntry) -> str:
    facts = [entry.quad, f"score {entry.score:g}", f"CAMEO {', '.join(entry.roots)} (general: {entry.cameo.code})"]
    facts += ["can be symmetric"] if entry.symmetric else []
    facts += ["recipient required"] if entry.requires_recipient else []
    facts += [f"planned: {entry.future} in PLOVER"] if entry.future else []
    parts = [f"### {entry.name}\n", f"{entry.gloss}\n", f"*{'; '.join(facts)}.*\n", f"{entry.note}\n" if entry.note else ""]
    if entry.modes:
        rows = (
            (mode.name, mode.gloss, "" if mode.score is None else f"{mode.score:g}", _codes(mode.cameo)) for mode in entry.modes.values()
        )
        parts.append(_table(("mode", "what", "score", "CAMEO"), rows))
    return "\n".join(part for part in parts if part)


def _codes(choice: object) -> str:
    code, narrower = getattr(choice, "code", ""), getattr(choice, "by_context", {})
    return ", ".join([code, *(f"{narrow} with {context}" for context, narrow in narrower.items())])


def _cameo(ontology: Ontology, code: str) -> tuple[str, ...]:
    entry, score = ontology.cameo(code), ontology.goldstein(code)
    plover = " ".join(part for part in (entry.type, entry.mode, ", ".join(entry.contexts)) if part)
    return code, entry.gloss, "" if score is None else f"{score:g}", plover, entry.note


def record_page() -> str:
    """Every key of the record, object by object."""
    parts = [
        "# The record\n",
        MADE,
        ABOUT_RECORD,
    ]
    for thing in read_objects().values():
        rows = ((f"`{key.path.rpartition('.')[2]}`", key.type, key.gloss) for key in thing.keys)
        parts += [f"## {thing.name}\n", f"{thing.gloss}\n", _table(("key", "holds", "meaning"), rows)]
    return "\n".join(parts)


def store_page() -> str:
    """What people wrote, and below the mark every view and table of the store with its columns."""
    written = (DOCS / "store.md").read_text("utf-8").partition(STORE_MARK)[0]
    parts = [written + STORE_MARK + "\n"]
    for kind, title in (("VIEW", "Views"), ("TABLE", "Tables")):
        parts.append(f"## {title}\n")
        for made in schema.everything():
            if made.kind == kind:
                rows = ((f"`{name}`", about) for name, about in made.columns.items())
                parts += [f"### {made.name}\n", f"{made.about}\n", _table(("column", "what"), rows)]
    return "\n".join(parts)


def incidents_page() -> str:
    """What people wrote, and below the mark the table of weights."""
    written = (DOCS / "incidents.md").read_text("utf-8").partition(WEIGHTS_MARK)[0]
    parts = [written + WEIGHTS_MARK]
    for name, title in WEIGHT_PARTS.items():
        rows = (
            (f"`{row.name}`", f"{row.weight:+g}" if name == "tellings" else f"{row.weight:g}", row.means)
            for row in weights()
            if row.part == name
        )
        parts += [f"### {title}\n", _table(("", "weight", "what it means"), rows)]
    return "\n".join(parts)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [f"| {' | '.join(head)} |", f"|{' --- |' * len(head)}"]
    lines += [f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
