"""Pages and feeds from the network, politely: robots.txt, a pause for each host, conditional requests, and limits for everything."""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from whodid.errors import InputError
from whodid.version import __version__

AGENT = f"whodid/{__version__} (reads news feeds for its user; keeps to robots.txt)"
ROBOT = "whodid"
_AGAIN = (429, 502, 503, 504)
_REDIRECTS = (301, 302, 303, 307, 308)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is fetched, and how patiently; times in seconds.

    Attributes:
        pause: Between two requests to one host, unless its robots.txt wants more.
        longest_pause: More than this is not waited, neither for a host's robots.txt nor after "come again later".
        whole: For one page from first to last byte.
    """

    size: int = 10_000_000
    redirects: int = 5
    tries: int = 3
    pause: float = 1.0
    longest_pause: float = 60.0
    connect: float = 10.0
    read: float = 20.0
    whole: float = 60.0


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: the address after redirects, the bytes, and their type and encoding as the server says."""

    url: str
    data: bytes
    type: str
    charset: str | None


class FetchError(InputError):
    """An address that could not be fetched: the message names it and says why. Its code is "robots" where robots.txt closes it.

    Attributes:
        status: What the server answered; None where it did not.
    """

    code = "fetch"
    status: int | None = None


class Fetcher:
    """Fetches addresses, one after another.

    Args:
        allowed: Hosts that may be reached though their address is not public.
        cache: A file that keeps, for each address, what the server needs to tell whether it has changed. None keeps nothing.
        clock, sleep: How time is told and passed.
    """

    def __init__(
        self,
        allowed: Iterable[str] = (),
        cache: Path | None = None,
        limits: Limits | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        import urllib3

        from whodid.reading.addresses import Gate, pool_through

        self.limits = limits or Limits()
        self._clock, self._sleep = clock, sleep
        timeout = urllib3.Timeout(connect=self.limits.connect, read=self.limits.read)
        self._pool = pool_through(Gate(allowed), timeout=timeout, retries=False, cert_reqs="CERT_REQUIRED")
        self._free_at: dict[str, float] = {}
        self._robots: dict[str, Any] = {}
        self._cache = cache
        self._known: dict[str, dict[str, str]] = _read_cache(cache)
        self._news: dict[str, dict[str, str]] = {}

    def get(self, url: str) -> Fetched | None:
        """What stands at an address; None where it has not changed since it was last fetched.

        Raises:
            FetchError: Where robots.txt closes it, it is not public, too large, too slow, or the server refuses.
        """
        return self._follow(url, self._known.get(url, {}), robots=True)

    def save(self) -> None:
        """Keep what was learned in the cache, whole or not at all; to be called when what was fetched has been worked up."""
        if self._cache is None or not self._news:
            return
        self._known.update(self._news)
        part = self._cache.with_name(f".{self._cache.name}.part")
        with suppress(OSError):  # without the cache, all is only fetched again
            self._cache.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(self._known, indent=0, sort_keys=True), encoding="utf-8")
            part.replace(self._cache)

    def _follow(self, url: str, known: dict[str, str], *, robots: bool) -> Fetched | None:
        at = url
        for _ in range(self.limits.redirects + 1):
            if not _is_web(at):
                raise FetchError(f"{url}: leads to {at}; expected an address that begins with http:// or https://")
            if robots and not self._may_fetch(at):
                raise FetchError(f"{url}: is closed to programs by its host's robots.txt", code="robots")
            response = self._patiently(url, at, known)
            try:
                if response.status in _REDIRECTS and (target := response.headers.get("Location")):
                    at = _joined(at, target)
                    continue
                return self._body(url, at, response)
            finally:
                response.close()
        raise FetchError(f"{url}: is redirected more than {self.limits.redirects} times")

    def _patiently(self, url: str, at: str, known: dict[str, str]) -> Any:
        """The answer to one request; asked again after a while where the server is busy or does not answer."""
        for attempt in range(1, self.limits.tries + 1):
            last = attempt == self.limits.tries
            try:
                response = self._ask(url, at, known)
            except FetchError as error:
                if last or isinstance(error, _Closed):
                    raise
                self._hold(at, 2.0**attempt)
                continue
            if response.status not in _AGAIN or last:
                return response
            response.close()
            wanted = _seconds(response.headers.get("Retry-After"), 2.0**attempt)
            if wanted > self.limits.longest_pause:
                raise FetchError(f"{url}: the host asks to come again in {wanted:,.0f} seconds (status {response.status}); try then")
            self._hold(at, wanted)
        raise AssertionError("the last try returns or raises")

    def _ask(self, url: str, at: str, known: dict[str, str]) -> Any:
        from urllib3.exceptions import HTTPError

        from whodid.reading.addresses import Refused

        self._wait(at)
        headers = {"User-Agent": AGENT, "Accept-Encoding": "gzip, deflate", "Connection": "close", **known}
        try:
            return self._pool.request("GET", at, headers=headers, redirect=False, preload_content=False)
        except Refused as error:
            raise _Closed(f"{url}: {error}", code="address") from None
        except (HTTPError, OSError, ValueError) as error:
            reason = str(error).split(": ", 1)[-1][:160] or type(error).__name__
            raise FetchError(f"{url}: cannot be fetched ({reason})") from None

    def _body(self, url: str, at: str, response: Any) -> Fetched | None:
        if response.status == 304:
            return None
        if response.status != 200:
            refusal = FetchError(f"{url}: the server answers with status {response.status}; expected 200")
            refusal.status = response.status
            raise refusal
        data = self._read(url, response)
        seen = {"If-None-Match": response.headers.get("ETag"), "If-Modified-Since": response.headers.get("Last-Modified")}
        if news := {name: value for name, value in seen.items() if value}:
            self._news[url] = news
        kind = response.headers.get("Content-Type") or ""
        charset = _CHARSET.search(kind)
        return Fetched(at, data, kind.split(";")[0].strip().lower(), charset[1] if charset else None)

    def _read(self, url: str, response: Any) -> bytes:
        from urllib3.exceptions import HTTPError

        parts: list[bytes] = []
        size, until = 0, self._clock() + self.limits.whole
        try:
            while part := response.read(1 << 16, decode_content=True):
                parts.append(part)
                size += len(part)
                if size > self.limits.size:
                    raise FetchError(f"{url}: has more than {self.limits.size:,} bytes; expected a page or a feed", code="too-large")
                if self._clock() > until:
                    raise FetchError(f"{url}: takes longer than {self.limits.whole:.0f} seconds")
        except (HTTPError, OSError, ValueError) as error:
            raise FetchError(f"{url}: breaks off ({str(error)[:120]}); try again") from None
        return b"".join(parts)

    def _may_fetch(self, url: str) -> bool:
        host = _origin(url)
        if host not in self._robots:
            self._robots[host] = self._rules(host)
            self._hold(url, 0.0)
        rules = self._robots[host]
        if isinstance(rules, FetchError):
            raise FetchError(f"{url}: is not read, since {rules}", code=rules.code)
        return bool(rules.can_fetch(url, ROBOT))

    def _rules(self, host: str) -> Any:
        """The host's rules. No robots.txt opens all; one that cannot be had now closes all, as RFC 9309 has it: then the error."""
        from protego import Protego

        try:
            found = self._follow(f"{host}/robots.txt", {}, robots=False)
        except FetchError as error:
            gone = error.status is not None and 400 <= error.status < 500 and error.status not in _AGAIN
            return Protego.parse("") if gone else error
        return Protego.parse(found.data.decode("utf-8", "replace") if found else "")

    def _wait(self, url: str) -> None:
        host = _origin(url)
        if (left := self._free_at.get(host, 0.0) - self._clock()) > 0:
            self._sleep(left)
        self._hold(url, 0.0)

    def _hold(self, url: str, wanted: float) -> None:
        """The next request to this host comes after its pause, or later if wanted."""
        host = _origin(url)
        rules = self._robots.get(host)
        asked = float(rules.crawl_delay(ROBOT) or 0.0) if rules is not None and not isinstance(rules, FetchError) else 0.0
        pause = max(self.limits.pause, min(max(asked, wanted), self.limits.longest_pause))
        self._free_at[host] = self._clock() + pause


