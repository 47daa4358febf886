"""The rows about one person on their way to paper: which there are, and what they say."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from pos_companion.i18n import N_, Phrase
from pos_companion.model.money import Money
from pos_companion.printouts import Cell, Table
from pos_companion.printouts.what_we_keep import KeptEntry, KeptPart
from pos_companion.rules.own_budget import OWN
from pos_companion.services import Shop
from pos_companion.services.kept_columns import DEEDS, ON_PAPER, REMARKS, VISITS
from pos_companion.services.kept_words import Row, Wording, body_in_words, day_in_words

_PIECE = 1000
_YOU = Phrase(N_("you"))
_SOMEBODY = Phrase(N_("somebody else"))
_OWN_WISH = N_("a colleague’s own wish")


class KeptParts:
    """Makes the parts of the paper from the rows of one person."""

    def __init__(self, shop: Shop, found: Mapping[str, list[dict[str, Any]]]) -> None:
        self._found = found
        gifts = shop.storage.stock.known(shop.profile.currency).values()
        self._gifts = {gift.id: gift.name for gift in gifts}
        rules = shop.storage.rulebook.rules()
        self._rules: dict[str, str | Phrase] = {rule.id: rule.name for rule in rules}
        self._rules[OWN] = Phrase(_OWN_WISH)
        self._names = {row["being_id"]: row["name"] for row in found["household_member"]}
        self._wording = Wording(shop.time, self._names)
        self._worked_out: dict[str, Callable[[Row], dict[str, object]]] = {
            "customer": _of_customer,
            "celebration": self._of_celebration,
            "redemption": self._of_redemption,
            "remark": lambda row: {"closed": not row["is_open"]},
            "coupon": self._of_coupon,
            "merge": self._of_merge,
            "audit": self._of_audit,
        }

    def parts(self) -> tuple[KeptPart, ...]:
        """Every part that says something, in the order of the paper; the visits come last."""
        found: list[KeptPart | None] = []
        for table, kept in ON_PAPER.items():
            rows = self._found.get(table, [])
            if table == "remark":
                found += [self._part(table, *texts, some) for texts, some in _by_kind(rows)]
            else:
                found.append(self._part(table, kept.title, kept.used_for, rows))
        return tuple(part for part in (*found, self._visits()) if part is not None)

    def _part(self, table: str, title: str, used_for: str, rows: Sequence[Row]) -> KeptPart | None:
        said = [tuple(self._said(table, row)) for row in rows]
        if table == "customer":
            entries = tuple(KeptEntry(phrase) for phrases in said for phrase in phrases)
        else:
            entries = tuple(KeptEntry(phrases[0], phrases[1:]) for phrases in said if phrases)
        if not entries:
            return None
        return KeptPart(Phrase(title), Phrase(used_for), entries)

    def _said(self, table: str, row: Row) -> Iterator[Phrase]:
        work_out = self._worked_out.get(table)
        worked_out = work_out(row) if work_out else {}
        for column, text in ON_PAPER[table].says.items():
            if column == "body":
                yield from body_in_words(row["body"])
                continue
            if column in worked_out:
                value = worked_out[column] or None
            else:
                value = self._wording.of(table, column, row)
            if value is not None:
                yield Phrase(text, {"value": value})

    def _of_celebration(self, row: Row) -> dict[str, object]:
        hidden = str(row["hidden_from"]).split()
        names = [self._being(one) for one in hidden]
        return {"when": day_in_words(row), "hidden_from": names}

    def _of_redemption(self, row: Row) -> dict[str, object]:
        rule = self._rules.get(row["rule_id"], row["rule_id"])
        return {
            "what": self._gifts.get(row["gift_id"], rule),
            "rule": rule,
            "beneficiary": self._being(row["beneficiary"]),
            "celebration_year": str(row["celebration_year"] or ""),
        }

    def _of_coupon(self, row: Row) -> dict[str, object]:
        amount = Money(row["amount"], row["currency"]) if row["amount"] else None
        return {"amount": amount}

    def _of_merge(self, row: Row) -> dict[str, object]:
        known_as = [said.values["value"] for said in body_in_words(row["known_as"])]
        return {"known_as": known_as}

    def _of_audit(self, row: Row) -> dict[str, object]:
        deed = str(row["deed"])
        return {"deed": Phrase(DEEDS[deed]) if deed in DEEDS else deed.replace("_", " ")}

    def _being(self, key: str) -> str | Phrase:
        """Somebody by the key they are kept under: `being:12`, `customer:17`."""
        kind, _, number = key.partition(":")
        mine = {str(row["id"]) for row in self._found["customer"]}
        if kind == "self" or (kind == "customer" and number in mine):
            return _YOU
        return self._names.get(int(number), _SOMEBODY) if number.isdigit() else _SOMEBODY

    def _visits(self) -> KeptPart | None:
        things: dict[int, list[str]] = {}
        for line in self._found["visit_line"]:
            things.setdefault(line["n"], []).append(_thing(line))
        rows = tuple(
            self._visit(row, things.get(row["n"], [])) for row in reversed(self._found["visit"])
        )
        if not rows:
            return None
        heads = tuple(Phrase(text) for text in VISITS.says.values())
        used = [at for at in range(len(heads)) if any(row[at] for row in rows)]
        rows = tuple(tuple(row[at] for at in used) for row in rows)
        table = Table(tuple(heads[at] for at in used), rows)
        return KeptPart(Phrase(VISITS.title), Phrase(VISITS.used_for), table=table)

    def _visit(self, row: Row, things: list[str]) -> tuple[Cell, ...]:
        had = tuple(things) or self._wording.of("visit", "kind", row) or ""
        if row["voided"] is not None:
            had = Phrase(N_("{things}: taken back"), {"things": had})
        where = tuple(row[one] for one in ("till", "source", "sale") if row[one])
        paid = Money(row["total"], row["currency"]) if row["total"] else ""
        company = tuple(self._being(being) for being in (row["company"] or "").split())
        moods = (self._wording.of("visit", name, row) or "" for name in ("mood_in", "mood_out"))
        return self._wording.instant(row["ts"]), had, paid, row["staff"], where, company, *moods


def _of_customer(row: Row) -> dict[str, object]:
    """Nobody is told why they no longer come when they died."""
    return {"gone": None, "gone_on": None} if row["gone"] == "died" else {}


def _by_kind(rows: Sequence[Row]) -> list[tuple[tuple[str, str], list[Row]]]:
    """Remarks under the heading of their kind, in the order of the headings."""
    found: dict[tuple[str, str], list[Row]] = {title: [] for title in REMARKS.values()}
    for row in rows:
        found[REMARKS.get(row["kind"], REMARKS["fact"])].append(row)
    return list(found.items())


def _thing(line: Row) -> str:
    """A line as it was asked for: "2 × Flat white, oat milk"."""
    count = Decimal(line["quantity"]) / _PIECE
    name = f"{line['product']}, {line['their_way']}" if line["their_way"] else line["product"]
    return name if count == 1 else f"{count.normalize():f} × {name}"
