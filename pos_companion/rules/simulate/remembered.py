"""What visits came to in runs before, so that the same is not worked out again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pos_companion.model.stock import Gift
from pos_companion.rules.evaluate import evaluate
from pos_companion.rules.facts import Facts
from pos_companion.rules.ledger import Ledger, Redemption
from pos_companion.rules.results import Evaluation
from pos_companion.rules.rule import Rule
from pos_companion.rules.simulate.past import Taking

_KEPT = 3


@dataclass(frozen=True)
class Judged:
    """What one visit was judged by, and what came of it.

    Attributes:
        alive: the rules that were asked.
        shelf: the gifts these rules give, as they lay there; None for one that is not known.
        given: the lines of its offers that were made already, by what is taken of them.
    """

    alive: tuple[Rule, ...]
    ledger: Ledger
    shelf: tuple[Gift | None, ...]
    result: Evaluation
    given: dict[Taking, tuple[Redemption, ...]] = field(default_factory=dict)

    def is_of(
        self, alive: tuple[Rule, ...], ledger: Ledger, shelf: tuple[Gift | None, ...]
    ) -> bool:
        """Whether it would come out the same."""
        return self.alive == alive and self.shelf == shelf and self.ledger == ledger


class Remembered:
    """The last few judgements of every visit, by its place."""

    def __init__(self) -> None:
        self._of_visit: dict[int, list[Judged]] = {}

    def judge(
        self,
        at: int,
        facts: Facts,
        alive: tuple[Rule, ...],
        ledger: Ledger,
        gifts: Mapping[int, Gift],
    ) -> Judged:
        """Evaluate a visit, unless just that was done before.

        Args:
            at: the place of the visit.
            facts: of the visit, without the shelf.
            alive: the rules to ask.
            ledger: what had been given by then.
            gifts: what lies on the shelf; of it, no rule looks at more than it gives.
        """
        known = self._of_visit.setdefault(at, [])
        shelf = tuple(gifts.get(number) for number in _given_by(alive))
        for judged in known:
            if judged.is_of(alive, ledger, shelf):
                return judged
        # A copy keeps what was worked out of these facts already.
        seen = object.__new__(Facts)
        seen.__dict__.update(facts.__dict__, gifts=gifts)
        judged = Judged(alive, ledger, shelf, evaluate(seen, alive, ledger))
        known.insert(0, judged)
        del known[_KEPT:]
        return judged

    def clear(self) -> None:
        """Forget it all: the visits look different now."""
        self._of_visit.clear()


def _given_by(rules: Sequence[Rule]) -> list[int]:
    numbers = (effect.taken_from_shelf for rule in rules for effect in rule.effects)
    return [number for number in numbers if number is not None]
