"""From a rule that fits to Offers: what can be given, in which order, with which words."""

import string
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from pos_companion.i18n import N_, Phrase
from pos_companion.model.celebrations import keep_secret
from pos_companion.model.money import Money
from pos_companion.model.people import Species
from pos_companion.model.shop import WhileConcernOpen
from pos_companion.rules.as_json import to_json
from pos_companion.rules.explain import explain_json
from pos_companion.rules.facts import Answer, Facts
from pos_companion.rules.limits import Limits, Refusal
from pos_companion.rules.occasions import SELF, pet_among
from pos_companion.rules.once import APOLOGY, Wish, period_key
from pos_companion.rules.parts import Effect
from pos_companion.rules.results import Offer
from pos_companion.rules.rule import Rule
from pos_companion.rules.suitability import is_liked

MOST_CHOICES = 3


@dataclass(frozen=True)
class Choice:
    """One effect of a rule that can be given now.

    Attributes:
        id: of the Offer it will be.
        private: what was left out beside it, for the cashier's eyes; None when nothing was.
        budget: what it costs, and what is left of the tightest budget; None without one.
    """

    id: str
    effect: Effect
    wish: Wish
    private: Phrase | None
    budget: Phrase | None = None


@dataclass(frozen=True)
class Candidate:
    """A rule that fits one being, before the rules compete.

    Attributes:
        facts: as seen for that being.
        choices: what can be given, best first; not empty.
    """

    rule: Rule
    facts: Facts
    answer: Answer
    choices: tuple[Choice, ...]

    @property
    def value(self) -> Money:
        """What its first choice is worth to the customer."""
        return self.choices[0].wish.value

    @property
    def order(self) -> tuple[int, date, int, str, str]:
        """Who is asked first: priority, the window that ends sooner, lower cost, rule id."""
        ends = [day for day in (self.answer.until, self.rule.valid_through) if day is not None]
        cost = self.choices[0].wish.cost.amount
        until = min(ends, default=date.max)
        return (self.rule.priority, until, cost, self.rule.id, self.answer.beneficiary)


def choices(rule: Rule, facts: Facts, answer: Answer, limits: Limits) -> list[Choice] | Refusal:
    """What a rule whose conditions hold can give now, best first, at most three.

    Returns:
        Or the reason of its first effect, when it can give nothing.
    """
    found: list[Choice] = []
    refusals: list[Refusal] = []
    private: Phrase | None = None
    for at, effect in enumerate(rule.effects):
        allowed = effect.available(facts)
        if allowed.private and private is None:
            private = allowed.phrase
        wish = _wish(rule, effect, answer, facts)
        refusal = _refusal(wish, effect, allowed, facts) or limits.refusal(wish)
        if refusal is None:
            place = f":{at + 1}" if at else ""
            offer_id = f"{rule.id}:{wish.beneficiary}{place}"
            found.append(Choice(offer_id, effect, wish, None, limits.budget_of(wish)))
        else:
            refusals.append(refusal)
    if not found:
        return refusals[0]
    ranked = sorted(found, key=lambda choice: _rank(choice, facts, limits))
    best = ranked[:MOST_CHOICES]
    return best if private is None else [replace(one, private=private) for one in best]


def make_offers(candidate: Candidate, needs: str = "") -> list[Offer]:
    """The Offers of a candidate: its first choice, then the others.

    Args:
        needs: why more than a yes of the customer is needed; see `Offer.needs`.
    """
    rule, facts, answer = candidate.rule, candidate.facts, candidate.answer
    tree = explain_json(rule.when, answer)
    return [
        Offer(
            id=choice.id,
            rule=rule,
            effect=choice.effect,
            title=choice.effect.title(facts),
            reason=answer.phrase,
            say=words_to_say(rule.said_in(facts.customer.language), facts),
            cost=choice.wish.cost,
            value=choice.wish.value,
            beneficiary=choice.wish.beneficiary,
            celebration_year=choice.wish.celebration_year,
            period_key=period_key(choice.wish, facts),
            private=keep_secret(answer.celebration) or choice.private,
            on_the_till=choice.effect.on_the_till(facts),
            explanation=explanation(rule, choice.effect, tree),
            needs=needs,
            budget=choice.budget,
        )
        for choice in candidate.choices
    ]


def explanation(rule: Rule, effect: Effect, tree: dict[str, object]) -> dict[str, object]:
    """What is kept with a Redemption: plain JSON values, the terms as they were included."""
    return {
        "rule": rule.id,
        "version": rule.version,
        "discount": effect.is_discount,
        "effect": to_json(effect),
        "when": tree,
    }


def words_to_say(say: str, facts: Facts) -> Phrase:
    """The words for the customer, from what may be spoken only.

    A child is "your little one": its name is not for the queue. When a name the words need is not
    known, they give way to words without one.
    """
    being = facts.receiver
    pet = being if being.species.is_pet else pet_among(facts.beings)
    little_one = being.species is Species.CHILD and being.key != SELF
    values: dict[str, object] = {
        "name": facts.beings[SELF].name,
        "pet": pet.name if pet else "",
        "who": Phrase(N_("your little one")) if little_one else being.name,
    }
    if all(values.get(name) for name in _names_in(say)):
        return Phrase(say, values)
    return Phrase(N_("A little something from us."))


@lru_cache(maxsize=512)
def _names_in(say: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in string.Formatter().parse(say) if name is not None)


def _wish(rule: Rule, effect: Effect, answer: Answer, facts: Facts) -> Wish:
    return Wish(
        rule,
        answer.beneficiary or SELF,
        effect.cost(facts),
        effect.value(facts),
        effect.is_discount,
        answer.celebration_year,
        answer.milestone or _made_good(rule, facts),
    )


def _made_good(rule: Rule, facts: Facts) -> str:
    """One thing that went wrong is made good once."""
    concern = facts.to_make_good if rule.kind == APOLOGY else None
    return f"concern:{concern.n}" if concern else ""


def _refusal(wish: Wish, effect: Effect, allowed: Answer, facts: Facts) -> Refusal | None:
    concerns = facts.open_concerns
    policy = facts.shop.while_concern_open
    if concerns and wish.rule.kind != APOLOGY:
        by_discount = policy is WhileConcernOpen.DISCOUNTS and effect.is_discount
        if by_discount or policy is WhileConcernOpen.ALL:
            text = N_("We still owe them something: {title}. That comes first.")
            return Refusal("suppressed_concern", Phrase(text, {"title": concerns[0].title}))
    if allowed.is_yes:
        return None
    values = {"gift": effect.taken_from_shelf, "fact": allowed.phrase.values.get("fact")}
    heard = allowed.phrase.values.get("heard_on")
    values["heard_on"] = heard.isoformat() if isinstance(heard, date) else None
    told = {name: value for name, value in values.items() if value is not None}
    return Refusal(allowed.code or "unavailable", allowed.phrase, told)


def _rank(choice: Choice, facts: Facts, limits: Limits) -> tuple[bool, date, int, int]:
    gift = facts.gifts.get(choice.effect.taken_from_shelf or 0)
    liked = gift is not None and is_liked(gift.tags, facts)
    given = limits.last_given(gift.id if gift else None, choice.id) or date.min
    left = gift.free if gift else 0
    return (not liked, given, -left, choice.wish.cost.amount)
