"""Quotations: stretches in quotation marks, and the cue that stands before, after or between them."""

from __future__ import annotations

from whodid.lexicon.reporting import ReportingVerbs
from whodid.steps.quotes.channels import find_addressee, find_medium
from whodid.steps.quotes.contents import calls_what, trim, widen
from whodid.steps.quotes.cues import cue_group, is_unsaid, reporting_verb
from whodid.steps.quotes.edges import speaker_of
from whodid.steps.quotes.marks import Marked
from whodid.steps.quotes.page import Draft, Page
from whodid.steps.quotes.speakers import QUOTING, as_saying, is_agentless
from whodid.text import Token

_STOPS = frozenset({".", "!", "?", "..."})
_INTRODUCES = frozenset({",", ":", "-", "--"})
# What can carry words in quotation marks as the cue's object.
_OBJECTS = frozenset({"dobj", "oprd", "attr", "ccomp", "xcomp", "prep", "pcomp", "dative", "acomp", "npadvmod", "conj", "agent"})
# What stands under these prepositions is when, where and how it is said.
_AROUND = frozenset({"in", "at", "during", "after", "before", "since", "until", "from", "through"})
MAX_TITLE_WORDS = 6
# A bare quotation has at least this many words; fewer are a name or a label.
MIN_BARE_WORDS = 4
# What is cited in fewer words, marks counted, is the name of a paper.
MIN_CITED = 7
# No cue stands further from its quotation than this, in words.
_REACH = 120


def find_quotations(page: Page, drafts: list[Draft], lexicon: ReportingVerbs) -> list[Draft]:
    """Give every stretch in quotation marks that no draft covers yet its cue; those that go on a draft are added to it."""
    found = list(drafts)
    before: Draft | None = None
    for mark in page.marks:
        owner = next((draft for draft in found if _covers(draft, mark)), None) or _owner(mark, before, found, page, lexicon)
        if owner is not None and not any(owner is draft for draft in found):
            found.append(owner)
        before = owner
    return found


def _owner(mark: Marked, before: Draft | None, found: list[Draft], page: Page, lexicon: ReportingVerbs) -> Draft | None:
    """The quote that an uncovered stretch belongs to, the stretch taken in: one that goes on, one with a cue, or one that is bare."""
    after = _cue_after(mark, page.between(mark.start, mark.end), page, lexicon)
    owner = _continued(mark, before, page, lexicon) if after is None else None
    if owner is None and (cued := _cued(mark, after, page, lexicon)):
        return _with_its_cue(cued, found)
    if owner is None and _is_sentence(mark, page):
        owner = _held(mark, found, page) or _bare(mark, page, lexicon)
    if owner is not None:
        owner.pieces.append((mark.start, mark.end))
    return owner


def _with_its_cue(cued: Draft, found: list[Draft]) -> Draft:
    """The quote that has this cue already, with what it lacks of the content; the new one where none has."""
    own = next((draft for draft in reversed(found) if draft.cue and draft.cue[-1] is cued.cue[-1]), None)
    if own is None:
        return cued
    if not any(start < cued.end and cued.start < end for start, end in own.pieces):
        own.pieces = sorted(own.pieces + cued.pieces)
    return own


def _covers(draft: Draft, mark: Marked) -> bool:
    return any(start < mark.end and mark.start < end for start, end in draft.pieces)


def _continued(mark: Marked, before: Draft | None, page: Page, lexicon: ReportingVerbs) -> Draft | None:
    """The quote of the stretch before, where only its own cue, or nothing, stands between."""
    if before is None or before.end > mark.start:
        return None
    if mark.continues:
        return before
    gap = page.between(before.end, mark.start)
    if "\n" in page.text[before.end : mark.start] and not (_opens_paragraph(mark, page) and (_ends_itself(mark, page) or not mark.closed)):
        return None
    if all(token.pos == "PUNCT" or token.lower == "and" for token in gap):
        return before
    if not any(token in before.cue for token in gap) or _tells_anew(gap, before, lexicon):
        return None
    stops = [number for number, token in enumerate(gap) if token.lower in _STOPS and token.pos == "PUNCT"]
    return before if not stops or stops[0] == len(gap) - 1 else None


def _is_sentence(mark: Marked, page: Page) -> bool:
    """Whether the stretch stands as a sentence of its own: a capital, a stop, nothing of a sentence before it."""
    words = page.words(mark.start, mark.end)
    if len(words) < MIN_BARE_WORDS or not words[0].text[0].isupper() or not (_ends_itself(mark, page) or not mark.closed):
        return False
    i = page.index(mark.start)
    return i == 0 or _opens_paragraph(mark, page) or page.tokens[i - 1].lower in _STOPS or page.stretch[i - 1] >= 0


