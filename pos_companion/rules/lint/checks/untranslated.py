"""A shop that speaks several languages has words in each of them."""

from collections.abc import Iterator

from pos_companion.i18n import N_, LanguageName, Phrase
from pos_companion.rules.lint.check import Around, Check
from pos_companion.rules.rule import Rule


class Untranslated(Check):
    """The words of the rule itself are those of the shop's own language."""

    def complaints(self, rule: Rule, around: Around) -> Iterator[Phrase]:
        """The languages without words of their own."""
        if not rule.say.strip():
            return
        missing = [one for one in around.languages[1:] if not rule.has_words_in(one)]
        if missing:
            text = N_("There are no words in {languages}. Write them for who speaks it.")
            yield Phrase(text, {"languages": [LanguageName(one) for one in missing]})
