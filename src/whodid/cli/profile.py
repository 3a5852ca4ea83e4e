"""What is known of one entry, for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from whodid.cli.grids import laid_out, plain

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

Profile = dict[str, Any]
_PLAIN = (
    ("kind", "kind"), ("country", "country"), ("sector", "sector"), ("gender", "gender"), ("family", "family name"),
    ("aliases", "also called"), ("adjectives", "adjective"), ("demonyms", "people"), ("capital", "capital"),
    ("metonyms", "seats"), ("founded", "founded"), ("wikidata", "Wikidata"),
)  # fmt: skip


def print_profile(profile: Profile, console: Console) -> None:
    """Print names and other facts, then offices, memberships or members."""
    from rich.text import Text

    console.print(Text.assemble((profile["name"], "bold"), (f"  {profile['id']}, on {profile['day']}", "dim")))
    console.print(_facts(profile))
    for part in (part_of(profile, console.width) for part_of in (_offices, _memberships, _members)):
        if part is not None:
            console.print(part)
    console.print()


def _facts(profile: Profile) -> Table:
    from rich.table import Table

    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, style="cyan")
    table.add_column(overflow="fold")
    for label, value in _told(profile):
        table.add_row(label, plain(value))
    return table


def _told(profile: Profile) -> Iterator[tuple[str, str]]:
    if profile.get("start") or profile.get("end"):
        yield "existed", span(profile)
    for key, label in _PLAIN:
        if value := profile.get(key):
            yield label, ", ".join(value) if isinstance(value, list) else value
    for past in profile.get("past_states", ()):
        yield "past state", f"{past['name']} ({past['id'].partition(':')[2]}), {span(past)}"


def _offices(profile: Profile, width: int) -> Table | None:
    rows = [
        [plain(words, "" if held.get("held", True) else "dim") for words in (held["title"], held["name"], span(held), held["source"])]
        for held in profile["offices"]
    ]
    return laid_out((("office", 22), ("holder", 16), ("from – to", 23), ("source", 10)), rows, width) if rows else None


def _memberships(profile: Profile, width: int) -> Table | None:
    rows = [
        [plain(each["name"]), plain(_as(each["predicate"])), plain(span(each)), plain(each["source"], "dim")]
        for each in profile.get("memberships", ())
    ]
    return laid_out((("belongs to", 28), ("as", 10), ("from – to", 23), ("source", 10)), rows, width) if rows else None


def _members(profile: Profile, width: int) -> Table | None:
    states: dict[str, list[str]] = {}
    for each in profile.get("members", ()):
        states.setdefault(each["predicate"], []).append(each["name"])
    rows = [[plain(_as(how)), plain(str(len(names))), plain(", ".join(sorted(names)))] for how, names in states.items()]
    return laid_out((("as", 10), ("number", 6), ("states", 30)), rows, width) if rows else None


def _as(predicate: str) -> str:
    return predicate.removesuffix("_of").replace("_", " ")


def span(part: Profile) -> str:
    """From when to when: "2022-03-19 –", and nothing where neither is known."""
    start, end = part.get("start") or "", part.get("end") or ""
    return f"{start} – {end}".strip() if start or end else ""
