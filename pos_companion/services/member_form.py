"""What the sheet of a being keeps: who they are, their birthday, and what is told about them."""

from dataclasses import dataclass, replace

from pos_companion.i18n import N_, Phrase, language, words
from pos_companion.i18n.vocabulary import fold, words_in
from pos_companion.insight.told import Listener, understand
from pos_companion.insight.told_parts import Said
from pos_companion.model.calendars import When
from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.dates import LeapPolicy
from pos_companion.model.facts import MANNERS, Fact, FactKind
from pos_companion.model.people import HouseholdMember, Species
from pos_companion.model.staff import Right
from pos_companion.services import Shop
from pos_companion.services.at_home import customer_of, member_of
from pos_companion.services.capture import plain_line
from pos_companion.services.celebrations import (
    ChangedDays,
    NewCelebration,
    add_celebration,
    edit_celebration,
    leave_in_peace,
    remove_celebration,
    take_back,
)
from pos_companion.services.facts import keep_fact
from pos_companion.services.home_pages import member_page
from pos_companion.services.members import edit_member
from pos_companion.services.sign_in import require

_TEXTS = {
    FactKind.LIKE: N_("likes {what}"),
    FactKind.DISLIKE: N_("does not like {what}"),
    FactKind.ALLERGY: N_("has to avoid {what}"),
}


@dataclass(frozen=True)
class MemberForm:
    """What a being's sheet says about them.

    Attributes:
        member: with the name, how to say it and the relation as they are to be.
        birthday: None when it is not known.
        leap: when a 29 February is kept in other years; None is the shop's way.
        quiet: none of their days is celebrated.
    """

    member: HouseholdMember
    birthday: When | None = None
    leap: LeapPolicy | None = None
    quiet: bool = False


@dataclass(frozen=True)
class MemberKept:
    """What keeping a form changed."""

    customer: int
    before: HouseholdMember
    after: HouseholdMember
    days: tuple[ChangedDays, ...] = ()


def species_of(relation: str) -> Species:
    """What kind of being a relation means in the language in use; a person where nothing tells."""
    return Species(words_in("beings", language()).get(fold(relation), Species.PERSON.value))


def keep_member(shop: Shop, customer_id: int, form: MemberForm) -> MemberKept:
    """Keep what a sheet says about a being: who they are, their birthday, whether it is celebrated.

    Raises:
        BadInputError: no name, one that does not fit, or a day that cannot be.
        RefusedError: they do not want it remembered.
        NotFoundError: there is no such customer, or nobody like that at home.
    """
    with shop.storage.transaction():
        page = member_page(shop, customer_id, form.member.id)
        after = page.member
        if form.member != after:
            after = edit_member(shop, customer_id, form.member)
        days = _keep_birthday(shop, customer_id, form)
        if member_page(shop, customer_id, form.member.id).is_quiet != form.quiet:
            days.append(leave_in_peace(shop, customer_id, form.member.id, form.quiet))
    return MemberKept(customer_id, page.member, after, tuple(days))


def undo_member(shop: Shop, kept: MemberKept) -> None:
    """Put a being back as it was.

    Raises:
        RefusedError: somebody changed one of their days meanwhile.
    """
    with shop.storage.transaction():
        for days in reversed(kept.days):
            take_back(shop, days)
        if kept.before != kept.after:
            edit_member(shop, kept.customer, kept.before)


def tell_about(shop: Shop, customer_id: int, being: int, kind: FactKind, text: str) -> Fact:
    """Keep what a customer told us about a being.

    Args:
        text: the thing itself ("carrots"), or a whole sentence about it ("likes carrots").

    Raises:
        BadInputError: there is nothing in it, it is too long, or holds a payment card number.
        RefusedError: they do not want this kind of thing remembered.
        NotFoundError: there is no such customer, or nobody like that at home.
        NotAllowedError: trainees write down no notes.
    """
    require(shop, Right.NOTES)
    line = plain_line(text)
    said = _as_said(shop, kind, line)
    fact = Fact(
        customer=customer_id,
        n=0,
        kind=kind,
        text=said.text,
        discretion=MANNERS[kind].discretion,
        about=member_of(shop, customer_of(shop, customer_id), being).id,
        subject=said.subject,
        heard_by=shop.staff,
        heard_on=shop.today,
    )
    return keep_fact(shop, fact)


def _keep_birthday(shop: Shop, customer_id: int, form: MemberForm) -> list[ChangedDays]:
    known = member_page(shop, customer_id, form.member.id).birthday
    if known is None and form.birthday is None:
        return []
    if known is None and form.birthday is not None:
        new = NewCelebration(
            CelebrationKind.BIRTHDAY,
            form.birthday,
            form.member.id,
            leap=form.leap,
            quiet=form.quiet,
        )
        return [add_celebration(shop, customer_id, new)]
    if known is not None and form.birthday is None:
        return [remove_celebration(shop, customer_id, known)]
    if known is None or (known.date, known.leap) == (form.birthday, form.leap):
        return []
    changed = replace(known, date=form.birthday or known.date, leap=form.leap)
    return [edit_celebration(shop, customer_id, changed)]


def _as_said(shop: Shop, kind: FactKind, line: str) -> Said:
    """A thing in a sentence; a line that is a sentence of its kind already stays as it is."""
    if kind not in _TEXTS or not line:
        return Said(kind, line)
    for part in understand(f"~{line}", Listener(language(), shop.today)).parts:
        if isinstance(part.what, Said) and part.what.kind is kind and part.what.subject:
            return part.what
    return Said(kind, words(Phrase(_TEXTS[kind], {"what": line})), line)
