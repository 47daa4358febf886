"""The tables, as rows; only this package ever sees a row.

Every table that grows with a customer's life begins its key with the customer and is kept in key
order, so that a card touches a handful of pages in a shop of any size. Money is minor units,
quantities are thousandths, instants are seconds UTC, business days are day numbers.
"""

from pos_companion.storage.tables.answers import AnswerRow
from pos_companion.storage.tables.forgetting import ForgottenRow, TombstoneRow
from pos_companion.storage.tables.merging import MergeRow
from pos_companion.storage.tables.people import (
    CelebrationRow,
    ConsentRow,
    CustomerRow,
    HouseholdRow,
    MemberRow,
    RemarkRow,
)
from pos_companion.storage.tables.row import database
from pos_companion.storage.tables.rulebook import (
    CouponRow,
    GiftRow,
    RedemptionRow,
    RuleRow,
    RuleVersionRow,
    SegmentRow,
)
from pos_companion.storage.tables.search import ContactKeyRow, SearchDocRow, TermKeyRow, TermRow
from pos_companion.storage.tables.shelf import StockMoveRow
from pos_companion.storage.tables.shop import (
    AuditRow,
    DoneRow,
    ImportBatchRow,
    SettingRow,
    StaffRow,
)
from pos_companion.storage.tables.visits import (
    CustomerItemRow,
    LineRow,
    ProductHabitRow,
    ProductRow,
    VisitRow,
)

TABLES = (
    CustomerRow,
    HouseholdRow,
    MemberRow,
    CelebrationRow,
    ProductRow,
    VisitRow,
    LineRow,
    CustomerItemRow,
    ProductHabitRow,
    RemarkRow,
    GiftRow,
    RuleRow,
    RuleVersionRow,
    RedemptionRow,
    CouponRow,
    StaffRow,
    ConsentRow,
    AuditRow,
    SettingRow,
    ImportBatchRow,
    SearchDocRow,
    ContactKeyRow,
    TermRow,
    TermKeyRow,
    MergeRow,
    AnswerRow,
    DoneRow,
    StockMoveRow,
    ForgottenRow,
    TombstoneRow,
    SegmentRow,
)
"""Every table, in the order in which they are made."""
LOOK_UP = (SearchDocRow, ContactKeyRow, TermRow, TermKeyRow)
"""What people are found by: of these each till of a shop with a server has its own."""

__all__ = [
    "LOOK_UP",
    "TABLES",
    "AnswerRow",
    "AuditRow",
    "CelebrationRow",
    "ConsentRow",
    "ContactKeyRow",
    "CouponRow",
    "CustomerItemRow",
    "CustomerRow",
    "DoneRow",
    "ForgottenRow",
    "GiftRow",
    "HouseholdRow",
    "ImportBatchRow",
    "LineRow",
    "MemberRow",
    "MergeRow",
    "ProductHabitRow",
    "ProductRow",
    "RedemptionRow",
    "RemarkRow",
    "RuleRow",
    "RuleVersionRow",
    "SearchDocRow",
    "SegmentRow",
    "SettingRow",
    "StaffRow",
    "StockMoveRow",
    "TermKeyRow",
    "TermRow",
    "TombstoneRow",
    "VisitRow",
    "database",
]
