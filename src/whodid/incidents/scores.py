"""Two tellings: what speaks for and against their being of one happening. Every weight is in weights.yaml."""

from __future__ import annotations

from collections.abc import Iterator

from whodid.incidents.days import gap
from whodid.incidents.links import Link
from whodid.incidents.parties import Party, compare_parties
from whodid.incidents.places import Place, compare_places
from whodid.incidents.tellings import Telling, rarest
from whodid.incidents.weights import part

# Types that can tell one happening, beside the type itself.
_RELATED = frozenset(
    frozenset(pair.split())
    for pair in (
        "ASSAULT PROTEST", "ASSAULT COERCE", "ASSAULT ACCUSE", "COERCE SANCTION", "COERCE ACCUSE", "SANCTION ACCUSE", "COERCE PROTEST",
        "COERCE RETREAT", "CONSULT AGREE", "CONSULT COOPERATE", "AGREE COOPERATE", "AGREE CONCEDE", "AGREE AID", "AGREE SUPPORT",
        "AID SUPPORT", "AID COOPERATE", "RETREAT CONCEDE", "REJECT ACCUSE", "REJECT SANCTION", "MOBILIZE ASSAULT", "MOBILIZE COOPERATE",
    )
)  # fmt: skip
_SETTLED = ("occurred", "ongoing", "denied")
_MOST_RARE = 4
_MANIFOLD = 3
_HALF_WEEK, _WEEK = 4, 7

Evidence = tuple[float, str]


def can_be_one(a: str, b: str) -> bool:
    """Whether events of these two types can tell the same happening."""
    return a == b or frozenset((a, b)) in _RELATED


def score(a: Telling, b: Telling, likeness: float = 0.0) -> Link | None:
    """The link of two tellings, with its score and reasons; None where too little speaks for it to be kept.

    Args:
        a: One telling.
        b: The other.
        likeness: How much their articles are about the same (`outlines.likeness`), 0 where that is not known.
    """
    if not can_be_one(a.type, b.type) or not _anything_in_common(a, b):
        return None
    if a.article == b.article and not _told_alike(a, b):
        return None  # what one article tells by other words is another deed: who met and agreed did two things
    first, second = (a, b) if a.key <= b.key else (b, a)
    evidence = list(_evidence(first, second, likeness))
    total = sum(weight for weight, _ in evidence)
    if total < part("bars")["telling-pair"]:
        return None
    reasons = sorted(evidence, key=lambda found: (-abs(found[0]), found[1]))
    return Link(first.key, second.key, round(total, 3), tuple(f"{words} {weight:+.1f}" for weight, words in reasons))


# Without this no sum of weights would be a reason to join; and most pairs end here, which is quick.
def _anything_in_common(a: Telling, b: Telling) -> bool:
    return _told_alike(a, b) or not (a.rare.isdisjoint(b.rare) and a.named.isdisjoint(b.named))


def _told_alike(a: Telling, b: Telling) -> bool:
    return not (a.words.isdisjoint(b.words) and a.deeds.isdisjoint(b.deeds))


def _evidence(a: Telling, b: Telling, likeness: float) -> Iterator[Evidence]:
    table = part("tellings")
    if likeness > 0:
        whole = min(1.0, likeness / part("bars")["likeness"])
        yield table["same-matter"] * whole, "articles on one matter" if whole == 1 else "articles alike"
    yield from _by_words(a, b, table)
    yield from _by_type(a, b, table)
    yield from _by_parties(a, b, table)
    yield from _by_place(a.place, b.place, table)
    yield from _by_days(a, b, table)
    yield from _by_counts(a, b, table)
    if rare := rarest(a.rare & b.rare)[:_MOST_RARE]:
        yield table["rare-words"] * len(rare), f"rare words {', '.join(rare)}"


def _by_words(a: Telling, b: Telling, table: dict[str, float]) -> Iterator[Evidence]:
    if a.words & b.words:
        yield table["same-word"], f"same word ({a.trigger} / {b.trigger})"
    elif a.deeds & b.deeds:
        yield table["kin-word"], f"same deed ({a.trigger} / {b.trigger})"
    else:
        yield table["other-word"], f"other deed ({a.trigger} / {b.trigger})"


