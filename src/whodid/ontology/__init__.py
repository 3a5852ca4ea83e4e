"""PLOVER as data: what can be coded, what it is called elsewhere, and what each name means."""

from whodid.ontology.entries import (
    CameoEntry,
    ContextEntry,
    FieldEntry,
    ModeEntry,
    QuadEntry,
    SectorEntry,
    StatusEntry,
    TypeEntry,
)
from whodid.ontology.explain import Explanation, explain, look_up
from whodid.ontology.ontology import Ontology, load_ontology

__all__ = [
    "CameoEntry",
    "ContextEntry",
    "Explanation",
    "FieldEntry",
    "ModeEntry",
    "Ontology",
    "QuadEntry",
    "SectorEntry",
    "StatusEntry",
    "TypeEntry",
    "explain",
    "load_ontology",
    "look_up",
]
