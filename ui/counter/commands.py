"""What can be done at the counter, in one list: the keys, their map and the palette read it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

Run = Callable[[], object]


class Place(Enum):
    """Where a key means this."""

    ANYWHERE = "anywhere"  # at the counter, whoever is open or nobody
    CARD = "card"  # with a card on the screen
    WINDOW = "window"  # on every page and over every sheet


@dataclass(frozen=True)
class Command:
    """One thing that can be done.

    Attributes:
        key: the key that does it ("F6", "Ctrl+K"); empty for none.
        label: msgid of what it does, in the words of the list of keys.
        run: does it; None for a key that is only explained, such as the arrows. An answer of
            False means that the key was not for it just now.
        place: where.
    """

    key: str
    label: str
    run: Run | None = None
    place: Place = Place.ANYWHERE


class Commands:
    """All there are, in the order they were added."""

    def __init__(self, commands: Iterable[Command] = ()) -> None:
        self._commands = list(commands)

    def __iter__(self) -> Iterator[Command]:
        return iter(self._commands)

    def add(self, commands: Iterable[Command]) -> None:
        """Put some more at the end."""
        self._commands += commands

    def on_key(self, key: str, place: Place) -> Command | None:
        """What a key does in a place; a key without a name does nothing."""
        if not key:
            return None
        here = (one for one in self._commands if one.key == key and one.place is place)
        return next((one for one in here if one.run is not None), None)

    def keys(self, place: Place) -> set[str]:
        """The keys that do something there."""
        return {one.key for one in self._commands if one.key and one.run and one.place is place}

    def doable(self, has_card: bool) -> list[Command]:
        """Those that can be done now: with a card open, those of a card come first."""
        order = [Place.CARD] if has_card else []
        order += [Place.ANYWHERE, Place.WINDOW]
        return [one for place in order for one in self._commands if one.run and one.place is place]
