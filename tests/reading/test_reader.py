"""Files of every kind are found by content; each gives articles or failures in its place, with ids and origins."""

from __future__ import annotations

import bz2
import codecs
import gzip
import io
import json
import lzma
import os
import tarfile
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import pages as written
from whodid.article import Article
from whodid.reading import Failure
from whodid.reading.reader import Reader

TEXT = written.TEXT
ROW = {"id": "x", "text": TEXT, "date": "2024-03-05"}


def warc(*more: bytes) -> bytes:
    return b"".join((written.warc_record("https://np.example/a", written.page().encode()), *more))


def zipped(**members: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return data.getvalue()


def tarred(format: int = tarfile.PAX_FORMAT, **members: bytes) -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w", format=format) as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name.replace("__", "/").replace("_", "."))
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return data.getvalue()


def native(writer: str, content: bytes) -> bytes:
    from fastwarc import stream_io

    class Kept(io.BytesIO):
        def close(self) -> None:
            """Or the writer would take what it wrote with it."""

    data = Kept()
    packed = getattr(stream_io, writer)(data)
    packed.write(content)
    packed.close()
    return data.getvalue()


def parquet() -> bytes:
    import duckdb

    path = Path("made.parquet")
    duckdb.sql(f"COPY (SELECT 'x' AS id, '{TEXT}' AS Article, DATE '2024-03-05' AS publish_date) TO '{path}' (FORMAT parquet)")
    data = path.read_bytes()
    path.unlink()
    return data


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(*names: str) -> list[Article | Failure]:
    reader = Reader()
    return [item for name in names for item in reader.read(name)]


def articles(*names: str) -> list[Article]:
    found = read(*names)
    assert all(isinstance(item, Article) for item in found), found
    return found  # type: ignore[return-value]


def failure(name: str) -> Failure:
    (found,) = read(name)
    assert isinstance(found, Failure)
    return found


KINDS = {
    "text": lambda: TEXT.encode(),
    "text with a mark": lambda: codecs.BOM_UTF8 + TEXT.encode(),
    "UTF-16": lambda: TEXT.encode("utf-16"),
    "a page": lambda: written.page().encode(),
    "a page without doctype": lambda: b"\n <!-- saved -->" + written.page().split(">", 1)[1].encode(),
    "a page behind a warning": lambda: b"Warning: no cache\n" + written.page().encode(),
    "a page in UTF-16": lambda: written.page().encode("utf-16"),
    "XHTML": lambda: b'<?xml version="1.0"?>' + written.page().encode(),
    "JSON lines": lambda: json.dumps(ROW).encode(),
    "JSON lines with other names": lambda: json.dumps({"headline": "T", "body": TEXT}).encode(),
    "one object": lambda: json.dumps({"headline": "T", "body": TEXT}, indent=1).encode(),
    "a list": lambda: json.dumps([{"content": TEXT}]).encode(),
    "a service's answer": lambda: json.dumps({"status": "ok", "articles": [{"content": TEXT}]}).encode(),
    "CSV": lambda: f'id,Publish Date,Body\nx,2024-03-05,"{TEXT}"\n'.encode(),
    "CSV with semicolons": lambda: f'title;text\nT;"{TEXT}"\n'.encode(),
    "CSV from a spreadsheet": lambda: f'title\ttext\nT\t"{TEXT}"\n'.encode("utf-16"),
    "Parquet": parquet,
    "a crawl": warc,
    "a packed crawl": lambda: gzip.compress(warc()) + gzip.compress(warc())[:0],
    "RSS": lambda: written.rss(written.item(1, inside=f"<description>{TEXT}</description>")).encode(),
    "Atom": lambda: (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><entry><title>T</title><summary>{TEXT}</summary></entry></feed>'
    ).encode(),
    "packed text": lambda: gzip.compress(TEXT.encode()),
    "bzip2": lambda: bz2.compress(TEXT.encode()),
    "bzip2, two streams": lambda: bz2.compress(TEXT[:9].encode()) + bz2.compress(TEXT[9:].encode()),
    "xz": lambda: lzma.compress(TEXT.encode()),
    "xz, two streams with padding": lambda: lzma.compress(TEXT[:9].encode()) + bytes(8) + lzma.compress(TEXT[9:].encode()) + bytes(4),
    "zstd": lambda: native("ZstdWriter", TEXT.encode()),
    "LZ4": lambda: native("Lz4Writer", TEXT.encode()),
    "tar": lambda: tarred(news__a_txt=TEXT.encode()),
    "tar of old": lambda: tarred(tarfile.USTAR_FORMAT, news__a_txt=TEXT.encode()),
    "tar by GNU": lambda: tarred(tarfile.GNU_FORMAT, **{"n" * 150 + "_txt": TEXT.encode()}),
    "tar, packed": lambda: gzip.compress(tarred(a_jsonl_gz=gzip.compress(json.dumps(ROW).encode()))),
    "tar in xz": lambda: lzma.compress(tarred(a_txt=TEXT.encode())),
    "an archive": lambda: zipped(news__a_txt=TEXT.encode()),
    "packed lines in an archive": lambda: zipped(a_jsonl_gz=gzip.compress(json.dumps(ROW).encode())),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["article", "article.txt", "article.html", "article.csv"])
def test_a_kind_is_known_by_its_content_whatever_its_name(kind: str, name: str) -> None:
    Path(name).write_bytes(KINDS[kind]())
    (article,) = articles(name)
    assert article.text.split() == TEXT.split()
    assert article.language == "en" and article.origin.startswith(name)


def test_what_the_name_decides() -> None:
    Path("a.jsonl").write_text("{broken\n")
    Path("a.csv").write_text("a,b\n1,2\n")
    Path("b.txt").write_text("Norland, Estia\nand others met in Holmstad.\n")
    Path("c.txt").write_text("Body, mind and soul\nOf them the minister spoke in Holmstad.\n")
    assert articles("c.txt")[0].text.startswith("Body, mind")
    assert failure("a.jsonl").error.code == "not-json"
    assert str(failure("a.csv").error).startswith("a.csv: has no text; found a, b; expected one of text, body, content, article")
    assert articles("b.txt")[0].id == "b"


def test_ids_and_origins() -> None:
    Path("a.html").write_text(written.page())
    Path("news.json").write_text(json.dumps([{"body": TEXT}, {"id": 7, "body": TEXT}]))
    Path("z.zip").write_bytes(zipped(b__c_txt=TEXT.encode(), in_zip=zipped(d_txt=TEXT.encode())))
    found = {article.id: article.origin for article in articles("a.html", "news.json", "z.zip")}
    assert found == {
        "a": "a.html",
        "news#1": "news.json, article 1",
        "7": "news.json, article 2",
        "z/b/c": "z.zip, member b/c.txt",
        "z/in/d": "z.zip, member in.zip, member d.txt",
    }


def test_ids_name_one_article_of_a_call() -> None:
    for name in ("a/x.txt", "b/x.txt", "a/y.csv", "b/y.csv"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(f'title,text\nT,"{TEXT}"\n' if name.endswith("csv") else TEXT)
    assert [article.id for article in articles("a", "b")] == ["x", "y#2", "b/x.txt", "b/y.csv, line 2"]
    Path("l.jsonl").write_text(json.dumps(ROW))
    Path("m.jsonl").write_text(json.dumps(ROW))
    assert [article.id for article in articles("l.jsonl", "m.jsonl")] == ["x", "m.jsonl, line 1"]
    assert str(read("a/x.txt", "a/x.txt", "a/x.txt")[2].error) == "a/x.txt: is named a second time; expected each file once"


def test_a_folder_is_walked_by_name_and_hidden_files_are_left_out() -> None:
    for name in ("n/b.txt", "n/a/z.txt", "n/.hidden.txt", "n/.git/c.txt", "n/c.txt"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(TEXT)
    assert [article.origin for article in articles("n")] == ["n/a/z.txt", "n/b.txt", "n/c.txt"]
    assert [article.origin for article in articles("n/**/*.txt")] == ["n/a/z.txt", "n/b.txt", "n/c.txt"]
    assert [article.origin for article in articles("n/?.txt")] == ["n/b.txt", "n/c.txt"]


def test_a_name_with_marks_of_a_pattern_is_a_name_first() -> None:
    Path("a[1].txt").write_text(TEXT)
    Path("p[1].parquet").write_bytes(parquet())
    assert [article.id for article in articles("a[1].txt", "p[1].parquet")] == ["a[1]", "x"]


def test_what_lies_beside_articles_is_counted() -> None:
    Path("n").mkdir()
    Path("n/a.txt").write_text(TEXT)
    Path("n/i.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    reader = Reader()
    assert len(list(reader.read("n"))) == 1
    assert reader.skipped == {"an image": 1}
    assert failure("n/i.png").error.code == "beside"


def test_of_a_crawl_only_pages_are_read_and_the_rest_is_counted() -> None:
    records = (
        written.warc_record("https://np.example/a", b"", kind="request"),
        written.warc_record("https://np.example/b", b"gone", status="404 Not Found"),
        written.warc_record("https://np.example/c", b"{}", type="application/json"),
        written.warc_record("https://np.example/d", b"<html><body><ul><li>Home</li></ul></body></html>"),
        written.warc_record("https://np.example/e", written.page(lang="de", text=written.GERMAN).encode()),
    )
    Path("c.warc").write_bytes(warc(*records))
    reader = Reader()
    first, second = reader.read("c.warc")
    assert isinstance(first, Article) and isinstance(second, Article)
    assert (first.id, first.url, first.origin) == ("c#1", "https://np.example/a", "c.warc, record 1")
    assert (second.language, second.is_english) == ("de", False)
    assert reader.skipped == {"status 404": 1, "not HTML (application/json)": 1, "page without an article": 1}


def test_the_header_of_a_crawl_says_the_encoding() -> None:
    body = written.page(text=TEXT + "\nThe café in Zürich closed.").encode("cp1252")
    Path("c.warc").write_bytes(written.warc_record("https://np.example/a", body, type="text/html; charset=windows-1252"))
    assert "café in Zürich" in articles("c.warc")[0].text


BROKEN = {
    "empty.txt": (b"", "empty", "is empty"),
    "white.html": (b" \n\n", "empty", "is empty"),
    "rubbish.dat": (bytes(range(256)) * 3, "binary", "binary file"),
    "cut.gz": (gzip.compress(os.urandom(5000))[:900], "truncated", "is cut off"),
    "bad.gz": (gzip.compress(TEXT.encode())[:-9] + b"\0" * 9, "packing", "cannot be unpacked"),
    "bomb.gz": (gzip.compress(b"0" * 30_000_000), "too-large", "unpacks to more than 250 times its size"),
    "cut.warc": (warc()[:-200], "truncated", "record 1: the file ends within this record"),
    "bad.warc": (warc() + b"WARC/1.0\r\nrubbish", "truncated", "fetch it again"),
    "bad.parquet": (b"PAR1" + b"x" * 99, "not-parquet", "is no Parquet file that can be read"),
    "bad.zip": (b"PK\x03\x04rubbish", "packing", "is no zip archive that can be read"),
    "empty.zip": (zipped(), "empty", "is an empty archive"),
    "empty.xml": (written.rss().encode(), "empty", "has no entries"),
    "other.xml": (b'<?xml version="1.0"?><invoice/>', "binary", "neither RSS, Atom nor XHTML"),
    "empty.json": (b"[]", "empty", "is an empty list"),
    "bad.json": (b'[{"text": "a",]', "not-json", "line 1, column 15: not JSON"),
    "none.json": (b'[{"title": "a", "url": "b"}]', "no-text", "has no text; found title, url"),
    "list.html": (b"<html><body><ul><li><a href=/a>A</a></li></ul></body></html>", "no-article", "no article was found"),
    "bomb.bz2": (bz2.compress(b"0" * 30_000_000), "too-large", "unpacks to more than 250 times its size"),
    "bomb.xz": (lzma.compress(b"0" * 30_000_000), "too-large", "unpacks to more than 250 times its size"),
    "cut.bz2": (bz2.compress(os.urandom(5000))[:900], "truncated", "is cut off"),
    "cut.xz": (lzma.compress(os.urandom(5000))[:900], "truncated", "is cut off"),
    "cut.zst": (native("ZstdWriter", os.urandom(5000))[:900], "truncated", "is cut off"),
    "bad.bz2": (bz2.compress(TEXT.encode())[:-9] + b"x" * 9, "packing", "cannot be unpacked"),
    "bad.xz": (lzma.compress(TEXT.encode())[:-30] + b"x" * 30, "packing", "cannot be unpacked"),
    "bad.zst": (native("ZstdWriter", TEXT.encode())[:-30] + b"x" * 30, "packing", "cannot be unpacked"),
    "a.tar": (b"a.txt".ljust(257, b"\0") + b"ustar\0", "truncated", "is cut off or broken"),
    "empty.tar": (tarred(_hidden=b"a"), "empty", "is an empty archive"),
    "end.tar": (tarred(_hidden=b"a")[:1024], "truncated", "is cut off or broken"),
    "a.pdf": (b"%PDF-1.7", "binary", "is a PDF file; extract its text first"),
    "a.docx": (zipped(**{"[Content_Types].xml": b""}).replace(b"[Content.Types]", b"[Content_Types]"), "binary", "is a Word, Excel"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_one_failure_and_the_rest_is_read(name: str) -> None:
    data, code, words = BROKEN[name]
    Path(name).write_bytes(data)
    Path("z.txt").write_text(TEXT)
    found = read(name, "z.txt")
    assert isinstance(found[-1], Article)
    (failed,) = (item for item in found if isinstance(item, Failure))
    assert failed.error.code == code and words in str(failed.error)
    assert str(failed.error).startswith(name) and "\n" not in str(failed.error)


def test_articles_before_the_break_are_kept() -> None:
    lines = "".join(json.dumps({"id": str(n), "text": os.urandom(200).hex()}) + "\n" for n in range(50))
    Path("a.jsonl.gz").write_bytes(gzip.compress(lines.encode())[:-2000])
    found = read("a.jsonl.gz")
    assert sum(isinstance(item, Article) for item in found) > 20
    assert [item.error.code for item in found if isinstance(item, Failure)] == ["truncated"]


def test_an_encrypted_member_and_archives_too_deep() -> None:
    Path("z.zip").write_bytes(zipped(a_txt=TEXT.encode(), b_txt=TEXT.encode(), c_zip=zipped(d_zip=zipped(e_txt=TEXT.encode()))))
    data = bytearray(Path("z.zip").read_bytes())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    Path("z.zip").write_bytes(data)
    first, second, third = read("z.zip")
    assert str(first.error) == "z.zip, member a.txt: is encrypted; unpack it with its password first"
    assert isinstance(second, Article)
    assert (third.error.code, third.id) == ("nested", "z/c/d")


def test_a_tar_archive_is_read_as_it_stands_and_no_link_is_followed() -> None:
    data = io.BytesIO()
    Path("secret.txt").write_text(TEXT)
    with tarfile.open(fileobj=data, mode="w") as archive:
        for name, content in (("./b.txt", TEXT), ("../../a.txt", TEXT), ("/etc/c.txt", TEXT), ("._b.txt", "x"), ("d/i.png", "\x89PNG")):
            info = tarfile.TarInfo(name)
            coded = content.encode("latin-1")
            info.size = len(coded)
            archive.addfile(info, io.BytesIO(coded))
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE):
            info = tarfile.TarInfo("link")
            info.type, info.linkname = kind, "secret.txt"
            archive.addfile(info)
    Path("n.tgz").write_bytes(gzip.compress(data.getvalue()))
    before = sorted(Path().rglob("*"))
    reader = Reader()
    found = [(item.id, item.origin) for item in reader.read("n.tgz") if isinstance(item, Article)]
    assert found == [
        ("n/b", "n.tgz, member b.txt"),
        ("n/../../a", "n.tgz, member ../../a.txt"),
        ("n//etc/c", "n.tgz, member /etc/c.txt"),
    ]
    assert reader.skipped == {"an image": 1, "link or device in an archive": 3} and sorted(Path().rglob("*")) == before


@pytest.mark.parametrize("at", [400, 700, 1600, 1900, 2100, 2600])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_no_member_of_a_broken_tar_is_lost_unseen(at: int, pack: Callable[[bytes], bytes]) -> None:
    data = tarred(tarfile.USTAR_FORMAT, **{f"{name}_txt": (TEXT + name).ljust(900, ".").encode() for name in "abc"})
    header = 1536
    for broken in (data[:at], data[:header] + b"x" * 512 + data[header + 512 :]):
        Path("t.tar").write_bytes(pack(broken))
        *before, last = read("t.tar")
        assert isinstance(last, Failure) and last.error.code in ("truncated", "packing")
        assert "t.tar" in str(last.error) and "again" in str(last.error)
        assert sum(isinstance(item, Article) for item in before) == (1 if broken[:header] == data[:header] else 0)


def test_a_quotation_mark_left_open_takes_no_rows_with_it_unseen() -> None:
    rows = [f'a{n},"The ministers of Norland and Estia met again, on day {n}."' for n in range(6)]
    Path("a.csv").write_text("\n".join(["id,text", *rows[:3], rows[3][:-1], *rows[4:]]) + "\n")
    found = read("a.csv")
    assert [item.id for item in found if isinstance(item, Article)] == ["a0", "a1", "a2", "a5"]
    assert str(found[3].error).startswith("a.csv, line 5 to 6: its quotation marks do not tell where the row ends; expected a mark inside")
    Path("b.csv").write_text("\n".join(["id,text", *rows[:2], 'b,"never closed', "c,lost"]))
    assert [item.error.code for item in read("b.csv")[2:]] == ["bad-row"]
    Path("c.csv").write_text("\n".join(["id,text", *rows]))
    assert len(articles("c.csv")) == 6


def test_names_that_are_no_utf8_are_spelled_out() -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    Path(name).write_text(TEXT)
    (article,) = articles(name)
    assert (article.id, article.origin) == ("caf\\xe9", "caf\\xe9.txt")
    failed = failure(os.fsdecode(b"\xe9.txt"))
    assert (failed.id, str(failed.error)) == ("\\xe9", "\\xe9.txt: there is no such file")
    assert str(failure("").error) == "'': is no name that a file can have; expected a file, folder or pattern"


def test_an_article_of_fifty_megabytes_is_none() -> None:
    Path("a.txt").write_bytes(b"Norland met Estia. " * 2_700_000)
    assert "has more than 50,000,000 bytes; expected one article" in str(failure("a.txt").error)


def test_links_that_lead_round_or_nowhere() -> None:
    Path("n").mkdir()
    Path("n/a.txt").write_text(TEXT)
    Path("n/loop").symlink_to("..", target_is_directory=True)
    Path("n/none").symlink_to("nowhere")
    Path("n/self").symlink_to("self")
    article, *failed = read("n")
    assert isinstance(article, Article)
    assert {str(item.error).split(":")[0]: item.error.code for item in failed} == {
        "n/loop/n": "loop",
        "n/none": "missing",
        "n/self": "missing",
    }


def test_names_that_lead_to_nothing() -> None:
    Path("empty").mkdir()
    assert str(failure("none.txt").error) == "none.txt: there is no such file"
    assert str(failure("*.txt").error) == "*.txt: no file fits this pattern"
    assert str(failure("empty").error).startswith("empty: holds no article")
    assert failure("a\0b").error.code == "missing"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read() -> None:
    Path("a.txt").write_text(TEXT)
    Path("a.txt").chmod(0)
    assert "cannot be read" in str(failure("a.txt").error)


def test_a_row_is_an_article_or_says_why_not() -> None:
    Path("a.csv").write_text(
        'id,Headline,Publish Date,Body,Link,Outlet,lang,Authors\n1,T,"March 5, 2024",One.,https://np.example,NP,en,Ada\n'
        '2,,05/03/2024,Two.,,,,\n3,,,"Three,\nand more.",,,,\n4,,,,,,,\n5,,,Five.,,,,,,surplus\n\n'
    )
    first, second, third, fourth, fifth = read("a.csv")
    assert first == Article("One.", "1", date(2024, 3, 5), "T", "https://np.example", "NP", "en", author="Ada")
    assert third == Article("Three,\nand more.", "3")
    expected = (
        (second, 3, 'a.csv, line 3: "Publish Date" is "05/03/2024"; expected a day that can be read in one way only'),
        (fourth, 6, 'a.csv, line 6: "Body" is empty'),
        (fifth, 7, "a.csv, line 7: has 10 cells; expected 8"),
    )
    for item, line, words in expected:
        assert isinstance(item, Failure) and item.line == line and str(item.error).startswith(words)


def test_csv_in_another_encoding() -> None:
    Path("a.csv").write_bytes("title,text\nT,The café in Zürich — “closed” on Monday.\n".encode("cp1252"))
    assert articles("a.csv")[0].text == "The café in Zürich — “closed” on Monday."
    Path("b.csv").write_bytes(b"title,text\nT," + b"x" * 70_000 + b"\nT,caf\xe9\nT,end\n")
    assert [item.id for item in read("b.csv")] == ["b#2", None, "b#4"]


def test_an_open_quotation_mark_is_told() -> None:
    Path("a.csv").write_bytes(b'title,text\nT,"' + b"x" * 51_000_000)
    assert failure("a.csv").error.code == "not-csv"


def test_what_services_give() -> None:
    row = {"source": {"id": None, "name": "NP"}, "author": ["A", "B"], "publishedAt": "2024-03-05T10:00:00Z", "content": "Cut… [+90 chars]"}
    bare = {"title": "T", "description": "Only that.", "content": None}
    Path("a.json").write_text(json.dumps({"articles": [row, bare, {"title": "none"}, 5]}))
    first, second, third, fourth = read("a.json")
    assert (first.source, first.author, first.date, first.excerpt) == ("NP", "A; B", date(2024, 3, 5), True)
    assert (second.text, second.excerpt) == ("Only that.", True)
    assert [third.error.code, fourth.error.code] == ["no-text", "not-an-object"]


def test_text_in_html_loses_its_tags() -> None:
    Path("a.json").write_text(json.dumps({"body": "<p>Norland &amp; Estia met.</p><p>They signed.</p>"}))
    assert articles("a.json")[0].text.split() == "Norland & Estia met. They signed.".split()


def test_entries_of_feeds() -> None:
    whole = f"<content:encoded><![CDATA[<p>{TEXT}</p>]]></content:encoded><description>Short.</description>"
    day = "<pubDate>Tue, 05 Mar 2024 23:30:00 -0500</pubDate><author>Ada Brandt</author>"
    items = written.item(1, inside=whole + day), written.item(2, inside="<description>Short.</description>"), written.item(3)
    Path("f.xml").write_text(written.rss(*items))
    first, second, third = read("f.xml")
    assert (first.date, first.excerpt, first.source, first.title, first.url) == (
        date(2024, 3, 5), None, "Norland Post", "Story 1", "https://np.example/1",
    )  # fmt: skip
    assert (second.text, second.excerpt, second.id, second.language) == ("Short.", True, "f#2", "en")
    assert third.error.code == "no-text"


def test_a_day_of_an_update_is_no_day_of_publication() -> None:
    entry = "<entry><title>T</title><updated>2024-03-05T10:00:00Z</updated><summary>Short words.</summary></entry>"
    Path("f.xml").write_text(f'<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title>{entry}</feed>')
    assert articles("f.xml")[0].date is None
