"""Names that are used for one another, from `resources/words/nicknames`: Liz and Elizabeth.

Customers come from everywhere, so the lists of all languages count at once.
"""

import tomllib
from collections.abc import Callable, Mapping
from functools import cache

from pos_companion.settings import RESOURCES

FOLDER = RESOURCES / "words" / "nicknames"
Fold = Callable[[str], list[str]]


@cache
def circles() -> tuple[str, ...]:
    """Names used for one another, one circle a line, as they are written."""
    files = sorted(FOLDER.glob("*.toml"))
    lists = (tomllib.loads(path.read_text(encoding="utf-8"))["groups"] for path in files)
    return tuple(circle for lines in lists for circle in lines)


@cache
def other_names(fold: Fold) -> Mapping[str, frozenset[str]]:
    """By folded name what else its owner may be called.

    Args:
        fold: gives the folded words of a text, as names are kept.
    """
    found: dict[str, set[str]] = {}
    for circle in circles():
        names = set(fold(circle))
        for name in names:
            found.setdefault(name, set()).update(names - {name})
    return {name: frozenset(others) for name, others in found.items()}
