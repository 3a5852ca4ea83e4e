import pytest

from whodid.steps.times.durations import length
from whodid.steps.times.items import shape


@pytest.mark.parametrize(
    ("word", "kind", "value"),
    [
        ("1998", "Y", 1998),
        ("15", "d", 15),
        ("1,989", "n", 1989),
        ("15th", "o", 15),
        ("1990s", "K", ("", 1990)),
        ("10:35", "c", (10, 35, "")),
        ("9pm", "c", (9, 0, "pm")),
        ("11/02/89", "S", (1989, 11, 2)),
        ("25/12/2001", "S", (2001, 12, 25)),
        ("q3", "Q", "Q3"),
        ("fy2019", "Y", 2019),
    ],
)
def test_shape_of_words_with_digits(word: str, kind: str, value: object) -> None:
    assert shape(word) == (kind, value)


@pytest.mark.parametrize("word", ["f-16", "covid-19", "13/13/99", "b52", "10:99", "q9"])
def test_shapes_that_tell_nothing(word: str) -> None:
    assert shape(word) is None


@pytest.mark.parametrize(
    ("number", "unit", "value"),
    [
        (3, "M", "P3M"),
        (24, "TH", "PT24H"),
        (None, "Y", "PXY"),
        (0.5, "TH", "PT30M"),
        (2.5, "Y", "P2.5Y"),
        (2, "E", "P20Y"),
        (None, "E", "PXE"),
        (1, "2W", "P2W"),
    ],
)
def test_length(number: float | None, unit: str, value: str) -> None:
    assert length(number, unit) == value
