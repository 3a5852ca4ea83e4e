"""From drafts to quotes: outermost only, in text order, with names for their parties."""

from __future__ import annotations

from collections.abc import Sequence

from whodid.article import Article
from whodid.cast import Cast, Reference
from whodid.lexicon.reporting import load_reporting_verbs
from whodid.record import Party, Quote, QuoteKind
from whodid.steps.quotes.channels import is_outlet
from whodid.steps.quotes.layouts import find_headline_quote, find_turns
from whodid.steps.quotes.page import Draft, Page
from whodid.steps.quotes.quotations import find_quotations
from whodid.steps.quotes.reported import find_reported
from whodid.steps.quotes.soundbites import find_soundbites
from whodid.steps.quotes.speakers import party_tokens
from whodid.text import Sentence, Span, Token

# Above this share of its words in quotation marks a quote is direct.
DIRECT_SHARE = 0.8
# "X said …, according to Y" is X's quote if it is at least this share of what Y is told to have said.
LEAST_TOLD = 0.7
# Who it is stands beyond doubt all the same.
_NO_DOUBTS = frozenset({"country-inferred"})
_ONE = frozenset({"he", "she"})


def find_quotes(sentences: Sequence[Sentence], article: Article, cast: Cast) -> tuple[Quote, ...]:
    """Find who said what: each outermost quote of the article, in text order of the contents.

    A speaker whom the text names is kept as words even where it is not known who that is; nobody is guessed.

    Args:
        sentences: The parsed article.
        article: Its text as it came: quotation marks are read from there.
        cast: Who is meant by the words that name speakers.
    """
    lexicon = load_reporting_verbs()
    page = Page(sentences, article)
    drafts = find_headline_quote(page, lexicon) + find_turns(page) + find_reported(page, lexicon)
    drafts = find_quotations(page, drafts, lexicon)
    drafts += find_soundbites(page, drafts, lexicon)
    drafts = _outermost(_relayed(drafts))
    drafts.sort(key=lambda draft: (draft.start, draft.end))
    return tuple(_quote(draft, f"q{number}", page, cast) for number, draft in enumerate(drafts, 1))


def _relayed(drafts: list[Draft]) -> list[Draft]:
    """Make one quote of "X said …, according to Y": X's, relayed by Y."""
    kept = []
    for draft in drafts:
        inner = _told_within(draft, drafts) if draft.cue and draft.cue[0].lower == "according" else None
        if inner is None:
            kept.append(draft)
        elif inner.medium is None:
            inner.medium = draft.speaker
    return kept


def _told_within(relay: Draft, drafts: list[Draft]) -> Draft | None:
    sentence, first = relay.cue[0].sentence, relay.cue[0]
    before = first.neighbour(-1)
    if before is not None and before.pos not in ("PUNCT", "CCONJ"):
        return None
    for draft in drafts:
        if draft is not relay and draft.cue and draft.verb is not None and draft.cue[0].sentence is sentence:
            at = draft.cue[0].start
            if any(start <= at < end for start, end in relay.pieces) and _is_all_told(draft, relay):
                return draft
    return None


def _is_all_told(inner: Draft, relay: Draft) -> bool:
    """Whether what is relayed is mostly the inner quote and its telling."""
    parties = [party.start for party in (inner.speaker, inner.addressee) if party is not None]
    first, last = min(inner.start, inner.cue[0].start, *parties), max(inner.end, inner.cue[-1].end)
    told = sum(max(0, min(end, last) - max(start, first)) for start, end in relay.pieces)
    return told >= LEAST_TOLD * sum(end - start for start, end in relay.pieces)


def _outermost(drafts: list[Draft]) -> list[Draft]:
    """Without those that lie, cue and content, within the content of another."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: -sum(end - start for start, end in d.pieces)):
        if not any(_within(draft, other) for other in kept):
            kept.append(draft)
    return kept


def _within(draft: Draft, other: Draft) -> bool:
    at = draft.cue[0].start if draft.cue else draft.start
    if any(start <= at < end for start, end in other.pieces):
        return True
    return any(start <= draft.start and draft.end <= end for start, end in other.pieces)


def _quote(draft: Draft, id: str, page: Page, cast: Cast) -> Quote:
    pieces = sorted(draft.pieces)
    return Quote(
        id=id,
        kind=_kind(draft, page),
        content=tuple(Span(start, end, page.text[start:end]) for start, end in pieces),
        cue=Span(draft.cue[0].start, draft.cue[-1].end, page.text[draft.cue[0].start : draft.cue[-1].end]) if draft.cue else None,
        speaker=_party(draft.speaker, draft, page, cast),
        addressee=_party(draft.addressee, draft, page, cast),
        medium=_party(draft.medium or _outlet(draft.addressee, cast), draft, page, cast),
    )


def _kind(draft: Draft, page: Page) -> QuoteKind:
    if not draft.cue and not page.marks:
        return "direct"  # a sound bite
    words = [word for start, end in draft.pieces for word in page.words(start, end)]
    quoted = sum(page.quoted(word) for word in words)
    if quoted == 0:
        return "indirect"
    return "direct" if quoted >= DIRECT_SHARE * len(words) else "mixed"


def _outlet(addressee: Token | None, cast: Cast) -> Token | None:
    """To whom it was said, where that is who relays it: "told the agency", "told CCTV"."""
    if addressee is None or is_outlet(addressee):
        return addressee
    reference = cast.at(addressee)
    actors = [cast.actors[actor] for actor in reference.actors] if reference is not None else []
    relays = len(actors) == 1 and actors[0].kind == "organization" and actors[0].sector == "JRN"
    return addressee if relays else None


def _named_beside(role: Token, cast: Cast) -> Reference | None:
    """The person whom a role is told to be: "the head of the inquiry, [Jan Kor], said"."""
    if role.pos != "NOUN" or role.tag == "NNS":
        return None
    named = (cast.at(child) for child in role.children if child.dep == "appos" and child.entity == "PERSON")
    return next((found for found in named if found is not None and found.kind == "name" and found.actors[0].startswith("person:")), None)


def _party(head: Token | None, draft: Draft, page: Page, cast: Cast) -> Party | None:
    """The words that name a party, outside the content, with the one actor they stand for beyond doubt."""
    if head is None:
        return None
    words = draft.label if head is draft.speaker and draft.label else party_tokens(head)
    words = [word for word in words if not any(start <= word.start < end for start, end in draft.pieces)] or [head]
    start, end = words[0].start, words[-1].end
    reference = _named_beside(head, cast) or cast.at(head)
    actor = reference.actors[0] if reference is not None and len(reference.actors) == 1 and not set(reference.flags) - _NO_DOUBTS else None
    if actor is not None and head.lower in _ONE and actor.startswith("group:"):
        actor = None  # "he" is one of a group at most
    return Party(start, end, page.text[start:end], actor)