def _held(mark: Marked, drafts: list[Draft], page: Page) -> Draft | None:
    """The quote told last in the sentence right before: its speaker goes on."""
    i = page.index(mark.start)
    if i == 0:
        return None
    sentence = page.tokens[i - 1].sentence
    told = [draft for draft in drafts if draft.cue and draft.end <= mark.start and draft.cue[0].sentence is sentence]
    return max(told, key=lambda draft: draft.cue[0].i, default=None)


def _bare(mark: Marked, page: Page, lexicon: ReportingVerbs) -> Draft | None:
    """A quotation without a cue, said by whom the sentence before it in the paragraph is about."""
    i = page.index(mark.start)
    if i == 0 or _opens_paragraph(mark, page) or page.quoted(page.tokens[i - 1]):
        return None
    root = page.tokens[i - 1].sentence.root
    subject = root.child("nsubj") if root is not None else None
    if subject is None or page.quoted(subject):
        return None
    person = subject.entity == "PERSON" or subject.lower in ("he", "she") or subject.lemma.lower() in lexicon.headline_speakers
    return Draft([], None, [], subject) if person else None


def _tells_anew(gap: list[Token], before: Draft, lexicon: ReportingVerbs) -> bool:
    """Whether another cue introduces what follows: “…,” she said, adding: “…”."""
    if gap[-1].lower not in _INTRODUCES:
        return False
    told = next((token for token in reversed(gap) if reporting_verb(token, lexicon) is not None), None)
    return told is not None and told not in before.cue


def _opens_paragraph(mark: Marked, page: Page) -> bool:
    start = page.text.rfind("\n", 0, mark.start) + 1
    return not page.text[start : mark.start].strip()


def _cued(mark: Marked, after: Token | None, page: Page, lexicon: ReportingVerbs) -> Draft | None:
    inside = page.between(mark.start, mark.end)
    if not inside or _is_title(mark, page, named=after is not None):
        return None
    content: tuple[int, int] | None = (mark.start, mark.end)
    verb = after
    if verb is None:
        verb = _cue_right_before(mark, page, lexicon)
    if verb is None:
        verb, content = _cue_above(mark, inside, page, lexicon)
    if verb is None or content is None:
        return None
    verb = as_saying(verb) or verb
    draft = Draft(cue_group(verb), reporting_verb(verb, lexicon), [content], speaker_of(verb, page, lexicon))
    draft.addressee, draft.medium = find_addressee(verb, draft.verb, content), find_medium(verb, lexicon.documents)
    return draft


def _cue_after(mark: Marked, inside: list[Token], page: Page, lexicon: ReportingVerbs) -> Token | None:
    ends = next((token.lower for token in reversed(inside) if token.lower not in ('"', "'", "''")), "")
    gap = _to_stop(mark.end, page)
    if any(token.dep == "dobj" and token.head.lemma in QUOTING and not page.quoted(token.head) for token in inside):
        return None  # “…, citing ‘secret papers,’ said that …”
    if not gap or (ends not in (",", "?", "!", "-", "...", "…", "--") and gap[0].lower not in (",", "-")):
        return None
    if ends != "," and gap[0].lower not in (",", "-") and not mark.closed:
        return None
    verbs = [token for token in gap if (token.pos == "VERB" or reporting_verb(token, lexicon)) and token.dep not in ("relcl", "acl")]
    told = [token for token in verbs if reporting_verb(token, lexicon)]
    if told:
        return None if is_agentless(told[0]) and as_saying(told[0]) is None else told[0]
    # Any verb whose subject follows a quotation that ends in a comma: "…," he laughed.
    return next((verb for verb in verbs[:1] if ends in (",", "?", "!") and verb.child("nsubj") in gap), None)


def _to_stop(start: int, page: Page) -> list[Token]:
    """The words after an offset, up to the next stop or the next quotation, within the paragraph."""
    i = page.index(start)
    found: list[Token] = []
    end = start
    last = min(len(page.tokens), i + _REACH)
    while i < last:
        token = page.tokens[i]
        if (token.lower in _STOPS and token.pos == "PUNCT") or "\n" in page.text[end : token.start]:
            break
        if page.stretch[i] >= 0:
            if not _is_label(page.marks[page.stretch[i]], page):
                break
            i += 1
            continue
        found.append(token)
        end = token.end
        i += 1
    return found


