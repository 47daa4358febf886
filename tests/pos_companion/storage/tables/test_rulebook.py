"""Gifts, rules, the ledger and coupons."""

import peewee
import pytest

from pos_companion.storage import Storage
from pos_companion.storage.tables import GiftRow, RedemptionRow, RuleVersionRow
from tests.pos_companion.storage.records import NOW, TODAY

LINE = {
    "rule_id": "thanks",
    "version": 1,
    "customer_id": 7,
    "beneficiary": "customer:7",
    "visit_uid": "one",
    "day": TODAY,
    "state": "accepted",
    "cost": 1,
    "value": 1,
    "currency": "EUR",
    "changed": NOW,
}


def test_a_shelf_holds_nothing_or_more(storage: Storage) -> None:
    GiftRow.insert(name="Dog biscuit", on_hand=0, cost=35).execute()
    with pytest.raises(peewee.IntegrityError):
        GiftRow.insert(name="Dog biscuit", on_hand=-1, cost=35).execute()
    with pytest.raises(peewee.IntegrityError):
        storage.rows("UPDATE gift SET on_hand = on_hand - 1")


def test_a_version_of_a_rule_is_written_once(storage: Storage) -> None:
    RuleVersionRow.insert(rule_id="a", version=1, body={}, made=NOW).execute()
    with pytest.raises(peewee.IntegrityError):
        RuleVersionRow.insert(rule_id="a", version=1, body={"new": 1}, made=NOW).execute()


def test_a_place_without_a_period_is_never_taken(storage: Storage) -> None:
    for key in ("a", "b"):
        RedemptionRow.insert(**LINE, key=key, period_key=None).execute()
    RedemptionRow.insert(**LINE, key="c", period_key="2026").execute()
    with pytest.raises(peewee.IntegrityError):
        RedemptionRow.insert(**LINE, key="d", period_key="2026").execute()
