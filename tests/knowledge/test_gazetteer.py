"""The gazetteer answers for the package's file: names, forms of names, points, and its own limits."""

import pickle
import sqlite3
from pathlib import Path

import pytest

from whodid.errors import KnowledgeError
from whodid.knowledge.gazetteer import FILE, KINDS, Gazetteer, load_gazetteer, normalise


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Saint-Étienne", "st etienne"),
        ("St. Louis", "st louis"),
        ("N’Djamena", "ndjamena"),
        ("the Hague", "hague"),
        ("U.S.", "us"),
        ("Łódź", "lodz"),
    ],
)
def test_normalise(name: str, form: str) -> None:
    assert normalise(name) == form


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Samarkand", "UZB", "town"),
        ("Kabul", "AFG", "capital"),
        ("Texas", "USA", "division"),
        ("Burma", "MMR", "country"),
        ("Xinjiang", "CHN", "division"),
        ("Taiwan Strait", None, "strait"),
        ("Central Asia", None, "region"),
        ("West Bank", "PSE", "region"),
        ("Donbas", "UKR", "region"),
        ("Kiev", "UKR", "capital"),
    ],
)
def test_has(gazetteer: Gazetteer, name: str, country: str | None, kind: str) -> None:
    assert (country, kind) in {(entry.country, entry.kind) for entry in gazetteer.named(name)}


def test_other_names_come_after_own_names(gazetteer: Gazetteer) -> None:
    alternates = [entry.alternate for entry in gazetteer.named("Basra")]
    assert alternates == sorted(alternates)


def test_a_country_has_its_centre(gazetteer: Gazetteer) -> None:
    (france,) = (entry for entry in gazetteer.named("France") if entry.kind == "country")
    assert (round(france.lat), round(france.lon), france.geonames) == (46, 2, 3017382)


def test_unknown_names_have_no_places(gazetteer: Gazetteer) -> None:
    assert gazetteer.named("Estmarchia") == gazetteer.named("") == gazetteer.named("'") == ()


def test_division_by_code(gazetteer: Gazetteer) -> None:
    texas = gazetteer.division("USA", "TX")
    assert texas is not None and texas.name == "Texas"
    assert gazetteer.division("USA", "ZZ") is None


def test_country_by_internet_ending(gazetteer: Gazetteer) -> None:
    georgia = gazetteer.internet_country("ge")
    assert georgia is not None and georgia.country == "GEO"
    assert gazetteer.internet_country("com") is None


def test_travels_to_another_process(gazetteer: Gazetteer) -> None:
    assert pickle.loads(pickle.dumps(gazetteer)).named("Kabul") == gazetteer.named("Kabul")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="none.sqlite"):
        Gazetteer(tmp_path / "none.sqlite")


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "towns.sqlite"
    sqlite3.connect(file).close()
    file.write_bytes(b"no database at all, " * 100)
    with pytest.raises(KnowledgeError, match="not a gazetteer"):
        Gazetteer(file).named("Kabul")


def test_the_file_is_sound() -> None:
    assert FILE.stat().st_size <= 25_000_000
    connection = sqlite3.connect(f"{FILE.as_uri()}?mode=ro&immutable=1", uri=True)
    lowest, highest, kinds = connection.execute("SELECT min(lat), max(lat), max(kind) FROM place").fetchone()
    assert lowest >= -900_000 and highest <= 900_000 and kinds < len(KINDS)
    assert connection.execute("SELECT count(*) FROM place WHERE length(country) != 3").fetchone() == (0,)
    connection.close()
