"""Where a customer stands with the shop, and pinning it by hand."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pos_companion.i18n import words
from pos_companion.model.stages import Pin, Reached, Stage, Turned
from pos_companion.services import Shop, deed
from pos_companion.services.finding import resolve
from pos_companion.services.forms import choice_of, flag_of, text_of
from pos_companion.services.standings import StandingPage, standing_page
from pos_companion.services.standings import pin_stage as pin_it
from pos_companion.services.standings import unpin_stage as unpin_it


@deed
def stage(shop: Shop, customer: str | int, here: bool = False) -> Mapping[str, Any]:
    """Where a customer stands, with evidence and history; facts, never a score.

    Args:
        customer: see the package.
        here: they stand at the counter, so that this visit counts already, as on the card.

    Returns:
        - `customer`: id; `stage`: new, getting_to_know, regular, friend, would_be_missed, at_risk,
          lapsed or back; `step`: the one of the first five they are on; `since`: day or null.
        - `because`: why it is at_risk, lapsed or back, or "".
        - `steps`: `[{"stage", "since", "evidence": [{"text", "on": day or null}]}]`, those reached.
        - `next`: `{"stage", "missing": [text]}` or null.
        - `turns`: `[{"stage", "on", "text"}]`, every absence and coming back, oldest first.
        - `pin`: `{"stage", "reason", "by", "on", "taken_off": day or null}` or null; `pins`: all
          there ever were, newest first.
    """
    wanted = flag_of(here, "here")
    return _values(standing_page(shop, resolve(shop, customer), wanted))


@deed
def pin_stage(shop: Shop, customer: str | int, stage: str, reason: str) -> Mapping[str, Any]:
    """Say where somebody stands, whatever the records say.

    Args:
        customer: see the package.
        stage: new, getting_to_know, regular, friend, would_be_missed or at_risk.
        reason: why, up to 500 letters; never empty.

    Returns:
        As the deed `stage`.
    """
    number = resolve(shop, customer)
    pin_it(shop, number, choice_of(stage, "stage", Stage), text_of(reason, "reason"))
    return _values(standing_page(shop, number))


@deed
def unpin_stage(shop: Shop, customer: str | int) -> Mapping[str, Any]:
    """Let the records count again.

    Args:
        customer: see the package.

    Returns:
        As the deed `stage`.
    """
    number = resolve(shop, customer)
    unpin_it(shop, number)
    return _values(standing_page(shop, number))


def _values(page: StandingPage) -> dict[str, Any]:
    standing = page.standing
    return {
        "customer": str(page.customer.id),
        "stage": standing.stage.value,
        "step": standing.step.value,
        "since": _day(standing.entered(standing.stage)),
        "because": words(standing.turn.because) if standing.turn else "",
        "steps": [_step(one) for one in standing.reached],
        "next": {
            "stage": standing.ahead.stage.value,
            "missing": [words(one) for one in standing.ahead.missing],
        }
        if standing.ahead
        else None,
        "turns": [_turn(one) for one in page.turns],
        "pin": _pin(standing.pin) if standing.pin else None,
        "pins": [_pin(one) for one in page.pins],
    }


def _step(reached: Reached) -> dict[str, Any]:
    return {
        "stage": reached.stage.value,
        "since": _day(reached.since),
        "evidence": [{"text": words(one.phrase), "on": _day(one.on)} for one in reached.evidence],
    }


def _turn(turn: Turned) -> dict[str, Any]:
    return {"stage": turn.stage.value, "on": _day(turn.on), "text": words(turn.because)}


def _pin(pin: Pin) -> dict[str, Any]:
    return {
        "stage": pin.stage.value,
        "reason": pin.reason,
        "by": pin.by,
        "on": pin.on.isoformat(),
        "taken_off": _day(pin.taken_off),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
