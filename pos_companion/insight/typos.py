"""Which words are one slip of the finger away: a letter more, less, wrong, or two swapped.

Two words that are one slip apart share a word when at most one letter is taken out of each. So a
list of all words with a letter taken out answers "what is near this?" by looking up a handful of
keys, however many words there are.
"""

from rapidfuzz.distance import OSA

HEAD = 6
"""Letters of a word that are compared by taking one out; a longer word is verified whole."""
SHORTEST = 3
"""In shorter words a slip leaves too little to go by."""
_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "αβγδεζηθικλμνξοπρσςτυφχψω",
    "абвгдежзиклмнопрстуфхцчшщъыьэюяєіїґђћљњџ",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىپچژگ",
    "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
)
_ALPHABET_OF = {letter: alphabet for alphabet in _ALPHABETS for letter in alphabet}


def shortened(word: str) -> set[str]:
    """The first letters of a word, whole and with each one of them taken out."""
    head = word[:HEAD]
    return {head, *(head[:at] + head[at + 1 :] for at in range(len(head)))}


def is_one_off(typed: str, word: str, begun: bool = False) -> bool:
    """Whether a word was meant that was typed with one slip at most.

    Args:
        begun: the word may go on after what was typed.
    """
    if OSA.distance(typed, word, score_cutoff=1) <= 1:
        return True
    size = len(typed)
    lengths = range(size - 1, min(size + 1, len(word) - 1) + 1) if begun else ()
    return any(OSA.distance(typed, word[:length], score_cutoff=1) <= 1 for length in lengths)


def with_one_slip(typed: str) -> list[str]:
    """All that may have been meant by the beginning of a word, its own letters' script over.

    Letters of scripts without an alphabet here are only swapped and taken out.
    """
    letters = _ALPHABET_OF.get(typed[0], "") if typed else ""
    cuts = [(typed[:at], typed[at:]) for at in range(len(typed))]
    meant = [head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1]
    meant += [head + tail[1:] for head, tail in cuts]
    meant += [head + letter + tail[1:] for head, tail in cuts for letter in letters]
    meant += [head + letter + tail for head, tail in cuts for letter in letters]
    return [word for word in dict.fromkeys(meant) if word and word != typed]
