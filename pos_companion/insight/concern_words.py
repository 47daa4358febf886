"""What we owe, in words: what to say now, and what happened so far. There is always something."""

from datetime import date

from pos_companion.i18n import N_, NearDay, Phrase, language
from pos_companion.insight.tone import fit_to_say
from pos_companion.model.care import Channel, Concern, Update, UpdateKind

CHANNELS = {
    Channel.IN_PERSON: N_("in person"),
    Channel.PHONE: N_("by phone"),
    Channel.EMAIL: N_("by e-mail"),
    Channel.MESSAGE: N_("by message"),
}
"""How somebody was told, as it stands after a verb and on a chip."""

_HAPPENED = {
    UpdateKind.OPENED: (
        N_("Promised: {text}, by {day}."),
        N_("{who} took it over. Promised: {text}, by {day}."),
    ),
    UpdateKind.NEWS: ("{text}", N_("{who}: {text}")),
    UpdateKind.PROMISED: (
        N_("Promised for {day} instead: {text}"),
        N_("{who} promised it for {day} instead: {text}"),
    ),
    UpdateKind.HANDED: (N_("Handed to {to}: {text}"), N_("{who} handed it to {to}: {text}")),
    UpdateKind.CLOSED: (N_("Put right: {text}"), N_("{who} put it right: {text}")),
    UpdateKind.REOPENED: (N_("Opened again: {text}"), N_("{who} opened it again: {text}")),
}
_TOLD = {
    Channel.IN_PERSON: N_("{what} · told in person"),
    Channel.PHONE: N_("{what} · told by phone"),
    Channel.EMAIL: N_("{what} · told by e-mail"),
    Channel.MESSAGE: N_("{what} · told by message"),
}


def to_say(concern: Concern, today: date) -> Phrase:
    """The words for the customer: those written down with it while they hold, else the usual ones.

    Words written for one day do not hold while another one is promised, and words against the
    shop's manners never do.
    """
    moved = any(one.kind is UpdateKind.PROMISED for one in concern.log)
    fits = concern.words and fit_to_say(concern.words, language())
    if fits and not (moved and concern.due > today):
        return Phrase("{words}", {"words": concern.words})
    values = {"owner": concern.owner, "day": NearDay(concern.due, today)}
    waiting = concern.due > today
    if concern.is_question and waiting:
        return Phrase(N_("No answer yet. {owner} is on it, you’ll hear by {day}."), values)
    if concern.is_question:
        return Phrase(N_("I promised you an answer. Let me find out now."))
    if waiting and not _has_news(concern):
        return Phrase(N_("No news yet. {owner} is on it, you’ll hear by {day}."), values)
    if waiting:
        return Phrase(N_("{owner} is looking after it. You’ll hear by {day}."), values)
    return Phrase(N_("Sorry about last time. Today we put it right."))


def looked_after(concern: Concern, today: date) -> Phrase:
    """Who looks after it and until when; who did at first, when that was somebody else."""
    values = {
        "who": concern.owner,
        "first": concern.first_owner,
        "day": NearDay(concern.due, today),
    }
    if concern.first_owner and concern.first_owner != concern.owner:
        return Phrase(N_("{who} looks after it, {first} before · due {day}"), values)
    return Phrase(N_("{who} looks after it · due {day}"), values)


def missed(concern: Concern, today: date) -> Phrase | None:
    """What is late about it, for the colleague's eyes; None when nothing is."""
    if not concern.is_late(today):
        return None
    if concern.due < today:
        return Phrase(N_("This was promised for {day}."), {"day": NearDay(concern.due, today)})
    values = {"day": NearDay(concern.hears_by, today)}
    return Phrase(N_("They should have heard from us by {day}, also without news."), values)


def happened(update: Update, today: date) -> Phrase:
    """One line of what happened so far, with whoever did it where that is known."""
    nobody, somebody = _HAPPENED[update.kind]
    values = {
        "who": update.who,
        "text": update.text,
        "to": update.to,
        "day": NearDay(update.until or update.day, today),
    }
    phrase = Phrase(somebody if update.who else nobody, values)
    return Phrase(_TOLD[update.told], {"what": phrase}) if update.told else phrase


def _has_news(concern: Concern) -> bool:
    return any(one.kind is UpdateKind.NEWS for one in concern.log)
