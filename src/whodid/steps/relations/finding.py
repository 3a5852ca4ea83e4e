"""All standing facts of an article, each once, in text order."""

from __future__ import annotations

from collections.abc import Sequence

from whodid.cast import Cast
from whodid.knowledge import Knowledge
from whodid.record import Relation
from whodid.steps.relations.memberships import affiliations, foundings, memberships
from whodid.steps.relations.offices import offices
from whodid.text import Sentence


def find_relations(sentences: Sequence[Sentence], cast: Cast, knowledge: Knowledge) -> tuple[Relation, ...]:
    """Standing facts that the text states outright: who belongs to what, who holds which office, what was founded when.

    Told twice, a fact is given once, with the first sentence as evidence. Nothing is added from knowledge.
    """
    found: dict[tuple[str, str, str], Relation] = {}
    for sentence in sentences:
        if sentence.boilerplate:
            continue
        for relation in (
            *memberships(sentence, cast),
            *affiliations(sentence, cast),
            *foundings(sentence, cast),
            *offices(sentence, cast, knowledge),
        ):
            found.setdefault((relation.subject, relation.predicate, relation.object), relation)
    return tuple(relation for relation in found.values() if not any(_says_more(other, relation) for other in found.values()))


def _says_more(other: Relation, relation: Relation) -> bool:
    """Whether another relation of the same person names the same office more fully ("Secretary", "US Secretary of State")."""
    if (other.subject, other.predicate) != (relation.subject, relation.predicate) or "office" not in relation.predicate:
        return False
    return set(relation.object.lower().split()) < set(other.object.lower().split())
