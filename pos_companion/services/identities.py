"""Which rows of a file mean the same person."""

from pos_companion.importers import Who
from pos_companion.storage.newcomers import Newcomer


class Identities:
    """Numbers the people of one file.

    Rows with an id of the other program mean the same person when the ids are the same; a row
    without one means whoever had its phone, e-mail or card first. A name never decides.

    Attributes:
        people: by their number; where rows differ, the last one that says anything counts.
    """

    def __init__(self) -> None:
        self.people: list[Newcomer] = []
        self._by_key: dict[tuple[int, str], int] = {}

    def number(self, who: Who) -> int:
        """The number of a person, counted from 0; a new one for somebody new."""
        keys = [(at, text) for at, text in enumerate(who[:4]) if text]
        number = self._known(who.id, keys)
        told = Newcomer(who.id, who.phone, who.email, who.card, who.name)
        if number is None:
            number = len(self.people)
            self.people.append(told)
        else:
            self.people[number] = self.people[number].with_news(told)
        for key in keys:
            self._by_key.setdefault(key, number)
        return number

    def _known(self, outside: str, keys: list[tuple[int, str]]) -> int | None:
        if outside and keys[0] in self._by_key:
            return self._by_key[keys[0]]
        found = (self._by_key[key] for key in keys if key in self._by_key)
        # A couple may share a telephone: different ids are different people.
        fitting = (no for no in found if not (outside and self.people[no].source_id))
        return next(fitting, None)
