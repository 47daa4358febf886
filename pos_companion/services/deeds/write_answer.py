"""Write what we say to a question."""

from collections.abc import Mapping, Sequence
from typing import Any

from pos_companion.services import Shop, deed
from pos_companion.services.answers import AnswerDraft
from pos_companion.services.answers import write_answer as write
from pos_companion.services.deeds.answer import answer_values
from pos_companion.services.forms import number_of, text_of, texts_of


@deed
def write_answer(  # noqa: PLR0913 - the form is agreed with the scripts that send it
    shop: Shop,
    question: str,
    say: str,
    details: str = "",
    tags: Sequence[str] = (),
    good_for: int = 365,
    id: str | int = 0,  # noqa: A002 - what every other deed calls it
) -> Mapping[str, Any]:
    """Keep an answer; it is verified today.

    Args:
        question: as people ask it.
        say: what to say, in one breath.
        details: what to know besides; may be empty.
        tags: other words people use for it.
        good_for: days after which somebody should make sure again; 0 for never.
        id: of the answer to change, or of the question nobody knew; 0 for a new one.

    Returns:
        `{"answer": as in the answers of the deed `answer`}`.
    """
    draft = AnswerDraft(
        id=number_of(id, "id"),
        question=text_of(question, "question"),
        say=text_of(say, "say"),
        details=text_of(details, "details"),
        tags=tuple(texts_of(tags, "tags")),
        good_for=number_of(good_for, "good_for"),
    )
    kept = write(shop, draft).after
    return {"answer": answer_values(kept, shop.today) if kept else None}
