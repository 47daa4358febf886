from dataclasses import replace

import pytest

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.consent import ConsentKind
from pos_companion.model.dates import LeapPolicy, PartialDate
from pos_companion.model.people import Customer, Gone, PreferredChannel, Source
from pos_companion.rules.conditions.tagged import Tagged
from pos_companion.services.consents import consents
from pos_companion.services.finding import find
from pos_companion.services.look_up import open_card
from pos_companion.services.people import (
    NewCustomer,
    NewDay,
    add_customer,
    edit_customer,
    forget_addition,
)
from pos_companion.services.sad_news import sad_news
from pos_companion.services.sources import NewTouch, referred_by
from tests import builders
from tests.state import everything

CARD = "4111 1111 1111 1111"
FIRST_OF_MAY = PartialDate(None, 5, 1)


def people(shop):
    return shop.storage.rows("SELECT name, phone, email, card FROM customer ORDER BY id")


def test_a_name_is_enough_and_is_found_at_once(shop):
    ana = add_customer(shop, NewCustomer("  ana   silva "))
    assert (ana.name, ana.called, ana.remember) == ("ana silva", "ana", None)
    assert [hit.customer.id for hit in find(shop, "silva")] == [ana.id]


@pytest.mark.parametrize("remember", [None, False])
def test_without_their_yes_only_the_name_is_kept(shop, remember):
    add_customer(
        shop,
        NewCustomer(
            "Ana Silva",
            phone="030 0110 4471",
            email="ana@example.org",
            days=(NewDay(CelebrationKind.BIRTHDAY, FIRST_OF_MAY),),
            remember=remember,
        ),
    )
    assert people(shop) == [("Ana Silva", "", "", "")]
    assert shop.storage.rows("SELECT count(*) FROM celebration") == [(0,)]


def test_with_their_yes_phone_and_days_are_kept(shop):
    ana = add_customer(
        shop,
        NewCustomer(
            "Ana Silva",
            call_name="Anita",
            phone="030 0110 4471",
            email="Ana@Example.org",
            days=(
                NewDay(CelebrationKind.BIRTHDAY, PartialDate(None, 2, 29), leap=LeapPolicy.MARCH),
                NewDay(CelebrationKind.BIRTHDAY, FIRST_OF_MAY, pet="Rex"),
            ),
            remember=True,
        ),
    )
    assert people(shop) == [("Ana Silva", "+493001104471", "ana@example.org", "")]
    found = open_card(shop, ana.id)
    assert [member.name for member in found.card.household] == ["Rex"]
    assert [(one.who, str(one.date), one.leap) for one in found.facts.celebrations] == [
        ("Anita", "--02-29", LeapPolicy.MARCH),
        ("Rex", "--05-01", None),
    ]
    assert [hit.customer.id for hit in find(shop, "rex")] == [ana.id]


@pytest.mark.parametrize("name", ["", "   ", "\x00", "\u202e"])
def test_somebody_needs_a_name(shop, name):
    with pytest.raises(BadInputError, match="needs a name"):
        add_customer(shop, NewCustomer(name))


@pytest.mark.parametrize("name", ["x" * 201, "🧁" * 5000])
def test_a_name_has_an_end(shop, name):
    with pytest.raises(BadInputError, match="too long"):
        add_customer(shop, NewCustomer(name))
    assert people(shop) == []


@pytest.mark.parametrize(
    "name", ["O'Brien", "'; DROP TABLE customer; --", "高橋 美咲", "ليلى", "🧁"]
)
def test_names_of_any_kind_are_kept(shop, name):
    assert add_customer(shop, NewCustomer(name)).name == name


@pytest.mark.parametrize(
    "new",
    [
        NewCustomer(CARD),
        NewCustomer(f"Ana {CARD}"),
        NewCustomer("Ana", call_name=CARD),
        NewCustomer("Ana", card=CARD),
        NewCustomer("Ana", phone="4111111111111111", remember=True),
        NewCustomer("Ana", email="4111111111111111@example.org", remember=True),
        NewCustomer("Ana", days=(NewDay(CelebrationKind.BIRTHDAY, FIRST_OF_MAY, CARD),)),
    ],
)
def test_a_payment_card_number_is_kept_nowhere(shop, new):
    with pytest.raises(BadInputError, match="payment card"):
        add_customer(shop, new)
    assert people(shop) == []
    assert shop.storage.rows("SELECT count(*) FROM household_member") == [(0,)]


def test_what_is_no_e_mail_is_said(shop):
    with pytest.raises(BadInputError, match="is not an e-mail"):
        add_customer(shop, NewCustomer("Ana", email="ana at home", remember=True))


def test_a_phone_that_cannot_be_read_is_kept_as_typed(shop):
    ana = add_customer(shop, NewCustomer("Ana", phone="ask Bea", remember=True))
    assert ana.phone == "ask Bea"


def test_a_card_belongs_to_one_person(shop):
    ana = add_customer(shop, NewCustomer("Ana", card="ROSE-7"))
    with pytest.raises(RefusedError, match="belongs to somebody else"):
        add_customer(shop, NewCustomer("Bea", card="rose-7"))
    assert edit_customer(shop, ana).card == "ROSE-7"


