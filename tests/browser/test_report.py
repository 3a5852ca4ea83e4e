"""The page of articles in a browser: links go both ways, filters filter, and it works by keyboard, on a phone and without script."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from builders import record
from screens import PHONE, WIDE
from whodid import Record
from whodid.record import Actor, Extent, TextWarning
from whodid.report import report_page
from whodid.text import Span

HOSTILE = "</script></style><script>alert(1)</script><img src=x onerror=alert(2)>\" onmouseover='alert(3)' <!-- ]]> 😀"
LONG = "Donaudampfschifffahrt" * 20
RIGHT_TO_LEFT = ("أحمد بن محمد", "בנימין כהן")


def two() -> list[Record]:
    """Two articles; the second has an event of its own type alone."""
    other = record(id="norland-2", title="Police arrest students")
    return [record(), replace(other, events=tuple(event for event in other.events if event.type == "COERCE"))]


def hostile() -> Record:
    """Markup, very long words and names from right to left wherever the article can put words."""
    text = f"{HOSTILE}\n\n{LONG} met {RIGHT_TO_LEFT[0]} and {RIGHT_TO_LEFT[1]}. {HOSTILE}"
    start = text.index("met")
    actors = tuple(Actor(name, name, "person", HOSTILE, HOSTILE, LONG) for name in (*RIGHT_TO_LEFT, LONG, HOSTILE))
    event = replace(
        record().events[0], trigger=Span(start, start + 3, "met"), evidence=Extent(0, len(text)), mode=LONG, contexts=(HOSTILE, LONG),
        actors=tuple(actor.id for actor in actors), actor_spans=(), recipient_spans=(), flags=(LONG,),
    )  # fmt: skip
    warning = TextWarning(HOSTILE, LONG, 0, len(HOSTILE))
    known = {"id": LONG, "title": HOSTILE, "source": LONG, "language": HOSTILE, "url": "javascript:alert(4)"}
    return Record(text=text, actors=actors, events=(event,), warnings=(warning,), **known)


def shown(page: Any, selector: str = ".card.event") -> list[str]:
    """The ids of those that can be seen."""
    return page.evaluate("s => [...document.querySelectorAll(s)].filter(e => e.checkVisibility()).map(e => e.id)", selector)


def in_sight(page: Any, selector: str) -> bool:
    """Whether it lies wholly in the window."""
    box = page.locator(selector).bounding_box()
    return bool(box) and box["y"] >= 0 and box["y"] + box["height"] <= page.viewport_size["height"]


def test_a_card_lights_its_words_and_the_words_their_card(show):
    page = show(report_page([record()]))
    page.hover("#a1-e3")
    assert page.locator(".text .m-trigger.lit").all_inner_texts() == ["shelled"]
    page.hover(".text .m-trigger:has-text('arrested')")
    assert page.locator(".card.lit").evaluate_all("cards => cards.map(card => card.id)") == ["a1-e6"]
    page.mouse.move(2, 2)
    assert page.locator(".lit").count() == 0


def test_focus_lights_what_the_pointer_lights(show):
    page = show(report_page([record()]))
    page.focus("#a1-e2-text")
    assert page.locator(".card.lit").get_attribute("id") == "a1-e2"
    page.focus("#a1-e5 .back")
    assert page.locator(".text .m-trigger.lit").all_inner_texts() == ["marched"]


def test_an_events_sentence_lights_up_with_all_that_is_marked_in_it(show):
    page = show(report_page([record()]))
    page.hover("#a1-e2 blockquote")
    lit = page.locator(".text .lit, .text .lit :not(.num)")
    colours = lit.evaluate_all("elements => elements.map((element) => getComputedStyle(element).backgroundColor)")
    assert len(colours) > 1 and len(set(colours)) == 1 and "rgba(0, 0, 0, 0)" not in colours


def test_a_number_leads_to_its_card_and_back(show):
    page = show(report_page([record()]))
    page.click("#a1-e6-text")
    assert page.url.endswith("#a1-e6") and in_sight(page, "#a1-e6")
    assert page.locator(".card.chosen").get_attribute("id") == "a1-e6"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#a1-e6-text") and in_sight(page, "#a1-e6-text")
    page.go_back()
    assert page.locator(".card.chosen").get_attribute("id") == "a1-e6"


def test_a_click_on_a_card_or_row_shows_its_words(show):
    page = show(report_page([record()]), viewport=PHONE)
    page.click("#a1-e7 blockquote")
    assert page.url.endswith("#a1-e7-text") and in_sight(page, "#a1-e7-text")
    page.click("summary:has-text('Actors')")
    page.click("tr:has-text('Juri Tamm') td:last-child")
    assert page.locator(".text .chosen").all_inner_texts() == ["Juri Tamm"]


def test_words_of_a_quote_lead_to_its_card(show):
    page = show(report_page([record()]))
    page.click(".text .m-quote:has-text('We have opened a door')")
    assert page.url.endswith("#a1-q1") and in_sight(page, "#a1-q1")


def test_a_shared_address_brings_the_event_into_sight(show):
    page = show(report_page(two()), "#a2-e6")
    assert in_sight(page, "#a2-e6") and page.locator(".num.chosen").get_attribute("id") == "a2-e6-text"


def test_filters_narrow_cards_words_lines_and_articles(show):
    page = show(report_page(two()))
    page.click("button[data-value=ASSAULT]")
    assert shown(page) == ["a1-e3", "a1-e4"] and shown(page, "main > article") == ["a1"]
    assert page.locator(".bar output").inner_text() == "2 of 8 events"
    assert page.locator("#contents li:visible").count() == 1
    assert page.locator("#a1 .m-trigger:not(.off)").all_inner_texts() == ["shelled", "attack"]
    page.click("button[data-value=denied]")
    assert shown(page) == ["a1-e4"] and page.locator("path.tie:not(.off)").count() == 0
    page.click(".bar .all")
    assert len(shown(page)) == 8 and page.locator(".bar output").inner_text() == "8 events"


def test_values_of_one_group_add_up(show):
    page = show(report_page([record()]))
    page.click("button[data-value=ASSAULT]")
    page.click("button[data-value=COERCE]")
    assert shown(page) == ["a1-e3", "a1-e4", "a1-e6"]


def test_filters_work_by_keyboard_and_say_their_state(show):
    page = show(report_page([record()]))
    button = page.locator("button[data-value=PROTEST]")
    button.focus()
    page.keyboard.press("Space")
    assert button.get_attribute("aria-pressed") == "true" and shown(page) == ["a1-e5"]
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-pressed") == "false" and len(shown(page)) == 7


def test_find_looks_at_parties_and_words(show):
    page = show(report_page([record()]))
    page.fill("#find", "estia SHELLED")
    assert shown(page) == ["a1-e3"]
    page.fill("#find", "nobody of that name")
    assert shown(page) == [] and page.locator(".none.match").is_visible()
    page.locator(".bar .all").click()
    assert len(shown(page)) == 7 and page.evaluate("document.activeElement.id") == "find"


def test_nothing_that_passes_says_so_and_offers_the_way_back(show):
    page = show(report_page(two()))
    page.fill("#find", "nobody of that name")
    page.click("#nothing button")
    assert shown(page, "main > article") == ["a1", "a2"]


def test_the_choice_can_be_shared(show):
    html = report_page([record()])
    page = show(html)
    page.click("button[data-value=ASSAULT]")
    page.fill("#find", "kell")
    query = page.evaluate("location.search")
    assert shown(show(html, query)) == ["a1-e3"]


def test_a_link_to_what_is_filtered_out_shows_it(show):
    page = show(report_page([record()]))
    page.click("button[data-value=denied]")
    page.click("#a1-e4 .note a")
    assert page.url.endswith("#a1-e3") and page.locator("#a1-e3").is_visible()


@pytest.mark.parametrize("records", [two(), [hostile(), record()], [hostile()], [Record(text="Words.")], []])
def test_no_page_is_wider_than_its_window(show, fits, records):
    page = show(report_page(records))
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    for width in (1280, 768, 640, 360, 320):
        page.set_viewport_size({"width": width, "height": 740})
        assert fits(page), width


def test_nothing_hostile_runs_and_names_keep_their_order(show, fits):
    page = show(report_page([hostile(), record()]))
    for selector in ("#a1 .m-warning", "#a1-e1", "#a1-w1"):
        page.hover(selector)
    assert page.locator("img").count() == 0 and fits(page)
    first, second = (page.locator(f"#a1-e1 .who:has-text('{name}')").bounding_box() for name in RIGHT_TO_LEFT)
    assert (first["y"], first["x"]) < (second["y"], second["x"])


def test_headings_go_down_one_by_one_from_one(show):
    for records in ([record()], two(), [Record(text="Words.")]):
        page = show(report_page(records))
        levels = page.evaluate("[...document.querySelectorAll('h1, h2, h3, h4, h5')].map(heading => Number(heading.tagName[1]))")
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))


def test_without_script_everything_is_there_and_no_filter(show):
    page = show(report_page([record()]), java_script_enabled=False)
    assert page.locator(".card.event:visible").count() == 7
    assert not page.locator(".bar").is_visible() and not page.locator("#filters").is_visible()


def test_the_keyboard_stops_once_for_each_event_of_the_text(show):
    page = show(report_page([record()]), viewport=WIDE)
    stops = page.evaluate("[...document.querySelectorAll('.text a')].filter(link => link.tabIndex === 0).map(link => link.hash)")
    assert [stop for stop in stops if "-e" in stop] == [f"#a1-e{number}" for number in range(1, 8)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(show, scheme):
    page = show(report_page([record()]), color_scheme=scheme)
    poor = page.evaluate(CONTRAST)
    assert poor == []


# What has words of its own and less than 4.5 to 1 between them and what lies below (WCAG 2.2, 1.4.3).
CONTRAST = """() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, place) => sum + v * [0.2126, 0.7152, 0.0722][place], 0);
  const ground = (element) => {
    for (let below = element; below; below = below.parentElement) {
      const found = numbers(getComputedStyle(below).backgroundColor);
      if (found.length < 4 || found[3] > 0) return found;
    }
    return [255, 255, 255];
  };
  return [...document.body.querySelectorAll("*:not(svg *, script)")]
    .filter((element) => element.checkVisibility({ opacityProperty: true }))
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .filter((element) => {
      const [a, b] = [light(numbers(getComputedStyle(element).color)), light(ground(element))].sort((x, y) => y - x);
      return (a + 0.05) / (b + 0.05) < 4.5;
    })
    .map((element) => element.outerHTML.slice(0, 80));
}"""
