"""Build src/whodid/lexicon/en/times/feasts.yaml: the days of feasts that move by another calendar than the Gregorian.

    python -m venv fvenv && fvenv/bin/pip install holidays==0.109
    fvenv/bin/python tools/build_feasts.py

Who uses whodid never needs to run this. Islamic days are those of Saudi Arabia's tables; other countries may see the moon a day later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from holidays.calendars.chinese import _ChineseLunisolar
from holidays.calendars.hebrew import _HebrewLunisolar
from holidays.calendars.hindu import _HinduLunisolar
from holidays.calendars.islamic import _IslamicLunar

FILE = Path(__file__).parents[1] / "src/whodid/lexicon/en/times/feasts.yaml"
YEARS = range(1980, 2041)
HEAD = """\
# Days of feasts by the Islamic, Hebrew, Chinese and Hindu calendars; a feast of several days has its first. From the calendars of the
# package holidays (MIT) by tools/build_feasts.py; holidays.yaml has their names.
"""


def days(find: Callable[[int], Any]) -> set[date]:
    """A feast's days in all years."""
    return {day for year in YEARS for day in _told(find(year)) if day.year == year}


def _told(found: Any) -> Iterator[date]:
    """The days in an answer of the package: a day, a day with whether it is estimated, or several of either."""
    if isinstance(found, date):
        yield found
    elif isinstance(found, tuple):
        yield from [found[0]] if found[0] else []
    else:
        for one in found or ():
            yield from _told(one)


def main() -> None:
    """Write the file."""
    islamic, hebrew, chinese, hindu = _IslamicLunar(), _HebrewLunisolar(), _ChineseLunisolar(), _HinduLunisolar()
    feasts = {
        "ashura": islamic.ashura_dates,
        "diwali": hindu.diwali_india_date,
        "eid_al_adha": islamic.eid_al_adha_dates,
        "eid_al_fitr": islamic.eid_al_fitr_dates,
        "lunar_new_year": chinese.lunar_new_year_date,
        "mawlid": islamic.mawlid_dates,
        "mid_autumn": chinese.mid_autumn_date,
        "purim": hebrew.purim_date,
        "rosh_hashanah": hebrew.rosh_hashanah_date,
        "tisha_bav": hebrew.tisha_bav_date,
        "yom_kippur": hebrew.yom_kippur_date,
    }
    lines = [f"{name}: [{', '.join(str(day) for day in sorted(days(find)))}]\n" for name, find in sorted(feasts.items())]
    FILE.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
