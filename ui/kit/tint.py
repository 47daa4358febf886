"""What a tint means: the tokens of its fill, edge, words and marks."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Tint:
    """Token names of one tint; `fill` and `line` may be empty for none."""

    fill: str
    line: str
    ink: str
    mark: str


TINTS: Final = {
    "none": Tint("", "", "ink2", "ink2"),
    "surface": Tint("surface", "line", "ink2", "brand"),
    "sunk": Tint("sunk", "", "ink2", "ink2"),
    "brand": Tint("brand_soft", "line", "brand_ink", "brand"),
    "party": Tint("party_soft", "party_line", "party", "party"),
    "warn": Tint("warn_soft", "warn_line", "warn", "warn"),
    "ask": Tint("ask_soft", "line", "ask", "ask"),
    "danger": Tint("danger_soft", "danger", "danger", "danger"),
    "selected": Tint("sel", "brand", "brand_ink", "brand"),
    "control": Tint("surface", "border", "ink2", "brand"),
}


def tint(name: str) -> Tint:
    """The tint of that name; KeyError for one that is not in the table."""
    return TINTS[name]
