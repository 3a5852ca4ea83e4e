"""The command `whodid`: which commands there are, and what becomes of errors."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from whodid.cli import incidents, knowledge, store
from whodid.cli.classify import classify
from whodid.cli.code import code
from whodid.cli.commands import Commands
from whodid.cli.diff import diff
from whodid.cli.dyads import dyads
from whodid.cli.evaluate import evaluate
from whodid.cli.exits import CLOSED_PIPE, INTERRUPTED, SOME_FAILED, WRONG_CALL, WrongCall, say
from whodid.cli.explain import explain
from whodid.cli.export import export
from whodid.cli.network import network
from whodid.cli.outputs import standard_output
from whodid.cli.places import places
from whodid.cli.query import query
from whodid.cli.quotes import quotes
from whodid.cli.report import report
from whodid.cli.schema import schema
from whodid.cli.times import times
from whodid.errors import WhodidError
from whodid.reading.plain import spelled
from whodid.version import __version__

# Typer's own class for what is wrong with a call, which it does not export by name.
UsageError: Any = typer.BadParameter.__bases__[0]

app = Commands(
    name="whodid",
    help="Who did what to whom, when, where, and according to whom: events from news articles.",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (code, report, quotes, times, places, classify, query, diff, export, dyads, network, evaluate, explain, schema):
    app.command()(command)
app.add_typer(store.app, name="store")
app.add_typer(incidents.app, name="incidents")
app.add_typer(knowledge.app, name="knowledge")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"whodid {__version__}")
        raise typer.Exit


@app.callback()
def _whodid(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")] = False,
) -> None:
    pass


def run(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command and end the process with its exit status; no error shows a traceback."""
    _open_what_is_closed()
    _end_politely()
    sys.exit(status_of(arguments))


def status_of(arguments: Sequence[str] | None) -> int:
    """Run the command; its exit status."""
    try:
        with standard_output():
            status = app(args=arguments, prog_name="whodid", standalone_mode=False)
            sys.stdout.flush()
    except SystemExit as end:
        if not isinstance(end.__context__, BrokenPipeError):
            raise
        return CLOSED_PIPE  # the help page is printed by a library that ends the process by itself, and with another status
    except UsageError as error:
        where = error.ctx.command_path if error.ctx else "whodid"
        if not (message := error.format_message().strip()):  # no arguments at all: typer has printed the help
            return WRONG_CALL
        message = message.replace("Value error, ", "").rstrip(".")
        say(f"{where}: {message}{'' if message.endswith('?') else '.'} See {where} --help")
        return WRONG_CALL
    except (WrongCall, WhodidError) as error:
        say(f"whodid: {' '.join(str(error).split())}")
        return WRONG_CALL
    except (KeyboardInterrupt, typer.Abort):
        status = INTERRUPTED
    except OSError as error:
        # Only the folder that the call was made in has no name.
        say(f"whodid: {error.filename or 'the working folder'}: cannot be read or written ({error.strerror or error})")
        return WRONG_CALL
    except Exception as error:  # the last resort: nobody is helped by a page of our code
        return _last_resort(error, sys.argv[1:] if arguments is None else arguments)
    if status == INTERRUPTED:
        say("whodid: interrupted")
    return status if isinstance(status, int) else 0


def _last_resort(error: Exception, arguments: Sequence[str]) -> int:
    if isinstance(error, (RuntimeError, UnicodeError)) and (odd := _no_utf8(arguments)):
        say(f'whodid: "{odd}" in the call is no UTF-8; write it in UTF-8')
        return WRONG_CALL
    say(f"whodid: {_fault(error)}")
    return SOME_FAILED


def _no_utf8(arguments: Sequence[str]) -> str | None:
    """The first argument that no other program would take: bytes that are no UTF-8, which only names of files may have."""
    return next((shown for argument in arguments if (shown := spelled(argument)) != argument), None)


def _fault(error: Exception) -> str:
    at = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__} in {Path(at.filename).name}, line {at.lineno}: {error}".splitlines()[0]
    return f"a fault in whodid itself ({what}); please report it, with the command"


def _open_what_is_closed() -> None:
    """A caller may close standard streams (`>&-`): then nothing is read there, and what is written vanishes."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - open until the end


def _end_politely() -> None:
    """A request to end unwinds as an interrupt does, so that no half-written file stays behind."""

    def end(*_: object) -> NoReturn:
        sys.exit(143)

    signal.signal(signal.SIGTERM, end)
