"""Which office the words of a title or an apposition name: "President of Norland", "spokeswoman for the ministry"."""

from __future__ import annotations

from functools import cache

from whodid.knowledge import LEADING_ROLES, Knowledge, State
from whodid.lexicon.lists import word_list, word_map
from whodid.record import Actor
from whodid.text import Token, span_of

# Courtesy titles name no office.
COURTESY = frozenset("mr mrs ms miss dr sir lady lord madam mr. mrs. ms. dr. rev rev. sheikh".split())
PAST = frozenset(("former", "ex", "late", "then"))
# "The Chinese leader" tells who leads, not in which office.
_NO_OFFICE = frozenset(("leader", "ruler"))
# Before the office: they belong to its holder, not to the office.
_DROPPED = frozenset("the a an his her its their new acting visiting longtime young veteran outgoing embattled current 's ’s s".split())
# Who is still to take office holds none.
_NOT_YET = frozenset(("incoming", "future", "aspiring", "would", "designate"))
_TIMES = frozenset(("DATE", "TIME"))
# What somebody is in an army says nothing of his office.
_RANKS = frozenset("general colonel major captain lieutenant sergeant brigadier admiral lt lt. gen gen. col col. sgt sgt.".split())
_GENERALS = frozenset(
    "attorney secretary surgeon director consul governor solicitor inspector auditor postmaster advocate assistant".split()
)
_ORDINALS = frozenset("first second third last only latest".split())


def office_words() -> frozenset[str]:
    """Lemmas of nouns that name an office or a post, from lexicon/en/office_words.txt."""
    return word_list("office_words")


def office_in(words: list[Token], actor: Actor, knowledge: Knowledge, *, beside: bool = False) -> str | None:
    """The office in the words, "President of Norland" for a state's own; None where there are only names and courtesy.

    Args:
        words: The words of the title or apposition.
        actor: Who holds it.
        knowledge: Which states have which offices.
        beside: Whether they are a title right before the name: there "leader" counts too.
    """
    words = _trimmed(_after_past(words))
    if not words or _is_rank(words) or _is_any_official(words):
        return None
    kept = [
        word for word in words if word.lower not in _DROPPED | PAST | COURTESY and word.pos not in ("PUNCT", "DET") and word.text != "-"
    ]
    if not any(names_office(word) for word in kept) or any(word.lower in _NOT_YET for word in words):
        return None
    state, title = _state_before(kept, knowledge)
    if len(title) and title[0].lemma.lower() in _NO_OFFICE:
        return _as_told(kept, words) if beside and state is not None else None
    told = " ".join(word.text for word in title)
    if not is_of_state(told, knowledge):
        return _as_told(kept, words)
    if state is not None:
        return f"{' '.join(_capital(word.text) if word.pos != 'ADP' else word.text for word in title)} of {state.name}"
    if actor.office is not None and actor.office.lower().startswith(f"{told.lower()} of "):
        return actor.office  # "President Kor" in office that day: the text leaves out of what
    return _once_held(told, actor, knowledge) or _as_told(kept, words)


def _once_held(told: str, actor: Actor, knowledge: Knowledge) -> str | None:
    """The full title of the one office by that name that somebody known held at some time: "President Kor", long after his term."""
    name, words = told.lower(), set(told.lower().split())
    held = knowledge.offices_of(actor.id.removeprefix("person:"), None)
    titles = {office.title for office in held if name in map(str.lower, office.names) and words <= set(office.title.lower().split())}
    return titles.pop() if len(titles) == 1 else None


def _trimmed(words: list[Token]) -> list[Token]:
    """The words without what leads to the title ("Also Friday, [Mayor]"), and without names and ranks behind it."""
    comma = max((n for n, word in enumerate(words) if word.text == ","), default=-1)
    if any(map(names_office, words[comma + 1 :])):
        words = words[comma + 1 :]
    first = next((n for n, word in enumerate(words) if word.pos != "ADV" and word.entity not in _TIMES), len(words))
    words = words[first:]
    told = next((n for n, word in enumerate(words) if word.tag in ("WP", "WDT")), len(words))
    return _without_name(words[:told])


def _without_name(words: list[Token]) -> list[Token]:
    """The words up to the last office, if nothing but names and ranks stands behind it; not "spokesman for Mayor Brandt"."""
    last = max((n for n, word in enumerate(words) if names_office(word)), default=len(words) - 1)
    while last > 0 and words[last].lower in _RANKS and not _leads_to(words[last - 1]) and any(map(names_office, words[:last])):
        last = max(n for n, word in enumerate(words[:last]) if names_office(word))
    rest = words[last + 1 :]
    linked = any(word.pos == "ADP" and word.lower != "of" for word in words)
    plain = not linked and all(word.pos in ("PROPN", "PUNCT", "X") for word in rest)
    return words[: last + 1] if plain else words


def _leads_to(word: Token) -> bool:
    """Whether "general" after it is no rank: "attorney general"."""
    return word.lemma.lower() in _GENERALS or word.text == "-"


def _is_rank(words: list[Token]) -> bool:
    """Whether they name a rank and nothing more: a general may have no office."""
    named = [word for word in words if word.pos not in ("DET", "PUNCT") and word.lower not in COURTESY]
    return bool(named) and all(word.lower in _RANKS for word in named)


def _is_any_official(words: list[Token]) -> bool:
    """Whether they count somebody among officials: "the first senior official to go there"."""
    return any(word.lower in _ORDINALS for word in words) and any(word.lemma.lower() == "official" for word in words)


def names_office(word: Token) -> bool:
    """Whether it is the noun of an office, or short for one ("Sen.")."""
    return word.lemma.lower() in office_words() or word.lower in word_map("office_abbreviations")


def _after_past(words: list[Token]) -> list[Token]:
    """The words after "former", where the office stands there."""
    after = next((n + 1 for n in reversed(range(len(words))) if words[n].lower in PAST), 0)
    before, rest = words[:after], words[after:]
    return rest if any(map(names_office, rest)) and not any(map(names_office, before)) else words


def is_of_state(title: str, knowledge: Knowledge) -> bool:
    """Whether a state has such an office ("Prime Minister"), or only one of its bodies has ("State Department spokesman")."""
    return title.lower() in _state_titles(knowledge) or title.lower().endswith(" minister")


@cache
def _state_titles(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(name.lower() for office in knowledge.offices.values() if office.role in LEADING_ROLES for name in office.names)


def _state_before(words: list[Token], knowledge: Knowledge) -> tuple[State | None, list[Token]]:
    """The state whose name or adjective the words begin with ("South Korean", "Norland"), and the words after it."""
    for length in range(min(4, len(words) - 1), 0, -1):
        for name in knowledge.named(" ".join(word.text for word in words[:length])):
            if isinstance(name.entry, State) and name.kind in ("name", "adjective"):
                return name.entry, words[length:]
    return None, words


def _as_told(kept: list[Token], words: list[Token]) -> str:
    told = span_of([word for word in words if kept[0].i <= word.i <= kept[-1].i]).text.partition(" (")[0]
    return " ".join(word_map("office_abbreviations").get(word.lower(), word) for word in told.split())


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
