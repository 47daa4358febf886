import pytest

from pos_companion.errors import NotAllowedError, NotFoundError, RefusedError
from pos_companion.i18n import words
from pos_companion.model.consent import ConsentKind
from pos_companion.model.staff import Role
from pos_companion.printouts import Document, Line, Table
from pos_companion.services import Shop
from pos_companion.services.consents import set_consent
from pos_companion.services.printing import (
    coming_days,
    everything_kept,
    greeting_card,
    today_board,
    what_we_keep,
)
from pos_companion.services.sign_in import sign_in
from pos_companion.services.staff import add_person
from tests.builders import add_customer, add_fact, add_visits, days_from


def titles(document: Document) -> list[str]:
    return [words(one.title) for one in document.sections if one.title is not None]  # type: ignore[arg-type]


def test_everything_about_a_person_has_its_place(shop: Shop) -> None:
    ana = add_customer("Ana Kos", celebrates=[("Rex", 5, 1)], language="de-AT")
    add_fact(ana, "Likes rye")
    add_visits(ana, 2)
    document = what_we_keep(shop, ana.id)
    assert words(document.title) == "What we keep about Ana Kos"
    assert titles(document) == [
        "About you", "Family & pets", "Days worth remembering", "What you told us",
        "Your visits", "It is yours",
    ]  # fmt: skip
    assert document.language == "de"


def test_a_language_without_a_catalogue_is_left_to_the_till(shop: Shop) -> None:
    assert what_we_keep(shop, add_customer("Ana", language="tlh").id).language == ""


def test_that_somebody_looked_is_written_down(shop: Shop) -> None:
    ana = add_customer("Ana")
    shop.staff = "Mia"
    what_we_keep(shop, ana.id)
    everything_kept(shop, ana.id)
    deeds = [(row["staff"], row["deed"]) for row in shop.storage.kept.about(ana.id)["audit"]]
    assert deeds == [("Mia", "print_what_we_keep"), ("Mia", "export_what_we_keep")]


def test_what_is_locked_is_printed_by_those_who_may_see_it(shop: Shop) -> None:
    ana = add_customer("Ana")
    mia = add_person(shop, "Mia", Role.MANAGER, "739152").after.id
    sam = add_person(shop, "Sam", Role.COUNTER, "4826").after.id
    sign_in(shop, sam, "4826")
    for paper in (what_we_keep, everything_kept):
        with pytest.raises(NotAllowedError):
            paper(shop, ana.id)
    sign_in(shop, mia, "739152")
    assert titles(what_we_keep(shop, ana.id))


def test_of_somebody_unknown_there_is_no_paper(shop: Shop) -> None:
    for paper in (what_we_keep, everything_kept, greeting_card):
        with pytest.raises(NotFoundError):
            paper(shop, 404)


def test_a_card_needs_a_yes_to_cards(shop: Shop) -> None:
    ana = add_customer("Ana", celebrates=[("Ana", *days_from(shop, 3))])
    with pytest.raises(RefusedError, match="Ask first"):
        greeting_card(shop, ana.id)
    set_consent(shop, ana.id, ConsentKind.MESSAGES, True)
    assert words(greeting_card(shop, ana.id).title) == "Happy birthday, Ana!"


def test_who_does_not_celebrate_and_who_has_no_day_gets_no_card(shop: Shop) -> None:
    quiet = add_customer("Cy", celebrates=[("Cy", *days_from(shop, 3))], no_celebrations=True)
    dayless = add_customer("Bo")
    for one in (quiet, dayless):
        set_consent(shop, one.id, ConsentKind.MESSAGES, True)
        with pytest.raises(RefusedError):
            greeting_card(shop, one.id)


def test_the_coming_days_are_listed(shop: Shop) -> None:
    add_customer("Ana Kos", celebrates=[("Rex", *days_from(shop, 3))])
    add_customer("Bo Berg", celebrates=[("Bo", *days_from(shop, 20))])
    week, month = coming_days(shop, 7), coming_days(shop, 30)
    for document, count in ((week, 1), (month, 2)):
        (table,) = document.sections[0].parts
        assert isinstance(table, Table)
        assert len(table.rows) == count


def test_the_board_is_on_paper_as_it_stands(sample_shop: Shop) -> None:
    assert "We owe them" in titles(today_board(sample_shop))


def test_an_empty_board_says_so(shop: Shop) -> None:
    (section,) = today_board(shop).sections
    assert isinstance(section.parts[0], Line)
