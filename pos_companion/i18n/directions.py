"""Keeps texts that run the other way in their place.

Right to left, whatever is put into a sentence is isolated from it, so that a name in other letters,
a phone number or a full stop of its own stays where it belongs.

Source: Unicode Standard Annex 9, explicit directional isolates.
"""

_AS_IT_BEGINS, _RIGHT_TO_LEFT, _END = "\u2068", "\u2067", "\u2069"
_MARKS = str.maketrans("", "", _AS_IT_BEGINS + _RIGHT_TO_LEFT + _END)


def isolate(text: str) -> str:
    """A text between marks, for a sentence that runs from right to left.

    It runs as its first letter does; one that consists of other isolated texts, such as
    "Biscuit · dog", runs from right to left.
    """
    if not text:
        return text
    made_of_others = _END in text and not any(map(str.isalnum, without_isolated(text)))
    return f"{_RIGHT_TO_LEFT if made_of_others else _AS_IT_BEGINS}{text}{_END}"


def without_marks(text: str) -> str:
    """The text alone."""
    return text.translate(_MARKS)


def without_isolated(text: str) -> str:
    """What is left of a text when every isolated part is taken out."""
    depth, kept = 0, []
    for letter in text:
        if letter in (_AS_IT_BEGINS, _RIGHT_TO_LEFT):
            depth += 1
        elif letter == _END:
            depth = max(depth - 1, 0)
        elif not depth:
            kept.append(letter)
    return "".join(kept)
