"""What words about food stand for, in every language that has words of its own.

A gift may be tagged in one language and a fact written in another, so all are read together.
"""

import itertools
import re

from pos_companion.i18n.vocabulary import fold, words_everywhere

_WORD = re.compile(r"\w+")
_SHORTEST = 3


def meanings(text: str) -> frozenset[str]:
    """The food groups the words of a text stand for; a word of no group means itself.

    Capitals, accents, a plural s, an article in front and a tail such as “-allergie” do not matter.
    """
    words = _WORD.findall(fold(text))
    pairs = {f"{one} {two}" for one, two in itertools.pairwise(words)}
    groups = words_everywhere("tags")
    found = {groups[pair] for pair in pairs if pair in groups}
    return frozenset(found | {_meaning(word) for word in words})


def diets(text: str) -> frozenset[str]:
    """The diets that are named in a text ("vegan"); empty when there are none."""
    words = _WORD.findall(fold(text))
    named = words_everywhere("diets")
    pairs = [f"{one} {two}" for one, two in itertools.pairwise(words)]
    found = {named[pair] for pair in pairs if pair in named}
    return frozenset(found or {named[word] for word in words if word in named})


def without_tail(word: str) -> str:
    """The food in a word such as “Nussallergie”, folded; empty when the word has no such tail."""
    word = fold(word)
    for tail in sorted(words_everywhere("forms"), key=len, reverse=True):
        is_tail = words_everywhere("forms")[tail] == "tail"
        if is_tail and word.endswith(tail) and len(word) >= len(tail) + _SHORTEST - 1:
            return word.removesuffix(tail)
    return ""


def _meaning(word: str) -> str:
    groups = words_everywhere("tags")
    single = word[:-1] if len(word) > _SHORTEST and word.endswith("s") else word
    forms = [word, single, without_tail(word), *_without_heads(word)]
    return next((groups[form] for form in forms if form in groups), single)


def _without_heads(word: str) -> list[str]:
    heads = [head for head, kind in words_everywhere("forms").items() if kind == "head"]
    return [word.removeprefix(head) for head in heads if word.startswith(head)]
