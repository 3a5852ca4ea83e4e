"""Floors below which no figure may fall: read, compared, raised, and lowered only with a reason that stays in the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# A floor lies this far below the figure that it was taken from: one item, and not less than this.
LEAST_MARGIN = 0.005


@dataclass(frozen=True)
class Figure:
    """A measured figure, and how many items it was counted on."""

    value: float
    n: int


@dataclass(frozen=True)
class Verdict:
    """One floor against its figure; `figure` is None where it was not measured."""

    name: str
    floor: float
    figure: Figure | None

    @property
    def holds(self) -> bool:
        """Whether the figure is there and not below the floor."""
        return self.figure is not None and round(self.figure.value, 4) >= self.floor


class FloorsError(Exception):
    """Floors that cannot be right, or a change to them that is not allowed: the message says what would be."""


def figures_of(scores: Mapping[str, Any]) -> dict[str, Figure]:
    """All figures of a measurement by name: "measure / set / figure"; "confidence / measure / sure" is the share right of what is sure."""
    found = {
        f"{one['measure']} / {one['name']} / {figure['name']}": Figure(figure["value"], figure["n"])
        for one in scores["sets"]
        for figure in one["figures"]
        if figure["value"] is not None
    }
    for one in scores.get("reliability", []):
        sure = [each for each in one["bins"] if (each["low"], each["high"]) == (0.8, 1.0)]
        found.update({f"confidence / {one['set']} / sure": Figure(each["right"], each["n"]) for each in sure})
    return found


def check_whole(floors: Mapping[str, Any]) -> None:
    """Raise FloorsError where a floor lies below the highest it ever was and no reason is kept for it."""
    reasons = {(one["name"], one["to"]) for one in floors["lowered"] if str(one.get("because") or "").strip()}
    for name, entry in floors["floors"].items():
        if entry["floor"] < entry["highest"] and (name, entry["floor"]) not in reasons:
            raise FloorsError(
                f'floors.yaml: "{name}" is {entry["floor"]}, and was {entry["highest"]}, without a reason under "lowered"; '
                f'put it back, or: python evaluation/gate.py --lower "{name}" --because "…"'
            )


def verdicts(floors: Mapping[str, Any], figures: Mapping[str, Figure]) -> list[Verdict]:
    """Each floor against its figure. Floors are for figures that are watched; one that is no longer measured does not hold."""
    return [Verdict(name, entry["floor"], figures.get(name)) for name, entry in floors["floors"].items()]


def raised(floors: Mapping[str, Any], figures: Mapping[str, Figure]) -> dict[str, Any]:
    """The floors raised to the figures less the margin; those that would fall stay. A watched figure without a floor gets one."""
    changed = dict(floors["floors"])
    for name in (*changed, *floors["watched"]):
        if name in figures:
            floor = max(_floor(figures[name]), changed[name]["floor"] if name in changed else 0.0)
            changed[name] = {"floor": floor, "highest": max(floor, changed[name]["highest"] if name in changed else 0.0)}
    return {**floors, "floors": dict(sorted(changed.items()))}


def lowered(floors: Mapping[str, Any], figures: Mapping[str, Figure], name: str, because: str | None) -> dict[str, Any]:
    """One floor lowered to its figure less the margin, with the reason kept.

    Raises:
        FloorsError: Without a reason, for a name that has no floor or was not measured, or where the floor holds.
    """
    if not (because or "").strip():
        raise FloorsError(f'no reason is given for lowering "{name}"; say it: --because "…"')
    if name not in floors["floors"]:
        raise FloorsError(f'"{name}" has no floor; those that have: {"; ".join(floors["floors"])}')
    if name not in figures:
        raise FloorsError(f'"{name}" was not measured; a floor is lowered to a figure')
    entry, floor = floors["floors"][name], _floor(figures[name])
    if floor >= entry["floor"]:
        raise FloorsError(f'"{name}" is {figures[name].value:.4f} and holds its floor of {entry["floor"]}; there is nothing to lower')
    kept = [*floors["lowered"], {"name": name, "from": entry["floor"], "to": floor, "because": str(because).strip()}]
    return {**floors, "floors": {**floors["floors"], name: {**entry, "floor": floor}}, "lowered": kept}


def _floor(figure: Figure) -> float:
    margin = max(LEAST_MARGIN, 1 / figure.n if figure.n else 1.0)
    return max(0.0, round(figure.value - margin, 3))
