"""Incidents: which articles and which of their events tell the same happening. docs/incidents.md explains how it is decided."""

from whodid.incidents.clusters import Linkage, cluster, pieces
from whodid.incidents.copies import Signature, compare_texts, signature
from whodid.incidents.decisions import Decided, Decision, decide
from whodid.incidents.links import Link
from whodid.incidents.outlines import Outline, compare_articles, outline
from whodid.incidents.scores import score
from whodid.incidents.summaries import Incident, incident_id, summarize, voices
from whodid.incidents.tellings import Telling, telling_keys, tellings
from whodid.incidents.weights import Weight, part, weights

__all__ = [
    "Decided",
    "Decision",
    "Incident",
    "Link",
    "Linkage",
    "Outline",
    "Signature",
    "Telling",
    "Weight",
    "cluster",
    "compare_articles",
    "compare_texts",
    "decide",
    "incident_id",
    "outline",
    "part",
    "pieces",
    "score",
    "signature",
    "summarize",
    "telling_keys",
    "tellings",
    "voices",
    "weights",
]
