"""Who said it: cue, speaker, content, addressee, medium."""

from whodid.steps.quotes.finding import find_quotes

__all__ = ["find_quotes"]
