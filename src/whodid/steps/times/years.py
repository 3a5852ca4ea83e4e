"""Whether four digits are a year: by the words around them, with the parser's entity as a hint only."""

from __future__ import annotations

from whodid.steps.times.expressions import Expression
from whodid.steps.times.words import vocabulary
from whodid.text import Token

YEAR_PREPOSITIONS = frozenset({
    "in", "since", "until", "till", "from", "to", "by", "during", "of", "before", "after", "between", "through", "throughout", "around",
    "circa", "for", "and", "or", "early", "late", "mid", "than", "with", "on",
})  # fmt: skip
MONEY_AND_NUMBER = frozenset(
    {"$", "#", "£", "€", "no.", "nos.", "number", "flight", "room", "resolution", "article", "section", "channel", "page", "route"}
)
EARLIEST, LATEST = 1400, 2100
JOINERS = frozenset({"to", "and", "or", "through", "until", "till", "-", "–"})


def is_year(expression: Expression, token: Token) -> bool:
    """Whether a bare four-digit number is a year: "in 1990" and "the 1990 accord" are, "1990 people" and "Flight 1990" are not."""
    value = int(token.text) if token.text.isdigit() else 0
    if value and not EARLIEST <= value <= LATEST:
        return False
    before, after = expression.before(), expression.after()
    if before in MONEY_AND_NUMBER or after in ("%", "percent", "per", "million", "billion", ",000"):
        return False
    if _counts(token) or (before == "-" and not _is_range(expression)):
        return False
    if before in YEAR_PREPOSITIONS or before == "-" or token.entity == "DATE":
        return token.entity not in ("MONEY", "PERCENT", "QUANTITY") and not (before == "to" and token.entity == "CARDINAL" and value < 1800)
    return _belongs_to_noun(token) and not _numbers_a_name(token)


def joined_year(expression: Expression) -> int | None:
    """The year of a month or day told after the next one: "from March to May 2014", "between Oct. 3 and Nov. 4, 2014"."""
    if expression.after() not in JOINERS:
        return None
    kind, month = vocabulary().words.get(expression.after(2), ("", 0))
    if kind != "M":
        return None
    following = [expression.after(distance) for distance in range(3, 6)]
    if following[0].isdigit() and len(following[0]) <= 2:
        following = following[1:]
    year = next((word for word in following[:2] if word != ","), "")
    if len(year) != 4 or not year.isdigit() or not EARLIEST <= int(year) <= LATEST:
        return None
    return int(year) - int(expression.value("M") > month)


def _is_range(expression: Expression) -> bool:
    """Whether the hyphen before it joins it to another year; "955-1818" is a telephone number."""
    other = expression.before(2)
    return (other.isdigit() and len(other) == 4) or expression.before(2) in ("mid", "early", "late")


def _counts(token: Token) -> bool:
    """Whether it counts a plural noun: "1990 people", not "the 1990 elections"."""
    head = token.head
    if not (head.i > token.i and head.tag == "NNS") or token.dep not in ("nummod", "compound", "amod"):
        return False
    determined = any(child.dep in ("det", "poss") for child in head.children)
    after_preposition = token.i > token.sentence.tokens[0].i and head.dep == "pobj" and head.head.i == token.i - 1
    return not determined and not (token.entity == "DATE" and after_preposition)


def _belongs_to_noun(token: Token) -> bool:
    return (
        token.head.i > token.i and token.head.pos in ("NOUN", "PROPN") and (not token.text.isdigit() or 1700 <= int(token.text) <= LATEST)
    )


def _numbers_a_name(token: Token) -> bool:
    """ "Boeing 1900 jets": a name stands before it and belongs to the same noun."""
    before = token.neighbour(-1)
    return before is not None and before.pos == "PROPN" and before.dep == "compound"
