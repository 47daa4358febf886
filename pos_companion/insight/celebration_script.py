"""What to say about a celebration: to whom, one open question, and a wish at the end.

Everything in `opening`, `question` and `closing` may be heard by the whole queue: no age, no year,
nothing that somebody is to be surprised by. A child is spoken to itself when it is there, and is
"your little one" when it is not. What only the cashier's eyes may see stands in `know`.
"""

from dataclasses import dataclass
from enum import StrEnum

from pos_companion.i18n import N_, Phrase
from pos_companion.model.card import ComingUp
from pos_companion.model.celebrations import Celebration, CelebrationKind, keep_secret
from pos_companion.model.people import Customer, Species


class Addressed(StrEnum):
    """Whom the cashier speaks to."""

    CUSTOMER = "customer"
    CHILD = "child"


@dataclass(frozen=True)
class CelebrationScript:
    """Words for one celebration.

    Attributes:
        to: whom to look at.
        address: the same for the cashier's eyes, as a hint.
        opening, question, closing: to be said aloud.
        turning: the age reached, never to be said; None when it is not known.
        know: more for the cashier's eyes alone.
        about: the member whom an answer to the question tells of; None for the customer.
    """

    to: Addressed
    address: Phrase
    opening: Phrase
    question: Phrase
    closing: Phrase
    turning: int | None = None
    know: tuple[Phrase, ...] = ()
    about: int | None = None


_Words = tuple[str, str, str]
"""Opening, question, closing."""

# Translators: said aloud by the cashier. {name} is whose day it is, the customer or a pet.
_OWN_TODAY = (
    N_("Happy birthday, {name}!"),
    N_("What is the plan for today?"),
    N_("Have a lovely birthday, {name}!"),
)
_OWN_AHEAD = (
    N_("Good to see you, {name}."),
    N_("What is the plan for your birthday?"),
    N_("Have a lovely birthday, {name}!"),
)
_OWN_BELATED = (
    N_("A belated happy birthday, {name}!"),
    N_("How was your birthday?"),
    N_("All the best to you!"),
)
_CHILD_TODAY = (
    N_("Happy birthday!"),
    N_("What are you hoping for?"),
    N_("Have a wonderful birthday!"),
)
_CHILD_AHEAD = (
    N_("Somebody has a big day soon!"),
    N_("What are you hoping for?"),
    N_("Have a wonderful birthday!"),
)
_CHILD_BELATED = (
    N_("A belated happy birthday!"),
    N_("What did you like best?"),
    N_("See you soon!"),
)
_LITTLE_ONE_TODAY = (
    N_("Happy birthday to your little one!"),
    N_("What are they hoping for?"),
    N_("A happy birthday to your little one!"),
)
_LITTLE_ONE_AHEAD = (
    N_("Getting ready for the birthday at home?"),
    N_("What are they hoping for?"),
    N_("A happy birthday to your little one!"),
)
_LITTLE_ONE_BELATED = (
    N_("A belated happy birthday to your little one!"),
    N_("What did they like best?"),
    N_("All the best to your little one!"),
)
_THEIRS_TODAY = (
    N_("Happy birthday to {name}!"),
    N_("How will you celebrate?"),
    N_("All the best to {name}!"),
)
_THEIRS_AHEAD = (
    N_("Getting ready for {name}’s birthday?"),
    N_("How will you celebrate?"),
    N_("All the best to {name}!"),
)
_THEIRS_BELATED = (
    N_("A belated happy birthday to {name}!"),
    N_("How did you celebrate?"),
    N_("All the best to {name}!"),
)
_OTHER_TODAY = (
    N_("All the best for today!"),
    N_("How are you celebrating?"),
    N_("Have a lovely day!"),
)
_OTHER_AHEAD = (
    N_("Good to see you, {name}."),
    N_("Getting ready for the big day?"),
    N_("All the best for the big day!"),
)
_OTHER_BELATED = (
    N_("Belated best wishes!"),
    N_("How was the big day?"),
    N_("Have a lovely day!"),
)
# A couple's day, and a surprise, are not for the queue.
_KEPT_QUIET = (
    N_("Good to see you, {name}."),
    N_("What are you looking forward to?"),
    N_("Have a lovely day!"),
)
_WITHOUT_NAME = {
    "Happy birthday, {name}!": N_("Happy birthday!"),
    "Have a lovely birthday, {name}!": N_("Have a lovely birthday!"),
    "Good to see you, {name}.": N_("Good to see you."),
    "A belated happy birthday, {name}!": N_("A belated happy birthday!"),
}

