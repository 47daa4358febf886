"""A language of the longest words: every text grows, wears accents and stands in brackets."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from gettext import NullTranslations

from pos_companion import i18n

_GROWTH = ((5, 100), (12, 80), (20, 60), (30, 40), (50, 20))
_ACCENTS = str.maketrans("aceinosuyACEINOSUY", "áçéîñöšûÿÁÇÉÎÑÖŠÛÝ")
_KEPT = re.compile(r"\{[^}]*\}")


def stretched(text: str) -> str:
    """A text as the most talkative language would have it; names in braces stay as they are."""
    if not text.strip() or not _KEPT.sub("", text).strip(" ·:“”.,…%"):
        return text
    letters = len(_KEPT.sub("", text))
    percent = next((grown for most, grown in _GROWTH if letters <= most), 10)
    parts = _KEPT.split(text)
    accented = [part.translate(_ACCENTS) for part in parts]
    names = [*_KEPT.findall(text), ""]
    worded = "".join(part + name for part, name in zip(accented, names, strict=True))
    more = max(round(letters * percent / 100) - 3, 1)
    return f"[{worded} {'!·' * (more // 2)}{'!' * (more % 2)}]"


class PseudoTranslations(NullTranslations):
    """A catalogue without a file."""

    def gettext(self, message: str) -> str:
        return stretched(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return stretched(msgid1 if n == 1 else msgid2)


@contextmanager
def pseudo_locale(on: bool = True) -> Iterator[None]:
    """Speak it for a while."""
    use_language = i18n.use_language
    if on:
        i18n._language.texts = PseudoTranslations()
    try:
        yield
    finally:
        if on:
            use_language("en")
