"""Fetching from a server of the tests' own: politeness, limits, and no way to addresses that are not public."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from whodid.reading.addresses import Gate, Refused, is_public
from whodid.reading.fetching import Fetcher, FetchError, Limits, default_cache


@pytest.fixture
def fetcher(site, clock, tmp_path: Path) -> Fetcher:
    return Fetcher([site.host], tmp_path / "fetched.json", Limits(size=10_000), clock=clock, sleep=clock.sleep)


def test_a_page_with_its_type_and_encoding(site, fetcher):
    site.gives("/a", "Grüße".encode("latin-1"), type="text/html; charset=ISO-8859-1")
    found = fetcher.get(site.url("/a"))
    assert (found.url, found.type, found.charset) == (site.url("/a"), "text/html", "ISO-8859-1")
    assert site.paths == ["/robots.txt", "/a"]
    assert all(headers["User-Agent"].startswith("whodid/") for _, headers in site.asked)


def test_robots_txt_is_asked_once_and_kept_to(site, fetcher):
    site.gives("/robots.txt", "User-agent: *\nDisallow: /\nUser-agent: whodid\nDisallow: /*/private\nAllow: /news", type="text/plain")
    site.gives("/news/1")
    fetcher.get(site.url("/news/1"))
    with pytest.raises(FetchError, match="closed to programs") as closed:
        fetcher.get(site.url("/x/private"))
    assert closed.value.code == "robots"
    assert site.paths == ["/robots.txt", "/news/1"]


def test_a_host_whose_robots_txt_is_broken_is_left_alone(site, fetcher):
    site.gives("/robots.txt", status=500)
    site.gives("/a")
    for _ in range(2):
        with pytest.raises(FetchError, match="is not read, since .*robots.txt: the server answers with status 500"):
            fetcher.get(site.url("/a"))
    assert site.paths == ["/robots.txt"]


def test_a_host_has_its_pause_and_the_one_it_asks_for(site, fetcher, clock):
    for path in ("/a", "/b"):
        site.gives(path)
        fetcher.get(site.url(path))
    assert clock.slept == [1.0, 1.0]
    site.gives("/robots.txt", "User-agent: *\nCrawl-delay: 7", type="text/plain")
    slow = Fetcher([site.host], None, clock=clock, sleep=clock.sleep)
    slow.get(site.url("/a"))
    slow.get(site.url("/b"))
    assert clock.slept[2:] == [7.0, 7.0]


def test_what_has_not_changed_is_not_sent_again(site, fetcher, tmp_path, clock):
    def answer(headers):
        same = headers.get("If-None-Match") == '"v1"' and headers.get("If-Modified-Since") == "Tue, 05 Mar 2024 10:00:00 GMT"
        return (304, {}, b"") if same else (200, {"ETag": '"v1"', "Last-Modified": "Tue, 05 Mar 2024 10:00:00 GMT"}, b"x")

    site.answers["/a"] = answer
    assert fetcher.get(site.url("/a")).data == b"x"
    assert not (tmp_path / "fetched.json").exists()
    fetcher.save()
    again = Fetcher([site.host], tmp_path / "fetched.json", clock=clock, sleep=clock.sleep)
    assert again.get(site.url("/a")) is None


@pytest.mark.parametrize("cache", ["{broken", "[1]", '{"http://a": 1}'])
def test_a_broken_cache_is_as_none(site, clock, tmp_path, cache):
    (tmp_path / "fetched.json").write_text(cache)
    site.gives("/a", ETag='"v1"')
    fetcher = Fetcher([site.host], tmp_path / "fetched.json", clock=clock, sleep=clock.sleep)
    fetcher.get(site.url("/a"))
    fetcher.save()
    assert json.loads((tmp_path / "fetched.json").read_text()) == {site.url("/a"): {"If-None-Match": '"v1"'}}


def test_a_busy_server_is_asked_again_when_it_says(site, fetcher, clock):
    answers = [(503, {"Retry-After": "20"}, b""), (429, {}, b""), (200, {}, b"x")]
    site.answers["/a"] = lambda _: answers.pop(0)
    assert fetcher.get(site.url("/a")).data == b"x"
    assert clock.slept == [1.0, 20.0, 4.0]


def test_a_server_that_stays_busy_or_wants_an_hour_is_given_up(site, fetcher):
    site.gives("/a", status=503)
    with pytest.raises(FetchError, match="status 503"):
        fetcher.get(site.url("/a"))
    assert site.paths.count("/a") == 3
    site.gives("/b", status=429, Retry_After="3600")
    with pytest.raises(FetchError, match="come again in 3,600 seconds"):
        fetcher.get(site.url("/b"))


def test_redirects_are_followed_so_far(site, fetcher):
    site.gives("/a", status=301, Location="/b")
    site.gives("/b", "there")
    assert fetcher.get(site.url("/a")).url == site.url("/b")
    site.gives("/round", status=302, Location="/round")
    with pytest.raises(FetchError, match="redirected more than 5 times"):
        fetcher.get(site.url("/round"))


@pytest.mark.parametrize("target", ["http://127.0.0.1:9/x", "http://[::1]/x", "http://169.254.169.254/latest", "http://[::ffff:10.0.0.1]/"])
def test_no_redirect_leads_to_an_address_that_is_not_public(site, fetcher, target):
    site.gives("/a", status=302, Location=target)
    with pytest.raises(FetchError, match="no public address"):
        fetcher.get(site.url("/a"))


@pytest.mark.parametrize("target", ["file:///etc/passwd", "http://[bad", "http://a:b/"])
def test_a_redirect_to_what_is_no_web_address_is_refused(site, fetcher, target):
    site.gives("/a", status=302, Location=target)
    with pytest.raises(FetchError, match="expected an address that begins with http"):
        fetcher.get(site.url("/a"))


def test_loopback_is_closed_unless_it_is_allowed_by_name(site, clock):
    for allowed in ([], ["localhost:1"], ["example.org"]):
        with pytest.raises(FetchError, match=f"--allow-host localhost:{site.port}"):
            Fetcher(allowed, clock=clock, sleep=clock.sleep).get(site.url("/a"))
    assert site.asked == []


def test_a_name_is_looked_up_once_and_that_address_is_what_is_asked(site, clock, monkeypatch):
    answers = [[(2, 1, 6, "", ("93.184.216.34", site.port))], [(2, 1, 6, "", ("127.0.0.1", site.port))]]
    asked: list[str] = []

    def connect(address, *_args, **_options):
        asked.append(address[0])
        raise OSError("not in a test")

    monkeypatch.setattr("whodid.reading.addresses.socket.getaddrinfo", lambda *_, **__: answers[0])
    monkeypatch.setattr("whodid.reading.addresses.create_connection", connect)
    with pytest.raises(FetchError, match="does not answer"):
        Fetcher(clock=clock, sleep=clock.sleep).get("http://rebound.example/a")
    assert set(asked) == {"93.184.216.34"}
    monkeypatch.setattr("whodid.reading.addresses.socket.getaddrinfo", lambda *_, **__: answers[0] + answers[1])
    with pytest.raises(FetchError, match="no public address"):
        Fetcher(clock=clock, sleep=clock.sleep).get("http://both.example/a")


def test_size_is_limited_packed_or_not(site, fetcher):
    site.gives("/large", b"x" * 20_000)
    site.gives("/bomb", gzip.compress(b"x" * 50_000_000), Content_Encoding="gzip")
    for path in ("/large", "/bomb"):
        with pytest.raises(FetchError, match="more than 10,000 bytes") as error:
            fetcher.get(site.url(path))
        assert error.value.code == "too-large"


def test_a_page_that_breaks_off(site, fetcher):
    site.gives("/cut", b"half of it", Content_Length="5000")
    with pytest.raises(FetchError, match="breaks off"):
        fetcher.get(site.url("/cut"))


def test_a_server_that_does_not_answer(clock):
    with pytest.raises(FetchError, match="is not read, since .*robots.txt: cannot be fetched"):
        Fetcher(["localhost:9"], clock=clock, sleep=clock.sleep).get("http://localhost:9/a")
    assert clock.slept == [2.0, 4.0]


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True), ("2606:2800:220:1::1", True), ("127.0.0.1", False), ("10.1.2.3", False), ("172.16.0.1", False),
        ("192.168.1.1", False), ("169.254.169.254", False), ("100.64.0.1", False), ("0.0.0.0", False), ("224.0.0.1", False), ("::1", False),
        ("fe80::1%eth0", False), ("fc00::1", False), ("::ffff:127.0.0.1", False), ("::ffff:93.184.216.34", True), ("64:ff9b::a00:1", False),
        ("2002:7f00:1::", False), ("no address", False),
    ],
)  # fmt: skip
def test_which_addresses_are_public(address, public):
    assert is_public(address) is public


def test_a_host_is_allowed_with_its_port_or_with_all():
    Gate(["Localhost"]).check("localhost", 99, "127.0.0.1")
    Gate(["localhost:99"]).check("localhost", 99, "127.0.0.1")
    with pytest.raises(Refused):
        Gate(["localhost:99"]).check("localhost", 98, "127.0.0.1")


def test_a_user_without_a_home_has_no_cache(monkeypatch):
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    assert default_cache() is None
