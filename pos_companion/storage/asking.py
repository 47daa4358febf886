"""Turns what was typed into questions to the word index, and grades who they find."""

from collections.abc import Iterable, Mapping, Sequence

from pos_companion.storage.vocabulary import Near

WHOLE, BEGUN, ALIKE, SLIP = range(4)
"""How well a word fits the one that was typed, the best first."""
_MOST_ALTERNATIVES = 64


def whole(word: str) -> str:
    """Asks for a word as it is."""
    return f'"{word}"'


def begun(word: str) -> str:
    """Asks for all words that begin so."""
    return f'"{word}"*'


def one_of(words: Iterable[str], beginnings: Iterable[str] = ()) -> str:
    """Asks for any of some words, or of those with some beginnings; empty when there are none."""
    parts = [*map(whole, words), *map(begun, beginnings)][:_MOST_ALTERNATIVES]
    return f"({' OR '.join(parts)})" if parts else ""


def all_of(parts: Sequence[str]) -> str:
    """Asks for all of some questions at once; empty when one of them can find nobody."""
    return " AND ".join(parts) if all(parts) else ""


def graded(
    text: str, typed: Sequence[str], near: Mapping[str, Near]
) -> tuple[int, int, tuple[str, ...]] | None:
    """How well somebody's words fit what was typed.

    Args:
        text: the kept words, their own first.
        near: what else may have been meant by typed words.

    Returns:
        The worst grade of a word, all grades together, and the words that fit, in the order of
        those typed; None when a word fits nothing.
    """
    words = text.split()
    worst, total, met = WHOLE, 0, []
    for word in typed:
        if word in words:
            met.append(word)
            continue
        for one in words:
            if one.startswith(word):
                found = BEGUN, one
                break
        else:
            guessed = _guessed(words, near[word]) if word in near else None
            if guessed is None:
                return None
            found = guessed
        worst, total = max(worst, found[0]), total + found[0]
        met.append(found[1])
    return worst, total, tuple(met)


def _guessed(words: Sequence[str], near: Near) -> tuple[int, str] | None:
    for one in words:
        if one in near.sounds:
            return ALIKE, one
    for one in words:
        if one in near.slips or one.startswith(near.begins):
            return SLIP, one
    return None
