"""Answers of the shop: find what to say, or promise to find out. No search is a dead end.

An answer that is older than its limit, or that somebody doubted, says "check" until somebody has
made sure. A question of a customer on the screen becomes a concern (`concerns.ask_for_them`); one
of somebody we do not know is kept here, with an owner and a day all the same.
"""

from dataclasses import dataclass, replace
from datetime import date

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.i18n import N_
from pos_companion.insight.answers import ranked, telling
from pos_companion.model.answers import ShopAnswer
from pos_companion.model.staff import Right
from pos_companion.services import Shop
from pos_companion.services.promises import (
    colleague_named,
    needed_text,
    owner_of,
    plain_text,
    promised_day,
)
from pos_companion.services.sign_in import require
from pos_companion.storage.folding import folded_words

MOST_FOUND = 6
_MOST_WAITING = 20
_MOST_TAGS = 20
_LONGEST_LIMIT = 3660


@dataclass(frozen=True)
class AnswerDraft:
    """What somebody wrote.

    Attributes:
        id: of the answer or the open question it is for; 0 for a new one.
        tags: other words people use for it.
        good_for: days after which somebody should make sure again; 0 for never.
    """

    id: int
    question: str
    say: str
    details: str = ""
    tags: tuple[str, ...] = ()
    good_for: int = 365


@dataclass(frozen=True)
class Found:
    """What a search for an answer found.

    Attributes:
        text: what was asked; empty when nothing was.
        answers: best first; without a text all that are known, by their question.
        waiting: with nothing asked, what somebody has to find out; empty else.
        today: the business date, to tell how old an answer is.
    """

    text: str
    answers: tuple[ShopAnswer, ...]
    waiting: tuple[ShopAnswer, ...]
    today: date


@dataclass(frozen=True)
class AnswerChange:
    """What a deed did; None before it was there, None after it was taken out."""

    before: ShopAnswer | None
    after: ShopAnswer | None


def find_answers(shop: Shop, text: str, limit: int = MOST_FOUND) -> Found:
    """Find what to say.

    Args:
        text: the question as it was asked, in any words and any order; may be empty.
    """
    kept = shop.storage.answers.all_in_words()
    if not text.strip():
        known = [one.answer for one in kept if one.answer.is_known]
        return Found("", tuple(known[:limit]), open_questions(shop), shop.today)
    asked = telling(list(dict.fromkeys(folded_words(text))))
    places = ranked(asked, [(one.named, one.told) for one in kept])
    answers = tuple(kept[place].answer for place in places[:limit])
    return Found(text.strip(), answers, (), shop.today)


def open_questions(shop: Shop) -> tuple[ShopAnswer, ...]:
    """What somebody has to find out or make sure of, the one due first at the front."""
    return tuple(shop.storage.answers.waiting(_MOST_WAITING))


def write_answer(shop: Shop, draft: AnswerDraft) -> AnswerChange:
    """Keep what to say; with that it is verified today, and nobody has to find out any more.

    Raises:
        BadInputError: there is no question or nothing to say.
        NotFoundError: it has been taken out meanwhile.
        NotAllowedError: trainees write down no notes.
    """
    require(shop, Right.NOTES)
    before = _there(shop, draft.id) if draft.id else None
    question = needed_text(draft.question, N_("What do people ask? Write it as they say it."))
    say = needed_text(draft.say, N_("What do we say? Write the words."))
    tags = tuple(dict.fromkeys(filter(None, map(plain_text, draft.tags))))
    if not 0 <= draft.good_for <= _LONGEST_LIMIT or len(tags) > _MOST_TAGS:
        raise BadInputError(
            N_("An answer can have at most 20 other words for it, and holds for ten years at most.")
        )
    after = replace(
        before or ShopAnswer(0, question, author=shop.staff),
        question=question,
        say=say,
        details=plain_text(draft.details),
        tags=tags,
        verified_on=shop.today,
        good_for=draft.good_for,
    )
    return _kept(shop, "answer_written", before, _settled(after))


