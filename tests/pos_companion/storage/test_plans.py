"""Nothing that is asked at the counter reads through a table that grows."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from datetime import timedelta

import pytest

from pos_companion import storage as package
from pos_companion.model.care import Concern
from pos_companion.model.celebrations import Celebration, CelebrationKind, Wished
from pos_companion.model.dates import PartialDate
from pos_companion.model.people import HouseholdMember
from pos_companion.rules import RedemptionState
from pos_companion.storage import Storage
from tests.pos_companion.storage.records import (
    NOW,
    TODAY,
    add_customer,
    add_product,
    key_for,
    redemption,
    visit_of,
)

GROWING = {
    "visit", "visit_line", "customer", "customer_item", "search_doc", "contact_key", "redemption",
    "celebration", "remark", "household_member", "audit", "coupon", "product", "term", "term_key",
}  # fmt: skip
# They look at everything because that is what they are for: the check of the records, the habits
# of the whole shop, what is taken in from whole files, and what a manager asks in the office.
READS_EVERYTHING = {
    ("visits", "_WRONG_COUNTS"),
    ("visits", "_WRONG_ITEMS"),
    ("audit", "_ALL"),
    ("kept", "_AUDIT"),  # all we keep about one person, gathered when they ask for it
    ("search_index", "_STRAY"),
    ("search_index", "_WITHOUT_WORDS"),
    ("search_index", "_KEYS"),
    ("search_index", "_TERMS"),
    ("searchables", "_EVERYBODY"),
    ("newcomers", "_EVERYBODY"),
    ("lookup", "_ALL_DOCS"),  # the check of a look-up that lies apart from the people
    ("lookup", "_NAMES"),
    ("catching_up", "_ALL_DOCS"),  # a till's file that is filled, or has very much to follow
    ("catching_up", "_COUNT"),
    ("last_known", "_NOT_FOUND"),
    # Asked in the office, now and then.
    ("audit", "_DEEDS"),
    ("copies", "_COUNTS"),
    *(
        ("gestures", name)
        for name in (
            "_GIVEN",
            "_OTHER_MONEY",
            "_NOES",
            "_BACK",
            "_CUSTOMERS",
            "_TOUCHES",
            "_DAYS_OF_ASKED",
            "_TOLD",
            "_COUPONS_USED",
        )
    ),
    ("lived", "_BEINGS"),
    ("retention", "_SILENT"),
    ("rulebook", "_USES"),
    ("rulebook", "_VERSIONS"),
    ("segments", "_EVERYBODY"),
    ("settings", "_MONEY"),
    ("stock", "_USES"),
    ("taking_out", "_PEOPLE"),
    ("taking_out", "_LINES"),
}
WHOLE_FILES = {"intake", "intake_families", "intake_people", "intake_visits", "newcomers"}
ON_A_SERVER = {"found_anew"}
SQL = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b")


@pytest.fixture(scope="module")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Storage]:
    """One store to ask for plans; nothing is written to it."""
    opened = Storage.open(tmp_path_factory.mktemp("plans"), key_for)
    yield opened
    opened.close()


def hot_statements() -> Iterator[tuple[str, str]]:
    """(where, SQL) of every statement that a drawer keeps ready."""
    for entry in pkgutil.iter_modules(package.__path__):
        if entry.ispkg or entry.name in WHOLE_FILES | ON_A_SERVER:
            continue
        module = importlib.import_module(f"{package.__name__}.{entry.name}")
        for name, value in vars(module).items():
            texts = value if isinstance(value, tuple) else (value,)
            for at, text in enumerate(texts):
                is_sql = isinstance(text, str) and SQL.match(text)
                if is_sql and (entry.name, name) not in READS_EVERYTHING:
                    yield f"{entry.name}.{name}.{at}", text


def scanned(storage: Storage, sql: str) -> set[str]:
    """The growing tables that a statement reads from end to end."""
    sql = sql.replace("%%", "%").replace("%s", "?, ?")
    numbered = [int(number) for number in re.findall(r"\?(\d+)", sql)]
    count = max([*numbered, len(re.findall(r"\?(?!\d)", sql))])
    plan = storage.rows("EXPLAIN QUERY PLAN " + sql, (1,) * count)
    named = dict(re.findall(r"\b(?:FROM|JOIN|INTO|UPDATE)\s+(\w+)\s+(?:AS\s+)?(\w+)", sql))
    aliases = {alias: table for table, alias in named.items()}
    found: set[str] = set()
    for step in plan:
        if read := re.match(r"SCAN (\w+)", str(step[3])):
            found.add(str(aliases.get(read[1], read[1])))
    return found & GROWING


def test_the_statements_are_found() -> None:
    where = {name for name, _ in hot_statements()}
    assert len(where) > 40
    assert {"history._HISTORY.0", "people._ONE.0", "ledger._TALLIES.0"} <= where
    assert {"celebrations._CELEBRATIONS.0", "word_search._MATCH.0", "visits._MAKE_ROOM.3"} <= where


@pytest.mark.parametrize(
    ("where", "sql"), [pytest.param(*one, id=one[0]) for one in hot_statements()]
)
def test_a_ready_statement_reads_through_no_growing_table(
    empty_store: Storage, where: str, sql: str
) -> None:
    assert scanned(empty_store, sql) == set()


def test_the_test_itself_sees_a_scan(empty_store: Storage) -> None:
    assert scanned(empty_store, "SELECT name FROM customer c WHERE phone = ?") == {"customer"}
    assert scanned(empty_store, "SELECT count(*) FROM visit WHERE total > ?") == {"visit"}


def a_day_at_the_counter(storage: Storage) -> None:
    """Every question and deed of the drawers, once."""
    ana = add_customer(storage, source="square", source_id="4471", phone="+491701234567")
    latte = add_product(storage, "Oat latte")
    storage.people.by_source("square", "4471")
    rex = storage.people.add_member(ana, HouseholdMember(0, "Rex"), NOW)
    ana = storage.people.get(ana.id) or ana
    storage.people.add_celebration(
        Celebration(ana.id, 0, "Rex", CelebrationKind.BIRTHDAY, PartialDate(None, 5, 1), rex.id)
    )
    storage.people.celebrations(ana, storage.people.members(ana.household))
    list(storage.people.ahead([501, 502], 50))
    storage.people.celebration_as_written(ana.id, 1)
    wish = Wished(ana.id, 0, "being:1", CelebrationKind.BIRTHDAY, TODAY, TODAY)
    storage.wishes.drop(ana.id, storage.wishes.add(wish, "Mia"))
    storage.wishes.of_days(TODAY, TODAY)
    storage.people.not_seen(NOW - timedelta(days=90), NOW, 1, 5)
    storage.people.change(ana, NOW)
    storage.people.some([ana.id, 2])
    storage.visits.record(visit_of(ana, "one", latte))
    storage.visits.record(visit_of(ana, "early", latte, at=NOW - timedelta(days=1)))
    storage.visits.void("one", NOW)
    storage.visits.get("one")
    storage.visits.count_on(TODAY)
    concern = Concern(ana.id, 1, "Sour", "a new one", "Mia", TODAY, TODAY)
    storage.concerns.add(concern)
    storage.care.open_remarks(ana.id)
    storage.concerns.owed(TODAY, 5)
    storage.care.set_open(ana.id, "concern", 1, False)
    storage.care.drop(ana.id, "concern", 1)
    kept = storage.ledger.add(redemption("a", customer=ana.id), NOW)
    storage.ledger.settle(kept.id, RedemptionState.RELEASED, NOW)
    storage.ledger.revive(kept.id, redemption("a", customer=ana.id), NOW)
    storage.ledger.own(ana.id, ana.household)
    storage.ledger.tallies(["thanks"], TODAY)
    storage.ledger.forgotten_visits(NOW)
    storage.ledger.drop_coupon("K7-QX")
    storage.catalogue.named("Oat latte", "EUR")
    storage.catalogue.find("oat", 5, "EUR")
    storage.catalogue.with_habits([latte.id], "EUR", 5)
    storage.search.by_words("ana rex", 5)
    storage.search.by_number("4567", 5)
    storage.audit.note(NOW, "Mia", "visit")
    storage.people.remove(ana.id)


def test_a_day_at_the_counter_reads_through_no_growing_table(storage: Storage) -> None:
    asked: list[str] = []
    storage.db.connection().set_trace_callback(asked.append)
    a_day_at_the_counter(storage)
    storage.db.connection().set_trace_callback(None)
    plain = {sql.replace('"', "") for sql in asked if SQL.match(sql) and "name_fts" not in sql}
    assert len(plain) > 60
    assert {sql: found for sql in plain if (found := scanned(storage, sql))} == {}
