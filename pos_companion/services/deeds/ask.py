"""Ask and get back to them: a question that nobody at the counter can answer."""

from collections.abc import Mapping
from typing import Any

from pos_companion.services import Shop, deed
from pos_companion.services.answers import keep_question
from pos_companion.services.concerns import ask_for_them
from pos_companion.services.deeds.answer import answer_values
from pos_companion.services.deeds.concern import concern_values
from pos_companion.services.finding import resolve
from pos_companion.services.forms import day_of, text_of


@deed
def ask(  # noqa: PLR0913 - the form is agreed with the scripts that send it
    shop: Shop,
    question: str,
    due: str,
    customer: str | int = "",
    asked_by: str = "",
    owner: str = "",
) -> Mapping[str, Any]:
    """Keep a question with somebody who finds out, by a day.

    Args:
        question: as they asked it.
        due: a day such as `2026-11-21`.
        customer: whose it is; then it becomes a concern on their card. Empty for somebody we do
            not know.
        asked_by: the name somebody left whom we do not know; may be empty.
        owner: who finds out; empty for whoever is at the counter.

    Returns:
        `{"concern": as the deed `concern` answers}` for a customer, else `{"question": as in the
        answers of the deed `answer`}`.
    """
    asked, who, day = text_of(question, "question"), text_of(owner, "owner"), day_of(due, "due")
    name = text_of(asked_by, "asked_by")
    if customer != "":
        change = ask_for_them(shop, resolve(shop, customer), asked, who, day)
        return {"concern": concern_values(shop, change.after)}
    kept = keep_question(shop, asked, name, who, day).after
    return {"question": answer_values(kept, shop.today) if kept else None}
