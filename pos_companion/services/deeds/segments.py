"""People with a name: who they are, and how many there are."""

from collections.abc import Mapping, Sequence
from typing import Any

from pos_companion.rules.as_json import to_json
from pos_companion.rules.segments import Segment
from pos_companion.services import Shop, deed
from pos_companion.services.forms import flag_of
from pos_companion.services.segment_count import Counted, count_people
from pos_companion.services.segments import segments_kept
from pos_companion.services.steps import finished


@deed
def segments(shop: Shop, count: bool = False) -> Mapping[str, Any]:
    """Every segment, by name.

    Args:
        count: whether everybody is asked who belongs to them, as they are known today.

    Returns:
        `{"segments": [{"id", "name", "when": the condition as in a rule, "count": {"people",
        "unknown": of whom too little is known, "of"} or null}]}`.
    """
    kept = segments_kept(shop)
    counts = counted(shop, kept) if flag_of(count, "count") else [None] * len(kept)
    return {"segments": [segment_values(*pair) for pair in zip(kept, counts, strict=True)]}


def counted(shop: Shop, kept: Sequence[Segment]) -> Sequence[Counted]:
    """How many people there are in each segment, asked at once."""
    return finished(count_people(shop, [one.when for one in kept]))


def segment_values(segment: Segment, count: Counted | None) -> dict[str, Any]:
    """A segment in plain values."""
    found = count and {"people": count.people, "unknown": count.unknown, "of": count.of}
    return {
        "id": segment.id,
        "name": segment.name,
        "when": to_json(segment.when),
        "count": found,
    }
