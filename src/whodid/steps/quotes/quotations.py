"""Quotations: stretches in quotation marks, and the cue that stands before, after or between them."""

from __future__ import annotations

from whodid.lexicon.reporting import ReportingVerb, ReportingVerbs
from whodid.steps.quotes.cues import cue_group, reporting_verb
from whodid.steps.quotes.marks import Marked
from whodid.steps.quotes.page import Draft, Page
from whodid.steps.quotes.speakers import find_addressee, find_medium, find_speaker
from whodid.text import Token

_STOPS = frozenset({".", "!", "?"})
# Fewer words in marks, without a stop or comma inside, are a name or label rather than a quotation.
MIN_BARE_WORDS = 4


def find_quotations(page: Page, drafts: list[Draft], lexicon: ReportingVerbs) -> list[Draft]:
    """Give every stretch in quotation marks that no draft covers yet its cue; those that go on a draft are added to it."""
    found = list(drafts)
    last: Draft | None = None
    for mark in page.marks:
        owner = next((draft for draft in found if _covers(draft, mark)), None)
        if owner is None:
            owner = _continued(mark, last, page)
            if owner is not None:
                owner.pieces.append((mark.start, mark.end))
        if owner is None:
            owner = _cued(mark, page, lexicon, found)
            if owner is not None:
                found.append(owner)
        if owner is not None:
            last = owner
    return found


def _covers(draft: Draft, mark: Marked) -> bool:
    return any(start < mark.end and mark.start < end for start, end in draft.pieces)


def _continued(mark: Marked, last: Draft | None, page: Page) -> Draft | None:
    """The draft before, where only its own cue, or nothing, stands between its content and this stretch."""
    if last is None or last.end > mark.start:
        return None
    gap_text = page.text[last.end : mark.start]
    gap = page.between(last.end, mark.start)
    if mark.continues:
        return last
    if "\n" in gap_text:
        return last if not gap and _whole_paragraph(mark, page) else None
    if not gap:
        return last
    if not any(token in last.cue for token in gap):
        return None
    stops = [n for n, token in enumerate(gap) if token.lower in _STOPS and token.dep == "punct"]
    if stops and stops[0] < len(gap) - 1:
        return None
    return last


def _whole_paragraph(mark: Marked, page: Page) -> bool:
    start = page.text.rfind("\n", 0, mark.start) + 1
    return not page.text[start : mark.start].strip()


def _cued(mark: Marked, page: Page, lexicon: ReportingVerbs, drafts: list[Draft]) -> Draft | None:
    if not page.between(mark.start, mark.end):
        return None
    used = {token.i for draft in drafts for token in draft.cue}
    verb = _cue_after(mark, page, lexicon) or _cue_before(mark, page, lexicon, used)
    if verb is None:
        return None
    content = (mark.start, mark.end)
    draft = Draft(cue_group(verb), reporting_verb(verb, lexicon), [content], find_speaker(verb), find_addressee(verb, content), find_medium(verb))
    return draft


def _cue_after(mark: Marked, page: Page, lexicon: ReportingVerbs) -> Token | None:
    inside = page.between(mark.start, mark.end)
    ends = next((token.lower for token in reversed(inside) if token.lower not in ('"', "'", "''")), "")
    if not mark.closed or ends not in (",", "?", "!", "-", "...", "…", "--"):
        outside = page.between(mark.end, mark.end + 2)
        if not outside or outside[0].lower not in (",", "-"):
            return None
    gap = _to_stop(mark.end, page)
    verbs = [token for token in gap if token.pos == "VERB" or reporting_verb(token, lexicon)]
    told = [token for token in verbs if reporting_verb(token, lexicon)]
    return (told or verbs or [None])[0]


def _to_stop(start: int, page: Page) -> list[Token]:
    """The words after an offset, up to the next stop or the next quotation, within the paragraph."""
    i = page.index(start)
    found: list[Token] = []
    while i < len(page.tokens):
        token = page.tokens[i]
        if page.stretch[i] >= 0 or token.lower in _STOPS or "\n" in page.text[page.tokens[i - 1].end : token.start]:
            break
        found.append(token)
        i += 1
    return found


def _cue_before(mark: Marked, page: Page, lexicon: ReportingVerbs, used: set[int]) -> Token | None:
    i = page.index(mark.start) - 1
    found: list[Token] = []
    while i >= 0:
        token = page.tokens[i]
        if page.stretch[i] >= 0 or token.lower in _STOPS or "\n" in page.text[token.end : page.tokens[i + 1].start]:
            break
        found.append(token)
        i -= 1
    for token in found:
        if token.i not in used and reporting_verb(token, lexicon) is not None:
            return token
    return None
