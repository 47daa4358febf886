"""What a file may tell, and what its columns are usually called.

A preset or a person says which column is which; where neither does, these names decide. They are
compared without case and punctuation, in this order of preference.
"""

from dataclasses import dataclass

from pos_companion.importers import Kind


@dataclass(frozen=True)
class Field:
    """One thing a file may tell.

    Attributes:
        name: as in `--map NAME=COLUMN`.
        names: what its column is usually called, best first.
        several: more than one column may hold it; the first that is not empty counts.
    """

    name: str
    names: tuple[str, ...] = ()
    several: bool = False


def _field(name: str, names: str = "", several: bool = False) -> Field:
    return Field(name, (name.replace("_", " "), *names.split("|")) if names else (), several)


SALES = (
    _field(
        "sale",
        "sale id|receipt number|receipt no|receipt id|receipt|transaction id|transaction number"
        "|order id|order number|order no|basket id|basket|ticket|check id|bill number"
        "|invoice number|invoice|order|transaction|transaktionsnummer|kvitteringsnummer|id",
    ),
    _field(
        "time",
        "date time|datetime|date and time|timestamp|transaction timestamp|created at|date order"
        "|order date|sold at|opened|opened date|transaction date|created",
    ),
    _field("date", "sale date|day|business date|datum|dato"),
    _field(
        "customer",
        "customer id|customer code|customer number|customer no|client id|member id|household id"
        "|partner id|customer reference id|client|member",
    ),
    _field("customer_name", "name of customer|client name"),
    _field("phone", "customer phone|phone number|mobile", several=True),
    _field("email", "customer email|e mail|email address", several=True),
    # "Card" on a sale is how it was paid: everybody would become the one customer "Visa".
    Field("card", ("loyalty card", "customer card", "card code", "member card")),
    _field(
        "product",
        "product id|sku|item id|article number|item number|product code|item code|article|plu"
        "|gtin|barcode|ean",
    ),
    _field(
        "name",
        "product name|item name|item|menu item|lineitem name|description|beschreibung"
        "|product type|details",
    ),
    _field("quantity", "qty|lineitem quantity|menge|count|units|pieces"),
    _field(
        "amount",
        "line total|total amount|sales value|total price|net sales|net price|total|price brutto"
        "|gross sales|value|price",
    ),
    _field("group", "category|department|product group|product category|menu group|sales category"),
    _field("till", "register|pos|terminal|device name"),
    _field("staff", "employee|cashier|cashier name|staff name|server|user"),
)

CUSTOMERS = (
    _field(
        "id",
        "customer id|square customer id|customer number|customer no|client id|member id"
        "|customer code|account number",
    ),
    _field("name", "full name|customer name|display name|customer|client name"),
    _field("first_name", "given name|firstname|forename"),
    _field("last_name", "surname|family name|lastname"),
    _field("call_name", "nickname|known as|preferred name"),
    _field("say_as", "pronunciation|phonetic name|phonetic first name"),
    _field(
        "phone",
        "phone number|mobile|mobile phone|mobile number|phone mobile|cell phone|telephone"
        "|phone 1 value|tel|phone home",
        several=True,
    ),
    _field("email", "e mail|email address|e mail address|e mail 1 value", several=True),
    _field("card", "card code|loyalty card|customer card|member card|barcode|reference id"),
    _field("birthday", "date of birth|birth date|birthdate|dob"),
    _field("pet", "pet name|dog|dog name|cat|cat name"),
    _field("pet_kind", "species|kind of pet|pet type"),
    _field("pet_birthday", "pet date of birth|dog birthday|cat birthday"),
    _field("note", "notes|memo|comment|comments|remark|remarks"),
    _field("household", "household id|family id|family"),
    _field("language", "preferred language"),
    # Only ever by mapping: "accepts marketing" is not "may be remembered".
    _field("remember"),
)

FIELDS = {Kind.SALES: SALES, Kind.CUSTOMERS: CUSTOMERS}

NEEDED: dict[Kind, tuple[tuple[str, ...], ...]] = {
    Kind.SALES: (
        ("sale",),
        ("time", "date"),
        ("customer", "phone", "email", "card"),
        ("product", "name"),
    ),
    Kind.CUSTOMERS: (("id", "phone", "email", "card"),),
}
"""Of each group at least one field must have a column."""

SENSITIVE = frozenset(
    {
        "card number",
        "pan suffix",
        "card auth code",
        "auth code",
        "credit card auth code",
        "credit card transaction id",
        "last 4",
        "last 4 digits",
        "last digits",
        "sidste cifre",
    }
)
"""Columns of payment cards: never read, never copied into another file."""
