"""Words for what the reports on gifts count by; those of people are in the records."""

from pos_companion.i18n import N_, Phrase, words
from pos_companion.model.giving import BEYOND, OWN_REASONS, Beyond, OwnReason
from pos_companion.model.people import Customer

REACHED_NOTHING = N_("No visit yet")


def reason_in_words(reason: str) -> str:
    """Why something was given; a way in which it went beyond what was planned is one, too."""
    if reason in set(OwnReason):
        return words(Phrase(OWN_REASONS[OwnReason(reason)]))
    return how_beyond(reason) if reason else words(Phrase(N_("No reason was asked for")))


def how_beyond(exception: str) -> str:
    """In which way something went beyond what was planned; one of a newer version as it is kept."""
    known = exception in set(Beyond)
    return words(Phrase(BEYOND[Beyond(exception)])) if known else exception


def staff_in_words(staff: str) -> str:
    """A colleague by name."""
    return staff or words(Phrase(N_("Nobody signed in")))


def name_of(customer: Customer | None) -> str:
    """A customer for a list: the name, else how to tell them."""
    if customer is None:
        return words(Phrase(N_("Not in the records any more")))
    return customer.name or customer.called or customer.description or f"#{customer.id}"
