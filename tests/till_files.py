"""Files of a till, taken in as a shop would take them in."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from pos_companion.importers import Kind
from pos_companion.services import Shop
from pos_companion.services.imports import ImportJob, Report, import_file

HEADER = "sale,time,customer,product,name,quantity,amount\n"
MONDAY = (
    "S1,2025-11-03 08:10,17,CAP,Cappuccino,1,3.40\n"
    "S1,2025-11-03 08:10,17,CRO,Croissant,2,4.20\n"
    "S2,2025-11-03 09:00,A-9,CAP,Cappuccino,1,3.40\n"
)
TUESDAY = "S3,2025-11-04 08:12,17,CAP,Cappuccino,1,3.40\n"
WEDNESDAY = "S4,2025-11-05 08:15,17,TEA,Tea,1,2.80\n"
TakeIn = Callable[..., Report]


def taker(shop: Shop, folder: Path) -> TakeIn:
    """Takes texts in as files of a till that lie in a folder."""
    return partial(take_in, shop, folder)


def take_in(
    shop: Shop,
    folder: Path,
    text: str,
    kind: Kind = Kind.SALES,
    apply: bool = True,
    **more: object,
) -> Report:
    """Take a text in as a file of the till."""
    path = folder / f"{kind}.csv"
    path.write_text(text, encoding="utf-8")
    return import_file(shop, ImportJob(path, kind, apply=apply, **more))


def counts(report: Report) -> tuple[int, int, int, int]:
    """Created, updated, unchanged, rejected."""
    return report.created, report.updated, report.unchanged, report.rejected


def everything(shop: Shop) -> dict[str, list[tuple[object, ...]]]:
    """All that an import may change, without when it was written."""
    tables = {
        "customer": "id, name, phone, email, card, source_id, visits, first_visit, last_visit,"
        " next_n, household_id",
        "remark": "customer_id, kind, n, text",
        "search_doc": "customer_id, d",
        "import_batch": "file, what, source",
        "audit": "deed, body",
    }
    whole = ("visit", "visit_line", "customer_item", "product", "household_member", "celebration")
    tables |= dict.fromkeys((*whole, "contact_key", "setting"), "*")
    return {
        name: sorted(shop.storage.rows(f"SELECT {columns} FROM {name}"), key=repr)
        for name, columns in tables.items()
    }


def visits_of(shop: Shop, customer: int) -> list[tuple[int, str, int]]:
    """(number, sale, total) of a customer's visits, as the key orders them."""
    return shop.storage.rows(
        "SELECT n, sale, total FROM visit WHERE customer_id = ? ORDER BY n", (customer,)
    )
