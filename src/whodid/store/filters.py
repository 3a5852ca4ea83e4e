"""Which events are wanted: the filter that exports, dyads and records share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date
from typing import Any


@dataclass(frozen=True, slots=True)
class Filter:
    """What an event must be to be taken; what is left empty asks nothing. All that is asked must hold.

    Attributes:
        since, until: First and last day (both count): the event's own day, else the article's. Events of unknown day do not fit.
        actors: Ids of actors of whom at least one takes part, on either side.
        countries: Countries of whom at least one takes part, on either side (ISO 3166-1 alpha-3, or PLOVER's codes).
        types: PLOVER event types.
        statuses: occurred, ongoing, planned, proposed, denied.
        asserted_only: Leave out what is only said by somebody.
    """

    since: Date | None = None
    until: Date | None = None
    actors: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    asserted_only: bool = False

    def where(self) -> tuple[str, dict[str, Any]]:
        """The condition in SQL, over the columns of the view `events`, and its parameters; "true" where nothing is asked."""
        asked: list[tuple[str, str, Any]] = [
            ("day >= $since", "since", self.since),
            ("day <= $until", "until", self.until),
            ("list_has_any(list_concat(actors, recipients), $actors)", "actors", list(self.actors)),
            ("list_has_any(list_concat(actor_countries, recipient_countries), $countries)", "countries", list(self.countries)),
            ("list_contains($types, type)", "types", list(self.types)),
            ("list_contains($statuses, status)", "statuses", list(self.statuses)),
        ]
        conditions = [condition for condition, _, value in asked if value] + (["asserted"] if self.asserted_only else [])
        return " AND ".join(conditions) or "true", {name: value for _, name, value in asked if value}
