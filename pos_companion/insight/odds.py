"""How likely something is by chance alone; exact, so that it holds for small numbers too.

Sources: R. A. Fisher, The Design of Experiments (1935), the exact test for two by two counts;
S. Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of
Statistics 6 (1979), 65-70.
"""

from collections.abc import Sequence
from math import exp, lgamma


def at_least(hits: int, drawn: int, all_hits: int, everything: int) -> float:
    """How likely so many hits or more are when they fall anywhere, all places alike.

    Args:
        hits: hits among those drawn.
        drawn: how many were drawn.
        all_hits: hits among everything.
        everything: how many there are to draw from.

    Returns:
        The upper tail of the hypergeometric distribution, 0 to 1.
    """
    fewest, most = max(0, drawn - (everything - all_hits)), min(drawn, all_hits)
    if hits <= fewest:
        return 1.0
    whole = _log_ways(everything, drawn)
    chances = (
        exp(_log_ways(all_hits, hit) + _log_ways(everything - all_hits, drawn - hit) - whole)
        for hit in range(hits, most + 1)
    )
    return min(1.0, sum(chances))


def beyond_chance(odds: Sequence[float], asked: int, level: float) -> frozenset[int]:
    """Which of many questions are answered beyond chance, all of them together.

    Who asks often enough finds something unusual by chance; so the least likely answer has to
    pass a bar as many times higher as there were questions, the next one a bar one question lower.

    Args:
        odds: of the answers that were looked at.
        asked: how many questions there were, those left unanswered too.
        level: how often anything at all may be found by chance alone.

    Returns:
        Places in `odds`.
    """
    found: set[int] = set()
    for rank, place in enumerate(sorted(range(len(odds)), key=lambda one: odds[one])):
        if odds[place] > level / max(1, asked - rank):
            break
        found.add(place)
    return frozenset(found)


def _log_ways(of: int, chosen: int) -> float:
    return lgamma(of + 1) - lgamma(chosen + 1) - lgamma(of - chosen + 1)
