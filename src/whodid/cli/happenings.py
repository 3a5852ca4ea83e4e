"""Incidents for people: a list of what happened, and one incident with all its tellings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from whodid.cli.console import console_for
from whodid.cli.exits import say, visible
from whodid.cli.grids import laid_out, plain
from whodid.cli.table import QUAD_STYLES, STATUS_STYLES

if TYPE_CHECKING:
    from rich.text import Text

    from whodid.store.telling import Told

# More incidents are not for reading.
SHOWN = 200
# From this width on, every fact of an incident has a column of its own.
WIDE = 136
_WIDE_COLUMNS = (
    ("incident", 13), ("day", 13), ("what", 13), ("who → whom", 24), ("where", 12), ("words", 14), ("articles", 8), ("sources", 7),
    ("numbers, differences", 13),
)  # fmt: skip
_COLUMNS = ("incident, day", 13), ("what", 13), ("who → whom, where", 20), ("words", 12), ("told by", 10)
_TELLING_COLUMNS = ("", 3), ("outlet, day", 11), ("telling", 18), ("status", 8), ("when, where", 12), ("numbers", 8), ("words", 30)
# Ids and single words are not to be broken.
_WHOLE = ("incident", "incident, day", "day", "what", "articles", "sources", "telling", "status")
# More parties than this are told by their number.
_PARTIES = 3


def print_incidents(rows: Sequence[dict[str, Any]]) -> None:
    """Print a table of incidents, a line of sums under it."""
    console = console_for(None)
    if rows:
        columns, cells = (_WIDE_COLUMNS, _wide_row) if console.width >= WIDE else (_COLUMNS, _row)
        console.print(laid_out(columns, map(cells, rows[:SHOWN]), console.width, _WHOLE))
    several = sum(row["reports"] > 1 for row in rows)
    console.print(f"{len(rows):,} incidents, {several:,} told by several articles", style="dim")
    if len(rows) > SHOWN:
        say(f"whodid: the first {SHOWN:,}; for all of them: --format csv")


def _wide_row(row: dict[str, Any]) -> list[Text]:
    parties, place, words = plain(_parties(row)), plain(row["place"]), plain(row["words"], "italic")
    told = (plain(str(row[name])) for name in ("reports", "sources"))
    return [plain(row["incident"], "dim"), _when(row), _what(row), parties, place, words, *told, _numbers(row)]


def _row(row: dict[str, Any]) -> list[Text]:
    known, where = _lines(plain(row["incident"], "dim"), _when(row)), _lines(plain(_parties(row)), plain(row["place"], "dim"))
    return [known, _what(row), where, plain(row["words"], "italic"), _lines(plain(_told_by(row)), _numbers(row))]


def _lines(*parts: Text) -> Text:
    """The parts that say something, one under the other."""
    from rich.text import Text

    return Text("\n").join([part for part in parts if part])


def print_incident(row: dict[str, Any], tellings: Sequence[Told]) -> None:
    """Print one incident, its tellings, and where they differ."""
    from rich.text import Text

    console = console_for(None)
    console.print(Text.assemble((f"{row['type']} ", QUAD_STYLES[_quad(row["type"])]), (visible(_parties(row)) or "no named party", "bold")))
    known = (row["incident"], row["mode"], row["status"], _day(row), row["place"], _told_by(row))
    console.print(plain(" · ".join(filter(None, known)), "dim"))
    cells = _tellings(tellings, set(row["disagreements"]))
    console.print(laid_out(_TELLING_COLUMNS, cells, console.width, _WHOLE))
    for line in _differences(row, tellings):
        console.print(plain(line, "yellow"))
    if not row["disagreements"] and len(tellings) > 1:
        console.print(plain("no telling contradicts another", "dim"))


def _tellings(tellings: Sequence[Told], differing: set[str]) -> Iterator[list[Text]]:
    texts, articles = dict[str, int](), dict[str, int]()
    for number, telling in enumerate(tellings, 1):
        text, article = texts.setdefault(telling.copy_group, number), articles.setdefault(telling.article, number)
        seen = f"same article as {article}" if article < number else f"text as in {text}" if text < number else None
        yield list(_telling(number, telling, seen, differing))


def _telling(number: int, telling: Told, seen: str | None, differing: set[str]) -> Iterator[Text]:
    event = telling.events[0]
    outlet = " ".join(filter(None, (event["source"], _iso(event["article_date"])))) or event["article_id"]
    yield plain(str(number), "dim")
    yield plain(f"{outlet} ({seen})" if seen else outlet)
    yield plain(telling.name, "dim")
    yield plain(event["status"], "yellow" if "status" in differing else STATUS_STYLES.get(event["status"], ""))
    when = " ".join(filter(None, (event["date_text"] or f"({_iso(event['date_start'])})" if event["date_start"] else None, event["place"])))
    yield plain(when, "yellow" if differing & {"day", "place"} else "")
    counts = [count for each in telling.events for count in each["counts"] or ()]
    yield plain(
        ", ".join(f"{count['text']} {count['of']}" for count in counts), "yellow" if differing & {count["of"] for count in counts} else ""
    )
    yield _words(telling)


def _words(telling: Told) -> Text:
    from rich.text import Text

    parts: list[Text] = []
    for event in telling.events:
        start, end = (event[name] - event["sentence_start"] for name in ("trigger_start", "trigger_end"))
        sentence = visible(event["sentence"]).replace("\n", " ")
        if 0 <= start < end <= len(sentence):
            parts.append(Text.assemble(sentence[:start], (sentence[start:end], "bold"), sentence[end:]))
        else:
            parts.append(Text(sentence))
    return Text("\n").join(parts)


def _differences(row: dict[str, Any], tellings: Sequence[Told]) -> Iterator[str]:
    for what in row["disagreements"]:
        said: dict[str, list[str]] = {}
        for number, telling in enumerate(tellings, 1):
            for event in telling.events:
                if value := _value(event, what):
                    numbers = said.setdefault(value, [])
                    if str(number) not in numbers:
                        numbers.append(str(number))
        yield f"they differ on {what}: " + "; ".join(f"{value} ({', '.join(numbers)})" for value, numbers in said.items())


def _value(event: dict[str, Any], what: str) -> str | None:
    if what in ("status", "place"):
        return str(event[what]) if event[what] else None
    if what == "day":
        return _iso(event["date_start"]) if event["date_text"] else None
    return next((count["text"] for count in event["counts"] or () if count["of"] == what), None)


def _day(row: dict[str, Any]) -> str:
    if row["day"]:
        return _iso(row["day"]) if row["day"] == row["day_end"] else f"{_iso(row['day'])} to {_iso(row['day_end'])}"
    return f"seen {_iso(row['first_seen'])}" if row["first_seen"] else ""


def _when(row: dict[str, Any]) -> Text:
    from rich.text import Text

    return Text(_day(row).replace(" to ", "\nto ").replace("seen ", "seen\n"))


def _iso(day: Any) -> str:
    return "" if day is None else str(day)[:10]


def _what(row: dict[str, Any]) -> Text:
    from rich.text import Text

    status = (row["status"], STATUS_STYLES.get(row["status"], ""))
    return Text.assemble((row["type"], QUAD_STYLES[_quad(row["type"])]), "\n", status, f"\n{row['mode']}" if row["mode"] else "")


def _quad(type: str) -> str:
    from whodid.ontology import load_ontology

    return load_ontology().quad(type)


def _parties(row: dict[str, Any]) -> str:
    actors, recipients = _names(row["actor_names"]), _names(row["recipient_names"])
    return f"{actors} → {recipients}" if recipients else actors


def _names(names: Iterable[str]) -> str:
    unique = list(dict.fromkeys(names))
    more = f" and {len(unique) - _PARTIES} more" if len(unique) > _PARTIES else ""
    return ", ".join(unique[:_PARTIES]) + more


def _told_by(row: dict[str, Any]) -> str:
    reports, sources = row["reports"], row["sources"]
    articles = f"{reports} articles" if reports > 1 else "1 article"
    return articles if reports == 1 else f"{articles}, {sources} independent source{'s' if sources > 1 else ''}"


def _numbers(row: dict[str, Any]) -> Text:
    from rich.text import Text

    ranges = ", ".join(f"{_range(count)} {count['of']}" for count in row["counts"])
    differ = f"differ on {', '.join(row['disagreements'])}" if row["disagreements"] else ""
    return Text.assemble(visible(ranges), "\n" if ranges and differ else "", (differ, "yellow"))


def _range(count: dict[str, Any]) -> str:
    return f"{count['least']:,}" if count["least"] == count["most"] else f"{count['least']:,}–{count['most']:,}"
