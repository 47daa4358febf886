"""The tables, as rows; only this package ever sees a row.

Every table that grows with a customer's life begins its key with the customer and is kept in key
order, so that a card touches a handful of pages in a shop of any size. Money is minor units,
quantities are thousandths, instants are seconds UTC, business days are day numbers.
"""

from peewee import (
    AutoField,
    BigIntegerField,
    BooleanField,
    Check,
    CompositeKey,
    DatabaseProxy,
    FloatField,
    IntegerField,
    JSONField,
    Model,
    SmallIntegerField,
    TextField,
)

from pos_companion.storage.columns import DayField, InstantField

database = DatabaseProxy()


class Row(Model):  # type: ignore[misc]
    """What all tables share."""

    class Meta:
        database = database
        legacy_table_names = False


class CustomerRow(Row):
    """`next_n` numbers the next visit; `source_id` is empty (NULL) for people added here."""

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
    first_visit = DayField(null=True)
    last_visit = InstantField(null=True, index=True)
    visits = IntegerField(default=0)
    next_n = IntegerField(default=1)
    no_celebrations = BooleanField(default=False)
    no_offers = BooleanField(default=False)
    remember = BooleanField(null=True)
    updated = InstantField()
    erased = InstantField(null=True)

    class Meta:
        table_name = "customer"
        indexes = ((("source", "source_id"), True),)


class HouseholdRow(Row):
    """People and pets who live together."""

    id = AutoField()
    name = TextField(default="")
    updated = InstantField()

    class Meta:
        table_name = "household"


class MemberRow(Row):
    """A being in a household; one being may be in several."""

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
        table_name = "household_member"
        primary_key = CompositeKey("household_id", "n")
        without_rowid = True


class CelebrationRow(Row):
    """`md` is month * 100 + day, 0 where the day is not known; 29 February is 229."""

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
    known_since = DayField(null=True)
    md = SmallIntegerField(index=True)

    class Meta:
        table_name = "celebration"
        primary_key = CompositeKey("customer_id", "n")
        without_rowid = True


class ProductRow(Row):
    """`folded` is the name as the search folds it."""

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
        table_name = "product"
        indexes = ((("source", "ref"), True),)


class VisitRow(Row):
    """`n` follows the order of time within a customer; a void visit keeps its number."""

    customer_id = BigIntegerField()
    n = IntegerField()
    uid = TextField(unique=True)
    ts = InstantField(index=True)
    day = DayField(index=True)
    kind = TextField(default="bought")
    total = BigIntegerField(default=0)
    currency = TextField()
    till = TextField(default="")
    staff = TextField(default="")
    source = TextField(null=True)
    sale = TextField(null=True)
    voided = InstantField(null=True)

    class Meta:
        table_name = "visit"
        primary_key = CompositeKey("customer_id", "n")
        without_rowid = True
        indexes = ((("source", "sale"), True),)


class LineRow(Row):
    """A line of a visit; `quantity` in thousandths, `amount` in minor units."""

    customer_id = BigIntegerField()
    n = IntegerField()
    pos = SmallIntegerField()
    product_id = IntegerField()
    quantity = BigIntegerField(default=1000)
    amount = BigIntegerField(null=True)
    their_way = TextField(default="")

    class Meta:
        table_name = "visit_line"
        primary_key = CompositeKey("customer_id", "n", "pos")
        without_rowid = True


class CustomerItemRow(Row):
    """How often a customer took a product on visits that count; `check` compares it."""

    customer_id = BigIntegerField()
    product_id = IntegerField()
    times = IntegerField()
    last_ts = InstantField()

    class Meta:
        table_name = "customer_item"
        primary_key = CompositeKey("customer_id", "product_id")
        without_rowid = True


class ProductHabitRow(Row):
    """What the whole shop does with a product; worked out anew, never counted up."""

    product_id = IntegerField(primary_key=True)
    popularity = FloatField()
    rebuy = FloatField()
    gap = FloatField()
    size = FloatField()
    place = IntegerField(index=True)

    class Meta:
        table_name = "product_habit"


