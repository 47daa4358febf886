"""There is something to give."""

from collections.abc import Iterator

from pos_companion.i18n import N_, Phrase
from pos_companion.rules.lint.check import Around, Check
from pos_companion.rules.rule import Rule


class EmptyShelf(Check):
    """Its gifts are on the shelf; one that has run out is on order, or another can be given."""

    def complaints(self, rule: Rule, around: Around) -> Iterator[Phrase]:
        """A gift that is gone, or all that have run out."""
        numbers = [effect.taken_from_shelf for effect in rule.effects]
        wanted = [number for number in numbers if number is not None]
        if any(number not in around.gifts for number in wanted):
            yield Phrase(N_("One of its gifts is not on the shelf any more. Choose another."))
        there = [around.gifts[number] for number in wanted if number in around.gifts]
        if len(wanted) < len(numbers) or any(gift.on_hand or gift.on_order for gift in there):
            return
        for gift in there:
            text = N_("“{gift}” has run out and none is on order. Receive some, or note the order.")
            yield Phrase(text, {"gift": gift.name})
