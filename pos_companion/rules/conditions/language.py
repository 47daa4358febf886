"""They like to speak another language."""

from dataclasses import dataclass, field

from pos_companion.i18n import N_
from pos_companion.rules import Answer, Condition, Facts


@dataclass(frozen=True)
class Language(Condition):
    """Their card names one of `languages`, by tag; `pt` also means `pt-BR`.

    A card without a language is one of somebody who speaks the shop's.
    """

    label = N_("They speak …")
    of_person = True
    sentence = N_("they speak {languages}")
    languages: tuple[str, ...] = field(
        default=(), metadata={"label": N_("Languages"), "form": "languages"}
    )

    def judge(self, facts: Facts) -> Answer:
        """Yes for one of them."""
        spoken = facts.customer.language.casefold().replace("_", "-")
        for wanted in self.languages:
            tag = wanted.casefold().replace("_", "-")
            if spoken == tag or spoken.startswith(f"{tag}-"):
                return Answer.of(True, N_("They speak {language}"), language=wanted)
        if not spoken:
            text = N_("They speak the shop’s language; this is for {languages}.")
            return Answer.of(False, text, languages=list(self.languages))
        text = N_("They speak {language}; this is for {languages}.")
        return Answer.of(
            False, text, language=facts.customer.language, languages=list(self.languages)
        )
