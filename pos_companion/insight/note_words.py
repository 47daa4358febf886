"""May this note be kept as it is? It should be readable for whoever it is about.

Insults, and labels that say what somebody *is* where one could say what happened, are pointed out
in every language there are words for; delicate subjects are better locked. They find words, not
meanings, so each complaint is a sentence to read and never a ban.
"""

import re

from pos_companion.i18n import N_, Phrase
from pos_companion.i18n.vocabulary import fold, words_everywhere
from pos_companion.insight.sensitive import Topic, sensitive_topic
from pos_companion.insight.tone import Complaint

_WORD = re.compile(r"[\w'-]+")
_MOST_WORDS = 3
_TEXTS = {
    "insult": N_("“{found}” would hurt them. They may read this note one day."),
    "label": N_("“{found}” is a label. Write what happened instead."),
}
_DELICATE = {
    Topic.HEALTH: N_("This is about health. Lock it, or write only what to avoid."),
    Topic.MONEY: N_("This is about money. Better lock it."),
    Topic.FAITH: N_("This is about faith. Better lock it, or write only what they keep to."),
    Topic.POLITICS: N_("This is about politics. Better lock it, or leave it out."),
    Topic.BREAK_UP: N_("This is about a break-up. Better lock it."),
}
LOCKS = "private"
"""The code of complaints that go away when the note is locked."""


def complaints_about(text: str) -> list[Complaint]:
    """What is wrong with a note.

    Returns:
        Each kind once; empty when anybody may read it.
    """
    complaints = [
        Complaint(code, Phrase(sentence, {"found": found}))
        for code, sentence in _TEXTS.items()
        if (found := _found(text, code))
    ]
    topic = sensitive_topic(text)
    if topic is not None:
        complaints.append(Complaint(LOCKS, Phrase(_DELICATE[topic])))
    return complaints


def _found(text: str, code: str) -> str:
    """The first word of that sort, as it was written; empty when there is none."""
    listed = words_everywhere("notes")
    words = list(_WORD.finditer(text))
    for at in range(len(words)):
        for end in range(at, min(at + _MOST_WORDS, len(words))):
            piece = text[words[at].start() : words[end].end()]
            if listed.get(fold(piece)) == code:
                return piece
    return ""
