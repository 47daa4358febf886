"""A whole day with people whose names nobody else has, for searches of files and logs."""

import re
from pathlib import Path

from pos_companion.errors import CompanionError
from pos_companion.importers import Kind
from pos_companion.model.staff import Role
from pos_companion.services import Shop
from pos_companion.services.backup_health import rehearse_when_due
from pos_companion.services.backups import (
    back_up,
)
from pos_companion.services.concerns import NewConcern, open_concern
from pos_companion.services.deeds import do
from pos_companion.services.finding import find
from pos_companion.services.forgetting import forget
from pos_companion.services.health import check_shop
from pos_companion.services.imports import ImportJob, import_file
from pos_companion.services.members import NewMember, add_member
from pos_companion.services.people import NewCustomer, add_customer
from pos_companion.services.record_visit import VisitDeed, record_visit
from pos_companion.services.sign_in import sign_in
from pos_companion.services.staff import add_person
from pos_companion.services.telling import tell

_BUSY = 20
_PIN = "739152"
MARKED = re.compile(rb"qzv[a-j]{4}xwk|5550000\d{3}", re.IGNORECASE)
"""Every name, note and address, and every phone, that `live_through` writes down."""


def marker(number: int) -> str:
    """A name that stands nowhere else, as one word of letters."""
    letters = "".join(chr(ord("a") + int(digit)) for digit in f"{number:04d}")
    return f"Qzv{letters}xwk"


def live_through(shop: Shop, folder: Path, people: int) -> None:
    """Write down so many people, and do with some of them all that a day brings."""
    names = [marker(number) for number in range(people)]
    mia = add_person(shop, marker(9_000), Role.MANAGER, _PIN).after.id
    with shop.storage.transaction():
        ids = [_write_down(shop, name, number) for number, name in enumerate(names)]
    for customer, name in list(zip(ids, names, strict=True))[:_BUSY]:
        add_member(shop, customer, NewMember(f"{name}pup"))
        tell(shop, customer, f"likes {name}note")
        owed = NewConcern(customer, f"{name}sour", f"{name}fresh", shop.today, marker(9_000))
        open_concern(shop, owed)
        find(shop, name)
        record_visit(shop, VisitDeed(f"visit-{customer}", customer))
    _go_wrong(shop, mia, names)
    _take_in(shop, folder, people)
    forget(shop, ids[0], f"{names[0]} Almeida")
    back_up(shop)
    rehearse_when_due(shop)
    assert check_shop(shop) == []


def _write_down(shop: Shop, name: str, number: int) -> int:
    new = NewCustomer(
        f"{name} Almeida", phone=f"+49 30 5550{number:06d}", email=f"{name}@example.org",
        call_name=name, remember=True,
    )  # fmt: skip
    return add_customer(shop, new).id


def _go_wrong(shop: Shop, mia: int, names: list[str]) -> None:
    """What a hurried day gets refused."""
    wrong = (
        lambda: sign_in(shop, mia, "111222"),
        lambda: add_customer(shop, NewCustomer(f"{names[1]} 4111111111111111")),
        lambda: do(shop, "card", {"customer": f"{names[1]}nobody"}),
        lambda: do(shop, "visit", {"customer": names[1], "items": [f"{names[2]}:x:y"]}),
        lambda: do(shop, names[3], {}),
        lambda: forget(shop, 999_999, names[4]),
        lambda: shop.storage.rows("SELECT name FROM nowhere WHERE name = ?", (names[5],)),
    )
    for deed in wrong:
        try:
            deed()
        except CompanionError:
            continue
        raise AssertionError("this was to be refused")


def _take_in(shop: Shop, folder: Path, people: int) -> None:
    """A file with good and bad rows; it and what could not be taken in belong to the user."""
    path = folder / "export.csv"
    rows = [f"{number},{marker(number)},not-a-day-{marker(number)}" for number in range(9)]
    rows += [f"{people},{marker(people)} Ruiz,1990-05-01"]
    path.write_text("\n".join(["id,name,birthday", *rows]), encoding="utf-8")
    import_file(shop, ImportJob(path, Kind.CUSTOMERS, apply=True))
