"""The grammar of time expressions: regular expressions over the kinds of a sentence's items, one letter an item (see `words`).

The first rule that fits at the leftmost place takes the words. A rule proposes; its resolver may still say that these words tell no time.
"""

from __future__ import annotations

import re
from functools import cache

PARTS = {
    # A period's stage: "the end of", "late", "mid-".
    "stage": r"(?:D?Bf|D?[El]-?|B-)?",
    "day": r"(?:(?:W,?D?)?(?:M[do](?:,?Y)?|[do]f?M(?:,?Y)?|DofM(?:,?Y)?)|Y-d-d|S)",
    "point": r"(?:[LNTV]?Wp?|t)",
    "year": r"(?:F?u?Y|D?[LNT]F?u|DF?u|DuY|DE?-?'?K)",
    "count": r"(?:[ndY](?:[-&][ndG])?(?:-?&-?A-?x)?|A?v|A?x-?A?|A[nd]|A)",
    # "Friday last week", "in May of that year".
    "of_unit": r"(?:,?f?D?[LNTV]u(?!-))",
    "number": r"(?:A?v|[ndY](?:[-&][nd])?)",
}
RULES = (
    ("clock", r"q?(?:(?:[cdn]m?~Dp|[cdn]mTp|[cdn]m|c)z?|[Ynd]z)(?:,?(?:{day}|{point}))?"),
    ("dated_part", r"D?(?:E-?)?p(?:f|,)?(?:{day}|W(?!p))|D?pfWp"),
    ("week_of", r"D?uf{day}"),
    ("days_of_month", r"(?:W,?)?M[do](?:-|&)[do](?![uUGM])(?:,?Y)?"),
    ("days_of_month", r"D?[do](?:-|&)[do]f?M(?:,?Y)?"),
    ("day", r"{stage}q?D?(?:[LNTV]{{0,2}}W,?D?|[LNTV])?{day}(?:E?p)?{of_unit}?"),
    ("month", r"{stage}q?D?[LNTV]?(?:E-?)?M(?:,?f?Y|{of_unit})?"),
    ("weekday", r"D?(?:E-?)?[LNTV]?[LNTV]?W(?:-?E?p)?{of_unit}?"),
    ("season", r"{stage}D?[LNTV]?(?:E-?)?Y?s(?:,?{year}|f{year})?"),
    ("holiday", r"[LNTV]?h(?:,?Y)?"),
    ("quarter", r"{stage}(?:D?(?:[LNT]F?u|Y)')?D?(?:Y|[LNTV])?F?(?:o[nd](?=J)|o)?-?F?[jJ](?:f{year}|,?Y)?"),
    ("half", r"{stage}(?:D?(?:[LNT]F?u|Y)')?D?[oLNT]F?-?x(?:f{year}|,?Y|(?!f))"),
    ("short_quarter", r"Q(?:,?f?F?Y)?"),
    ("decade", r"{stage}D?(?:E-?)?'?K"),
    ("century", r"{stage}D?(?:E-?)?o-?C"),
    ("year_ago", r"[DA]?u-(?:k|l)(?:[jOu])?"),
    ("year_end", r"q?(?:u-?|D?u')B"),
    ("ago", r"[nd]Wk"),
    ("ago", r"q?(?:{count}G?[uU]&)?(?:{count}G?-?[uUC](?:&Ax)?|U)k(?:W|t)?"),
    ("from_now", r"q?{count}G?-?[uU]H"),
    ("later", r"q?{count}G?-?[uU]l"),
    ("part_of_day", r"D?(?:E-?)?[LNTV]E?p|(?:E-?)?tE?p|T?g|E-?p|Dp"),
    ("today", r"(?:E-?)?t"),
    ("every", r"e(?:o|[nd]|G)?-?[uUWMspj]"),
    ("times_a", r"(?:w|[nd]I)[AeP]u"),
    ("recent", r"D?RU&U"),
    ("plural_pair", r"D?[LN]U&U"),
    ("relative", r"{stage}q?D?[LNTVR](?:q?{number})?G?-?[uUjJCO](?!-B)"),
    ("span", r"q?D?[oLN]?{count}G?-?[uUC](?:-Z)?(?:-?X)?(?:&Ax(?!f))?"),
    ("long", r"[uU]-Z|q?(?:A|D?[LN])?b"),
    ("ahead", r"D?U!"),
    ("year_span", r"Y-[dn](?![-uUM])"),
    ("fiscal_year", r"{stage}D?F(?:u?Y|u)"),
    ("year_period", r"D?YO"),
    ("year", r"{stage}q?(?:D?E-?|Du)?Y(?:y)?"),
    ("before_last", r"Du(?:<L|>N)(?![uUWMspjJndvo])"),
    ("beside", r"Du[<>]"),
    ("the_unit", r"{stage}D[uj]"),
    ("present", r"T"),
    ("past", r"DL(?![.ndvuUjJCGpMWsoFY])|DL(?=\.)"),
    ("future", r"D?i"),
    ("day_of_month", r"Do"),
    ("reference", r"r"),
    ("recent", r"D?R"),
    ("repeated", r"a"),
    ("units", r"[U]"),
)


@cache
def compiled() -> re.Pattern[str]:
    """All rules as one pattern, compiled when first asked for; the name of the rule that fitted is `rule_of(match)`."""
    rules = "|".join(f"(?P<{name}_{index}>{rule.format(**PARTS)})" for index, (name, rule) in enumerate(RULES))
    return re.compile(f"(?![.,])(?:{rules})")  # none begins with a common word or a comma: trying them there took most of the time


def rule_of(match: re.Match[str]) -> str:
    """The name of the rule that fitted."""
    return (match.lastgroup or "").rpartition("_")[0]
