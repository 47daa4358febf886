"""How a name sounds, roughly: Meyer like Maier, Stephen like Steven, Biskit like Biscuit.

Made for names of Europe in Latin letters, as they are said in several languages at once, so it
only tells what may be meant. In other scripts it unites letters that are written one for the
other.
"""

import re

SHORTEST = 3
_ORDER = (
    (r"sch|sh|sz|cz|ch(?=[ei])|tch|tsch", "s"),
    (r"ph|v|w", "f"),
    (r"([cgq])u(?=[eiy])", r"\1h"),
    (r"dt|th|tt|d(?![aeiouy])|d$", "t"),
    (r"t[sz]|z", "s"),
    (r"c(?=[eiy])(?!h)", "s"),
    (r"ck|q|c", "k"),
    (r"x", "ks"),
    (r"g(?=[ei])|dj", "j"),
    (r"[ae][iy]|[ae]j(?![aeiouy])", "i"),
    (r"(?<=.)h", ""),
    (r"(?<=[^aeiouy])e$", ""),
    (r"[eiy][aeiouy]*", "i"),
    (r"[aou][aeiouy]*", "a"),
    (r"b", "p"),
    (r"(.)\1+", r"\1"),
)  # fmt: skip
_STEPS = tuple((re.compile(pattern), instead) for pattern, instead in _ORDER)
_ALIKE = str.maketrans("ىةکیѐєїґς", "يهكيеєігσ")
_GREEK = re.compile("ει|οι|υι|η|υ")
_LATIN = re.compile("[a-z]+")


def sound_of(word: str) -> str:
    """What a folded word sounds like; empty when it is too short to say."""
    if len(word) < SHORTEST:
        return ""
    if not _LATIN.fullmatch(word):
        return _GREEK.sub("ι", word.translate(_ALIKE))
    for pattern, instead in _STEPS:
        word = pattern.sub(instead, word)
    return word if len(word) > 1 else ""
