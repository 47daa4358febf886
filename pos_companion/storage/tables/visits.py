"""Products, visits and the counters that go with them."""

from peewee import (
    SQL,
    AutoField,
    BigIntegerField,
    BooleanField,
    CompositeKey,
    FloatField,
    IntegerField,
    SmallIntegerField,
    TextField,
)

from pos_companion.storage.columns import DayField, InstantField
from pos_companion.storage.tables.row import Row


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
        indexes = ((("ref", "source"), True),)


class VisitRow(Row):
    """`n` follows the order of time within a customer; a void visit keeps its number.

    `company` names beings, such as `being:3 being:7`; what is `corrected` no file changes any more.
    """

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
    mood_in = TextField(default="", constraints=[SQL("DEFAULT ''")])
    mood_out = TextField(default="", constraints=[SQL("DEFAULT ''")])
    company = TextField(default="", constraints=[SQL("DEFAULT ''")])
    corrected = InstantField(null=True)

    class Meta:
        table_name = "visit"
        primary_key = CompositeKey("customer_id", "n")
        without_rowid = True


# Only sales of another program have a number; a visit recorded here need not touch this index.
VisitRow.add_index(
    VisitRow.index(VisitRow.source, VisitRow.sale, unique=True).where(VisitRow.sale.is_null(False))
)
# The others need not touch this one: visits without a word about the mood.
VisitRow.add_index(
    VisitRow.index(VisitRow.day, name="visit_moods").where(
        VisitRow.mood_in.concat(VisitRow.mood_out) != ""
    )
)


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
