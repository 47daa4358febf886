import pytest

from pos_companion.errors import BadInputError, CompanionError, NotFoundError, RefusedError
from pos_companion.i18n import words
from pos_companion.model.consent import ConsentKind
from pos_companion.model.facts import Discretion, Fact, FactKind
from pos_companion.services.consents import set_consent
from pos_companion.services.facts import history, use_fact
from pos_companion.services.look_up import open_card
from pos_companion.services.telling import tell, understand, untell
from tests.builders import add_customer, add_member

TABLES = ("remark", "household_member", "celebration", "household", "customer")
LINE = "@spouse Tom, @daughter Mia 8.5. !nuts ?exam 3 Dec, ~likes rye, ~needs a bag, plays chess"


def everything(shop):
    rows = {table: shop.storage.rows(f"SELECT * FROM {table}") for table in TABLES}
    return {table: [row[:-2] for row in kept] for table, kept in rows.items()}


@pytest.fixture
def ana(shop):
    shop.staff = "Mia"
    return add_customer("Ana Silva")


def test_a_whole_line_is_kept_and_stands_on_the_card(shop, ana):
    told = tell(shop, ana.id, LINE)
    card = open_card(shop, ana.id).card
    assert [member.name for member in card.household] == ["Tom", "Mia"]
    assert [need.text for need in card.needs] == ["a bag"]
    assert [words(one.phrase) for one in card.told] == [
        "plays chess", "likes rye", "Mia: avoid: nuts",
    ]  # fmt: skip
    assert {one.fact.heard_by for one in card.told} == {"Mia"}
    assert len(told.kept) == 8


def test_one_undo_takes_all_of_it_back(shop, ana):
    before = everything(shop)
    told = tell(shop, ana.id, LINE)
    assert everything(shop) != before
    untell(shop, told)
    assert everything(shop) == before


def test_nothing_is_taken_back_when_a_part_of_it_has_changed(shop, ana):
    told = tell(shop, ana.id, "@dog Rex, plays chess")
    (note,) = (one for one in told.kept if isinstance(one, Fact))
    use_fact(shop, ana.id, note.n)
    before = everything(shop)
    with pytest.raises(RefusedError, match="quicker"):
        untell(shop, told)
    assert everything(shop) == before


def test_somebody_at_home_is_not_added_twice(shop, ana):
    mia = add_member(ana, "Mia", "daughter")
    told = tell(shop, ana.id, "@daughter mia !milk")
    (fact,) = told.kept
    assert (fact.about, fact.kind) == (mia.id, FactKind.ALLERGY)
    assert len(open_card(shop, ana.id).card.household) == 1


def test_to_look_at_a_line_keeps_nothing(shop, ana):
    before = everything(shop)
    assert len(understand(shop, ana.id, LINE).parts) == 7
    assert everything(shop) == before


def test_what_can_be_read_in_two_ways_is_kept_as_it_was_written(shop, ana):
    told = tell(shop, ana.id, "birthday 03/04")
    (note,) = told.kept
    assert (note.kind, note.text) == (FactKind.NOTE, "birthday 03/04")


def test_the_discretion_is_that_of_the_kind_unless_somebody_chooses(shop, ana):
    (know,) = tell(shop, ana.id, "plays chess").kept
    (say,) = tell(shop, ana.id, "runs", Discretion.SAY).kept
    assert (know.discretion, say.discretion) == (Discretion.KNOW, Discretion.SAY)


def test_what_is_told_in_confidence_is_neither_on_the_card_nor_asked_later(shop, ana):
    tell(shop, ana.id, "?chess final, ~needs a wig, ~likes rye", Discretion.LOCKED)
    shop.clock.passes(days=30)
    card = open_card(shop, ana.id).card
    assert (card.ask, card.needs, card.told) == (None, (), ())
    assert {one.discretion for one in history(shop, ana.id)} == {Discretion.LOCKED}
    tell(shop, ana.id, "?chess final", Discretion.SAY)
    shop.clock.passes(days=30)
    assert words(open_card(shop, ana.id).card.ask.question) == "chess final"


def test_words_that_hurt_are_pointed_out_and_still_kept(shop, ana):
    told = tell(shop, ana.id, "she is rude, ~likes the doctor, !nuts")
    assert [one.code for one in told.complaints] == ["label", "private"]
    locked = tell(shop, ana.id, "saw a doctor", Discretion.LOCKED)
    assert locked.complaints == ()


@pytest.mark.parametrize(
    "text",
    ["", " \n ", "\u202e\x00", "x" * 501, "a\n" * 2500, "~likes 4111 1111 1111 1111",
     "@dog Rex, 4111\n1111\n1111 1111"],
)  # fmt: skip
def test_nonsense_is_refused_and_nothing_is_half_done(shop, ana, text):
    before = everything(shop)
    with pytest.raises(BadInputError):
        tell(shop, ana.id, text)
    assert everything(shop) == before


def test_many_short_lines_are_one_note(shop, ana):
    text = "\n".join(["x" * 400] * 9)
    (note,) = tell(shop, ana.id, text).kept
    assert len(note.text) == 9 * 400 + 8


def test_a_refused_part_takes_the_whole_line_with_it(shop, ana):
    set_consent(shop, ana.id, ConsentKind.FAMILY, False)
    before = everything(shop)
    with pytest.raises(CompanionError):
        tell(shop, ana.id, "plays chess, @dog Rex")
    assert everything(shop) == before


def test_nobody_is_nobody(shop):
    with pytest.raises(NotFoundError):
        tell(shop, 42, "plays chess")
