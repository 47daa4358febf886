"""Why every rule says what it says, or why something was given or declined."""

from collections.abc import Mapping, Sequence
from typing import Any

from pos_companion.errors import BadInputError, NotFoundError
from pos_companion.i18n import N_, words
from pos_companion.services import Shop, deed
from pos_companion.services.deeds.offers import with_items
from pos_companion.services.explaining import WhyLine, why_lines, why_was
from pos_companion.services.finding import resolve
from pos_companion.services.forms import id_of, text_of, uid_of
from pos_companion.services.look_up import open_card


@deed
def why(  # noqa: PLR0913 - the form is agreed with the scripts that send it
    shop: Shop,
    customer: str | int = "",
    rule: str = "",
    visit: str = "",
    items: Sequence[str | Mapping[str, Any]] = (),
    redemption: str | int = "",
) -> Mapping[str, Any]:
    """Explain rules for a customer now, or a line of the ledger as it was.

    Args:
        customer: see the package; needed unless `redemption` is given.
        rule: of one rule alone; empty explains all.
        visit: uid of a visit already begun.
        items: as in the deed `visit`.
        redemption: id of a line of the ledger, instead of a customer.

    Returns:
        `{"rules": [{"rule", "version", "offered", "code", "sentence", "lines": [{"depth",
        "verdict": yes, no, unknown or empty, "sentence"}], "kept": the tree in codes and
        parameters}]}`; for a line of the ledger `{"redemption": id, "rule", "state", "lines",
        "kept"}`.
    """
    if redemption != "":
        return _of_line(shop, id_of(redemption, "redemption"))
    if customer == "":
        raise BadInputError(N_("{name} needs {what}."), name="why", what="customer")
    wanted = text_of(rule, "rule")
    found = with_items(shop, open_card(shop, resolve(shop, customer), uid_of(visit)), items)
    asked = {one.rule.id for one in found.to_approve}
    told = [
        {
            "rule": one.rule.id,
            "version": one.rule.version,
            "offered": one.rule.id not in asked,
            "code": one.needs,
            "sentence": words(one.reason),
            "lines": _lines(why_lines(one.explanation)),
            "kept": one.explanation,
        }
        for one in found.offers
    ]
    told += [
        {
            "rule": no.rule.id,
            "version": no.rule.version,
            "offered": False,
            "code": no.code,
            "sentence": words(no.sentence),
            "lines": _lines(why_lines(no.explanation)),
            "kept": no.explanation,
        }
        for no in found.why_not
    ]
    rules = [one for one in told if wanted in {"", one["rule"]}]
    if wanted and not rules:
        raise NotFoundError(N_("There is no rule called {rule}."), rule=wanted)
    return {"rules": rules}


def _of_line(shop: Shop, number: int) -> Mapping[str, Any]:
    line = shop.storage.ledger.get(number)
    if line is None:
        raise NotFoundError(N_("There is no line of the ledger with this id."))
    return {
        "redemption": str(line.id),
        "rule": line.rule,
        "state": line.state.value,
        "lines": _lines(why_was(line)),
        "kept": line.reason,
    }


def _lines(lines: Sequence[WhyLine]) -> list[dict[str, Any]]:
    return [
        {"depth": one.depth, "verdict": one.verdict, "sentence": words(one.phrase)} for one in lines
    ]
