"""Headline, dateline and boilerplate are marked where they stand; the story's own words never are."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whodid.article import Article
from whodid.reading import mark

LEAD = "Estia's prime minister flew to Holmstad on Tuesday and signed the fishing treaty that both parliaments had turned down in May."
MORE = "\n\nThe ministers of both countries stood beside her, and the harbour band played until it rained.\n\nNobody spoke of Sudria."


def marked(text: str, day: str | None = None, title: str | None = None) -> Article:
    return mark(Article(text, date=date.fromisoformat(day) if day else None, title=title))


def dateline(text: str, day: str | None = None) -> tuple[str | None, str | None]:
    article = marked(text, day)
    return article.dateline and article.dateline.text, article.dateline_place and article.dateline_place.text


def boilerplate(text: str) -> list[str]:
    return [span.text for span in marked(text).boilerplate]


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("HOLMSTAD, NORLAND:", "HOLMSTAD, NORLAND"),
        ("HOLMSTAD —", "HOLMSTAD"),
        ("HOLMSTAD —  ", "HOLMSTAD"),
        ("HOLMSTAD--", "HOLMSTAD"),
        ("HOLMSTAD (Reuters) -", "HOLMSTAD"),
        ("HOLMSTAD, Norland (AP) _", "HOLMSTAD, Norland"),
        ("HOLMSTAD, March 3 (Xinhua) --", "HOLMSTAD"),
        ("HOLMSTAD, Dec 11, 2030 (AFP) -", "HOLMSTAD"),
        ("HOLMSTAD, N.D., Sept. 26 (UPI) —", "HOLMSTAD, N.D."),
        ("HOLMSTAD, Ky. (WXYZ) --", "HOLMSTAD, Ky."),
        ("PORT OF KELL —", "PORT OF KELL"),
        ("HOLMSTAD/KELL (Reuters) -", "HOLMSTAD/KELL"),
        ("Holmstad, June 5 (Reuters) -", "Holmstad"),
        ("Holmstad (AFP) –", "Holmstad"),
        ("Lisbon —", "Lisbon"),
        ("Lisbon:", "Lisbon"),
        ("Holmstad, Portugal —", "Holmstad, Portugal"),
        ("Lisbon (CNN)", "Lisbon"),
        ("Holmstad, IRNA -", "Holmstad"),
        ("HOLMSTAD, September 9. /TASS/.", "HOLMSTAD"),
        ("Holmstad. 5 March. INTERFAX -", "Holmstad"),
        ("HOLMSTAD. —", "HOLMSTAD"),
        ("St. Petersburg, 5 June 2031 (TASS) -", "St. Petersburg"),
    ],
)
def test_datelines_in_the_forms_of_the_agencies(head: str, place: str) -> None:
    assert dateline(f"{head} {LEAD}{MORE}") == (head.strip(), place)


@pytest.mark.parametrize(
    "head", ["HOLMSTAD, Nov. 4 , 2030 (Xinhua)", "HOLMSTAD (AP) --", "HOLMSTAD _", "LISBON, PORTUGAL", "HOLMSTAD, Dec 11, 2030, 2030"]
)
def test_a_dateline_may_have_its_own_line_and_is_no_headline(head: str) -> None:
    article = marked(f"{head}\n\n{LEAD}{MORE}")
    assert article.dateline and article.dateline.text == head
    assert article.headline is None


def test_a_dateline_may_follow_headline_byline_and_boilerplate() -> None:
    article = marked(f"Estia signs\n\nBy Ada Brandt\n\nPublished: March 3, 2031\n\nHOLMSTAD — {LEAD}{MORE}")
    assert article.headline and article.headline.text == "Estia signs"
    assert article.dateline and article.dateline.text == "HOLMSTAD —"
    assert [span.text for span in article.boilerplate] == ["By Ada Brandt", "Published: March 3, 2031"]


def test_a_byline_may_stand_on_the_line_of_the_dateline() -> None:
    article = marked(f"By Ada Brandt. HOLMSTAD (Reuters) - {LEAD}{MORE}")
    assert article.dateline and article.dateline.text == "HOLMSTAD (Reuters) -"
    assert [span.text for span in article.boilerplate] == ["By Ada Brandt."]


@pytest.mark.parametrize("head", ["(CNN)", "March 3 (Reuters) -", "(CNN) —", "(Reuters) -", "Holmstadnews.net -"])
def test_an_outlets_mark_is_a_dateline_without_a_place(head: str) -> None:
    assert dateline(f"{head} {LEAD}{MORE}") == (head, None)


def test_texts_in_small_letters() -> None:
    assert dateline(f"holmstad: {LEAD.lower()}{MORE.lower()}") == ("holmstad:", "holmstad")
    assert dateline(f"analysis: {LEAD.lower()}{MORE.lower()}") == (None, None)


@pytest.mark.parametrize(
    "start",
    [
        "Two sailors — a Norlander and an Estian — came home.",
        "Ada Brandt — The president of Norland — came home.",
        "Brandt: We shall sign.",
        "ANALYSIS: Estia has little to gain.",
        "BREAKING NEWS — Estia signs.",
        "Why - and how - did Estia sign?",
        "Juri Tamm (R-Vt.) — once a sailor — came home.",
        "The deal – the largest in years – was signed.",
        "PROFESSOR Ada Brandt came home.",
        "On Monday, March 3 the band played.",
        "Monday, June 5 - The band played.",
        "The harbour (Kell) was shut.",
        "(Kell) was shut.",
        "Lisbon (AP) said the harbour was shut.",
    ],
)
def test_what_only_looks_like_a_dateline(start: str) -> None:
    assert dateline(f"{start} {LEAD}{MORE}") == (None, None)


def test_a_transcript_has_no_dateline() -> None:
    assert dateline("BRANDT: Good evening.\n\nTAMM: Good evening to you.\n\nBRANDT: Shall we sign?") == (None, None)


def test_a_later_paragraph_has_no_dateline() -> None:
    assert dateline(f"{LEAD} {LEAD}\n\nKELL — {LEAD}") == (None, None)


@pytest.mark.parametrize(
    ("head", "published", "day", "anchor"),
    [
        ("HOLMSTAD, March 3, 2031 (NPA) —", "2031-03-04", "2031-03-03", "2031-03-03"),
        ("HOLMSTAD, March 3, 2031 (NPA) —", None, "2031-03-03", "2031-03-03"),
        ("HOLMSTAD, March 3 (NPA) —", "2031-03-04", "2031-03-03", "2031-03-03"),
        ("HOLMSTAD, 31 December (NPA) —", "2031-01-02", "2030-12-31", "2030-12-31"),
        ("HOLMSTAD, March 3 (NPA) —", None, None, None),
        ("HOLMSTAD, March 3, 1998 (NPA) —", "2031-03-04", "1998-03-03", "2031-03-04"),
        ("HOLMSTAD, March 9 (NPA) —", "2031-03-04", "2031-03-09", "2031-03-04"),
        ("HOLMSTAD, Feb. 30, 2031 (NPA) —", "2031-03-04", None, "2031-03-04"),
        ("HOLMSTAD (NPA) —", "2031-03-04", None, "2031-03-04"),
    ],
)
def test_the_datelines_day_is_the_anchor_where_it_fits(head: str, published: str | None, day: str | None, anchor: str | None) -> None:
    article = marked(f"{head} {LEAD}", published)
    assert article.dateline_date == (day and date.fromisoformat(day))
    assert article.anchor == (anchor and date.fromisoformat(anchor))


@pytest.mark.parametrize(
    ("text", "title", "headline"),
    [
        (f"Estia signs in Holmstad\n\n{LEAD}{MORE}", None, "Estia signs in Holmstad"),
        (f"Estia calls treaty ‘a beginning’\n\n{LEAD}{MORE}", None, "Estia calls treaty ‘a beginning’"),
        (f"Estia Signs Fishing Treaty With Norland.\n\n{LEAD}{MORE}", None, "Estia Signs Fishing Treaty With Norland."),
        (f"Estia signs at last.\n\nHOLMSTAD — {LEAD}{MORE}", None, "Estia signs at last."),
        (f"Will Estia sign?\n\n{LEAD}{MORE}", "Will Estia sign?", "Will Estia sign?"),
        (f"ESTIA SIGNS. {LEAD}{MORE}", "Estia signs", "ESTIA SIGNS."),
        (f"Estia signs\n{LEAD} {LEAD}\n{LEAD} {LEAD}", None, "Estia signs"),
        (f"{LEAD}{MORE}", "Estia signs", None),
        (f"Estia has signed.\n\n{LEAD}{MORE}", None, None),
        (f"She said:\n\n{LEAD}{MORE}", None, None),
        ("Estia's prime minister flew to\nHolmstad and signed the treaty\nin the rain.", None, None),
        ("Estia signs", None, None),
        (f"Share this article\n\n{LEAD}{MORE}", None, None),
    ],
)
def test_headlines(text: str, title: str | None, headline: str | None) -> None:
    article = marked(text, title=title)
    assert (article.headline and article.headline.text) == headline


@pytest.mark.parametrize(
    "line",
    [
        "Comments are closed.",
        "Read more: Sudria closes its ports",
        "READ MORE",
        "Facebook Twitter Linkedin Mail",
        "Share | Tweet | Email",
        "Share this article",
        "© 2031 Norland Press",
        "(c) 2031 Norland Press. All rights reserved.",
        "Copyright 2031 Norland Press. All rights reserved. Nobody may print or broadcast this page again.",
        "All rights reserved.",
        "(Reporting by Ada Brandt and Juri Tamm in Holmstad; Editing by Liis Kask)",
        "Additional reporting by Ada Brandt in Kell; Writing by Juri Tamm",
        "Ada Brandt in Kell contributed to this report.",
        "Ada Brandt and Juri Tamm contributed reporting.",
        "Sign up for our newsletter",
        "Subscribe to our channel for more",
        "Follow us on Twitter",
        "Follow Ada Brandt on Twitter @brandt",
        "This story is from March 10, 2031",
        "This article was originally published by The Holmstad Post.",
        "Advertisement",
        "ADVERTISEMENT - CONTINUE READING BELOW",
        "Photo by Ada Brandt",
        "Photo: Harbour of Kell, 2031",
        "(Ada Brandt/AFP/Getty Images)",
        "Image copyright Norland Press",
        "(END)",
        "* * *",
        "___",
        "Updated: March 3, 2031 10:15",
        "12 comments",
        "With inputs from agencies",
        "Source: Norland Press",
    ],
)
def test_lines_that_are_not_the_article(line: str) -> None:
    assert boilerplate(f"{LEAD}\n\n{line}\n\n{LEAD}") == [line]


@pytest.mark.parametrize(
    "line", ["By Ada Brandt", "By ADA BRANDT and JURI TAMM", "Ada Brandt, The Associated Press", "March 3, 2031", "Staff Reports"]
)
def test_bylines_and_stamps_stand_at_the_top_only(line: str) -> None:
    assert boilerplate(f"Estia signs\n\n{line}\n\n{LEAD}{MORE}") == [line]
    assert boilerplate("\n\n".join([LEAD] * 8 + [line, LEAD])) == []


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by the harbour police showed that the boats had been moved.",
        "By Tuesday the boats were gone.",
        "By Ada Brandt's own account, the boats were gone.",
        "Copyright law in Estia has not changed since the war.",
        "Photo albums were found in the minister's car.",
        "Advertisement revenue fell by a third in Norland.",
        "Sharing the catch was her idea.",
        "Comments by the minister angered Sudria.",
        "The minister shared the picture on Facebook and Twitter.",
        "Both sides followed the talks on television.",
        "Reporters in Kell contributed to the confusion.",
        "He read more than the ministers did.",
        "The end of the fishing war is near.",
        "Twitter",
    ],
)
def test_prose_that_begins_like_boilerplate(line: str) -> None:
    assert boilerplate(f"{LEAD}\n\n{line}\n\n{LEAD}") == []


def test_the_last_sentences_of_a_paragraph() -> None:
    assert boilerplate(f"{LEAD} (Reporting by Ada Brandt; Editing by Liis Kask)") == ["(Reporting by Ada Brandt; Editing by Liis Kask)"]
    assert boilerplate(f"{LEAD} Comments are closed.") == ["Comments are closed."]
    assert boilerplate(f"{LEAD} All rights reserved.") == ["All rights reserved."]


@pytest.mark.parametrize(
    ("between", "found"),
    [
        ("Photo: AP", "Photo: AP"),
        ("Read more: Three ports that no ferry calls at.", "Read more: Three ports that no ferry calls at."),
        ("Read more: Three ports that no ferry reaches", "Read more: Three ports that no ferry reaches"),
    ],
)
def test_links_and_credits_between_the_sentences_of_a_line(between: str, found: str) -> None:
    assert boilerplate(f"{LEAD} {between} The ministers left at noon.{MORE}") == [found]


def test_related_stories_in_small_letters_at_the_end() -> None:
    assert boilerplate(f"{LEAD} related stories: ferry strike goes on") == ["related stories: ferry strike goes on"]


def test_a_photo_told_of_is_no_credit() -> None:
    assert boilerplate(f"{LEAD} Photo: Apples on the quay. Read more books, she said.{MORE}") == []


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["KELL", " (AP)", " — ", ": ", "\n", "\n\n", "\r\n", "By Ada", ". ", "©", "Read more: ", "March 3", "é🙂", "(", ")", " "]
        ),
        max_size=20,
    )
)
def test_any_text_gives_spans_that_give_back_their_words(parts: list[str]) -> None:
    article = marked("".join(parts), "2031-03-04")
    spans = [article.headline, article.dateline, article.dateline_place, *article.boilerplate]
    assert all(article.text[span.start : span.end] == span.text and span.text.strip() for span in spans if span)
    assert list(article.boilerplate) == sorted(article.boilerplate)
    assert mark(article) == article


@pytest.mark.parametrize(
    "line",
    [
        "Profile: Ada Brandt",
        "Timeline of the border row",
        "Watch the whole speech below:",
        "(Courier Photo/Liis Kask)",
        "www.holmstadcourier.example",
        "Staff writer Liis Kask can be reached by e-mail at kask@courier.example.",
    ],
)
def test_links_and_credits_between_paragraphs(line: str) -> None:
    assert boilerplate(f"{LEAD}\n\n{line}\n\n{LEAD}") == [line]


@pytest.mark.parametrize(
    "end",
    [
        "Liis Kask is an independent columnist who lives in Kell.",
        "Mr. Kask is Director of the Harbour Institute.",
        "Courier National Writer Liis Kask contributed to this report. Reach Juri Tamm on Twitter at http://courier.example/tamm.",
        "Courier writers Liis Kask and Juri Tamm contributed to this report.",
        "Liis Kask, Norland News.",
    ],
)
def test_who_wrote_it_is_told_at_the_end(end: str) -> None:
    assert boilerplate(f"{LEAD} {MORE} {end}") == [end]
    assert boilerplate(f"{LEAD}\n\n{MORE}\n\n{end}") == [end]


@pytest.mark.parametrize("end", ["Liis Kask is the only writer in the cabinet.", "The minister is a former journalist."])
def test_whom_the_article_is_about_did_not_write_it(end: str) -> None:
    assert boilerplate(f"{LEAD}\n\nThe books of Liis Kask sold well.\n\n{end}") == []
