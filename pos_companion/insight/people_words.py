"""How somebody found us and how they like to be reached, in words for the counter."""

from collections.abc import Mapping

from pos_companion.i18n import N_, NearDay, Phrase
from pos_companion.model.people import PreferredChannel, Source, SourceTouch

SOURCES = {
    Source.PASSING: N_("Passing by"),
    Source.FRIEND: N_("A friend"),
    Source.SEARCH: N_("Searched for it"),
    Source.SOCIAL: N_("Social media"),
    Source.REVIEW: N_("A review"),
    Source.PAPER: N_("A newspaper or a flyer"),
    Source.EVENT: N_("An event"),
    Source.OTHER: N_("Something else"),
}
"""What can be chosen."""

REACHED_BY = {
    PreferredChannel.COUNTER: N_("At the counter"),
    PreferredChannel.PHONE: N_("By phone"),
    PreferredChannel.SMS: N_("By text message"),
    PreferredChannel.MESSENGER: N_("By messenger"),
    PreferredChannel.MAIL: N_("By e-mail"),
    PreferredChannel.POST: N_("By letter"),
}
"""How they like to hear from us."""


def found_us(touch: SourceTouch, names: Mapping[int, Phrase]) -> Phrase:
    """One way in which they came across the shop.

    Args:
        names: what whoever sent them is called, by number; those who are gone are missing.
    """
    sender = names.get(touch.referred_by or 0)
    if sender is not None and touch.detail:
        values = {"name": sender, "detail": touch.detail}
        return Phrase(N_("{name} sent them: {detail}"), values)
    if sender is not None:
        return Phrase(N_("{name} sent them"), {"name": sender})
    way = Phrase(SOURCES[touch.source])
    if touch.detail:
        return Phrase(N_("{way}: {detail}"), {"way": way, "detail": touch.detail})
    return way


def told_when(touch: SourceTouch, names: Mapping[int, Phrase], today: NearDay) -> Phrase:
    """The same with the day, and to what lengths they went.

    Args:
        today: the day they told us, as seen from today.
    """
    way = found_us(touch, names)
    if touch.effort:
        values = {"way": way, "effort": touch.effort, "day": today}
        return Phrase(N_("{way} · {effort} · {day}"), values)
    return Phrase(N_("{way} · {day}"), {"way": way, "day": today})
