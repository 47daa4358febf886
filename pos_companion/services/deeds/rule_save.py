"""Keep a rule: a new one, or the next version of one that is there."""

from collections.abc import Mapping
from typing import Any

from pos_companion.services import Shop, deed
from pos_companion.services.deeds.rules_list import rule_values
from pos_companion.services.forms import number_of
from pos_companion.services.rule_files import readable_rule
from pos_companion.services.rulebook import KeptRule, save_rule


@deed
def rule_save(shop: Shop, rule: Mapping[str, Any], seen: int | str = 0) -> Mapping[str, Any]:
    """Keep a rule as its next version; one that is to be in use has to pass the lint.

    Args:
        rule: as `rules_list` answers it and CONTRIBUTING describes it.
        seen: the version it is based on; 0 for a new rule. Another one by now is refused.

    Returns:
        The rule, as the deed `rules_list` answers it, with the `version` it got.
    """
    change = save_rule(shop, readable_rule(shop, rule), number_of(seen, "seen"))
    return rule_values(shop, KeptRule(change.rule, 0))
