"""Looks at a celebration before it is written down, and writes it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.i18n import N_
from pos_companion.insight.celebrations import owner_of
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.consent import ConsentKind
from pos_companion.model.dates import PartialDate, WrittenIn
from pos_companion.model.people import Customer, HouseholdMember
from pos_companion.services import Shop
from pos_companion.services.capture import plain_line, refuse_payment_cards
from pos_companion.services.consents import require_consent

_LONGEST = 200
_OLDEST = 150
_FURTHEST = timedelta(days=800)


@dataclass(frozen=True)
class ChangedDays:
    """What a deed about celebrations did, for taking it back.

    Attributes:
        celebrations: as they are now, with the names to wish; what was forgotten is not among them.
        before: as they were written, by customer and number; None where there was none.
        after: as they are written now; None where there is none any more.
    """

    celebrations: tuple[Celebration, ...]
    before: dict[tuple[int, int], Celebration | None]
    after: dict[tuple[int, int], Celebration | None]


class CelebrationDesk:
    """One customer's celebrations, with all that has to be looked at before one is written."""

    def __init__(self, shop: Shop, customer_id: int) -> None:
        customer = shop.storage.people.get(customer_id)
        if customer is None:
            raise NotFoundError(N_("This customer is not in the records any more."))
        self._shop = shop
        self.customer: Customer = customer
        self.members: Sequence[HouseholdMember] = shop.storage.people.members(customer.household)

    def celebrations(self) -> tuple[Celebration, ...]:
        """All that may be seen on their card."""
        return self._shop.storage.people.celebrations(self.customer, self.members)

    def being(self, being: int | None) -> HouseholdMember | None:
        """The member meant; None for the customer, who may be a member too.

        Raises:
            NotFoundError: there is nobody like that, or they are gone.
        """
        if being is None:
            return None
        for member in self.members:
            if member.id == being and not member.gone:
                return None if member.customer == self.customer.id else member
        raise NotFoundError(N_("Nobody like that is around this customer."))

    def checked(self, celebration: Celebration) -> Celebration:
        """The celebration with clean words, and nothing in it that cannot be.

        Raises:
            BadInputError: the day, the words or whom it is to surprise cannot be.
            RefusedError: they do not want it remembered.
        """
        require_consent(self._shop, self.customer.id, ConsentKind.MEMORY)
        if celebration.being is not None:
            require_consent(self._shop, self.customer.id, ConsentKind.FAMILY)
        title = plain_line(celebration.title)
        if len(title) > _LONGEST:
            raise BadInputError(N_("That is too long. Keep it under 200 letters."))
        refuse_payment_cards(title)
        _refuse_impossible(celebration, self._shop.today)
        self._refuse_surprise(celebration)
        return replace(celebration, title=title)

    def known(self, celebration: Celebration) -> Celebration | None:
        """What stands in its way: the same day of the same being, or its birthday."""
        owner = owner_of(celebration, self.members)
        for one in self.celebrations():
            if (one.customer, one.n) == (celebration.customer, celebration.n):
                continue
            if one.kind is not celebration.kind or owner_of(one, self.members) != owner:
                continue
            same_day = one.day_key == celebration.day_key and one.title == celebration.title
            if same_day or one.kind is CelebrationKind.BIRTHDAY:
                return one
        return None

    def refuse_doubles(self, celebration: Celebration, known: Celebration | None) -> None:
        """Go on only when nothing stands in its way.

        Raises:
            RefusedError: what is known already is in the way.
        """
        if known is None:
            return
        if known.day_key == celebration.day_key:
            raise RefusedError(N_("That day is kept already."))
        raise RefusedError(
            N_("{who}’s birthday is kept already, on another day. Correct that one instead."),
            who=known.who,
        )

    def as_written(self, celebration: Celebration) -> Celebration:
        """The celebration as it lies in the records, if this card may see it.

        Raises:
            NotFoundError: it is not there any more.
        """
        on_card = {(one.customer, one.n) for one in self.celebrations()}
        key = (celebration.customer, celebration.n)
        written = self._shop.storage.people.celebration_as_written(*key)
        if written is None or key not in on_card:
            raise NotFoundError(N_("This day is not in the records any more."))
        return written

    def add(self, celebration: Celebration) -> ChangedDays:
        """Write a new one down."""
        kept = self._shop.storage.people.add_celebration(celebration)
        self.note("add_celebration", kept)
        return self._changed(kept, None)

    def change(self, celebration: Celebration) -> ChangedDays:
        """Write one down anew, under its number."""
        before = self.as_written(celebration)
        moved = before.day_key != celebration.day_key
        # Where it was written down, and whose it is, a form must not change.
        written = replace(
            celebration,
            being=before.being,
            known_since=self._shop.today if moved else before.known_since,
        )
        self._shop.storage.people.put_celebration(written)
        self.note("edit_celebration", written)
        return self._changed(replace(celebration, known_since=written.known_since), before)

    def note(self, deed: str, celebration: Celebration) -> None:
        """Put the deed into the audit trail."""
        self._shop.storage.audit.note(
            self._shop.clock.now(),
            self._shop.staff,
            deed,
            customer=celebration.customer,
            n=celebration.n,
            kind=celebration.kind.value,
        )

    def _changed(self, celebration: Celebration, before: Celebration | None) -> ChangedDays:
        key = (celebration.customer, celebration.n)
        after = self._shop.storage.people.celebration_as_written(*key)
        return ChangedDays((celebration,), {key: before}, {key: after})

    def _refuse_surprise(self, celebration: Celebration) -> None:
        people = self._shop.storage.people
        house = self.customer.household
        around = [] if house is None else people.in_household(house)
        known = {f"being:{one.id}" for one in self.members}
        known |= {f"customer:{one.id}" for one in (self.customer, *around)}
        if not known.issuperset(celebration.hidden_from):
            raise BadInputError(N_("A surprise is for somebody of the household."))
        if celebration.is_hidden(self.customer.id, self.members):
            raise BadInputError(
                N_("Write a surprise down on the card of somebody who may know of it.")
            )


def _refuse_impossible(celebration: Celebration, today: date) -> None:
    when = celebration.date
    if isinstance(when, WrittenIn) and not today <= when.next <= today + _FURTHEST:
        raise BadInputError(N_("The next date has to lie ahead, within the next two years."))
    if not isinstance(when, PartialDate) or when.year is None:
        return
    if not today.year - _OLDEST <= when.year <= today.year + _OLDEST:
        raise BadInputError(N_("{day} cannot be right. Look at the year."), day=str(when))
    first = date(when.year, when.month or 1, when.day or 1)
    if celebration.kind is CelebrationKind.BIRTHDAY and celebration.yearly and first > today:
        raise BadInputError(N_("{day} cannot be right. Look at the year."), day=str(when))
