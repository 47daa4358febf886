"""What a check is, what it looks at, and what it says."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pos_companion.i18n import Phrase
from pos_companion.model.money import Money
from pos_companion.model.stock import Gift
from pos_companion.rules.rule import Rule


@dataclass(frozen=True)
class Around:
    """What a rule stands among.

    Attributes:
        today: business date.
        currency: of the shop.
        others: all other rules that are in use.
        gifts: the shelf, by id; what is given no more is not on it.
        unkind: what speaks against saying a sentence, in the words of `insight/tone.py`.
        languages: tags of those spoken with customers, the shop's own first.
        worth: what each of the effects of a rule is worth to the customer, by rule id.
    """

    today: date
    currency: str
    others: tuple[Rule, ...] = ()
    gifts: Mapping[int, Gift] = field(default_factory=dict)
    unkind: Callable[[str], Sequence[Phrase]] = lambda _text: ()
    worth: Mapping[str, Sequence[Money]] = field(default_factory=dict)
    languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Complaint:
    """Why a rule cannot be put into use.

    Attributes:
        code: the name of the check, for programs.
        phrase: what is the matter, and what to do about it.
    """

    code: str
    phrase: Phrase


class Check(ABC):
    """One thing that must not be so in a rule that is in use."""

    @abstractmethod
    def complaints(self, rule: Rule, around: Around) -> Iterator[Phrase]:
        """What is the matter with a rule, and what to do; nothing when all is well."""
