"""What a line of the search knows of a customer: enough to tell who it is, and no more."""

from typing import NamedTuple


class Glimpse(NamedTuple):
    """A customer as they are kept now; another one as soon as anything of them is written.

    A named tuple, because it is made of each row that a key brings up.

    Attributes:
        id to street: as in `Customer`.
        visits: how many count.
        first: the day number of the first visit, None before it.
        last: seconds UTC of the latest, None before the first.
        is_alone: whom they live with is not to be known.
    """

    id: int
    name: str
    call_name: str
    description: str
    phone: str
    email: str
    card: str
    source_id: str | None
    household: int | None
    street: str
    visits: int
    first: int | None
    last: int | None
    is_alone: bool

    @property
    def called(self) -> str:
        """As `Customer.called`."""
        return self.call_name or next(iter(self.name.split()), "")
