"""Where an article is published, as far as its internet address tells: the country of the ending, the town in the name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from whodid.article import Article
from whodid.knowledge.gazetteer import Entry, Gazetteer
from whodid.steps.places.words import word_set

# Where papers in English under a general ending (.com) are at home.
ENGLISH_SPEAKING = frozenset({"USA", "CAN", "GBR", "IRL", "AUS", "NZL"})
# Shorter beginnings of an address name towns by accident.
SHORTEST_NAME = 5
# What may follow a town besides the words of outlets: their initials ("kellpi", the Kell Post-Intelligencer).
LONGEST_INITIALS = 3
HOMES = ("town", "capital", "division")
# Endings that are sold to everybody.
SOLD_ENDINGS = frozenset({"tv", "me", "co", "io", "fm", "am", "cc", "to", "ly", "ws", "la", "ai", "gg", "eu", "us"})
_OPENINGS = re.compile(r"^(the|my|daily|online|visit|news|go)(?=.{5})")


@dataclass(frozen=True, slots=True)
class Outlet:
    """What the address tells: `country` by its ending, and `home`, the readings of the place in its name."""

    country: str | None = None
    home: tuple[Entry, ...] = ()


def outlet_of(article: Article, gazetteer: Gazetteer) -> Outlet:
    """The outlet of an article; empty where nothing is known of it."""
    host = _host(article.url or "") or _host(article.source or "")
    return _read(host, gazetteer) if host else Outlet()


def _host(address: str) -> str:
    host = re.sub(r"^[a-z]+://", "", address.strip().lower()).split("/")[0].split(":")[0]
    return host if re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", host) else ""


@lru_cache(maxsize=4096)
def _read(host: str, gazetteer: Gazetteer) -> Outlet:
    *labels, ending = host.split(".")
    country = gazetteer.internet_country(ending) if ending not in SOLD_ENDINGS else None
    home: tuple[Entry, ...] = ()
    for label in sorted(labels, key=len, reverse=True):
        home = home or _place_in(label.replace("-", ""), gazetteer)
    at_home = ENGLISH_SPEAKING if country is None else {country.country}
    home = tuple(entry for entry in home if entry.country in at_home)
    return Outlet(country.country if country else None, home)


def _place_in(label: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """The longest beginning of the label that is a town or division, before words of outlets: "springfieldnews" -> Springfield."""
    label = _OPENINGS.sub("", label)
    for end in range(len(label), SHORTEST_NAME - 1, -1):
        rest = label[end:]
        if len(rest) > LONGEST_INITIALS and not rest.startswith(tuple(word_set("outlet_words"))):
            continue
        found = tuple(entry for entry in gazetteer.named(label[:end]) if entry.kind in HOMES and not entry.alternate)
        if found:
            return found
    return ()
