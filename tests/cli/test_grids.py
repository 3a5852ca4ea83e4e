"""Tables for people: words whole where the screen allows it, cell under cell where it does not."""

from __future__ import annotations

import io

import pytest
from rich.text import Text

from whodid.cli.console import console_for
from whodid.cli.grids import laid_out

COLUMNS = ("", 3), ("who, where", 12), ("when", 12)


def printed(width: int, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("COLUMNS", str(width))
    file = io.StringIO()
    row = [Text("e1"), Text("Ada Brandt"), Text("(2024-05-11)")]
    console = console_for(file)
    console.print(laid_out(COLUMNS, [row], console.width))
    return file.getvalue().splitlines()


@pytest.mark.parametrize("width", [34, 50, 200])
def test_columns_that_fit_stand_side_by_side_with_their_words_whole(width, monkeypatch):
    lines = printed(width, monkeypatch)
    assert any(line.split() == ["e1", "Ada", "Brandt", "(2024-05-11)"] for line in lines)


def test_where_they_do_not_fit_cells_stand_below_each_other_behind_their_names(monkeypatch):
    assert [line.split() for line in printed(33, monkeypatch)] == [["e1"], ["who", "Ada", "Brandt"], ["when", "(2024-05-11)"], []]


@pytest.mark.parametrize("width", [30, 80])
def test_no_line_ends_in_blanks(width, monkeypatch):
    assert not any(line.endswith(" ") for line in printed(width, monkeypatch))
