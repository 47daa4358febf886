"""Says what keeps a rule of this shop from being put into use."""

from datetime import datetime, time

from pos_companion.errors import RefusedError
from pos_companion.i18n import Phrase, language
from pos_companion.insight.tone import SpokenAs, may_be_said
from pos_companion.model.people import Customer
from pos_companion.rules import Facts, Rule, RuleState
from pos_companion.rules.lint.check import Around, Complaint
from pos_companion.rules.lint.judge import lint
from pos_companion.rules.segments import bound
from pos_companion.services import Shop


def lint_rule(shop: Shop, rule: Rule) -> tuple[Complaint, ...]:
    """All that is the matter with a rule, and what to do about each; empty when nothing is."""
    rule = bound(rule, shop.storage.segments.all())
    found = lint(rule, around(shop, rule))
    spoken = (
        Complaint("unkind_words", one.phrase)
        for wording in rule.also
        for one in may_be_said(wording.say, SpokenAs.OFFER, wording.language)
    )
    return (*found, *spoken)


def require_sound(shop: Shop, rule: Rule) -> None:
    """Let only rules pass that may be in use.

    Raises:
        RefusedError: the first complaint, as it stands.
    """
    for complaint in lint_rule(shop, rule):
        refused = RefusedError(complaint.phrase.text)
        refused.phrase = complaint.phrase
        raise refused


def tone_of(say: str) -> tuple[Phrase, ...]:
    """What speaks against saying a sentence at the counter; while it is being typed."""
    own = language().split("_")[0]
    found = [*may_be_said(say, SpokenAs.OFFER), *may_be_said(say, SpokenAs.OFFER, own)]
    return tuple({one.code: one.phrase for one in found}.values())


def around(shop: Shop, rule: Rule) -> Around:
    """What a rule stands among now."""
    active = [one for one in shop.storage.rulebook.rules() if one.state is RuleState.ACTIVE]
    others = tuple(one for one in active if one.id != rule.id)
    gifts = shop.storage.stock.gifts(shop.profile.currency)
    nobody = Facts(
        now=datetime.combine(shop.today, time()),
        today=shop.today,
        shop=shop.profile,
        customer=Customer(0),
        gifts=gifts,
    )
    worth = {
        one.id: tuple(effect.value(nobody) for effect in one.effects) for one in (*others, rule)
    }
    return Around(
        shop.today,
        shop.profile.currency,
        others,
        gifts,
        unkind=tone_of,
        worth=worth,
        languages=shop.profile.spoken,
    )
