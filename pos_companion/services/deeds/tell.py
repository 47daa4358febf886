"""They told us something: one line, understood and kept, or only understood."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_, words
from pos_companion.insight.told_parts import (
    Around,
    AskAbout,
    DayOf,
    HadIdea,
    Part,
    Said,
    Understood,
    Wanted,
)
from pos_companion.insight.tone import Complaint
from pos_companion.model.care import Thread
from pos_companion.model.dates import PartialDate
from pos_companion.model.facts import Discretion, Fact
from pos_companion.model.ideas import Idea
from pos_companion.model.needs import Need
from pos_companion.services import Shop, deed
from pos_companion.services.celebrations import ChangedDays
from pos_companion.services.finding import resolve
from pos_companion.services.forms import text_of
from pos_companion.services.members import AddedMember
from pos_companion.services.telling import Kept, complaints, understand
from pos_companion.services.telling import tell as keep

_KINDS: dict[type, str] = {
    Around: "member",
    DayOf: "celebration",
    Said: "fact",
    AskAbout: "thread",
    Wanted: "need",
    HadIdea: "idea",
}


@deed
def tell(
    shop: Shop, customer: str | int, text: str, discretion: str = "", dry: bool = False
) -> Mapping[str, Any]:
    """Understand a line and keep what it says; `dry` only says what would be kept.

    `@wife Ana` is a person, `#cat Miso 4 May` a pet with a birthday, `~likes rye` a fact, `!nuts`
    an allergy, `?Lisbon 24 Nov` something to ask about. What is not understood is kept as a note.

    Args:
        customer: who told us; see the package.
        text: one or several lines, 500 letters each, 4,000 together.
        discretion: say, know or locked for every fact and question in it; empty for the usual
            one of each kind.
        dry: keep nothing.

    Returns:
        - `understood`: `[{"from", "to": place in the text, "text", "kind": member, celebration,
          fact, thread, need, idea or unclear, "sentence", "values", "readings"}]`; what can be
          read in two ways is `unclear`; its `readings` `[{"sentence", "instead"}]` say how to
          write each.
        - `leftover`: what becomes a note; `suggestions`: `[{"sentence", "instead"}]`, how a plain
          piece could be marked.
        - `kept`: `[{"what": member, celebration, thread, need, idea or fact, "n", "text"}]`, facts
          also with `kind`, `discretion` and `about`.
        - `complaints`: `[{"code", "sentence"}]` about words that would hurt; nothing is refused
          for them.
    """
    line, chosen = text_of(text, "text"), _discretion(discretion)
    if not isinstance(dry, bool):
        raise BadInputError(N_("{name} must be true or false."), name="dry")
    whose = resolve(shop, customer)
    if dry:
        understood = understand(shop, whose, line)
        return _values(understood, (), complaints(understood, chosen))
    told = keep(shop, whose, line, chosen)
    return _values(told.understood, told.kept, told.complaints)


def _values(
    understood: Understood, kept: tuple[Kept, ...], found: list[Complaint] | tuple[Complaint, ...]
) -> dict[str, Any]:
    return {
        "understood": [_part_values(part, understood.text) for part in understood.parts],
        "leftover": understood.leftover,
        "suggestions": [
            {"sentence": words(one.phrase), "instead": one.instead}
            for one in understood.suggestions
        ],
        "kept": [_kept_values(one) for one in kept],
        "complaints": [{"code": one.code, "sentence": words(one.phrase)} for one in found],
    }


def _part_values(part: Part, line: str) -> dict[str, Any]:
    return {
        "from": part.start,
        "to": part.end,
        "text": line[part.start : part.end],
        "kind": _KINDS[type(part.what)] if part.what else "unclear",
        "sentence": words(part.phrase),
        "values": _plain(asdict(part.what)) if part.what else {},
        "readings": [
            {"sentence": words(one.phrase), "instead": one.instead} for one in part.readings
        ],
    }


def _kept_values(one: Kept) -> dict[str, Any]:
    if isinstance(one, AddedMember):
        return {"what": "member", "n": one.member.id, "text": one.member.name}
    if isinstance(one, ChangedDays):
        day = one.celebrations[0]
        return {"what": "celebration", "n": day.n, "text": str(day.date)}
    if isinstance(one, Thread):
        return {"what": "thread", "n": one.n, "text": one.question}
    if isinstance(one, Need):
        return {"what": "need", "n": one.n, "text": one.text}
    if isinstance(one, Idea):
        return {"what": "idea", "n": one.n, "text": one.text}
    return _fact_values(one)


def _fact_values(fact: Fact) -> dict[str, Any]:
    return {
        "what": "fact",
        "n": fact.n,
        "text": fact.text,
        "kind": fact.kind.value,
        "discretion": fact.discretion.value,
        "about": fact.about,
    }


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    days = {name: str(value) for name, value in values.items() if isinstance(value, date)}
    whole = {name: value for name, value in values.items() if value not in ("", None)}
    when = whole.get("date")
    if isinstance(when, dict):
        days["date"] = str(PartialDate(**when))
    return whole | days


def _discretion(value: object) -> Discretion | None:
    if value == "":
        return None
    try:
        return Discretion(str(value))
    except ValueError as error:
        levels = ", ".join(level.value for level in Discretion)
        raise BadInputError(N_("The discretion is one of: {levels}."), levels=levels) from error
