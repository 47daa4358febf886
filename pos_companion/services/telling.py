"""They told me…: one line is understood, shown, and kept in one go; one undo takes all of it back.

What cannot be understood is kept as a plain note; what can be read in two ways is kept as it was
written, until somebody says which way is meant.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeGuard

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_, language
from pos_companion.i18n.vocabulary import fold
from pos_companion.insight.note_words import LOCKS, complaints_about
from pos_companion.insight.told import Listener
from pos_companion.insight.told import understand as read
from pos_companion.insight.told_parts import (
    Around,
    AskAbout,
    DayOf,
    HadIdea,
    Said,
    Understood,
    Wanted,
    What,
)
from pos_companion.insight.tone import Complaint
from pos_companion.model.care import Thread
from pos_companion.model.facts import MANNERS, Discretion, Fact, FactKind
from pos_companion.model.ideas import Idea
from pos_companion.model.needs import Need
from pos_companion.model.people import HouseholdMember
from pos_companion.model.staff import Right
from pos_companion.services import Shop
from pos_companion.services.at_home import household_of
from pos_companion.services.capture import LONGEST, plain_line, refuse_payment_cards
from pos_companion.services.celebrations import (
    ChangedDays,
    NewCelebration,
    add_celebration,
    take_back,
)
from pos_companion.services.facts import LONGEST_NOTE, drop_fact, keep_fact
from pos_companion.services.ideas import add_idea, drop_idea
from pos_companion.services.members import (
    AddedMember,
    NewMember,
    add_member,
    take_back_member,
)
from pos_companion.services.needs import add_need, drop_addition
from pos_companion.services.sign_in import require
from pos_companion.services.threads import NewThread, drop_thread, open_thread

Kept = Fact | AddedMember | ChangedDays | Thread | Need | Idea

_BACK: dict[type, Callable[[Shop, Any], object]] = {
    Fact: drop_fact,
    AddedMember: take_back_member,
    ChangedDays: take_back,
    Thread: drop_thread,
    Need: drop_addition,
    Idea: drop_idea,
}
_SHORT = frozenset({FactKind.ALLERGY, FactKind.DIET, FactKind.FAITH, FactKind.TENDER})
"""Kinds that are about something delicate by nature, and say only what to do about it."""


@dataclass(frozen=True)
class Told:
    """What one line left in the records.

    Attributes:
        kept: in the order of the line; the note with the leftover stands last.
        complaints: what somebody should read about the words; nothing was refused for them.
    """

    customer: int
    understood: Understood
    kept: tuple[Kept, ...]
    complaints: tuple[Complaint, ...] = ()


def understand(shop: Shop, customer_id: int, text: str) -> Understood:
    """Read a line without keeping anything; asked while it is being written.

    Raises:
        BadInputError: a line is too long, or the whole note is.
        NotFoundError: there is no such customer.
    """
    around = _at_home(shop, customer_id)
    return read(_lines(text), Listener(language(), shop.today, around))


def tell(shop: Shop, customer_id: int, text: str, discretion: Discretion | None = None) -> Told:
    """Keep everything a line says, or nothing at all.

    Args:
        discretion: of every fact and question in it; the usual one of each kind when None. What
            is locked is neither shown on the card nor asked about.

    Raises:
        BadInputError: nothing to keep, too long, or a payment card number in it.
        RefusedError: they do not want something of this remembered.
        NotFoundError: there is no such customer.
        NotAllowedError: trainees write down no notes.
    """
    require(shop, Right.NOTES)
    refuse_payment_cards(plain_line(text))
    with shop.storage.transaction():
        understood = understand(shop, customer_id, text)
        if not understood.parts and not understood.leftover:
            raise BadInputError(N_("There is nothing to keep yet. Write what they told you."))
        keeping = _Keeping(shop, customer_id, discretion)
        kept: list[Kept] = [one for part in understood.parts if (one := keeping.keep(part.what))]
        if understood.leftover:
            kept.append(keeping.note(understood.leftover))
        shop.storage.audit.note(
            shop.clock.now(), shop.staff, "tell", customer=customer_id, kept=len(kept)
        )
    return Told(customer_id, understood, tuple(kept), tuple(complaints(understood, discretion)))


def untell(shop: Shop, told: Told) -> None:
    """Take back everything a line left, or nothing at all.

    Raises:
        RefusedError: something of it has changed since.
    """
    with shop.storage.transaction():
        for one in reversed(told.kept):
            _BACK[type(one)](shop, one)
        shop.storage.audit.note(
            shop.clock.now(), shop.staff, "untell", customer=told.customer, kept=len(told.kept)
        )


def complaints(understood: Understood, discretion: Discretion | None = None) -> list[Complaint]:
    """What is wrong with the words that would be kept, each sentence once.

    Args:
        discretion: a locked note may be about what is delicate.
    """
    texts = [understood.leftover]
    texts += [part.what.text for part in understood.parts if _is_free_text(part.what)]
    found = [one for text in texts for one in complaints_about(text)]
    if discretion is Discretion.LOCKED:
        found = [one for one in found if one.code != LOCKS]
    seen: dict[tuple[str, str], Complaint] = {}
    for one in found:
        seen.setdefault((one.code, str(one.phrase.values.get("found", ""))), one)
    return list(seen.values())


def _is_free_text(what: What | None) -> TypeGuard[Said | Wanted | HadIdea]:
    if isinstance(what, Said):
        return what.kind not in _SHORT
    return isinstance(what, Wanted | HadIdea)


class _Keeping:
    """Keeps the parts of one line; a being of the line is known to what stands behind it."""

    def __init__(self, shop: Shop, customer: int, discretion: Discretion | None) -> None:
        self._shop = shop
        self._customer = customer
        self._discretion = discretion
        self._around = {fold(one.name): one for one in _at_home(shop, customer) if not one.gone}

    def keep(self, what: What | None) -> Kept | None:
        """Keep a part; None when it is unclear or known already."""
        if isinstance(what, Around):
            return self._member(what)
        if isinstance(what, DayOf):
            day = NewCelebration(what.kind, what.date, self._who(what.who))
            return add_celebration(self._shop, self._customer, day)
        if isinstance(what, AskAbout):
            about = self._who(what.who)
            chosen = self._discretion or Discretion.KNOW
            asking = NewThread(
                self._customer, what.topic, about, starts=what.day, discretion=chosen
            )
            return open_thread(self._shop, asking)
        if isinstance(what, Wanted | HadIdea):
            return self._wanted(what)
        return self._fact(what) if isinstance(what, Said) else None

    def note(self, text: str) -> Fact:
        """Keep what was not understood, as it was written."""
        return self._fact(Said(FactKind.NOTE, text))

    def _wanted(self, what: Wanted | HadIdea) -> Need | Idea | Fact:
        """What they need or would do is for all; told in confidence it is a note that is not."""
        if self._discretion is Discretion.LOCKED:
            return self.note(what.text)
        if isinstance(what, HadIdea):
            return add_idea(self._shop, self._customer, what.text)
        return add_need(self._shop, self._customer, what.text)

    def _fact(self, what: Said) -> Fact:
        usual = MANNERS[what.kind].discretion
        fact = Fact(
            customer=self._customer,
            n=0,
            kind=what.kind,
            text=what.text,
            discretion=self._discretion or usual,
            about=self._who(what.who),
            subject=what.subject,
            heard_by=self._shop.staff,
            heard_on=self._shop.today,
            until=what.until,
        )
        return keep_fact(self._shop, fact)

    def _member(self, what: Around) -> AddedMember | None:
        if what.known is not None or fold(what.name) in self._around:
            return None
        new = NewMember(what.name, what.relation, what.species)
        added = add_member(self._shop, self._customer, new)
        self._around[fold(added.member.name)] = added.member
        return added

    def _who(self, name: str) -> int | None:
        """The being with that name; None for the customer."""
        return self._around[fold(name)].id if name else None


def _lines(text: str) -> str:
    """The lines of a text, cleaned; blank ones left out."""
    if len(text) > LONGEST_NOTE:
        raise BadInputError(N_("That is too long for a note. Keep it under 4,000 letters."))
    lines = [line for line in map(plain_line, text.splitlines()) if line]
    if any(len(line) > LONGEST for line in lines):
        raise BadInputError(N_("That is too long for one line. Keep it under 500 letters."))
    return "\n".join(lines)


def _at_home(shop: Shop, customer_id: int) -> list[HouseholdMember]:
    around = household_of(shop, customer_id)
    return [one for one in around if one.customer != customer_id]
