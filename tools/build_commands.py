"""Writes docs/commands.md from the command line itself: python tools/build_commands.py [--check]."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import typer

from whodid.cli.main import app

PAGE = Path(__file__).parent.parent / "docs" / "commands.md"
ABOUT = """\
# Commands

<!-- Made by tools/build_commands.py from src/whodid/cli; change it there. -->

`python -m whodid` is the same as `whodid`. What goes in and what comes out, the exit status and the error codes stand in
[formats.md](formats.md).
"""
EXAMPLES = {
    "code": (
        "whodid code samples/summit.txt --date 2023-07-11",
        "whodid code samples/articles.jsonl --format jsonl -o records.jsonl",
        "whodid code --format csv - < samples/articles.jsonl > events.csv",
        "whodid code samples/articles.jsonl --store events.duckdb",
    ),
    "report": ("whodid report samples/articles.jsonl -o report.html",),
    "quotes": ("whodid quotes samples/summit.txt", "whodid quotes samples/articles.jsonl --format csv -o quotes.csv"),
    "times": ("whodid times samples/summit.txt --date 2023-07-11", "whodid times samples/articles.jsonl --format timeml -o times.xml"),
    "places": ("whodid places samples/summit.txt", "whodid places samples/articles.jsonl --format geojson -o places.geojson"),
    "classify": ("whodid classify --input-format jsonl pairs.jsonl -o types.jsonl",),
    "query": (
        'whodid query "SELECT type, status, count(*) FROM events GROUP BY ALL ORDER BY ALL" --store events.duckdb',
        'whodid query "SELECT * FROM quotes" --store events.duckdb --format csv -o quotes.csv',
    ),
    "diff": ("whodid diff 1 2 --store events.duckdb", "whodid diff 1 2 --store events.duckdb --format jsonl -o changes.jsonl"),
    "store info": ("whodid store info --store events.duckdb",),
    "store upgrade": ("whodid store upgrade --store events.duckdb",),
    "store parquet": ("whodid store parquet events --store events.duckdb",),
    "export": (
        "whodid export --store events.duckdb --format csv -o events.csv",
        "whodid export --store events.duckdb --format gdelt --from 2023-01-01 --to 2023-12-31 --actor RUS -o events.tsv",
        "whodid export --store events.duckdb --format parquet --partition day -o events/",
    ),
    "dyads": (
        "whodid dyads --store events.duckdb",
        "whodid dyads --store events.duckdb --by actor --period year --format csv -o dyads.csv",
        "whodid dyads --store events.duckdb --format html -o dyads.html",
    ),
    "network": (
        "whodid network --store events.duckdb -o network.graphml",
        "whodid network --store events.duckdb --by country --type ACCUSE",
    ),
    "incidents list": ("whodid incidents list --store events.duckdb --sources 2", "whodid incidents list Dakar --store events.duckdb"),
    "incidents show": ("whodid incidents show ID --store events.duckdb",),
    "incidents merges": ("whodid incidents merges --store events.duckdb", "whodid incidents merges --by-hand --store events.duckdb"),
    "incidents join": ('whodid incidents join i5d9e1775bfd8 i39895e859e69 --store events.duckdb --note "same demonstration"',),
    "incidents split": ("whodid incidents split i5d9e1775bfd8 00266020:252-271 --store events.duckdb",),
    "incidents undo": ("whodid incidents undo 2 --store events.duckdb",),
    "incidents run": ("whodid incidents run --store events.duckdb",),
    "incidents articles": ("whodid incidents articles --store events.duckdb --format csv -o articles.csv",),
    "incidents mentions": ("whodid incidents mentions --store events.duckdb -o mentions.jsonl",),
    "evaluate": ("whodid evaluate mygold/", "whodid evaluate mygold/ --sets articles,quotes --errors misses.html"),
    "knowledge show": ("whodid knowledge show Turkmenistan --date 2022-09-15", "whodid knowledge show sco --format json"),
    "knowledge check": ("whodid knowledge check", "whodid knowledge check my.yaml"),
    "knowledge import": ("whodid knowledge import latest-all.json.bz2 -o my.yaml", "whodid knowledge import office-holders.csv -o my.yaml"),
    "explain": ("whodid explain CONSULT", "whodid explain event.attribution", "whodid explain modes"),
    "schema": ("whodid schema > record.schema.json",),
}


def page() -> str:
    """The page: each command with its arguments, options and examples."""
    return "\n".join([ABOUT, *(part for name, command in commands().items() for part in _command(name, command))])


def commands() -> dict[str, Any]:
    """All commands by name, those of a group by both their names ("knowledge show")."""
    group: Any = typer.main.get_command(app)
    found = {}
    for name, command in group.commands.items():
        parts = getattr(command, "commands", None)
        found.update({f"{name} {part}": each for part, each in parts.items()} if parts else {name: command})
    return found


def _command(name: str, command: Any) -> Iterator[str]:
    arguments = [param for param in command.params if param.param_type_name == "argument"]
    usage = " ".join([f"whodid {name}", "[OPTIONS]", *(_argument(param) for param in arguments)])
    yield f"## whodid {name}\n"
    yield f"`{usage}`\n"
    yield f"{command.help.strip()}\n"
    if command.params:
        rows = [f"| {_name(param)} | {_meaning(param)} |" for param in command.params]
        yield "\n".join(["| | |\n| --- | --- |", *rows, ""])
    yield "```sh\n" + "\n".join(EXAMPLES[name]) + "\n```\n"


def _argument(param: Any) -> str:
    name = (param.metavar or param.name.upper()) + ("..." if param.nargs == -1 else "")
    return name if param.required else f"[{name}]"


def _name(param: Any) -> str:
    if param.param_type_name == "argument":
        return f"`{_argument(param)}`"
    value = "" if param.is_flag else f" {param.metavar or _choices(param) or 'TEXT'}"
    return ", ".join(f"`{option}`" for option in (*param.opts, *param.secondary_opts)) + (f" `{value.strip()}`" if value else "")


def _choices(param: Any) -> str:
    kind = param.type_descriptor.annotation
    return r"\|".join(choice.value for choice in kind) if hasattr(kind, "__members__") else ""


def _meaning(param: Any) -> str:
    default = getattr(param.default, "value", None if isinstance(param.default, bool) else param.default)
    told = f"{default:,}" if isinstance(default, int) else default
    return f"{param.help or ''}{f' Default: {told}.' if told else ''}"


def main(arguments: Sequence[str]) -> int:
    """Write the page, or with --check only say whether it is out of date (exit status 1)."""
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page():
        return 0
    if "--check" in arguments:
        print("docs/commands.md is out of date; run: python tools/build_commands.py", file=sys.stderr)
        return 1
    PAGE.write_text(page(), encoding="utf-8")
    print("wrote docs/commands.md")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
