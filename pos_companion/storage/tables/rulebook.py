"""Gifts, rules, the ledger and coupons."""

from peewee import (
    SQL,
    AutoField,
    BigIntegerField,
    Check,
    CompositeKey,
    IntegerField,
    JSONField,
    SmallIntegerField,
    TextField,
)

from pos_companion.storage.columns import DayField, InstantField
from pos_companion.storage.tables.row import Row


class GiftRow(Row):
    """A gift on the shelf; what is promised is counted over the ledger."""

    id = AutoField()
    name = TextField()
    on_hand = IntegerField(constraints=[Check("on_hand >= 0")])
    cost = BigIntegerField()
    tags = JSONField(default=list)
    reorder_at = IntegerField(default=0)
    icon = TextField(default="")
    on_order = IntegerField(default=0, constraints=[SQL("DEFAULT 0")])
    retired = InstantField(null=True)

    class Meta:
        table_name = "gift"


class RuleRow(Row):
    """Which version of a rule is in force."""

    id = TextField(primary_key=True)
    version = IntegerField()
    state = TextField()
    priority = IntegerField()

    class Meta:
        table_name = "rule"


class RuleVersionRow(Row):
    """A rule as it was; never changed once written."""

    rule_id = TextField()
    version = IntegerField()
    body = JSONField()
    made = InstantField()
    author = TextField(default="")

    class Meta:
        table_name = "rule_version"
        primary_key = CompositeKey("rule_id", "version")


class SegmentRow(Row):
    """People with a name; `body` is the tree of conditions that says who they are."""

    id = TextField(primary_key=True)
    name = TextField()
    body = JSONField()
    made = InstantField()

    class Meta:
        table_name = "segment"


class RedemptionRow(Row):
    """The ledger; `period_key` is NULL where nothing is once-only or the row no longer counts.

    `exception` says why it went beyond what was planned; empty for what did not.
    """

    id = AutoField()
    key = TextField(unique=True)
    rule_id = TextField()
    version = IntegerField()
    customer_id = BigIntegerField(index=True)
    household_id = BigIntegerField(null=True)
    beneficiary = TextField()
    celebration_year = SmallIntegerField(default=0)
    period_key = TextField(null=True)
    visit_uid = TextField(index=True)
    day = DayField()
    state = TextField()
    cost = BigIntegerField()
    value = BigIntegerField()
    currency = TextField()
    gift_id = IntegerField(null=True)
    coupon = TextField(default="")
    staff = TextField(default="")
    offer = TextField(default="")
    reason = JSONField(default=dict)
    changed = InstantField()
    till = TextField(default="", constraints=[SQL("DEFAULT ''")])
    approver = TextField(default="", constraints=[SQL("DEFAULT ''")])
    exception = TextField(default="", constraints=[SQL("DEFAULT ''")])

    class Meta:
        table_name = "redemption"
        indexes = ((("day", "rule_id"), False),)


# Every line is written while somebody waits: an index holds only the lines that are asked for by
# it. What was promised is over in a minute, few are for somebody else, and few are exceptions.
RedemptionRow.add_index(
    RedemptionRow.index(RedemptionRow.state, RedemptionRow.gift_id, name="redemption_promised")
    .where(SQL("state = 'accepted'"))
)  # fmt: skip
RedemptionRow.add_index(
    RedemptionRow.index(RedemptionRow.beneficiary, name="redemption_being")
    .where(SQL("beneficiary LIKE 'being:%'"))
)  # fmt: skip
RedemptionRow.add_index(
    RedemptionRow.index(
        RedemptionRow.rule_id, RedemptionRow.beneficiary, RedemptionRow.period_key, unique=True,
        name="redemption_once",
    ).where(SQL("period_key IS NOT NULL"))
)  # fmt: skip
RedemptionRow.add_index(
    RedemptionRow.index(RedemptionRow.exception, RedemptionRow.day).where(SQL("exception <> ''"))
)


class CouponRow(Row):
    """A coupon; `redemption_id` made it, `used_by` is the redemption that used it."""

    code = TextField(primary_key=True)
    customer_id = BigIntegerField(null=True, index=True)
    redemption_id = IntegerField(index=True)
    amount = BigIntegerField(default=0)
    basis_points = IntegerField(default=0)
    currency = TextField()
    valid_from = DayField()
    valid_through = DayField()
    state = TextField(default="open")
    used_by = IntegerField(null=True)

    class Meta:
        table_name = "coupon"
