"""Drawer: answers of the shop, and the questions that are still to be answered."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.model.answers import ShopAnswer
from pos_companion.storage.folding import folded
from pos_companion.storage.tables import AnswerRow

_COLUMNS = """
SELECT id, question, say, details, tags, verified_on, good_for, author, asked_by, asked_on, owner,
       due, doubt
FROM answer
"""
_ALL = _COLUMNS + "ORDER BY question, id"
_ONE = _COLUMNS + "WHERE id = ?"
_WAITING = _COLUMNS + "WHERE due IS NOT NULL ORDER BY due, id LIMIT ?"


@dataclass(frozen=True)
class AnswerWords:
    """An answer and the folded words it is found by.

    Attributes:
        named: those of the question and the tags, in one line with a blank at either end.
        told: those of what is said and of the details, likewise.
    """

    answer: ShopAnswer
    named: str
    told: str


class AnswersDrawer:
    """Some hundreds of answers, a few thousand in a shop that has been asked a lot.

    They are read whole: less than a till reads for one card, and every way of asking can be
    weighed against all of them.
    """

    def __init__(self, db: SqlCipherDatabase) -> None:
        self._db = db
        self._folded: dict[Sequence[Any], AnswerWords] = {}

    def all_in_words(self) -> list[AnswerWords]:
        """Every answer and every open question, by the question, with the words it is found by.

        They are folded once for as long as they are as they are.
        """
        known = self._folded
        rows = self._db.execute_sql(_ALL).fetchall()
        self._folded = {row: known.get(row) or _in_words(_answer(row)) for row in rows}
        return list(self._folded.values())

    def get(self, answer: int) -> ShopAnswer | None:
        """One of them; None when there is no such one."""
        row = self._db.execute_sql(_ONE, (answer,)).fetchone()
        return None if row is None else _answer(row)

    def waiting(self, limit: int) -> list[ShopAnswer]:
        """What somebody has to find out or make sure of, the one due first at the front."""
        return [_answer(row) for row in self._db.execute_sql(_WAITING, (limit,))]

    def put(self, answer: ShopAnswer) -> ShopAnswer:
        """Keep it as it is now; a new one gets an id, one that was taken out keeps its own."""
        values = _columns(answer)
        if answer.id:
            AnswerRow.put(id=answer.id, **values)
            number = answer.id
        else:
            number = AnswerRow.insert(**values).execute()
        kept = self.get(int(number))
        if kept is None:
            raise LookupError(f"answer {number} was not kept")
        return kept

    def drop(self, answer: int) -> None:
        """Take it out."""
        AnswerRow.delete().where(AnswerRow.id == answer).execute()


def _in_words(answer: ShopAnswer) -> AnswerWords:
    named = folded(" ".join((answer.question, *answer.tags)))
    return AnswerWords(answer, f" {named} ", f" {folded(f'{answer.say} {answer.details}')} ")


def _columns(answer: ShopAnswer) -> dict[str, Any]:
    return {
        "question": answer.question,
        "say": answer.say,
        "details": answer.details,
        "tags": list(answer.tags),
        "verified_on": answer.verified_on,
        "good_for": answer.good_for,
        "author": answer.author,
        "asked_by": answer.asked_by,
        "asked_on": answer.asked_on,
        "owner": answer.owner,
        "due": answer.due,
        "doubt": answer.doubt,
    }


def _answer(row: Sequence[Any]) -> ShopAnswer:
    number, question, say, details, tags, verified, good_for, author, by, on, owner, due, doubt = (
        row
    )
    return ShopAnswer(
        id=number,
        question=question,
        say=say,
        details=details,
        tags=tuple(json.loads(tags)),
        verified_on=_day(verified),
        good_for=good_for,
        author=author,
        asked_by=by,
        asked_on=_day(on),
        owner=owner,
        due=_day(due),
        doubt=doubt,
    )


def _day(number: int | None) -> date | None:
    return None if number is None else date.fromordinal(number)
