"""Which stretches stand between quotation marks."""

from __future__ import annotations

import pytest

from whodid.steps.quotes.marks import find_marks


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("He said “no” twice.", ["“no”"]),
        ('He said "no" twice.', ['"no"']),
        ("He said ''no way'' twice.", ["''no way''"]),
        ("He said ``no way'' twice.", ["``no way''"]),
        ("He said ‘no’ twice.", ["‘no’"]),
        ("He said 'no' twice.", ["'no'"]),
        ("«Non», he said.", ["«Non»"]),
        ("“He told me ‘no’ twice,” she said.", ["“He told me ‘no’ twice,”"]),
        ("The fishermen's boats and the farmers' fields weren't touched.", []),
        ("The fishermen’s boats and the farmers’ fields weren’t touched.", []),
        ("‘The farmers’ fields weren’t touched,’ he said.", ["‘The farmers’ fields weren’t touched,’"]),
        ("Back in the '90s nobody'd have thought so.", []),
        ("A 6'2\" guard stood at the door.", []),
        ('"One," he said, "and two."', ['"One,"', '"and two."']),
        ("â€œNo,â€\ufffd he said, â€“ and left.", ["â€œNo,â€\ufffd"]),
        ("â€œNo,â€ he said â€” twice.", ["â€œNo,â€"]),
        ("The mayor''s guards and the envoy''s friends didn''t come.", []),
        ("The mayor''s guards said ''no way'' twice.", ["''no way''"]),
    ],
)
def test_marks_pair_by_shape_and_place(text: str, marked: list[str]) -> None:
    assert [text[mark.start : mark.end] for mark in find_marks(text)] == marked


def test_a_quotation_over_paragraphs_opens_each_and_closes_the_last() -> None:
    text = "“One.\n\n“Two.\n\n“Three,” he said."
    marks = find_marks(text)

    assert [text[mark.start : mark.end] for mark in marks] == ["“One.", "“Two.", "“Three,”"]
    assert [mark.closed for mark in marks] == [False, False, True]
    assert [mark.continues for mark in marks] == [False, True, True]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "He said: “One and two.\n\nNobody answered."
    [mark] = find_marks(text)

    assert text[mark.start : mark.end] == "“One and two."
    assert not mark.closed