def test_a_correction_is_found_and_leaves_the_visits_alone(shop):
    ana = builders.add_customer("Ana Slva")
    builders.add_visits(ana, 3)
    edit_customer(shop, Customer(ana.id, "Ana Silva", remember=True))
    (hit,) = find(shop, "silva")
    assert (hit.customer.visits, hit.customer.name) == (3, "Ana Silva")
    (slip,) = find(shop, "slva")  # what was written before is now a slip of the finger
    assert slip.customer.name == "Ana Silva"


def test_a_correction_keeps_the_household(shop):
    ana = builders.add_customer("Ana Silva", family=[("Rex", "dog")])
    edit_customer(shop, Customer(ana.id, "Ana Costa", remember=True))
    assert [member.name for member in open_card(shop, ana.id).card.household] == ["Rex"]


def test_somebody_who_is_not_there_cannot_be_corrected(shop):
    with pytest.raises(NotFoundError):
        edit_customer(shop, Customer(42, "Ana"))


def test_an_addition_can_be_taken_back_whole(shop):
    before = shop.storage.rows("SELECT * FROM search_doc")
    day = NewDay(CelebrationKind.BIRTHDAY, FIRST_OF_MAY, pet="Rex")
    ana = add_customer(shop, NewCustomer("Ana Silva", days=(day,), remember=True))
    forget_addition(shop, ana.id)
    forget_addition(shop, ana.id)
    assert people(shop) == []
    assert shop.storage.rows("SELECT * FROM search_doc") == before
    assert shop.storage.rows("SELECT count(*) FROM contact_key") == [(0,)]
    assert find(shop, "silva") == ()


def test_an_addition_with_visits_stays(shop):
    ana = builders.add_customer("Ana Silva")
    builders.add_visit(ana)
    with pytest.raises(RefusedError, match="has visits already"):
        forget_addition(shop, ana.id)


def test_a_few_words_are_enough_where_there_is_no_name(shop):
    lady = add_customer(shop, NewCustomer(description="lady, red pram"))
    assert [hit.customer.id for hit in find(shop, "red pram")] == [lady.id]
    named = NewCustomer("Ana", description="red pram", channel=PreferredChannel.SMS)
    assert named.not_kept == ("channel", "description")
    assert add_customer(shop, named).description == ""


def test_how_they_like_to_hear_from_us_and_how_they_found_us_are_kept_with_their_yes(shop):
    bea = add_customer(shop, NewCustomer("Bea"))
    new = NewCustomer(
        "Ana",
        remember=True,
        channel=PreferredChannel.POST,
        best_time="mornings",
        street="Rose Street 4",
        touch=NewTouch(Source.FRIEND, referred_by=bea.id),
    )
    ana = shop.storage.people.get(add_customer(shop, new).id)
    assert (ana.channel, ana.best_time) == (PreferredChannel.POST, "mornings")
    assert ana.street == "Rose Street 4"
    assert referred_by(shop, ana.id).name == "Bea"


def test_each_tag_is_kept_once_and_only_with_their_yes(shop):
    ana = add_customer(shop, NewCustomer("Ana", remember=True, tags=" choir,Market , Choir,,"))
    assert ana.tags == "choir, Market"
    assert shop.storage.people.get(ana.id).tagged == {"choir", "market"}
    assert NewCustomer("Bea", tags="choir").not_kept == ("tags",)
    assert edit_customer(shop, replace(ana, tags="")).tagged == frozenset()


def test_a_rule_asks_for_a_tag(shop):
    builders.add_gift("Candle")
    builders.add_rule("For the choir", Tagged(("choir",)))
    ana = add_customer(shop, NewCustomer("Ana", remember=True, tags="Choir"))
    bea = add_customer(shop, NewCustomer("Bea", remember=True))
    assert [one.rule.name for one in open_card(shop, ana.id).offers] == ["For the choir"]
    assert open_card(shop, bea.id).offers == ()


def test_their_yes_is_written_down_with_its_day(shop):
    ana = add_customer(shop, NewCustomer("Ana", remember=True))
    assert consents(shop, ana.id).about(ConsentKind.MEMORY).day == shop.today
    edit_customer(shop, replace(ana, remember=False))
    assert consents(shop, ana.id).about(ConsentKind.MEMORY).answer is False


@pytest.mark.parametrize(
    "field", ["call_name", "say_as", "description", "best_time", "street", "tags", "card"]
)
def test_every_field_has_an_end(shop, field):
    before = everything(shop)
    with pytest.raises(BadInputError, match="too long"):
        add_customer(shop, NewCustomer("Ana", remember=True, **{field: "x" * 10_000}))
    assert everything(shop) == before


def test_a_form_opened_before_sad_news_does_not_take_it_back(shop):
    ana = builders.add_customer("Ana")
    sad_news(shop, ana.id, None, Gone.DIED)
    assert edit_customer(shop, ana).gone is Gone.DIED