def _from_stop(end: int, page: Page) -> list[Token]:
    """The words before an offset, nearest first, back to the stop or quotation before, within the paragraph."""
    i = page.index(end) - 1
    first = max(0, i - _REACH)
    found: list[Token] = []
    start = end
    while i >= first:
        token = page.tokens[i]
        if token.lower in _STOPS and token.pos == "PUNCT":
            break
        if page.stretch[i] >= 0:
            if not found or not _is_label(page.marks[page.stretch[i]], page):
                break
            i -= 1
            continue
        if "\n" in page.text[token.end : start] and not (not found and token.lower == ":"):
            break
        found.append(token)
        start = token.start
        i -= 1
    return found


def _cue_right_before(mark: Marked, page: Page, lexicon: ReportingVerbs) -> Token | None:
    """The cue of a quotation that a comma, a colon or the verb itself introduces."""
    gap = _from_stop(mark.start, page)
    if not gap:
        return None
    if gap[0].lower not in _INTRODUCES:
        long = len(page.words(mark.start, mark.end)) >= MIN_BARE_WORDS or _ends_itself(mark, page)
        return gap[0] if long and reporting_verb(gap[0], lexicon) is not None and not is_agentless(gap[0]) else None
    if gap[0].lower != ":" and len(page.words(mark.start, mark.end)) < MIN_BARE_WORDS and not _ends_itself(mark, page):
        return None
    told = next((token for token in gap if reporting_verb(token, lexicon) is not None), None)
    if told is not None:
        return told
    if gap[0].lower == ":":
        return next((token for token in gap if token.pos == "VERB" and token.child("nsubj") is not None), None)
    return None


def _is_label(mark: Marked, page: Page) -> bool:
    return mark.closed and len(page.words(mark.start, mark.end)) < MIN_BARE_WORDS and page.text[mark.end - 2] not in ",.?!"


def _is_title(mark: Marked, page: Page, *, named: bool) -> bool:
    """Whether it is the name of a work or programme: a few words, all that matter capitalised, after a word that leads to it."""
    words = page.words(mark.start, mark.end)
    if not 1 < len(words) <= MAX_TITLE_WORDS or not all(word.text[0].isupper() for word in words if len(word.text) > 3):
        return False
    before = page.index(mark.start) - 1
    if before < 0 or named:
        return before >= 0 and page.tokens[before].pos in ("ADP", "PART")
    return page.tokens[before].pos in ("ADP", "PART", "NOUN", "PROPN", "DET") or page.tokens[before].lower in _STOPS


def _ends_itself(mark: Marked, page: Page) -> bool:
    return any(stop in page.text[mark.end - 3 : mark.end] for stop in ".?!")


def _cue_above(mark: Marked, inside: list[Token], page: Page, lexicon: ReportingVerbs) -> tuple[Token | None, tuple[int, int] | None]:
    """The reporting verb whose object holds the words in marks ("called the plan “dead”"), and that object."""
    members = {token.i for token in inside}
    top = next((token for token in inside if token.head.i not in members and token.pos != "PUNCT"), None)
    if top is None:
        return None, None
    child = top
    for above in top.ancestors():
        entry = reporting_verb(above, lexicon)
        if entry is not None and entry.is_speech and "document" not in entry.takes and page.stretch[above.i] < 0:
            if is_unsaid(above) or is_agentless(above) or not _is_object(child, above) or _tells_where(child, mark, page):
                return None, None
            if calls_what(above) or (above.lemma in QUOTING and len(inside) < MIN_CITED):
                return None, None
            return above, _object_extent(above, child, mark, page)
        if above.dep in ("relcl", "nsubj", "nsubjpass", "advcl"):
            return None, None
        child = above
    return None, None


def _is_object(word: Token, verb: Token) -> bool:
    return word.dep in _OBJECTS and word.i > verb.i


def _tells_where(word: Token, mark: Marked, page: Page) -> bool:
    """Whether a label in marks tells where it is said: "warned about in his ‘Iron Gate’ speech"; not "shouted in Norlandic, ‘out’"."""
    before = page.tokens[max(page.index(mark.start) - 1, 0)]
    return word.lower in _AROUND and _is_label(mark, page) and before.lower != ","


def _object_extent(verb: Token, child: Token, mark: Marked, page: Page) -> tuple[int, int] | None:
    first = next(
        (c for c in verb.children if c.i > verb.i and c.dep in ("dobj", "oprd", "ccomp", "attr", "nsubj") and c.i <= child.i), child
    )
    words = first.subtree() if first is not child else []
    words = sorted(set(words) | set(child.subtree()), key=lambda token: token.i)
    words = [word for word in words if word.i > verb.i]
    return trim(words, page) or widen(mark.start, mark.end, page)
