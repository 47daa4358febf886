import pytest

from pos_companion.errors import BadInputError, RefusedError
from pos_companion.services.deeds import do


def rule(shop, **changes):
    (kept,) = [one["rule"] for one in do(shop, "rules_list", {})["rules"] if one["id"] == "ten"]
    return {**kept, **changes}


def test_a_rule_is_kept_as_its_next_version(shop, ana):
    wanted = rule(shop, name="Every tenth", state="draft")
    saved = do(shop, "rule_save", {"rule": wanted, "seen": 1})
    assert (saved["version"], saved["name"], saved["state"]) == (2, "Every tenth", "draft")
    with pytest.raises(RefusedError, match="just been changed"):
        do(shop, "rule_save", {"rule": wanted, "seen": 1})


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"when": {"kind": "moon"}}, "needs a newer version"),
        ({"effects": [{"kind": "raffle"}]}, "needs a newer version"),
        ({"effects": []}, "gives nothing"),
        ({"id": "own"}, "No rule may have the id"),
        ({"colour": "red"}, "has no field"),
        (
            {"effects": [{"kind": "amount_off", "amount": {"amount": 1, "currency": "USD"}}]},
            "USD",
        ),
        (
            {
                "when": {
                    "kind": "all_of",
                    "parts": [{"kind": "first_visit"}, {"kind": "visits_nth"}],
                }
            },
            "first visit",
        ),
    ],
)
def test_what_can_never_work_is_refused_with_its_sentence(shop, ana, changes, why):
    before = do(shop, "rules_list", {})
    with pytest.raises(BadInputError, match=why):
        do(shop, "rule_save", {"rule": rule(shop, state="draft", **changes), "seen": 1})
    assert do(shop, "rules_list", {}) == before
