"""Whoever stands at the counter and whatever we know: nothing that is not for saying is said."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_companion.i18n import in_language, words
from pos_companion.insight.tone import may_be_said
from pos_companion.model.care import Concern, Thread
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import PartialDate
from pos_companion.model.facts import Discretion, Fact, FactKind
from pos_companion.model.people import Customer, HouseholdMember, Species
from pos_companion.services import Shop
from pos_companion.services.look_up import Found, open_card
from pos_companion.services.spoken import spoken
from tests.builders import add_visit

SECRET = "zebra"
"""Stands in whatever may not be said: facts to know and to lock, who told us, what went wrong."""

NOT_SAID = [Discretion.KNOW, Discretion.LOCKED]
IMPOLITE = {
    "en": ["That is against our policy.", "You spent 20 euros", "Welcome back!", "He turns 8"],
    "de": ["Das ist gegen unsere Richtlinien.", "Willkommen zurück!", "Er wird morgen 8"],
    "ar": ["هذه سياسة المحل", "أهلا بعودتك", "الخصم 5 يورو"],
}
KIND = {
    "en": ["Sorry about the oat milk.", "How was Lisbon?"],
    "de": ["Entschuldigung für die Hafermilch.", "Wie war Lissabon?"],
    "ar": ["نعتذر عن الحليب.", "كيف كانت الرحلة؟"],
}
NAMES = st.sampled_from(["Rosa Delgado", "Wei Ito", "Mary Jane van der Berg", "ليلى حداد", ""])
DAYS = st.integers(-3, 6)


@dataclass(frozen=True)
class Being:
    """A random member of a household and the day of theirs that is near."""

    name: str
    species: Species
    gone: bool
    in_days: int
    born: int
    kind: CelebrationKind
    quiet: bool
    surprise: bool


BEINGS = st.lists(
    st.builds(
        Being,
        st.sampled_from(["Biscuit", "Ana", "Tomás", "ريكس"]),
        st.sampled_from(list(Species)),
        st.booleans(),
        DAYS,
        st.integers(1931, 2024),
        st.sampled_from(list(CelebrationKind)),
        st.booleans(),
        st.booleans(),
    ),
    max_size=4,
)
FACTS = st.lists(
    st.tuples(st.sampled_from(list(FactKind)), st.sampled_from(NOT_SAID), st.integers(0, 1500)),
    max_size=5,
)
REMEMBER = st.sampled_from([True, None, False])


@dataclass(frozen=True)
class Guest:
    """A random customer."""

    name: str
    formal: bool
    remember: bool | None
    no_celebrations: bool
    in_days: int
    born: int
    visits: list[int]
    beings: list[Being]
    facts: list[tuple[FactKind, Discretion, int]]
    typed: list[int]


GUESTS = st.builds(
    Guest,
    NAMES,
    st.booleans(),
    REMEMBER,
    st.booleans(),
    DAYS,
    st.integers(1931, 2010),
    st.lists(st.integers(1, 300), max_size=11, unique=True),
    BEINGS,
    FACTS,
    st.lists(st.integers(0, 5), max_size=3),
)


def moves_in(shop: Shop, guest: Guest, language: str) -> Customer:
    """Write a random customer down, with all that may not be said bearing the secret."""
    people, care, now = shop.storage.people, shop.storage.care, shop.clock.now()
    with shop.storage.transaction():
        customer = people.add(
            Customer(
                0, guest.name, formal=guest.formal, remember=guest.remember,
                no_celebrations=guest.no_celebrations, description=SECRET,
            ),
            now,
        )  # fmt: skip
        celebrate(shop, customer, guest.in_days, guest.born, CelebrationKind.BIRTHDAY)
        for being in guest.beings:
            customer = people.get(customer.id) or customer
            member = people.add_member(
                customer, HouseholdMember(0, being.name, SECRET, being.species), now
            )
            celebrate(
                shop, customer, being.in_days, being.born, being.kind,
                being=member.id, who=being.name, species=being.species, quiet=being.quiet,
                hidden_from=(f"customer:{customer.id}",) if being.surprise else (),
            )  # fmt: skip
        for kind, discretion, ago in guest.facts:
            heard = shop.today - timedelta(days=ago)
            text, subject = f"{SECRET} {kind} 1987", f"{SECRET}s"
            about = None
            care.add_fact(
                Fact(customer.id, 0, kind, text, discretion, about, subject, SECRET, heard)
            )
        for at in guest.typed:
            say_something(shop, customer, at, language)
        for ago in guest.visits:
            add_visit(customer, ago, ("Flat white, oat milk", "Almond croissant"), shop=shop)
    return people.get(customer.id) or customer


def celebrate(
    shop: Shop, customer: Customer, in_days: int, born: int, kind: CelebrationKind, **more: object
) -> None:
    day = shop.today + timedelta(days=in_days)
    values: dict[str, object] = {"who": customer.called, "title": "", **more}
    if kind is CelebrationKind.OTHER:
        values["title"] = SECRET
    told = Celebration(
        customer.id, 0, str(values.pop("who")), kind, PartialDate(born, day.month, day.day)
    )
    shop.storage.people.add_celebration(replace(told, **values))  # type: ignore[arg-type]


def say_something(shop: Shop, customer: Customer, at: int, language: str) -> None:
    """Words that somebody typed to be said, kind ones and others."""
    texts = [*IMPOLITE[language], *KIND[language]]
    text, due = texts[at % len(texts)], shop.today + timedelta(days=at % 3)
    shop.storage.concerns.add(
        Concern(customer.id, 0, SECRET, SECRET, "Sam", due, shop.today, words=text)
    )
    discretion = Discretion.LOCKED if at % 2 else Discretion.KNOW
    question = SECRET if discretion is Discretion.LOCKED else text
    shop.storage.care.add_thread(
        Thread(
            customer.id, 0, question, SECRET, shop.today - timedelta(days=9), shop.today,
            discretion=discretion,
        )
    )  # fmt: skip


def said_by(found: Found, language: str) -> list[str]:
    with in_language(language):
        return [words(phrase) for phrase in spoken(found)]


OFTEN = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)


@pytest.mark.parametrize("language", ["en", "de", "ar"])
@OFTEN
@given(guest=GUESTS)
def test_nothing_that_is_not_for_saying_is_ever_said(
    sample_shop: Shop, language: str, guest: Guest
) -> None:
    with in_language(language):
        customer = moves_in(sample_shop, guest, language)
        found = open_card(sample_shop, customer.id)
    for sentence in said_by(found, language):
        assert SECRET not in sentence
        assert may_be_said(sentence, language=language) == []
        assert not re.search(r"\b(?:19|20)\d\d\b", sentence), "a year"
        if not guest.typed:  # a promise has its day
            assert not re.search(r"\d", sentence), "an age or a number of visits"


@OFTEN
@given(guest=GUESTS)
def test_no_child_is_named_and_no_surprise_is_given_away(sample_shop: Shop, guest: Guest) -> None:
    names = {Species.CHILD: "Quetzal"}
    hidden = [
        replace(being, name=names.get(being.species, "Xavier"))
        for being in guest.beings
        if being.surprise or being.species is Species.CHILD
    ]
    customer = moves_in(sample_shop, replace(guest, beings=hidden, typed=[]), "en")
    found = open_card(sample_shop, customer.id)
    assert not [text for text in said_by(found, "en") if "Quetzal" in text]
    # Whose day is a surprise may well be asked about: nobody here knows of the day.
    unasked = replace(found, card=replace(found.card, ask=None))
    assert not [text for text in said_by(unasked, "en") if "Xavier" in text]


def test_all_that_is_proposed_is_looked_at(sample_shop: Shop) -> None:
    """Greeting, offer, promise, question, script and last words: the sample shop has them all."""
    rosa = sample_shop.storage.search.by_card("2500000000108")[0]
    said = said_by(open_card(sample_shop, rosa), "en")
    wanted: list[Callable[[str], bool]] = [
        lambda text: text == "Morning, Rosa!",
        lambda text: text == "A little something for Biscuit’s birthday.",
        lambda text: text.startswith("Sorry about the oat milk"),
        lambda text: text == "How was the half marathon in Lisbon?",
        lambda text: text == "Getting ready for Biscuit’s birthday?",
        lambda text: "day, Rosa!" in text,
    ]
    assert all(any(fits(text) for text in said) for fits in wanted), said
