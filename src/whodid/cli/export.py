"""`whodid export`: the events of a store in the format of another data set."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whodid.cli.answers import a_file, write_parquet
from whodid.cli.exits import WrongCall, say, several
from whodid.cli.inputs import refuse_overwriting
from whodid.cli.options import Output, StoreFile
from whodid.cli.outputs import opened
from whodid.cli.progress import with_progress
from whodid.cli.selecting import Actors, Asked, Asserted, Count, Since, Statuses, Types, Until, status_names

if TYPE_CHECKING:
    from whodid.export.formats import Export, Format
    from whodid.record import Record
    from whodid.store import Filter, Store

NAMES = ("csv", "jsonl", "parquet", "polecat", "gdelt", "gdelt1", "icews", "followthemoney", "geojson")


def export(
    store: StoreFile,
    format: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help=f"{', '.join(NAMES)} (docs/exports.md).")] = "csv",
    output: Output = None,
    since: Since = None,
    until: Until = None,
    actor: Actors = None,
    type: Types = None,
    status: Statuses = None,
    asserted_only: Asserted = False,
    count: Annotated[
        Count | None,
        typer.Option("--count", help="Write every telling, or each happening once. Default: tellings; gdelt, gdelt1: incidents."),
    ] = None,
    mentions: Annotated[
        Path | None,
        typer.Option(
            "--mentions", metavar="OUT", help="gdelt: write the mentions here. Default: OUT.mentions beside -o.", show_default=False
        ),
    ] = None,
    header: Annotated[bool, typer.Option("--header/--no-header", help="Begin csv and tab-separated formats with a line of names.")] = True,
    partition: Annotated[
        str | None, typer.Option("--partition", metavar="day", help="parquet: make OUT a folder with a part for each day of publication.")
    ] = None,
) -> None:
    """Write the events of a store in the format of another data set.

    What a format has no place for is left out, and counted in the line at the end. docs/exports.md says what each format loses.
    """
    from whodid.export.flat import COLUMNS
    from whodid.export.formats import Export, format_of
    from whodid.store import Store
    from whodid.store.connecting import told

    chosen = format_of(format)
    refuse_overwriting([str(store)], output)
    refuse_overwriting([str(store)], mentions)
    _check(chosen, count, output, mentions, partition)
    with Store(store) as opened_store, told(store):
        wanted = Asked(since, until, actor, type, status, asserted_only).filter(opened_store)
        job = Export(chosen, _records(opened_store, wanted, bar=output is not None), status_names(status or ()), count is Count.incidents)
        if partition:
            _write_by_day(job, a_file(output))
        elif chosen.name == "parquet":
            write_parquet(job.flat_rows(), COLUMNS, output)
        else:
            _write(job, output, mentions, header=header)
    say(f"whodid: {_sums(job, output)}")


def _check(chosen: Format, count: Count | None, output: Path | None, mentions: Path | None, partition: str | None) -> None:
    format = chosen.name
    if partition not in (None, "day"):
        raise WrongCall(f'--partition is "{partition}"; expected day')
    if partition and format != "parquet":
        raise WrongCall(f"--partition is for parquet, not for {format}")
    if mentions and format != "gdelt":
        raise WrongCall(f"--mentions is for gdelt, not for {format}")
    if count is Count.tellings and chosen.once:
        raise WrongCall(f"{format} has a row for each happening, and its mentions for the tellings; leave out --count")
    if mentions and output and mentions.resolve() == output.resolve():
        raise WrongCall(f"-o and --mentions are the same file, {output}; expected two")


def _records(store: Store, wanted: Filter, *, bar: bool) -> Callable[[], Iterable[tuple[Record, Mapping[str, str]]]]:
    from whodid.record import Record

    def read() -> Iterator[tuple[Record, Mapping[str, str]]]:
        for data, incidents in with_progress(store.records(wanted), wanted=bar, total=None, doing="reading records"):
            yield Record.from_dict(data), incidents

    return read


def _write(job: Export, output: Path | None, mentions: Path | None, *, header: bool) -> None:
    beside = _mentions_file(job, output, mentions)
    with opened(output) as out, opened(beside) if beside else nullcontext() as second:
        job.write(out, beside=second, header=header)
    if beside:
        say(f"whodid: {several(job.mentions, 'mention')} in {beside}")
    elif job.format.name == "gdelt":
        say("whodid: GDELT's mentions are a second file; name it with --mentions")


def _mentions_file(job: Export, output: Path | None, mentions: Path | None) -> Path | None:
    if job.format.name != "gdelt" or mentions or output is None or (output.exists() and not output.is_file()):
        return mentions  # beside a device or a pipe there is no place
    return output.with_name(f"{output.stem}.mentions{output.suffix}")


def _write_by_day(job: Export, output: Path) -> None:
    from whodid.export.flat import COLUMNS
    from whodid.export.parquet import kinds, write_parts

    try:
        if output.exists() and (not output.is_dir() or any(output.iterdir())):
            raise WrongCall(f"{output}: is there already, and --partition day wants a new or empty folder")
        output.resolve().parent.stat()
        write_parts(job.flat_rows(), kinds(COLUMNS), output, by="article_date")
    except OSError as error:
        raise WrongCall(f"{output}: cannot be written ({error.strerror or error}); name another folder with -o") from None


def _sums(job: Export, output: Path | None) -> str:
    where = f" in {output}" if output else ""
    rows = {"followthemoney": "entity", "geojson": "feature", "jsonl": "line"}.get(job.format.name, "row")
    written = f"{several(job.written, 'event')} as {several(job.lines, rows)} of {job.format.name}{where}"
    reasons = ", ".join(f"{count} {reason}" for reason, count in job.left_out.most_common())
    left = f"; left out, because {job.format.name} has no place for them: {reasons}" if reasons else ""
    return (written if job.written else f"no event fits{where}") + left
