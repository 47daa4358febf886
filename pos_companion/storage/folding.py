"""Folds words so that people are found however their name is typed.

Done here and not in the database, so that every engine agrees.
"""

import re
import unicodedata

_SPELLED = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe",
        "ß": "ss", "ħ": "h", "ŧ": "t", "ŋ": "n", "ĸ": "k",
        "\u2019": "", "'": "", "\u02bc": "",
    }
)  # fmt: skip
# Without `_` and some signs of New Tai Lue and Vedic: the word index would cut a word at them.
_WORD = re.compile(r"[^\W_\u19b0-\u19c0\u19c8\u19c9\u1cf2\u1cf3]+")
_DIGITS = re.compile(r"\d")
_NO_DIGITS = re.compile("[^0-9]+")
_HAN = re.compile("([\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff])")


def folded_words(text: str) -> list[str]:
    """The words of a text in lower case, without accents and apostrophes, in their order."""
    if text.isascii():
        # Most names are, and this is asked at every key.
        return _WORD.findall(text.lower().replace("'", ""))
    # Capitals may hide inside of what a sign stands for, so the case is folded in between.
    bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join([letter for letter in bare if not unicodedata.combining(letter)])
    return _WORD.findall(bare.translate(_SPELLED))


def folded(text: str) -> str:
    """The folded words in one line."""
    return " ".join(folded_words(text))


def search_words(text: str) -> list[str]:
    """The folded words as people are found by them: of Chinese writing every letter is one.

    It puts no spaces between words, so nobody can tell where a given name begins.
    """
    return folded_words(text if text.isascii() else _HAN.sub(r" \1 ", text))


def digits(text: str) -> str:
    """The digits of a text in any script, as 0 to 9."""
    if text.isascii():
        return _NO_DIGITS.sub("", text)
    return "".join(str(unicodedata.decimal(sign)) for sign in _DIGITS.findall(text))