class RemarkRow(Row):
    """Facts, threads and concerns of a customer; `body` holds what only its kind knows."""

    customer_id = BigIntegerField()
    kind = TextField()
    n = IntegerField()
    is_open = BooleanField(default=True)
    due = DayField(null=True)
    discretion = TextField(default="know")
    author = TextField(default="")
    heard_on = DayField(null=True)
    confirmed_on = DayField(null=True)
    about = BigIntegerField(null=True)
    text = TextField()
    body = JSONField(default=dict)

    class Meta:
        table_name = "remark"
        primary_key = CompositeKey("customer_id", "kind", "n")
        without_rowid = True
        indexes = ((("kind", "is_open", "due"), False),)


class GiftRow(Row):
    """A gift on the shelf; what is promised is counted over the ledger."""

    id = AutoField()
    name = TextField()
    on_hand = IntegerField(constraints=[Check("on_hand >= 0")])
    cost = BigIntegerField()
    tags = JSONField(default=list)
    reorder_at = IntegerField(default=0)
    icon = TextField(default="")

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


class RedemptionRow(Row):
    """The ledger; `period_key` is NULL where nothing is once-only and once a row no longer counts."""

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

    class Meta:
        table_name = "redemption"
        indexes = (
            (("rule_id", "beneficiary", "period_key"), True),
            (("household_id", "day"), False),
            (("rule_id", "day"), False),
            (("staff", "day"), False),
            (("gift_id", "state"), False),
            (("state", "changed"), False),
        )


class CouponRow(Row):
    """A coupon; `redemption_id` made it, `used_by` is the redemption that used it."""

    code = TextField(primary_key=True)
    customer_id = BigIntegerField(null=True, index=True)
    redemption_id = IntegerField()
    amount = BigIntegerField(default=0)
    basis_points = IntegerField(default=0)
    currency = TextField()
    valid_from = DayField()
    valid_through = DayField()
    state = TextField(default="open")
    used_by = IntegerField(null=True)

    class Meta:
        table_name = "coupon"


class StaffRow(Row):
    """A colleague."""

    id = AutoField()
    name = TextField(unique=True)
    role = TextField(default="counter")
    pin = TextField(default="")
    active = BooleanField(default=True)

    class Meta:
        table_name = "staff"


class ConsentRow(Row):
    """What a customer said when asked; no row means nobody has asked."""

    customer_id = BigIntegerField()
    kind = TextField()
    answer = BooleanField()
    day = DayField()
    asked_by = TextField(default="")

    class Meta:
        table_name = "consent"
        primary_key = CompositeKey("customer_id", "kind")
        without_rowid = True


class AuditRow(Row):
    """Who did what; a chain of HMACs, append-only by triggers. Bodies hold ids, never names."""

    id = AutoField()
    ts = InstantField()
    staff = TextField(default="")
    deed = TextField()
    body = TextField()
    mac = TextField()

    class Meta:
        table_name = "audit"


class SettingRow(Row):
    """What the shop decided, and a few numbers about the whole."""

    key = TextField(primary_key=True)
    value = JSONField()

    class Meta:
        table_name = "setting"


class ImportBatchRow(Row):
    """One file that was taken in."""

    id = AutoField()
    file = TextField()
    what = TextField()
    source = TextField()
    started = InstantField()
    finished = InstantField(null=True)
    counts = JSONField(default=dict)

    class Meta:
        table_name = "import_batch"


class SearchDocRow(Row):
    """The folded words by which a customer is found; smaller slots are likelier to walk in."""

    slot = BigIntegerField(primary_key=True)
    customer_id = BigIntegerField(unique=True)
    d = TextField()

    class Meta:
        table_name = "search_doc"


class ContactKeyRow(Row):
    """Numbers and codes by which a customer is found.

    The first letter of `k` tells them apart: p phone digits, r the same reversed, c card,
    C card reversed, e e-mail, x the id in the program they came from.
    """

    k = TextField()
    customer_id = BigIntegerField(index=True)

    class Meta:
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
"""Every table, in the order in which they are made."""
