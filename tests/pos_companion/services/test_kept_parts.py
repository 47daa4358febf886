"""Every text column of every table, filled with a word of its own, comes out on the paper."""

from datetime import date

import pytest

from pos_companion.i18n import value_in_words
from pos_companion.model.facts import Discretion
from pos_companion.model.visits import Impression, Mood
from pos_companion.printouts.what_we_keep import KeptPart
from pos_companion.services import Shop
from pos_companion.services.correct_visit import PutRight, WhyPutRight, correct_visit
from pos_companion.services.kept_parts import KeptParts
from pos_companion.services.not_on_paper import NOT_ON_PAPER
from pos_companion.services.record_visit import VisitDeed, record_visit, undo_visit
from pos_companion.storage.tables import TABLES
from tests.builders import add_customer, add_fact, add_member, add_rule, add_visit, basket
from tests.pos_companion.services.test_kept_columns import TABLES as ABOUT_PEOPLE

CHOICES = {"kind", "state", "discretion", "species", "leap", "how", "gone", "channel", "currency"}
WITHOUT = CHOICES | {
    "beneficiary", "hidden_from", "rule_id", "body", "known_as", "reason", "staff", "company",
}  # fmt: skip


def said(parts: tuple[KeptPart, ...]) -> str:
    texts: list[object] = []
    for part in parts:
        texts += [part.title, part.used_for]
        for entry in part.entries:
            texts += [entry.text, *entry.details]
        texts += [cell for row in (part.table.rows if part.table else ()) for cell in row]
    return "\n".join(map(value_in_words, texts))


def markers() -> list[tuple[str, str]]:
    found = []
    for table in TABLES:
        name = table._meta.table_name
        for column, field in table._meta.columns.items():
            if name not in ABOUT_PEOPLE or f"{name}.{column}" in NOT_ON_PAPER:
                continue
            if field.field_type == "TEXT" and column not in WITHOUT:
                found.append((name, column))
    return found


@pytest.mark.parametrize(("table", "column"), markers())
def test_a_text_that_is_kept_is_on_the_paper(shop: Shop, table: str, column: str) -> None:
    ana = add_customer("Ana")
    found = {name: [] for name in (*ABOUT_PEOPLE, "audit")}
    found.update(shop.storage.kept.about(ana.id))
    empty = dict.fromkeys(ABOUT_PEOPLE[table])
    defaults = {
        "currency": "EUR", "n": 1, "hidden_from": "", "beneficiary": "self", "is_open": True,
        "known_as": {}, "body": {}, "calendar": "", "total": 0, "amount": 0,
    }  # fmt: skip
    row = {**empty, **{name: value for name, value in defaults.items() if name in empty}}
    if table == "visit":
        row["ts"] = shop.clock.now()
    found[table] = [{**row, column: "zebra-word"}]
    assert "zebra-word" in said(KeptParts(shop, found).parts())


def test_what_is_locked_and_what_is_closed_is_theirs_as_well(shop: Shop) -> None:
    ana = add_customer("Ana")
    add_fact(ana, "A secret between us", discretion=Discretion.LOCKED)
    fact = add_fact(ana, "Not so any more")
    shop.storage.care.set_open(ana.id, "fact", fact.n, False)
    text = said(KeptParts(shop, shop.storage.kept.about(ana.id)).parts())
    assert "A secret between us" in text
    assert "Not so any more" in text
    assert "not used any more" in text


def test_a_visit_says_who_came_along_how_they_seemed_and_how_it_was_put_right(shop: Shop) -> None:
    ana = add_customer("Ana", family=[("Rex", "dog")])
    rex = shop.storage.people.members(ana.household)[-1]
    felt = Impression((rex.id,), Mood.GOOD, Mood.LOW)
    record_visit(shop, VisitDeed("1", ana.id, basket("Coffee"), impression=felt))
    correct_visit(shop, "1", PutRight(basket("Cake").lines), WhyPutRight.ITEMS)
    text = said(KeptParts(shop, shop.storage.kept.about(ana.id)).parts())
    for part in ("Rex", "cheerful", "low", "Cake", "Visits that were put right", "Coffee"):
        assert part in text
    assert "A visit was put right." in text


def test_a_visit_says_what_they_had_and_whether_it_was_taken_back(shop: Shop) -> None:
    ana = add_customer("Ana")
    add_visit(ana, 7, ["Coffee", "Cake"])
    uid = record_visit(shop, VisitDeed("1", ana.id, basket("Coffee"))).uid
    undo_visit(shop, uid)
    (visits,) = [
        part
        for part in KeptParts(shop, shop.storage.kept.about(ana.id)).parts()
        if part.table is not None
    ]
    assert visits.table is not None
    had = [value_in_words(row[1]) for row in visits.table.rows]
    assert had == ["Coffee: taken back", "Coffee and Cake"]


def test_a_gift_is_named_and_so_is_whom_it_was_for(shop: Shop) -> None:
    ana = add_customer("Ana")
    rex = add_member(ana, "Rex")
    rule = add_rule("Dog biscuit")
    rows = shop.storage.kept.about(ana.id)
    given = {
        "day": shop.today, "gift_id": rule.effects[0].taken_from_shelf, "rule_id": rule.id,
        "beneficiary": f"being:{rex.id}", "celebration_year": 2025, "state": "given", "value": 50,
        "currency": "EUR", "coupon": "", "staff": "Mia",
    }  # fmt: skip
    rows["redemption"] = [given, {**given, "beneficiary": f"customer:{ana.id}"}]
    text = said(KeptParts(shop, rows).parts())
    assert "Because of the rule “Dog biscuit”" in text
    assert "For Rex" in text
    assert "For you" in text
    assert "For the year 2025" in text


@pytest.mark.parametrize(
    ("gone", "said_to_them"),
    [("left", ["Why you no longer come: moved away", "Since 3 May 2025"]), ("died", [])],
)
def test_why_somebody_no_longer_comes_is_said_unless_they_died(
    shop: Shop, gone: str, said_to_them: list[str]
) -> None:
    ana = add_customer("Ana")
    rows = shop.storage.kept.about(ana.id)
    rows["customer"] = [{**rows["customer"][0], "gone": gone, "gone_on": date(2025, 5, 3)}]
    lines = said(KeptParts(shop, rows).parts()).splitlines()
    about_it = [line for line in lines if line.startswith(("Why ", "Since "))]
    assert about_it == said_to_them
