"""What words about food mean, so that a peanut allergy keeps back what is tagged nuts."""

import re

_GROUPS = {
    "nuts": (
        "nut nuts peanut peanuts groundnut groundnuts almond almonds hazelnut hazelnuts walnut "
        "walnuts cashew cashews pecan pecans pistachio pistachios macadamia marzipan nougat praline"
    ),
    "milk": "milk dairy lactose cheese butter cream yoghurt yogurt whey",
    "gluten": "gluten wheat rye barley spelt coeliac celiac",
    "egg": "egg eggs",
    "soy": "soy soya tofu",
    "sesame": "sesame tahini",
    "fish": "fish salmon tuna cod anchovy anchovies",
    "shellfish": "shellfish crustacean crustaceans prawn prawns shrimp crab lobster mussel mussels",
    "alcohol": "alcohol alcoholic wine beer spirits liqueur prosecco champagne",
    "pork": "pork ham bacon",
    "meat": "meat beef chicken turkey lamb sausage",
    "honey": "honey",
    "gelatine": "gelatine gelatin",
    "sweet": "sweet sweets sugar candy candies",
    "chocolate": "chocolate cocoa",
}
_MEANS = {word: group for group, words in _GROUPS.items() for word in words.split()}

_ANIMAL = frozenset({"meat", "pork", "fish", "shellfish", "gelatine"})
_DIETS = {
    "vegan": _ANIMAL | {"milk", "egg", "honey"},
    "vegetarian": _ANIMAL,
    "veggie": _ANIMAL,
    "halal": frozenset({"alcohol", "pork"}),
    "kosher": frozenset({"pork", "shellfish"}),
    "teetotal": frozenset({"alcohol"}),
    "sober": frozenset({"alcohol"}),
    "diabetic": frozenset({"sweet", "chocolate"}),
}

NOT_FOR_ANIMALS = frozenset({"sweet", "chocolate", "alcohol", "nuts", "onion", "raisin"})


def meanings(text: str) -> frozenset[str]:
    """What the words of a text stand for: their food group, or the words themselves.

    Capitals and a plural s do not matter. A word of another language means itself.
    """
    found = set()
    for word in re.findall(r"\w+", text.casefold()):
        single = word[:-1] if len(word) > 3 and word.endswith("s") else word
        found.add(_MEANS.get(word) or _MEANS.get(single) or single)
    return frozenset(found)


def of_tags(tags: frozenset[str]) -> frozenset[str]:
    """What the tags of a gift stand for."""
    return frozenset(meaning for tag in tags for meaning in meanings(tag))


def kept_back_by_diet(text: str) -> frozenset[str]:
    """What somebody with this diet does not eat or drink."""
    kept: frozenset[str] = frozenset()
    for word in meanings(text):
        kept |= _DIETS.get(word, frozenset({word}))
    return kept
