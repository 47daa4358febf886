"""The manager's rulebook: drafts, what is in use, the order, the versions; each has a way back.

A version never changes once anything was given by it. What was decided while a colleague decided
otherwise is refused with a sentence, and nothing is overwritten. Only what passes the lint is in
use: `services/rule_lint.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.i18n import N_
from pos_companion.model.staff import Right
from pos_companion.rules import Rule, RuleState
from pos_companion.rules.as_json import rule_from_json, rule_to_json
from pos_companion.services import Shop
from pos_companion.services.capture import plain_line, refuse_payment_cards
from pos_companion.services.rule_lint import require_sound
from pos_companion.services.sign_in import require
from pos_companion.storage.rulebook import RuleVersion

LOOKED_BACK = timedelta(days=90)
_STEP = 10
_LONGEST = {
    "id": 60, "name": 100, "say": 500, "why": 500, "promise": 500, "group": 60, "kind": 40,
}  # fmt: skip


@dataclass(frozen=True)
class KeptRule:
    """A rule as the list of them shows it.

    Attributes:
        given: how often it gave something in the last 90 days.
    """

    rule: Rule
    given: int


@dataclass(frozen=True)
class RuleChange:
    """What was done to the rulebook; the way back needs both.

    Attributes:
        before: the rules as they stood, those that were touched alone; none for a new one.
        after: the same as they stand.
        is_new_version: whether a version was written.
    """

    before: tuple[Rule, ...]
    after: tuple[Rule, ...]
    is_new_version: bool = False

    @property
    def rule(self) -> Rule:
        """The rule it was about; of an order the one asked first."""
        return self.after[0]


def rules_kept(shop: Shop) -> tuple[KeptRule, ...]:
    """Every rule in the order in which they are asked, ended ones last."""
    given = shop.storage.rulebook.given(shop.today - LOOKED_BACK)
    rules = sorted(shop.storage.rulebook.rules(), key=lambda one: one.state is RuleState.ENDED)
    return tuple(KeptRule(rule, given.get(rule.id, 0)) for rule in rules)


def save_rule(shop: Shop, rule: Rule, seen: int = 0) -> RuleChange:
    """Keep a rule as its next version; it stands at its own state and priority.

    Args:
        rule: one that is to be in use has to pass the lint; a draft need not. What stands in the
            records already is not written twice.
        seen: the version the screen began with; 0 for a rule that is not there yet.

    Returns:
        The change; without a new version when nothing differs.

    Raises:
        NotAllowedError: whoever is at the counter may not change rules.
        BadInputError: an empty name or id, a text too long, or one that no rule may have.
        RefusedError: another till changed it meanwhile, or the lint says what is to be done first.
    """
    require(shop, Right.RULES)
    wanted = _checked(rule)
    with shop.storage.transaction():
        now = shop.storage.rulebook.get(rule.id)
        if (now.version if now else 0) != seen:
            raise _changed_since(rule)
        if wanted.state is RuleState.ACTIVE:
            require_sound(shop, wanted)
        if now is not None and replace(wanted, version=now.version) == now:
            return RuleChange((now,), (now,))
        kept = shop.storage.rulebook.save(wanted, shop.clock.now(), shop.staff)
        _note(shop, "rule_save", kept)
    return RuleChange((now,) if now else (), (kept,), is_new_version=True)


def activate(shop: Shop, rule_id: str) -> RuleChange:
    """Put a rule into use.

    Raises:
        NotAllowedError, NotFoundError: not allowed; no such rule.
        RefusedError: the lint says what is to be done first.
    """
    require(shop, Right.RULES)
    with shop.storage.transaction():
        require_sound(shop, replace(_there(shop, rule_id), state=RuleState.ACTIVE))
        return _set_state(shop, rule_id, RuleState.ACTIVE)


def pause(shop: Shop, rule_id: str) -> RuleChange:
    """Use a rule no more for now; a keyholder may.

    Raises:
        NotAllowedError, NotFoundError: not allowed; no such rule.
        RefusedError: it is not in use.
    """
    require(shop, Right.PAUSE_RULES)
    with shop.storage.transaction():
        if _there(shop, rule_id).state is not RuleState.ACTIVE:
            raise RefusedError(N_("Only a rule that is in use can be paused."))
        return _set_state(shop, rule_id, RuleState.PAUSED)


def end(shop: Shop, rule_id: str) -> RuleChange:
    """Use a rule no more; it stays for the past.

    Raises:
        NotAllowedError, NotFoundError: not allowed; no such rule.
    """
    require(shop, Right.RULES)
    with shop.storage.transaction():
        return _set_state(shop, rule_id, RuleState.ENDED)


def reorder(shop: Shop, rule_ids: Sequence[str]) -> RuleChange:
    """Ask the rules in another order.

    Args:
        rule_ids: of all rules, the one asked first in front.

    Raises:
        NotAllowedError: whoever is at the counter may not change rules.
        RefusedError: a rule is missing or strange: the list changed at another till.
    """
    require(shop, Right.RULES)
    with shop.storage.transaction():
        now = {rule.id: rule for rule in shop.storage.rulebook.rules()}
        if sorted(now) != sorted(rule_ids):
            raise RefusedError(N_("The list of rules has changed meanwhile. Look again."))
        places = {rule: (at + 1) * _STEP for at, rule in enumerate(rule_ids)}
        after = tuple(replace(now[rule], priority=places[rule]) for rule in rule_ids)
        for rule in after:
            shop.storage.rulebook.stand(rule)
        shop.storage.audit.note(shop.clock.now(), shop.staff, "rules_reorder", rules=list(rule_ids))
    return RuleChange(tuple(now[rule] for rule in rule_ids), after)


def history(shop: Shop, rule_id: str) -> tuple[tuple[RuleVersion, Rule], ...]:
    """All versions of a rule with what they said, the latest first."""
    drawer = shop.storage.rulebook
    found = ((one, drawer.version(rule_id, one.version)) for one in drawer.versions(rule_id))
    return tuple((one, rule) for one, rule in found if rule is not None)


def restore_version(shop: Shop, rule_id: str, version: int) -> RuleChange:
    """Say again what an earlier version said, as a new version; state and place stay.

    Raises:
        NotAllowedError: whoever is at the counter may not change rules.
        NotFoundError: there is no such rule or version.
        RefusedError: the rule is in use, and the lint speaks against that version.
    """
    require(shop, Right.RULES)
    now, then = _there(shop, rule_id), shop.storage.rulebook.version(rule_id, version)
    if then is None:
        raise NotFoundError(N_("There is no such version of this rule."))
    wanted = replace(then, state=now.state, priority=now.priority)
    return save_rule(shop, wanted, now.version)


def undo_rules(shop: Shop, change: RuleChange) -> None:
    """Take a step back; a version by which something was given meanwhile stays on record.

    Raises:
        NotAllowedError: whoever is at the counter may not change rules.
        RefusedError: it was changed since, undone already, or a new rule gave something by now.
    """
    require(shop, Right.RULES)
    drawer = shop.storage.rulebook
    with shop.storage.transaction():
        for after in change.after:
            if drawer.get(after.id) != after:
                raise _changed_since(after)
        for before in change.before:
            drawer.stand(before)
        if change.is_new_version:
            _forget_version(shop, change)
        _note(shop, "rules_undo", change.rule)


def _forget_version(shop: Shop, change: RuleChange) -> None:
    drawer, rule = shop.storage.rulebook, change.rule
    if not change.before:
        if not drawer.drop(rule.id):
            raise RefusedError(N_("“{rule}” was used by now. Pause it instead."), rule=rule.name)
        return
    if not next(one.used for one in drawer.versions(rule.id) if one.version == rule.version):
        drawer.drop_version(rule.id, rule.version)


def _set_state(shop: Shop, rule_id: str, state: RuleState) -> RuleChange:
    now = _there(shop, rule_id)
    after = replace(now, state=state)
    shop.storage.rulebook.stand(after)
    _note(shop, f"rule_{state.value}", after)
    return RuleChange((now,), (after,))


def _there(shop: Shop, rule_id: str) -> Rule:
    found = shop.storage.rulebook.get(rule_id)
    if found is None:
        raise NotFoundError(N_("There is no rule called {rule}."), rule=rule_id)
    return found


def _checked(rule: Rule) -> Rule:
    """A rule with tidy words, as it will be read again from the records."""
    texts = {name: plain_line(str(getattr(rule, name))) for name in _LONGEST}
    for name, text in texts.items():
        if len(text) > _LONGEST[name]:
            values = {"text": text[:40], "most": _LONGEST[name]}
            raise BadInputError(N_("“{text}…” is too long: at most {most} letters."), **values)
    also = tuple(replace(one, say=plain_line(one.say)) for one in rule.also if one.say.strip())
    for one in also:
        if len(one.say) > _LONGEST["say"]:
            values = {"text": one.say[:40], "most": _LONGEST["say"]}
            raise BadInputError(N_("“{text}…” is too long: at most {most} letters."), **values)
    refuse_payment_cards(*texts.values(), *(one.say for one in also))
    if not texts["name"]:
        raise BadInputError(N_("A rule needs a name."))
    return rule_from_json({**rule_to_json(replace(rule, also=also)), **texts})


def _changed_since(rule: Rule) -> RefusedError:
    text = N_("“{rule}” has just been changed by a colleague. Look at it again first.")
    return RefusedError(text, rule=rule.name)


def _note(shop: Shop, deed: str, rule: Rule) -> None:
    shop.storage.audit.note(
        shop.clock.now(), shop.staff, deed, rule=rule.id, version=rule.version,
        state=rule.state.value,
    )  # fmt: skip
