"""Customers, households, celebrations, and what they told us."""

from peewee import (
    SQL,
    AutoField,
    BigIntegerField,
    BooleanField,
    CompositeKey,
    IntegerField,
    JSONField,
    SmallIntegerField,
    TextField,
)

from pos_companion.storage.columns import DayField, InstantField
from pos_companion.storage.tables.row import Row


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
    household_id = BigIntegerField(null=True)
    source = TextField(default="")
    source_id = TextField(null=True)
    first_visit = DayField(null=True)
    last_visit = InstantField(null=True)
    visits = IntegerField(default=0)
    next_n = IntegerField(default=1)
    no_celebrations = BooleanField(default=False)
    no_offers = BooleanField(default=False)
    remember = BooleanField(null=True)
    updated = InstantField()
    erased = InstantField(null=True)
    channel = TextField(default="", constraints=[SQL("DEFAULT ''")])
    best_time = TextField(default="", constraints=[SQL("DEFAULT ''")])
    gone = TextField(default="", constraints=[SQL("DEFAULT ''")])
    gone_on = DayField(null=True)
    street = TextField(default="", constraints=[SQL("DEFAULT ''")])
    tags = TextField(default="", constraints=[SQL("DEFAULT ''")])

    class Meta:
        table_name = "customer"


# Whoever lives alone, never came, or was added here need not touch these.
for _index in (
    CustomerRow.index(CustomerRow.household_id).where(SQL("household_id IS NOT NULL")),
    CustomerRow.index(CustomerRow.last_visit).where(SQL("last_visit IS NOT NULL")),
    CustomerRow.index(CustomerRow.source, CustomerRow.source_id, unique=True).where(
        SQL("source_id IS NOT NULL")
    ),
):
    CustomerRow.add_index(_index)


class HouseholdRow(Row):
    """People and pets who live together."""

    id = AutoField()
    name = TextField(default="")
    updated = InstantField()

    class Meta:
        table_name = "household"


class MemberRow(Row):
    """A being in a household; one being may be in several. `how` says in which way it is gone."""

    household_id = BigIntegerField()
    n = IntegerField()
    being_id = BigIntegerField(index=True)
    name = TextField()
    relation = TextField(default="")
    species = TextField(default="person")
    say_as = TextField(default="")
    customer_id = BigIntegerField(null=True, index=True)
    gone = BooleanField(default=False)
    how = TextField(default="", constraints=[SQL("DEFAULT ''")])
    gone_on = DayField(null=True)

    class Meta:
        table_name = "household_member"
        primary_key = CompositeKey("household_id", "n")
        without_rowid = True


class CelebrationRow(Row):
    """A day; `md` is its code in `day_codes`. `calendar` is empty for the one on the wall."""

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
    calendar = TextField(default="", constraints=[SQL("DEFAULT ''")])
    nth = SmallIntegerField(null=True)
    weekday = SmallIntegerField(null=True)
    quiet = BooleanField(default=False, constraints=[SQL("DEFAULT 0")])
    hidden_from = TextField(default="", constraints=[SQL("DEFAULT ''")])

    class Meta:
        table_name = "celebration"
        primary_key = CompositeKey("customer_id", "n")
        without_rowid = True


class RemarkRow(Row):
    """Facts, threads and concerns of a customer; `body` holds what only its kind knows.

    `sent_by` is the customer who sent them, on a remark about how they came across the shop.
    """

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
    sent_by = BigIntegerField(null=True)

    class Meta:
        table_name = "remark"
        primary_key = CompositeKey("customer_id", "kind", "n")
        without_rowid = True
        indexes = ((("kind", "is_open", "due"), False),)


# Few were sent by somebody.
RemarkRow.add_index(RemarkRow.index(RemarkRow.sent_by).where(RemarkRow.sent_by.is_null(False)))


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
