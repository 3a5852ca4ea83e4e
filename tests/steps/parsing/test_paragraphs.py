"""A line break ends a paragraph, unless the line was only broken for its width."""

from __future__ import annotations

from whodid import Article
from whodid.steps.parsing.paragraphs import paragraphs_of

LONG = "The ministers of Norland and Sudria signed the fishing treaty in Holm on"


def _parsed(text: str) -> list[str]:
    return [" ".join(paragraph.parsed_text.split()) for paragraph in paragraphs_of(Article(text))]


def test_a_line_break_ends_a_paragraph() -> None:
    assert _parsed("Ministers meet in Holm\nThe ministers met.\n\nThey signed.") == [
        "Ministers meet in Holm",
        "The ministers met.",
        "They signed.",
    ]


def test_a_line_broken_for_its_width_goes_on() -> None:
    text = "The ministers of Norland and Sudria signed the fishing\n    treaty on Monday.\n    They left."
    assert _parsed(text) == ["The ministers of Norland and Sudria signed the fishing treaty on Monday.", "They left."]
    assert all(len(paragraph.parsed_text) > 0 and "\n" not in paragraph.parsed_text for paragraph in paragraphs_of(Article(text)))


def test_where_lines_have_a_width_capitals_go_on_too() -> None:
    text = f"{LONG}\n  the first day of talks that had been called by the president of\n  the assembly in\n  Holm. {LONG}\n  Monday."
    assert _parsed(text)[-1].endswith("on Monday.")
    assert _parsed(text)[-2].endswith("the assembly in")  # a short line ends where it ends
    assert _parsed(f"{LONG}\nMonday.") == [LONG, "Monday."]  # one such line shows no width


def test_addresses_and_short_lines_stand_alone() -> None:
    assert _parsed(f"{LONG}\nwww.example.org") == [LONG, "www.example.org"]
    assert _parsed("Ida Lund\neditor of the Holm Post") == ["Ida Lund", "editor of the Holm Post"]


def test_garbled_marks_are_read_as_marks_and_offsets_hold() -> None:
    text = "The minister said â€œthere is no warâ€\ufffd and that Norlandâ€™s army didnâ€™t fire â€” so far."
    [paragraph] = paragraphs_of(Article(text))

    assert len(paragraph.parsed_text) == len(text)
    assert (
        " ".join(paragraph.parsed_text.split()) == "The minister said \"there is no war\" and that Norland 's army did n't fire - so far."
    )
    assert paragraph.parsed_text.index("army") == text.index("army")


def test_doubled_apostrophes_are_read_as_one_and_offsets_hold() -> None:
    text = "The mayor''s guards didn''t say ''no''."
    [paragraph] = paragraphs_of(Article(text))

    assert paragraph.parsed_text == "The mayor 's guards did n't say ''no''."
