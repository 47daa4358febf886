"""The first tables."""

from typing import Any

from peewee import (
    AutoField,
    BigIntegerField,
    BooleanField,
    Check,
    CompositeKey,
    Database,
    FloatField,
    IntegerField,
    JSONField,
    Model,
    SmallIntegerField,
    TextField,
)


class CustomerRow(Model):
    id = BigIntegerField(primary_key=True)
    name = TextField(default="")
    call_name = TextField(default="")
    say_as = TextField(default="")
    formal = BooleanField(default=False)
    phone = TextField(default="")
    email = TextField(default="")
    card = TextField(default="")
    description = TextField(default="")
    language = TextField(default="")
    household_id = BigIntegerField(null=True, index=True)
    source = TextField(default="")
    source_id = TextField(null=True)
    first_visit = IntegerField(null=True)
    last_visit = BigIntegerField(null=True, index=True)
    visits = IntegerField(default=0)
    next_n = IntegerField(default=1)
    no_celebrations = BooleanField(default=False)
    no_offers = BooleanField(default=False)
    remember = BooleanField(null=True)
    updated = BigIntegerField()
    erased = BigIntegerField(null=True)

    class Meta:
        legacy_table_names = False
        table_name = "customer"
        indexes = ((("source", "source_id"), True),)


class HouseholdRow(Model):
    id = AutoField()
    name = TextField(default="")
    updated = BigIntegerField()

    class Meta:
        legacy_table_names = False
        table_name = "household"


class MemberRow(Model):
    household_id = BigIntegerField()
    n = IntegerField()
    being_id = BigIntegerField(index=True)
    name = TextField()
    relation = TextField(default="")
    species = TextField(default="person")
    say_as = TextField(default="")
    customer_id = BigIntegerField(null=True)
    gone = BooleanField(default=False)

    class Meta:
        legacy_table_names = False
        table_name = "household_member"
        primary_key = CompositeKey("household_id", "n")
        without_rowid = True


class CelebrationRow(Model):
    customer_id = BigIntegerField()
    n = IntegerField()
    being_id = BigIntegerField(null=True)
    kind = TextField()
    title = TextField(default="")
    year = SmallIntegerField(null=True)
    month = SmallIntegerField(null=True)
    day = SmallIntegerField(null=True)
    leap = TextField(default="")
    yearly = BooleanField(default=True)
    known_since = IntegerField(null=True)
    md = SmallIntegerField(index=True)

    class Meta:
        legacy_table_names = False
        table_name = "celebration"
        primary_key = CompositeKey("customer_id", "n")
        without_rowid = True


class ProductRow(Model):
    id = AutoField()
    source = TextField(default="")
    ref = TextField()
    name = TextField()
    folded = TextField(index=True)
    grp = TextField(default="")
    price = BigIntegerField(null=True)
    available = BooleanField(default=True)
    icon = TextField(default="")

    class Meta:
        legacy_table_names = False
        table_name = "product"
        indexes = ((("ref", "source"), True),)


class VisitRow(Model):
    customer_id = BigIntegerField()
    n = IntegerField()
    uid = TextField(unique=True)
    ts = BigIntegerField(index=True)
    day = IntegerField(index=True)
    kind = TextField(default="bought")
    total = BigIntegerField(default=0)
    currency = TextField()
    till = TextField(default="")
    staff = TextField(default="")
    source = TextField(null=True)
    sale = TextField(null=True)
    voided = BigIntegerField(null=True)

    class Meta:
        legacy_table_names = False
        table_name = "visit"
        primary_key = CompositeKey("customer_id", "n")
        without_rowid = True


VisitRow.add_index(
    VisitRow.index(VisitRow.source, VisitRow.sale, unique=True).where(VisitRow.sale.is_null(False))
)


class LineRow(Model):
    customer_id = BigIntegerField()
    n = IntegerField()
    pos = SmallIntegerField()
    product_id = IntegerField()
    quantity = BigIntegerField(default=1000)
    amount = BigIntegerField(null=True)
    their_way = TextField(default="")

    class Meta:
        legacy_table_names = False
        table_name = "visit_line"
        primary_key = CompositeKey("customer_id", "n", "pos")
        without_rowid = True


class CustomerItemRow(Model):
    customer_id = BigIntegerField()
    product_id = IntegerField()
    times = IntegerField()
    last_ts = BigIntegerField()

    class Meta:
        legacy_table_names = False
        table_name = "customer_item"
        primary_key = CompositeKey("customer_id", "product_id")
        without_rowid = True


class ProductHabitRow(Model):
    product_id = IntegerField(primary_key=True)
    popularity = FloatField()
    rebuy = FloatField()
    gap = FloatField()
    size = FloatField()
    place = IntegerField(index=True)

    class Meta:
        legacy_table_names = False
        table_name = "product_habit"


