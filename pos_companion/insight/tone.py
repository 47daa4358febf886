"""May this sentence be said? The shop's manners of ux.md §7, for English.

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


_CURRENCIES = r"(?:EUR|USD|GBP|CHF|euros?|dollars?|pounds?|francs?|quid|cents?|pence)"
_ORDINAL = r"\d+(?:st|nd|rd|th)"

_LISTS: tuple[tuple[str, str, str], ...] = (
    (
        "scheme",
        N_("“{found}” sounds like a loyalty scheme. Say it as a neighbour would."),
        r"\b(?:points?|deals?|reward(?:s|ed|ing)?|loyal(?:ty)?|member(?:s|ship)?"
        r"|exclusive(?:ly)?|valued (?:customer|guest)s?|redeem(?:ed|able)?|tier)\b",
    ),
    (
        "policy",
        N_("“{found}” closes the door. Say what we can do."),
        r"\b(?:polic(?:y|ies)|terms and conditions|calm down|I (?:don['’]t|do not) know"
        r"|nobody told me|not my (?:job|department))\b",
    ),
    (
        "money",
        N_("“{found}” is about money. Sums and percentages are not said aloud."),
        r"[€$£¥]\s?\d[\d.,]*|\d[\d.,]*\s?[€$£¥]|\b\d[\d.,]*\s?" + _CURRENCIES + r"\b"
        r"|\b\d[\d.,]*\s?(?:%|per\s?cent\b)|\{(?:amount|price|total|cost|percent)\}"
        r"|\byou(?:['’]ve| have)? (?:spen[dt]|saved?|owed?)\b|\bdebts?\b|\byour (?:tab|balance)\b",
    ),
    (
        "age",
        N_("“{found}” gives an age away. Leave the number out."),
        r"\b\d+[\s-]years?[\s-]old\b|\b(?:turn(?:s|ed|ing)?|aged) \d+\b|\b(?:is|are) \d+ "
        r"(?:today|tomorrow|on|next)\b|\b" + _ORDINAL + r" (?:birthday|anniversary)\b"
        r"|\bborn in \d{4}\b|\{age\}|\bhow old\b",
    ),
    (
        "absence",
        N_("“{found}” counts their visits. Nobody wants to be watched."),
        r"\bhave(?:n['’]t| not) (?:been|seen|come|visited)\b|\blong time no see\b"
        r"|\bbeen (?:a while|ages|so long|too long|away)\b|\bmiss(?:ed)? you\b"
        r"|\b(?:days?|weeks?|months?|years?) ago\b|\bwelcome back\b|\bwhere have you been\b"
        r"|\b(?:your )?last (?:visit|time you)\b|\b(?:" + _ORDINAL + r"|\d+) visits?\b|\{visits\}",
    ),
    (
        "habits",
        N_("“{found}” tells them what we remember. Ask instead."),
        r"\byou (?:always|usually|normally|often|used to|never)\b|\bI see (?:that )?you\b"
        r"|\b(?:our|the|your) (?:records?|system|file|profile)\b|\bI read\b",
    ),
    (
        "source",
        N_("“{found}” gives away who told us."),
        r"\b(?:told|tells) (?:me|us)\b|\bI(?:['’]ve)? heard (?:that|from)\b",
    ),
    (
        "private",
        N_("“{found}” is theirs to bring up, not ours."),
        r"\b(?:allerg(?:y|ies|ic)|intoleran(?:t|ce)|diabet(?:es|ic)|pregnan(?:t|cy)|diagnos\w+"
        r"|illness|disease|surgery|divorced?|passed away|died|funeral|church|mosque|synagogue)\b",
    ),
    (
        "pressing",
        N_("“{found}” presses. It is an offer: a no is fine."),
        r"\b(?:are you sure|it['’]s free|hurry|last chance|only today|don['’]t miss|must have)\b",
    ),
)

_PATTERNS = [(code, text, re.compile(found, re.IGNORECASE)) for code, text, found in _LISTS]
_WORD = re.compile(r"\w")
_NAME = re.compile(r"\{name\}")


def may_be_said(text: str, spoken_as: SpokenAs | None = None) -> list[Complaint]:
    """Judge a sentence that is to be said to a customer.

    Args:
        text: in English, `{names}` unfilled; may be empty.
        spoken_as: what it is for; None does not count its words.

    Returns:
        What is wrong with it, each kind once; empty when it may be said.
    """
    complaints = _too_long(text, spoken_as)
    if len(_NAME.findall(text)) > 1:
        complaints.append(Complaint("name", Phrase(N_("Their name is said once, not twice."))))
    for code, sentence, pattern in _PATTERNS:
        if found := pattern.search(text):
            complaints.append(Complaint(code, Phrase(sentence, {"found": found[0]})))
    return complaints


def words_in(text: str) -> int:
    """How many words a sentence has; a lone dash is none."""
    return sum(1 for word in text.split() if _WORD.search(word))


def _too_long(text: str, spoken_as: SpokenAs | None) -> list[Complaint]:
    if spoken_as is None or words_in(text) <= MOST_WORDS[spoken_as]:
        return []
    values = {"count": MOST_WORDS[spoken_as]}
    sentence = Phrase("Say it in {count} word.", values, "Say it in {count} words.")
    return [Complaint("length", sentence)]
