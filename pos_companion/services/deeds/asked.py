"""Tell what came of the one question of a visit."""

from collections.abc import Mapping
from typing import Any

from pos_companion.errors import BadInputError, NotFoundError
from pos_companion.i18n import N_
from pos_companion.model.prompts import Outcome
from pos_companion.services import Shop, deed
from pos_companion.services.deeds.card import card_values
from pos_companion.services.finding import resolve
from pos_companion.services.forms import text_of
from pos_companion.services.look_up import open_card
from pos_companion.services.prompts import asked as keep_asked


@deed
def asked(
    shop: Shop, customer: str | int, key: str, outcome: str, answer: str = ""
) -> Mapping[str, Any]:
    """Keep that a question was asked; answers with the card as it is judged then.

    Args:
        customer: who was asked; see the package.
        key: `ask_key` of the card.
        outcome: one of `ask_outcomes` of the card: asked_well, not_so_well, later, declined,
            answered.
        answer: with `answered`, what they said: a date, a name, `yes` or `no`.

    Returns:
        `{"asked": number, "key", "outcome", "card": as the deed `card` answers}`.
    """
    wanted, said = text_of(key, "key"), text_of(answer, "answer")
    with shop.storage.transaction():
        found = open_card(shop, resolve(shop, customer))
        prompt = found.card.ask
        if prompt is None or prompt.key != wanted:
            raise NotFoundError(
                N_("This is not the question to ask now. The card says in ask_key which one is.")
            )
        done = keep_asked(shop, prompt, _outcome(outcome), said)
        card = card_values(open_card(shop, prompt.customer, found.visit_uid))
    return {"asked": done.asked.n, "key": wanted, "outcome": done.asked.outcome.value, "card": card}


def _outcome(value: object) -> Outcome:
    try:
        return Outcome(text_of(value, "outcome"))
    except ValueError as error:
        outcomes = ", ".join(outcome.value for outcome in Outcome)
        raise BadInputError(N_("The outcome is one of: {outcomes}."), outcomes=outcomes) from error