class _Closed(FetchError):
    """An address that will not open by asking again."""


def default_cache() -> Path | None:
    """Where it is kept what has been fetched, unless a file is named; None for a user without a home."""
    try:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "whodid" / "fetched.json"
    except RuntimeError:
        return None


def may_be_cache(path: Path) -> bool:
    """Whether what has been fetched may be kept here: a new or empty file, or one that has served so before."""
    if not path.exists():
        return True
    try:
        found = json.loads(path.read_bytes() or b"{}")
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(found, dict) and all(isinstance(known, dict) for known in found.values())


def _read_cache(cache: Path | None) -> dict[str, dict[str, str]]:
    try:
        found = json.loads(cache.read_text(encoding="utf-8")) if cache else {}
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {url: known for url, known in found.items() if isinstance(known, dict) and all(isinstance(one, str) for one in known.values())}


def _joined(url: str, target: str) -> str:
    try:
        return urljoin(url, target)
    except ValueError:
        return target


def _is_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets left open, a port that is no number
        return False


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _seconds(said: str | None, otherwise: float) -> float:
    """How long Retry-After asks to wait: seconds, or until a moment."""
    if not said:
        return otherwise
    if said.strip().isdigit():
        return float(said)
    try:
        moment = parsedate_to_datetime(said)
    except (ValueError, TypeError):
        return otherwise
    return max(0.0, (moment.replace(tzinfo=moment.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
