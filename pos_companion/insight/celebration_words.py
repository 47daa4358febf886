"""What is celebrated, in words for the card."""

from pos_companion.i18n import N_, Phrase
from pos_companion.model.celebrations import Celebration, CelebrationKind

_TITLES = {
    CelebrationKind.BIRTHDAY: N_("{who}’s birthday"),
    CelebrationKind.NAME_DAY: N_("{who}’s name day"),
    CelebrationKind.ANNIVERSARY: N_("Wedding anniversary"),
    CelebrationKind.MOVING_IN: N_("Moving in"),
    CelebrationKind.GRADUATION: N_("{who}’s graduation"),
    CelebrationKind.OTHER: N_("{who}’s special day"),
}


def celebration_title(celebration: Celebration) -> Phrase:
    """What is celebrated: "Biscuit’s birthday"; its own words where it has any."""
    if celebration.title:
        return Phrase("{title}", {"title": celebration.title})
    return Phrase(_TITLES[celebration.kind], {"who": celebration.who})
