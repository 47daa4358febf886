"""The segments that rules of a file ask for travel with them."""

from collections.abc import Iterable, Mapping
from typing import Any

from pos_companion.errors import BadInputError, CompanionError
from pos_companion.i18n import N_
from pos_companion.rules import Rule
from pos_companion.rules.as_json import condition_from_json, to_json
from pos_companion.rules.segments import Segment, asked_for
from pos_companion.services import Shop
from pos_companion.services.segments import SegmentChange, save_segment


def segments_as_json(shop: Shop, rules: Iterable[Rule]) -> dict[str, Any]:
    """By id the `name` and the condition `when` of every segment that some rules ask for."""
    wanted = frozenset[str]().union(*(asked_for(rule.when) for rule in rules))
    there = shop.storage.segments.all()
    return {
        key: {"name": there[key].name, "when": to_json(there[key].when)}
        for key in sorted(wanted & there.keys())
    }


def read_segments(written: object) -> tuple[Segment, ...]:
    """Read what `segments_as_json` wrote.

    Raises:
        BadInputError: it has another shape.
    """
    if not isinstance(written, dict):
        raise BadInputError(N_("The segments of a file of rules are an object: id to segment."))
    return tuple(_read(str(key), one) for key, one in written.items())


def take_in_segments(shop: Shop, segments: Iterable[Segment]) -> tuple[SegmentChange, ...]:
    """Keep the segments that are not there yet; one that is there means here what it means here.

    Raises:
        NotAllowedError: whoever is at the counter may not change rules.
        BadInputError: another one has its name, or it is not about people.
    """
    there = shop.storage.segments.all()
    return tuple(save_segment(shop, one) for one in segments if one.id not in there)


def _read(key: str, written: object) -> Segment:
    if not isinstance(written, Mapping) or written.keys() != {"name", "when"}:
        raise BadInputError(N_("A segment has a “name” and a condition “when”."))
    try:
        return Segment(key, str(written["name"]), condition_from_json(written["when"]))
    except CompanionError as error:
        text = N_("The segment “{segment}”: {why}")
        raise BadInputError(text, segment=key[:60], why=error.phrase) from error
