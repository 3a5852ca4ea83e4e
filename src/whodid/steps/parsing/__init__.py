"""Sentences, tokens and syntax; the only room that knows which parser we use."""

from whodid.steps.parsing.parser import Parser, parse

__all__ = ["Parser", "parse"]
