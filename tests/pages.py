"""Pages, feeds and crawls written by hand, for the tests of what reads them."""

from __future__ import annotations

PARAGRAPHS = (
    "The prime minister of Norland met the president of Estia in Holmstad on Tuesday, and both sides agreed to open talks on a treaty.",
    "The two leaders said that the border would be opened in May, and that a joint commission would be set up before the summer.",
)
TEXT = "\n".join(PARAGRAPHS)
GERMAN = (
    "Die Ministerpräsidentin von Norland traf am Dienstag den Präsidenten von Estia in Holmstad, und beide Seiten einigten sich auf die"
    " Öffnung der Grenze im Mai. Das teilten die Sprecher beider Regierungen am Abend mit, nachdem die Gespräche beendet waren."
)


def page(head: str = "", *, top: str = "<h1>Leaders meet in Holmstad</h1>", text: str = TEXT, lang: str = "en") -> str:
    """A page with menu, article and foot."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n"))
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/world'>World</a></li></ul></nav>"
    foot = "<aside><h3>Read next</h3><a href='/b'>Storm nears the coast</a></aside><footer>© 2024 Norland Post</footer>"
    return (
        f"<!doctype html><html lang='{lang}'><head><title>Leaders meet in Holmstad</title>{head}</head>"
        f"<body>{menu}<article>{top}{body}</article>{foot}</body></html>"
    )


def item(number: int, *, inside: str = "") -> str:
    """An entry of an RSS feed."""
    return f"<item><title>Story {number}</title><link>https://np.example/{number}</link>{inside}</item>"


def rss(*items: str) -> str:
    """An RSS feed."""
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    head = "<title>Norland Post</title><link>https://np.example/</link><language>en-gb</language>"
    return f'<?xml version="1.0"?><rss version="2.0" {space}><channel>{head}{"".join(items)}</channel></rss>'


def warc_record(address: str, body: bytes, *, kind: str = "response", status: str = "200 OK", type: str = "text/html") -> bytes:
    """One record of a crawl."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {type}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"WARC-Date: 2024-03-06T00:00:00Z\r\nWARC-Target-URI: {address}\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"
