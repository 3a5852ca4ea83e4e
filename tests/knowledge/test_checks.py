"""Tables that cannot be right are refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from whodid.errors import KnowledgeError
from whodid.knowledge import read_knowledge

TABLES = {
    "states.csv": [
        "code,name,aliases,adjectives,demonyms,capital,metonyms,start,end,wikidata,source",
        "EST,Estia,,Estian,Estian;Estians,Estiaville,,,,,test",
        "NOR,Norland,the Norlands,Norlandic,Norlander;Norlanders,Nordton,Ice House,1990-01-01,,,test",
    ],
    "persons.csv": [
        "id,name,family,aliases,gender,wikidata,country,source",
        "ada-north,Ada North,North,,f,,NOR,test",
        "ben-south,Ben South,South,,m,,NOR,test",
    ],
    "offices.csv": [
        "id,title,names,country,organization,role,seats,sector",
        "president-of-norland,President of Norland,president,NOR,,head_of_state,1,",
    ],
    "tenures.csv": [
        "office,start,end,person,source",
        "president-of-norland,2001-05-02,2005,ada-north,test",
        "president-of-norland,2005-03,,ben-south,test",
    ],
    "organizations.csv": [
        "id,name,aliases,kind,country,sector,wikidata,founded,source",
        "league,League of Two,LoT,igo,IGO,,,1999,test",
    ],
    "memberships.csv": ["organization,state,predicate,start,end,source", "league,NOR,member_of,1999,,test"],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for file, lines in TABLES.items():
        (tmp_path / file).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


def test_sound_tables_are_read(folder: Path) -> None:
    knowledge = read_knowledge(folder)
    assert knowledge.states["NOR"].metonyms == ("Ice House",)
    assert [name.kind for name in knowledge.named("Norlanders")] == ["demonym"]


@pytest.mark.parametrize(
    ("file", "line", "message"),
    [
        ("states.csv", "AAA,Aland,,,,,,,,,test", "line 4: AAA comes after NOR"),
        ("states.csv", "NOR,Norland,,,,,,,,,test", "line 4: NOR stands there twice"),
        ("states.csv", "SUD,Sudria,,,,,,2001-02-03,2000,,test", "line 4: it ends (2000) before it starts"),
        ("states.csv", "SUD,Sudria,,,,,,last year,,,test", 'line 4: start is "last year"; expected YYYY-MM-DD'),
        ("states.csv", "SUD,Sudria", "line 4: 2 cells; expected 11"),
        ("persons.csv", "cal-west,Cal West,West,,m,,XYZ,test", 'line 4: no country "XYZ"'),
        ("persons.csv", "cal-west,Cal West,West,,x,,NOR,test", 'line 4: gender is "x"'),
        ("offices.csv", "queen-of-norland,Queen of Norland,queen,NOR,,monarch,1,", 'line 3: role is "monarch"'),
        ("offices.csv", "queen-of-norland,Queen,queen,,,head_of_state,1,", "line 3: queen-of-norland has neither"),
        ("offices.csv", "zone-head,Head,head,,zone,head,1,", 'line 3: no organization "zone"'),
        ("offices.csv", "queen-of-norland,Queen,queen,NOR,,other,1,NEWS", 'line 3: sector is "NEWS"'),
        ("tenures.csv", "president-of-norland,2009,,ada-north,test", "line 4: ada-north takes president-of-norland on 2009"),
        ("tenures.csv", "vice-president,2009,,ada-north,test", 'line 4: no office "vice-president"'),
        ("tenures.csv", "president-of-norland,2009,,zed,test", 'line 4: no person "zed"'),
        ("organizations.csv", "union,Union,,club,IGO,,,,test", 'line 3: kind is "club"'),
        ("organizations.csv", "union,Union,,party,NOR,XXX,,,test", 'line 3: sector is "XXX"'),
        ("memberships.csv", "league,SUD,member_of,,,test", 'line 3: no state "SUD"'),
        ("memberships.csv", "union,EST,member_of,,,test", 'line 3: no organization "union"'),
        ("memberships.csv", "league,NOR,friend_of,,,test", 'predicate is "friend_of"'),
    ],
)
def test_a_broken_line_is_named(folder: Path, file: str, line: str, message: str) -> None:
    with (folder / file).open("a", encoding="utf-8") as table:
        table.write(line + "\n")
    if "friend_of" in line:
        (folder / file).write_text("\n".join([TABLES[file][0], line]) + "\n", encoding="utf-8")
    with pytest.raises(KnowledgeError) as raised:
        read_knowledge(folder)
    assert str(raised.value).startswith(file)
    assert message in str(raised.value)


def test_missing_columns_and_files_are_named(folder: Path) -> None:
    (folder / "states.csv").write_text("code,name\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"states\.csv, line 1: the columns are code,name; expected code,name,aliases"):
        read_knowledge(folder)
    (folder / "states.csv").unlink()
    with pytest.raises(KnowledgeError, match=r"states\.csv: cannot be read"):
        read_knowledge(folder)


def test_cut_dates_may_touch(folder: Path) -> None:
    knowledge = read_knowledge(folder)
    assert len(knowledge.tenures("ada-north", None)) == 1