def confirm_answer(shop: Shop, answer: int) -> AnswerChange:
    """Make sure of an answer: it is right as of today, whatever somebody said.

    Raises:
        NotFoundError: it has been taken out meanwhile.
        NotAllowedError: trainees do not speak for the shop.
    """
    require(shop, Right.NOTES)
    before = _there(shop, answer)
    after = replace(_settled(before), verified_on=shop.today)
    return _kept(shop, "answer_confirmed", before, after)


def doubt_answer(shop: Shop, answer: int, what: str, owner: str, due: date) -> AnswerChange:
    """A customer says it is wrong: somebody makes sure by a day, and until then it says "check".

    Args:
        what: what they said is wrong.
        owner: who makes sure; empty for whoever is at the counter.

    Raises:
        BadInputError: nothing is wrong, nobody makes sure, or the day is gone by.
        NotFoundError: it has been taken out meanwhile.
        NotAllowedError: trainees write down no notes.
    """
    require(shop, Right.NOTES)
    before = _there(shop, answer)
    doubt = needed_text(what, N_("What is wrong with it? A few words are enough."))
    after = replace(before, doubt=doubt, owner=owner_of(shop, owner), due=promised_day(shop, due))
    return _kept(shop, "answer_doubted", before, after)


def keep_question(shop: Shop, question: str, asked_by: str, owner: str, due: date) -> AnswerChange:
    """Keep a question of somebody we do not know, until somebody has found out.

    Args:
        asked_by: whose it is, as they gave it; may be empty.
        owner: who finds out; empty for whoever is at the counter.

    Raises:
        BadInputError: there is no question, nobody finds out, or the day is gone by.
        NotAllowedError: trainees write down no notes.
    """
    require(shop, Right.NOTES)
    asked = ShopAnswer(
        id=0,
        question=needed_text(question, N_("What do they want to know?")),
        author=shop.staff,
        asked_by=colleague_named(asked_by),
        asked_on=shop.today,
        owner=owner_of(shop, owner),
        due=promised_day(shop, due),
    )
    return _kept(shop, "question_kept", None, asked)


def drop_answer(shop: Shop, answer: int) -> AnswerChange:
    """Take an answer or a question out.

    Raises:
        NotFoundError: it has been taken out meanwhile.
        NotAllowedError: trainees write down no notes.
    """
    require(shop, Right.NOTES)
    before = _there(shop, answer)
    with shop.storage.transaction():
        shop.storage.answers.drop(answer)
        _note(shop, "answer_dropped", answer)
    return AnswerChange(before, None)


def take_back_answer(shop: Shop, change: AnswerChange) -> None:
    """Undo a deed exactly.

    Raises:
        RefusedError: somebody has changed it since.
    """
    known = change.after or change.before
    if known is None:
        return
    with shop.storage.transaction():
        if shop.storage.answers.get(known.id) != change.after:
            raise RefusedError(N_("It has been changed since. Nothing was undone."))
        if change.before is None:
            shop.storage.answers.drop(known.id)
        else:
            shop.storage.answers.put(change.before)
        _note(shop, "answer_undone", known.id)


def _there(shop: Shop, answer: int) -> ShopAnswer:
    found = shop.storage.answers.get(answer)
    if found is None:
        raise NotFoundError(N_("This answer is not there any more."))
    return found


def _settled(answer: ShopAnswer) -> ShopAnswer:
    return replace(answer, doubt="", owner="", due=None)


def _kept(shop: Shop, deed: str, before: ShopAnswer | None, after: ShopAnswer) -> AnswerChange:
    with shop.storage.transaction():
        kept = shop.storage.answers.put(after)
        _note(shop, deed, kept.id)
    return AnswerChange(before, kept)


def _note(shop: Shop, deed: str, answer: int) -> None:
    shop.storage.audit.note(shop.clock.now(), shop.staff, deed, answer=answer)
