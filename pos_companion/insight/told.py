"""One line of what they told us becomes typed parts. Pure, and it never guesses in silence.

`@spouse Ana` a person, `#cat Miso` a pet, with a birthday behind the name if there is one;
`~likes rye` a fact, `!nuts` an allergy, `?Lisbon 24 Nov` something to ask about; "birthday 3 May"
needs no mark. A fact right behind a person or a pet is about them, behind a comma it is about the
customer. Whatever is not understood stays as it was written and is kept as a note.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pos_companion.i18n.vocabulary import fold
from pos_companion.insight.told_dates import DateReader
from pos_companion.insight.told_line import Piece, pieces_of, without
from pos_companion.insight.told_parts import Around, Part, Reading, Understood
from pos_companion.insight.told_pieces import PieceReader
from pos_companion.model.people import HouseholdMember


@dataclass(frozen=True)
class Listener:
    """What is known before a line is read.

    Attributes:
        language: tag of the interface; English words are understood as well.
        today: business date.
        household: people and pets around the customer.
    """

    language: str
    today: date
    household: Sequence[HouseholdMember] = ()


def understand(text: str, listener: Listener) -> Understood:
    """Read a line.

    Args:
        text: any text; control signs should be gone already.

    Returns:
        What will be kept. Never fails: an empty line has no parts and no leftover.
    """
    known = {fold(one.name): one for one in listener.household if not one.gone}
    dates = DateReader(listener.language, listener.today)
    reader = PieceReader(listener.language, dates, known)
    parts: list[Part] = []
    suggestions: list[Reading] = []
    unclear: list[tuple[int, int]] = []
    who = ""
    for piece in pieces_of(text):
        who = who if piece.follows else ""
        found = reader.parts(piece, who)
        if not found and not piece.mark and (hint := reader.suggestion(piece)):
            suggestions.append(hint)
        if any(part.what is None for part in found):
            unclear.append((piece.start, piece.end))
        parts += found
        who = _who_of(found) or who
    return Understood(text, tuple(parts), _leftover(text, parts, unclear), tuple(suggestions))


def _leftover(text: str, parts: Sequence[Part], unclear: Sequence[tuple[int, int]]) -> str:
    """What no part stands for; an unclear piece stays whole, so that the note can be read."""
    taken = [
        (part.start, part.end)
        for part in parts
        if not any(start <= part.start < end for start, end in unclear)
    ]
    return without(text, taken)


def _who_of(parts: Sequence[Part]) -> str:
    return next((part.what.name for part in parts if isinstance(part.what, Around)), "")


__all__ = ["Listener", "Piece", "understand"]
