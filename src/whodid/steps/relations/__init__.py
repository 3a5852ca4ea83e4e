"""What stands rather than happens: membership, office, founding."""

from whodid.steps.relations.finding import find_relations

__all__ = ["find_relations"]
