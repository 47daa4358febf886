"""A gift that may harm says so, or nobody's allergy could keep it back."""

import re
from collections.abc import Iterator

from pos_companion.i18n import N_, Phrase
from pos_companion.i18n.food_words import meanings
from pos_companion.i18n.vocabulary import fold, words_everywhere
from pos_companion.model.stock import GiftTag
from pos_companion.rules.effects.free_item import FreeItem
from pos_companion.rules.lint.check import Around, Check
from pos_companion.rules.rule import Rule
from pos_companion.rules.tags import of_tags

_HARMFUL = (
    GiftTag.NUTS, GiftTag.ALCOHOL, GiftTag.MILK, GiftTag.GLUTEN, GiftTag.EGG, GiftTag.FISH,
    GiftTag.SHELLFISH, GiftTag.SOY, GiftTag.SESAME,
)  # fmt: skip


class HiddenContents(Check):
    """What a name tells of nuts, alcohol and the like stands in the tags as well."""

    def complaints(self, rule: Rule, around: Around) -> Iterator[Phrase]:
        """A name that tells more than the tags."""
        for name, tags in _given(rule, around):
            told, tagged = meanings(_without_what_is_not_in_it(name)), of_tags(tags)
            for tag in _HARMFUL:
                if tag.value in told - tagged:
                    values: dict[str, object] = {"gift": name, "tag": Phrase(tag.label)}
                    text = N_("“{gift}” sounds like more than its tags say. Tick “{tag}” on it.")
                    yield Phrase(text, values)


def _given(rule: Rule, around: Around) -> Iterator[tuple[str, frozenset[str]]]:
    for effect in rule.effects:
        gift = around.gifts.get(effect.taken_from_shelf or 0)
        if gift is not None:
            yield gift.name, gift.tags
        if isinstance(effect, FreeItem):
            yield effect.product, frozenset(effect.tags)


def _without_what_is_not_in_it(name: str) -> str:
    text = fold(name)
    said, free = words_everywhere("said"), words_everywhere("free_of")
    before = [word for word, kind in said.items() if kind == "avoid"]
    before += [word for word, kind in free.items() if kind == "behind"]
    behind = [word for word, kind in free.items() if kind == "free"]
    text = re.sub(rf"\b(?:{_any_of(before)}) \w+", " ", text)
    return re.sub(rf"\w+[- ]?(?:{_any_of(behind)})\b", " ", text)


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
