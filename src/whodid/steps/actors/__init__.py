"""Who takes part: names, offices, groups, metonyms, pronouns, each resolved to an actor as of the article's day."""

from whodid.steps.actors.find import find_actors

__all__ = ["find_actors"]
