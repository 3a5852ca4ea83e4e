"""Asides: a cue with its speaker set off by commas within, or after, what is said ("The talks, he said, had failed")."""

from __future__ import annotations

from whodid.steps.quotes.cues import FINITE, PAST_OR_PRESENT, cue_group
from whodid.steps.quotes.edges import since_stop
from whodid.steps.quotes.page import Page
from whodid.steps.quotes.speakers import ADDRESSING, TIMES, agent_of
from whodid.text import Token

_RELATIVES = frozenset({"who", "which", "that"})
_COMMAS = frozenset({",", "-", "--", '"', "''"})
_ADVERBIALS = frozenset({"agent", "prep", "npadvmod", "advmod", "dative", "dobj", "tmod"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "PART"})
# A speaker named at the end of a sentence, or within it, has at most this many words.
MAX_SPEAKER_WORDS = 6


def set_off(verb: Token, page: Page) -> list[list[Token]]:
    """The words around a cue set off by commas ("The talks, he said, had failed"; "The talks failed, he said."), else nothing.

    "As he said, the talks had failed" counts too.
    """
    subject = verb.child("nsubj") or _agent_after_as(verb)
    if subject is None or subject.lower in _RELATIVES or verb.dep == "relcl" or verb.child("ccomp", "xcomp") is not None:
        return []
    thing = verb.child("dobj")
    if thing is not None and thing.lower != "it" and verb.lemma not in ADDRESSING:
        return []
    tokens = verb.sentence.tokens
    offset = tokens[0].i
    core = [token.i - offset for token in subject.subtree()] + [token.i - offset for token in cue_group(verb)]
    as_clause = any(child.lower == "as" and child.i < verb.i for child in verb.children)
    first, last = min(core), max(core)
    first = _back_over(tokens, first)
    last = _over_adverbials(tokens, last, verb)
    opened = first == 0 if as_clause else first > 0
    if first > 0 and tokens[first - 1].lower not in _COMMAS:
        return []
    if not opened and not as_clause:
        return []
    if last + 1 < len(tokens) and tokens[last + 1].pos != "PUNCT":
        return []
    before, after = tokens[:first], tokens[last + 1 :]
    if len(after) > 1 and after[1].tag == "WDT":  # "… - a rule, he said, that was needed": what the dash sets off
        before = since_stop(before, page)
    return [before, after]


def _agent_after_as(verb: Token) -> Token | None:
    """Who speaks in "as reported by X"."""
    if verb.tag == "VBN" and any(child.lower == "as" and child.i < verb.i for child in verb.children):
        return agent_of(verb)
    return None


def closing(verb: Token) -> tuple[list[Token], Token] | None:
    """What stands before ", she said" or ", the police said" at a sentence's end, and who says it, whatever the parser made of it."""
    tokens = verb.sentence.tokens
    at = verb.i - tokens[0].i
    rest = tokens[at + 1 :]
    if any(word.pos != "PUNCT" for word in rest):
        return None
    number = at - 1
    while number > 0 and (tokens[number].pos in _NOMINAL or tokens[number].lower == "-") and at - number <= MAX_SPEAKER_WORDS:
        number -= 1
    if number < 2 or number == at - 1 or tokens[number].lower != "," or tokens[at - 1].pos not in ("NOUN", "PROPN", "PRON"):
        return None
    if tokens[at - 1].lower in _RELATIVES:
        return None
    return tokens[:number], tokens[at - 1]


def ending_part(verb: Token, page: Page) -> list[Token]:
    """What stands before ", she said" at the end of a part of a sentence that semicolons divide; nothing where there is no semicolon.

    "It failed, Estia said; Norland has not commented" and "The envoy left; it had failed, Estia said".
    """
    subject = verb.child("nsubj")
    tokens = verb.sentence.tokens
    stops = [token.i for token in tokens if token.lower == ";" and not page.quoted(token)]
    if not stops or subject is None or subject.i > verb.i:
        return []
    start = max((i for i in stops if i < verb.i), default=tokens[0].i - 1) + 1
    end = next((i for i in stops if i > verb.i), tokens[-1].i + 1)
    part = [token for token in tokens if start <= token.i < end]
    speaker = min(word.i for word in subject.subtree() if word.i >= start)
    before = [word for word in part if word.i < speaker]
    rest = _over_adverbials(part, verb.i - start, verb)
    if not before or before[-1].lower not in _COMMAS or any(word.pos != "PUNCT" for word in part[rest + 1 :]):
        return []
    return before[:-1] if any(word.tag in FINITE for word in before) else []


def inserted(verb: Token) -> tuple[list[list[Token]], Token] | None:
    """What stands around ", said the minister," and who says it, whatever the parser made of it."""
    tokens = verb.sentence.tokens
    at = verb.i - tokens[0].i
    end = next((n for n in range(at + 1, len(tokens)) if tokens[n].pos == "PUNCT"), 0)
    run = tokens[at + 1 : end]
    if at < 1 or tokens[at - 1].lower != "," or verb.tag not in PAST_OR_PRESENT or not run or tokens[end].lower != ",":
        return None
    if run[0].pos not in _NOMINAL or len(run) > MAX_SPEAKER_WORDS or any(word.pos not in _NOMINAL | {"ADP", "CCONJ"} for word in run):
        return None
    named = run[: next((n for n, word in enumerate(run) if word.pos in ("ADP", "CCONJ")), len(run))]
    before, after = tokens[: at - 1], tokens[_resumed(tokens, end) :]
    if not after or any(word.tag in FINITE for word in before) or any(word.lower in _RELATIVES for word in run):
        return None
    speaker = next((word for word in reversed(named) if word.pos in ("NOUN", "PROPN", "PRON") and word.entity not in TIMES), None)
    return ([before, after], speaker) if speaker is not None else None


def _resumed(tokens: list[Token], comma: int) -> int:
    """Where the content goes on behind its speaker: at the next finite verb that follows a comma; at the end if none does."""
    for number in range(comma, len(tokens) - 1):
        if tokens[number].lower == "," and tokens[number + 1].tag in FINITE:
            return number + 1
    return len(tokens)


def _back_over(tokens: list[Token], first: int) -> int:
    """Over "as", "but" and adverbs before the speaker."""
    while first > 0 and (
        tokens[first - 1].lower in ("as", "but", "and", "though")
        or (tokens[first - 1].pos == "ADV" and tokens[first - 1].head in tokens[first:])
    ):
        first -= 1
    return first


def _over_adverbials(tokens: list[Token], last: int, verb: Token) -> int:
    """Over what is said of the telling itself, up to the next comma: "on Friday", "told reporters", "in a statement"."""
    while last + 1 < len(tokens) and tokens[last + 1].pos != "PUNCT":
        top = tokens[last + 1]
        while top.head is not verb and top.head is not top:
            top = top.head
        if top.head is not verb or top.dep not in _ADVERBIALS:
            break
        last += 1
    return last
