"""What words about food mean for a gift, so that a peanut allergy keeps back what is tagged nuts.

The words themselves lie in `resources/words`; here is only what follows from them.
"""

from pos_companion.i18n.food_words import diets, meanings

_ANIMAL = frozenset({"meat", "pork", "fish", "shellfish", "gelatine"})
_DIETS = {
    "vegan": _ANIMAL | {"milk", "egg", "honey"},
    "vegetarian": _ANIMAL,
    "halal": frozenset({"alcohol", "pork"}),
    "kosher": frozenset({"pork", "shellfish"}),
    "teetotal": frozenset({"alcohol"}),
    "diabetic": frozenset({"sweet", "chocolate"}),
}

NOT_FOR_ANIMALS = frozenset({"sweet", "chocolate", "alcohol", "nuts", "onion", "raisin"})

__all__ = ["NOT_FOR_ANIMALS", "kept_back_by_diet", "meanings", "of_tags"]


def of_tags(tags: frozenset[str]) -> frozenset[str]:
    """What the tags of a gift stand for."""
    return frozenset(meaning for tag in tags for meaning in meanings(tag))


def kept_back_by_diet(text: str) -> frozenset[str]:
    """What somebody with this diet, or who keeps to this, does not eat or drink."""
    kept = meanings(text)
    for diet in diets(text):
        kept |= _DIETS[diet]
    return kept