_OWN = (_OWN_BELATED, _OWN_TODAY, _OWN_AHEAD)
_CHILD = (_CHILD_BELATED, _CHILD_TODAY, _CHILD_AHEAD)
_LITTLE_ONE = (_LITTLE_ONE_BELATED, _LITTLE_ONE_TODAY, _LITTLE_ONE_AHEAD)
_THEIRS = (_THEIRS_BELATED, _THEIRS_TODAY, _THEIRS_AHEAD)
_OTHER = (_OTHER_BELATED, _OTHER_TODAY, _OTHER_AHEAD)
_DISCREET = (_KEPT_QUIET, _KEPT_QUIET, _KEPT_QUIET)


def celebration_script(
    coming: ComingUp, customer: Customer, child_is_here: bool = False
) -> CelebrationScript | None:
    """The words for a celebration that is near.

    Args:
        coming: `days` is negative after it: then the wish is a belated one.
        customer: who stands at the counter.
        child_is_here: the child whose day it is came along.

    Returns:
        None for those who do not celebrate, and for what is kept quiet.
    """
    celebration = coming.celebration
    if customer.no_celebrations or celebration.is_silent:
        return None
    is_child = celebration.species is Species.CHILD and celebration.being is not None
    to_child = is_child and child_is_here and not celebration.hidden_from
    texts = _texts(celebration, customer, is_child, to_child)
    name = _name(celebration, customer, texts is _THEIRS)
    told = texts[1 + (coming.days > 0) - (coming.days < 0)]
    opening, question, closing = (_said(text, name) for text in told)
    turning = celebration.turning(coming.span)
    return CelebrationScript(
        to=Addressed.CHILD if to_child else Addressed.CUSTOMER,
        address=_address(celebration, to_child),
        opening=opening,
        question=question,
        closing=closing,
        turning=turning,
        know=_know(celebration, turning),
        about=celebration.being,
    )


def _texts(
    celebration: Celebration, customer: Customer, is_child: bool, to_child: bool
) -> tuple[_Words, _Words, _Words]:
    if celebration.hidden_from or celebration.kind is CelebrationKind.ANNIVERSARY:
        return _DISCREET
    if celebration.kind is not CelebrationKind.BIRTHDAY:
        return _OTHER
    if to_child:
        return _CHILD
    if is_child:
        return _LITTLE_ONE
    if celebration.being is None and celebration.customer == customer.id:
        return _OWN
    return _THEIRS if celebration.who else _OTHER


def _name(celebration: Celebration, customer: Customer, is_theirs: bool) -> str:
    if is_theirs:
        return celebration.who
    return customer.call_name if customer.formal else customer.called


def _said(text: str, name: str) -> Phrase:
    if "{name}" not in text:
        return Phrase(text)
    return Phrase(text, {"name": name}) if name else Phrase(_WITHOUT_NAME[text])


def _address(celebration: Celebration, to_child: bool) -> Phrase:
    if to_child:
        return Phrase(
            N_("Speak to {who} first, at eye level, then to the grown-ups."),
            {"who": celebration.who},
        )
    return Phrase(N_("Speak to the customer."))


def _know(celebration: Celebration, turning: int | None) -> tuple[Phrase, ...]:
    lines = []
    if turning is not None and celebration.kind is CelebrationKind.BIRTHDAY:
        values = {"who": celebration.who, "age": turning}
        lines.append(Phrase(N_("{who} turns {age}. Never say it; they may."), values))
    secret = keep_secret(celebration)
    if secret is not None:
        lines.append(secret)
    return tuple(lines)