def _by_type(a: Telling, b: Telling, table: dict[str, float]) -> Iterator[Evidence]:
    if a.type != b.type:
        yield table["other-type"], f"{a.type} and {b.type}"
        return
    yield table["same-type"], f"both {a.type}"
    if a.mode and a.mode == b.mode:
        yield table["same-mode"], f"both {a.mode}"
    if {a.status, b.status} & set(_SETTLED) and "proposed" in (a.status, b.status):
        yield table["wish-and-deed"], "only proposed in one"


def _by_parties(a: Telling, b: Telling, table: dict[str, float]) -> Iterator[Evidence]:
    if a.symmetric or b.symmetric:
        roles = [("doer", "party", (*a.actors, *a.recipients), (*b.actors, *b.recipients))]
    else:
        roles = [("doer", "doer", a.actors, b.actors), ("recipient", "recipient", a.recipients, b.recipients)]
    verbal = a.verbal and b.verbal
    found = [evidence for role, called, some, others in roles for evidence in _by_role(role, called, some, others, verbal, table)]
    yield from found
    if verbal and not any(weight > 0 for weight, _ in found):
        yield table["no-party"], "no party agrees"


def _by_role(
    role: str, called: str, some: tuple[Party, ...], others: tuple[Party, ...], verbal: bool, table: dict[str, float]
) -> Iterator[Evidence]:  # fmt: skip
    found = compare_parties(some, others)
    if found is None:
        return
    verdict, names = found
    if verdict == "same":
        # A meeting of the same two is more than one of the same one.
        for name in names[:2]:
            yield table[f"same-{role}"], f"same {called} {name}"
    elif verdict == "like":
        yield table["like-party"], f"like {called} {names[0]}"
    else:
        persons = all(party.kind == "person" for party in (*some, *others))
        name = "other-speaker" if verbal and role == "doer" else "other-person" if persons else "other-party"
        yield table[name], f"other {called} ({' / '.join(names[:2])})"


def _by_place(a: Place | None, b: Place | None, table: dict[str, float]) -> Iterator[Evidence]:
    if a is not None and b is not None:
        verdict = compare_places(a, b)
        yield table[f"{verdict}-place"], f"same place {a.name}" if verdict == "same" else f"{verdict} place ({a.name} / {b.name})"


def _by_days(a: Telling, b: Telling, table: dict[str, float]) -> Iterator[Evidence]:
    if a.days and b.days:
        yield from _by_both_days(a, b, table)
        return
    for dated, other in ((a, b), (b, a)):
        if (
            dated.days
            and dated.days.told
            and other.reported
            and other.status in ("occurred", "denied")
            and other.reported < dated.days.first
        ):
            yield table["before-it-happened"], f"told on {other.reported}, before {dated.days.first}"
            return
    if a.verbal and b.verbal and a.reported and b.reported and (apart := abs((a.reported - b.reported).days)) >= _WEEK:
        yield table["words-of-weeks"], f"told {apart} days apart"


def _by_both_days(a: Telling, b: Telling, table: dict[str, float]) -> Iterator[Evidence]:
    assert a.days is not None and b.days is not None
    apart, sure = gap(a.days, b.days), a.days.told and b.days.told
    if apart == 0 and sure and a.days.exact and b.days.exact:
        yield table["same-day"], f"same day {a.days.first}"
    elif apart == 0:
        yield table["near-day"], "days that can be one"
    elif sure:
        yield table["next-day" if apart == 1 else "other-day"], f"other day ({a.days.first} / {b.days.first})"
    elif apart >= _HALF_WEEK:
        yield table["other-week"], f"told {apart} days apart"


def _by_counts(a: Telling, b: Telling, table: dict[str, float]) -> Iterator[Evidence]:
    others = {of: value for of, value, _ in b.counts}
    for of, value, words in a.counts:
        if of not in others:
            continue
        if value == others[of]:
            yield table["same-count"], f"same number ({words} {of})"
        elif max(value, others[of]) > _MANIFOLD * min(value, others[of]):
            yield table["other-count"], f"other number ({value} / {others[of]} {of})"
        return
