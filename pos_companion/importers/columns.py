"""The cells of a column, read once for each different text.

Files repeat themselves: a basket's time stands on each of its lines, a product on thousands. So
what a text means is remembered, and most cells cost one look into a dictionary.
"""

from collections.abc import Callable, Hashable, Sequence

from pos_companion.i18n import N_, Phrase
from pos_companion.importers.cleaning import MOST_LETTERS, clean

_MOST_REMEMBERED = 200_000


class Remembered(dict[Hashable, object]):
    """Reads the cells of one or more columns.

    A cell, or a tuple of cells, is looked up like a key; the answer is its value, or a `Phrase`
    saying why there is none. What could not be read is never remembered.

    Attributes:
        failed: something could not be read since this was last set to False.
    """

    def __init__(self, read: Callable[..., object]) -> None:
        super().__init__()
        self._read = read
        self.failed = False

    def __missing__(self, cell: Hashable) -> object:
        value = _too_long(cell) or self._read(cell)
        if isinstance(value, Phrase):
            self.failed = True
            return value
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        self[cell] = value
        return value


def _too_long(cell: Hashable) -> Phrase | None:
    texts = cell if isinstance(cell, tuple) else (cell,)
    if any(len(str(text)) > MOST_LETTERS for text in texts):
        return Phrase(N_("A cell is longer than {count} letters."), {"count": MOST_LETTERS})
    return None


def or_sentence(read: Callable[[str], object], sentence: str) -> Callable[[str], object]:
    """Turn what `read` cannot read into a sentence that shows the text.

    Args:
        sentence: marked for the catalogue, with `{text}` in it.
    """

    def reading(cell: str) -> object:
        try:
            return read(cell)
        except ValueError:
            return Phrase(sentence, {"text": clean(cell)[:60]})

    return reading


def cells_of(rows: Sequence[Sequence[str]], places: tuple[int, ...]) -> list[str]:
    """One text per row: of several places the first that is not empty, "" where there is none."""
    if not places:
        return [""] * len(rows)
    if len(places) == 1:
        place = places[0]
        return [row[place] for row in rows]
    return [next((row[place] for place in places if row[place]), "") for row in rows]
