"""Every command, option, type, error, code and key has its place in the docs; what the docs show runs."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import pytest
import typer

from whodid import errors
from whodid.cli import places, quotes, times
from whodid.cli.main import app
from whodid.cli.rows import COLUMNS
from whodid.record import EventType, Status, json_schema

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def commands() -> dict[str, Any]:
    """All commands by name, those of a group by both their names."""
    found: dict[str, Any] = {}
    for name, command in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        parts = getattr(command, "commands", None)
        found.update({f"{name} {part}": each for part, each in parts.items()} if parts else {name: command})
    return found


COMMANDS = commands()


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(language: str) -> list[tuple[str, str]]:
    """All code blocks of a language in the pages: page and code."""
    found = re.compile(rf"^```{language}\n(.*?)^```", re.DOTALL | re.MULTILINE)
    return [(page.name, code) for page in PAGES for code in found.findall(page.read_text(encoding="utf-8"))]


def whodid_calls() -> list[str]:
    """Every call of the command in a code block, without what the shell does after it."""
    lines = (line.split("#")[0].strip() for _, code in blocks("sh") for line in code.splitlines())
    return sorted({re.split(r"\s[<>|]", line)[0] for line in lines if line.startswith("whodid ")})


def test_the_commands_page_is_current() -> None:
    done = subprocess.run([sys.executable, ROOT / "tools/build_commands.py", "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_command_and_option_is_explained() -> None:
    page = read("docs/commands.md")
    for name, command in COMMANDS.items():
        part = page.split(f"## whodid {name}\n")[1].split("\n## ")[0]
        assert all(f"`{option}`" in part for param in command.params if param.param_type_name == "option" for option in param.opts)


@pytest.mark.parametrize("call", whodid_calls())
def test_every_call_in_the_docs_is_one_that_exists(call: str) -> None:
    _, name, *arguments = shlex.split(call)
    if name not in COMMANDS:
        name = f"{name} {arguments.pop(0)}"
    known = {option for param in COMMANDS[name].params for option in param.opts}
    assert {argument for argument in arguments if argument.startswith("-") and argument != "-"} <= known
    assert all((ROOT / argument).exists() for argument in arguments if argument.startswith("samples/"))


def test_every_target_of_make_in_the_docs_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    named = {name for page in PAGES for name in re.findall(r"(?:^|`)make ([a-z]+)", page.read_text("utf-8"), re.MULTILINE)}
    assert named <= targets


def test_every_type_and_status_is_explained() -> None:
    page = read("docs/ontology.md")
    assert all(name in page for name in (*get_args(EventType), *get_args(Status)))


def test_every_key_of_the_record_is_explained() -> None:
    page = read("docs/record.md")
    schema = json_schema()
    keys = {key for part in (schema, *schema["$defs"].values()) for key in part.get("properties", {})}
    assert not {key for key in keys if f"`{key}`" not in page}


def test_every_column_is_explained() -> None:
    assert all(f"`{column}`" in read("docs/formats.md") for column in {*COLUMNS, *quotes.COLUMNS, *times.COLUMNS, *places.COLUMNS})


def test_every_error_is_explained() -> None:
    page = read("docs/formats.md")
    classes = [value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, errors.WhodidError)]
    source = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "src").rglob("*.py"))
    codes = {*re.findall(r'\bcode="([a-z-]+)"', source), *(one.code for one in classes)}
    assert not {name for name in (*(one.__name__ for one in classes), *codes) if f"`{name}`" not in page and f"whodid.{name}" not in page}


def test_every_link_between_pages_leads_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


@pytest.mark.model
@pytest.mark.parametrize(("page", "code"), blocks("python"))
def test_the_examples_run(page: str, code: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(code, page, "exec"), {})
    promised = re.findall(r"^print.*  # (.*)$", code, re.MULTILINE)
    printed = capsys.readouterr().out.splitlines()
    assert promised == printed[: len(promised)]