class RemarkRow(Model):
    customer_id = BigIntegerField()
    kind = TextField()
    n = IntegerField()
    is_open = BooleanField(default=True)
    due = IntegerField(null=True)
    discretion = TextField(default="know")
    author = TextField(default="")
    heard_on = IntegerField(null=True)
    confirmed_on = IntegerField(null=True)
    about = BigIntegerField(null=True)
    text = TextField()
    body = JSONField(default=dict)

    class Meta:
        legacy_table_names = False
        table_name = "remark"
        primary_key = CompositeKey("customer_id", "kind", "n")
        without_rowid = True
        indexes = ((("kind", "is_open", "due"), False),)


class GiftRow(Model):
    id = AutoField()
    name = TextField()
    on_hand = IntegerField(constraints=[Check("on_hand >= 0")])
    cost = BigIntegerField()
    tags = JSONField(default=list)
    reorder_at = IntegerField(default=0)
    icon = TextField(default="")

    class Meta:
        legacy_table_names = False
        table_name = "gift"


class RuleRow(Model):
    id = TextField(primary_key=True)
    version = IntegerField()
    state = TextField()
    priority = IntegerField()

    class Meta:
        legacy_table_names = False
        table_name = "rule"


class RuleVersionRow(Model):
    rule_id = TextField()
    version = IntegerField()
    body = JSONField()
    made = BigIntegerField()
    author = TextField(default="")

    class Meta:
        legacy_table_names = False
        table_name = "rule_version"
        primary_key = CompositeKey("rule_id", "version")


class RedemptionRow(Model):
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
    day = IntegerField()
    state = TextField()
    cost = BigIntegerField()
    value = BigIntegerField()
    currency = TextField()
    gift_id = IntegerField(null=True)
    coupon = TextField(default="")
    staff = TextField(default="")
    offer = TextField(default="")
    reason = JSONField(default=dict)
    changed = BigIntegerField()

    class Meta:
        legacy_table_names = False
        table_name = "redemption"
        indexes = (
            (("rule_id", "beneficiary", "period_key"), True),
            (("household_id", "day"), False),
            (("rule_id", "day"), False),
            (("staff", "day"), False),
            (("gift_id", "state"), False),
            (("state", "changed"), False),
        )


class CouponRow(Model):
    code = TextField(primary_key=True)
    customer_id = BigIntegerField(null=True, index=True)
    redemption_id = IntegerField()
    amount = BigIntegerField(default=0)
    basis_points = IntegerField(default=0)
    currency = TextField()
    valid_from = IntegerField()
    valid_through = IntegerField()
    state = TextField(default="open")
    used_by = IntegerField(null=True)

    class Meta:
        legacy_table_names = False
        table_name = "coupon"


class StaffRow(Model):
    id = AutoField()
    name = TextField(unique=True)
    role = TextField(default="counter")
    pin = TextField(default="")
    active = BooleanField(default=True)

    class Meta:
        legacy_table_names = False
        table_name = "staff"


class ConsentRow(Model):
    customer_id = BigIntegerField()
    kind = TextField()
    answer = BooleanField()
    day = IntegerField()
    asked_by = TextField(default="")

    class Meta:
        legacy_table_names = False
        table_name = "consent"
        primary_key = CompositeKey("customer_id", "kind")
        without_rowid = True


class AuditRow(Model):
    id = AutoField()
    ts = BigIntegerField()
    staff = TextField(default="")
    deed = TextField()
    body = TextField()
    mac = TextField()

    class Meta:
        legacy_table_names = False
        table_name = "audit"


class SettingRow(Model):
    key = TextField(primary_key=True)
    value = JSONField()

    class Meta:
        legacy_table_names = False
        table_name = "setting"


class ImportBatchRow(Model):
    id = AutoField()
    file = TextField()
    what = TextField()
    source = TextField()
    started = BigIntegerField()
    finished = BigIntegerField(null=True)
    counts = JSONField(default=dict)

    class Meta:
        legacy_table_names = False
        table_name = "import_batch"


class SearchDocRow(Model):
    slot = BigIntegerField(primary_key=True)
    customer_id = BigIntegerField(unique=True)
    d = TextField()

    class Meta:
        legacy_table_names = False
        table_name = "search_doc"


class ContactKeyRow(Model):
    k = TextField()
    customer_id = BigIntegerField(index=True)

    class Meta:
        legacy_table_names = False
        table_name = "contact_key"
        primary_key = CompositeKey("k", "customer_id")
        without_rowid = True


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
)

WORDS = """
CREATE VIRTUAL TABLE name_fts USING fts5(
    d, content='search_doc', content_rowid='slot', detail=none, columnsize=0,
    tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5 6')
"""
AUDIT_IS_APPEND_ONLY = (
    "CREATE TRIGGER audit_keeps BEFORE DELETE ON audit "
    "BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END",
    "CREATE TRIGGER audit_stays BEFORE UPDATE ON audit "
    "BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END",
)


def up(migrator: Any, db: Database) -> None:
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
    db.execute_sql(WORDS)
    # A deleted name must leave no trace in the pages of the index.
    db.execute_sql("INSERT INTO name_fts(name_fts, rank) VALUES('secure-delete', 1)")
    for trigger in AUDIT_IS_APPEND_ONLY:
        db.execute_sql(trigger)
