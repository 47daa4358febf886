"""May this sentence be said? The shop's manners of ux.md §7, in each language there are words for.

A sentence is judged as it is written in a rule or a script, its `{names}` unfilled; one of them
counts as one word. The lists name what is never said aloud at a counter: the words of loyalty
schemes and policies, sums and percentages, ages, how long somebody stayed away, what they used to
buy, who told us, anything about health, and pressing. They find wordings, not meanings: a sentence
without a complaint can still be unkind, so people decide. A mistaken complaint is possible too
("a family member"), which is why complaints are sentences to read and not a ban.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from pos_companion.i18n import N_, Phrase
from pos_companion.insight.tone_words import bare, never_said


class SpokenAs(StrEnum):
    """What a sentence is for; decides how long it may be."""

    GREETING = "greeting"
    OFFER = "offer"
    APOLOGY = "apology"


MOST_WORDS = {SpokenAs.GREETING: 5, SpokenAs.OFFER: 14, SpokenAs.APOLOGY: 16}


@dataclass(frozen=True)
class Complaint:
    """Why a sentence should not be said.

    Attributes:
        code: for programs: length, name, scheme, policy, money, age, absence, habits, source,
            private or pressing.
        phrase: for the person who wrote it.
    """

    code: str
    phrase: Phrase


_TEXTS = {
    "scheme": N_("“{found}” sounds like a loyalty scheme. Say it as a neighbour would."),
    "policy": N_("“{found}” closes the door. Say what we can do."),
    "money": N_("“{found}” is about money. Sums and percentages are not said aloud."),
    "age": N_("“{found}” gives an age away. Leave the number out."),
    "absence": N_("“{found}” counts their visits. Nobody wants to be watched."),
    "habits": N_("“{found}” tells them what we remember. Ask instead."),
    "source": N_("“{found}” gives away who told us."),
    "private": N_("“{found}” is theirs to bring up, not ours."),
    "pressing": N_("“{found}” presses. It is an offer: a no is fine."),
}
_DELICATE = "private"
_WORD = re.compile(r"\w")
_NAME = re.compile(r"\{name\}")


def may_be_said(
    text: str, spoken_as: SpokenAs | None = None, language: str = "en"
) -> list[Complaint]:
    """Judge a sentence that is to be said to a customer.

    Args:
        text: `{names}` unfilled, or as it is spoken; may be empty.
        spoken_as: what it is for; None does not count its words.
        language: tag of the language it is in.

    Returns:
        What is wrong with it, each kind once; empty when it may be said.
    """
    complaints = _too_long(text, spoken_as)
    if len(_NAME.findall(text)) > 1:
        complaints.append(Complaint("name", Phrase(N_("Their name is said once, not twice."))))
    plain = bare(text)
    for code, pattern in never_said(language).items():
        if found := pattern.search(plain):
            complaints.append(Complaint(code, Phrase(_TEXTS[code], {"found": found[0]})))
    return complaints


def fit_to_say(text: str, language: str, brought_up: bool = False) -> bool:
    """Whether nothing speaks against saying what somebody typed; its length does not count.

    Args:
        language: tag of the language it is in; what was typed may be English everywhere.
        brought_up: they spoke of it themselves, so that a delicate subject is none.
    """
    found = {one.code for one in (*may_be_said(text), *may_be_said(text, language=language))}
    return not found - ({_DELICATE} if brought_up else set())


def words_in(text: str) -> int:
    """How many words a sentence has; a lone dash is none."""
    return sum(1 for word in text.split() if _WORD.search(word))


def _too_long(text: str, spoken_as: SpokenAs | None) -> list[Complaint]:
    if spoken_as is None or words_in(text) <= MOST_WORDS[spoken_as]:
        return []
    values = {"count": MOST_WORDS[spoken_as]}
    sentence = Phrase("Say it in {count} word.", values, "Say it in {count} words.")
    return [Complaint("length", sentence)]
