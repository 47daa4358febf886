from dataclasses import replace

import pytest

from pos_companion.errors import BadInputError, NotAllowedError, NotFoundError, RefusedError
from pos_companion.model.staff import Role
from pos_companion.rules import Cap, Period, Rule, RuleState, Scope, Unit
from pos_companion.rules.conditions.visits_at_least import VisitsAtLeast
from pos_companion.rules.effects.gift import Gift
from pos_companion.services import rulebook
from pos_companion.services.look_up import open_card
from pos_companion.services.record_visit import VisitDeed, record_visit
from pos_companion.services.staff import add_person, sign_in
from tests.builders import add_customer, add_gift
from tests.state import everything


@pytest.fixture
def thanks(shop):
    """A draft that could be put into use."""
    return Rule(
        id="thanks",
        name="A silent thank you",
        when=VisitsAtLeast(1, 90),
        effects=(Gift(add_gift("Biscuit").id),),
        say="A little something for you.",
        why="They keep coming.",
        state=RuleState.DRAFT,
        caps=(Cap(Scope.RULE, Period.MONTH, 5000, Unit.COST),),
    )


def states(shop):
    return {one.rule.id: one.rule.state.value for one in rulebook.rules_kept(shop)}


def give(shop, name="Ana"):
    found = open_card(shop, add_customer(name).id)
    record_visit(shop, VisitDeed(found.visit_uid, found.card.customer.id, take=found.offers[:1]))


def test_a_draft_is_written_put_into_use_paused_and_ended(shop, thanks):
    assert rulebook.save_rule(shop, thanks).rule == thanks
    assert open_card(shop, add_customer().id).offers == ()
    rulebook.activate(shop, "thanks")
    give(shop)
    assert rulebook.rules_kept(shop) == (
        rulebook.KeptRule(replace(thanks, state=RuleState.ACTIVE), 1),
    )
    assert rulebook.pause(shop, "thanks").rule.state is RuleState.PAUSED
    with pytest.raises(RefusedError, match="in use can be paused"):
        rulebook.pause(shop, "thanks")
    rulebook.end(shop, "thanks")
    assert states(shop) == {"thanks": "ended"}


def test_each_step_can_be_taken_back_without_a_trace(shop, thanks):
    empty = everything(shop)
    made = rulebook.save_rule(shop, thanks)
    drafted = everything(shop)
    changed = rulebook.save_rule(shop, replace(thanks, say="For you."), made.rule.version)
    assert changed.rule.version == 2
    used = rulebook.activate(shop, "thanks")
    rulebook.undo_rules(shop, used)
    rulebook.undo_rules(shop, changed)
    assert everything(shop) == drafted
    with pytest.raises(RefusedError):
        rulebook.undo_rules(shop, changed)
    rulebook.undo_rules(shop, made)
    assert everything(shop) == empty


def test_a_version_by_which_something_was_given_stays(shop, thanks):
    made = rulebook.save_rule(shop, thanks)
    rulebook.activate(shop, "thanks")
    changed = rulebook.save_rule(
        shop, replace(thanks, say="For you.", state=RuleState.ACTIVE), made.rule.version
    )
    give(shop)
    rulebook.undo_rules(shop, changed)
    assert [one.rule.say for one in rulebook.rules_kept(shop)] == [thanks.say]
    versions = rulebook.history(shop, "thanks")
    assert [(one.version, one.used, rule.say) for one, rule in versions] == [
        (2, 1, "For you."),
        (1, 0, thanks.say),
    ]


def test_a_new_rule_that_gave_something_is_not_unwritten(shop, thanks):
    made = rulebook.save_rule(shop, replace(thanks, state=RuleState.ACTIVE))
    give(shop)
    with pytest.raises(RefusedError, match="Pause it instead"):
        rulebook.undo_rules(shop, made)
    assert states(shop) == {"thanks": "active"}


def test_an_earlier_version_is_said_again_as_a_new_one(shop, thanks):
    shop.staff = "Mia"
    rulebook.save_rule(shop, thanks)
    rulebook.save_rule(shop, replace(thanks, say="For you."), 1)
    back = rulebook.restore_version(shop, "thanks", 1)
    assert (back.rule.version, back.rule.say) == (3, thanks.say)
    assert [one.author for one, _ in rulebook.history(shop, "thanks")] == ["Mia"] * 3
    with pytest.raises(NotFoundError):
        rulebook.restore_version(shop, "thanks", 9)


def test_the_same_again_writes_nothing(shop, thanks):
    rulebook.save_rule(shop, thanks)
    before = everything(shop)
    assert not rulebook.save_rule(shop, thanks, 1).is_new_version
    assert everything(shop) == before


def test_a_colleague_who_was_quicker_is_not_overwritten(shop, thanks):
    rulebook.save_rule(shop, thanks)
    rulebook.save_rule(shop, replace(thanks, say="Mia’s words."), 1)
    with pytest.raises(RefusedError, match="changed by a colleague"):
        rulebook.save_rule(shop, replace(thanks, say="Sam’s words."), 1)
    with pytest.raises(RefusedError, match="changed by a colleague"):
        rulebook.save_rule(shop, thanks)
    assert rulebook.rules_kept(shop)[0].rule.say == "Mia’s words."


def test_rules_are_asked_in_the_order_they_are_put_in(shop, thanks):
    for name in ("a", "b", "c"):
        rulebook.save_rule(shop, replace(thanks, id=name))
    change = rulebook.reorder(shop, ["c", "a", "b"])
    assert [one.rule.id for one in rulebook.rules_kept(shop)] == ["c", "a", "b"]
    assert [one.rule.priority for one in rulebook.rules_kept(shop)] == [10, 20, 30]
    rulebook.undo_rules(shop, change)
    assert [one.rule.id for one in rulebook.rules_kept(shop)] == ["a", "b", "c"]
    with pytest.raises(RefusedError, match="changed meanwhile"):
        rulebook.reorder(shop, ["c", "a"])


def test_an_unsound_rule_is_kept_as_a_draft_and_nothing_else(shop, thanks):
    unsound = replace(thanks, caps=())
    with pytest.raises(RefusedError, match="no budget"):
        rulebook.save_rule(shop, replace(unsound, state=RuleState.ACTIVE))
    rulebook.save_rule(shop, unsound)
    with pytest.raises(RefusedError, match="no budget"):
        rulebook.activate(shop, "thanks")
    assert states(shop) == {"thanks": "draft"}


def test_who_may_do_what_with_the_rules(shop, thanks):
    rulebook.save_rule(shop, replace(thanks, state=RuleState.ACTIVE))
    add_person(shop, "Mia", Role.MANAGER, "274951")
    kay = add_person(shop, "Kay", Role.KEYHOLDER, "8052").after
    sign_in(shop, kay.id, "8052")
    change = rulebook.pause(shop, "thanks")
    for deed in (
        lambda: rulebook.save_rule(shop, thanks, 1),
        lambda: rulebook.activate(shop, "thanks"),
        lambda: rulebook.end(shop, "thanks"),
        lambda: rulebook.reorder(shop, ["thanks"]),
        lambda: rulebook.undo_rules(shop, change),
    ):
        with pytest.raises(NotAllowedError):
            deed()


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": ""},
        {"name": " "},
        {"name": "x" * 101},
        {"say": "Hello {nobody}"},
        {"say": "x" * 501},
        {"why": "4111 1111 1111 1111"},
        {"promise": "x" * 501},
        {"effects": ()},
    ],
)
def test_what_cannot_be_a_rule_is_refused(shop, thanks, wrong):
    with pytest.raises(BadInputError):
        rulebook.save_rule(shop, replace(thanks, **wrong))
    assert rulebook.rules_kept(shop) == ()


def test_the_promise_a_rule_keeps_is_kept_with_it_and_is_a_version_of_its_own(shop, thanks):
    rulebook.save_rule(shop, thanks)
    promise = "Whoever comes often is never a number."
    made = rulebook.save_rule(shop, replace(thanks, promise=f" {promise} "), 1)
    assert (made.rule.version, made.rule.promise) == (2, promise)
    assert rulebook.restore_version(shop, "thanks", 1).rule.promise == ""


def test_there_is_no_such_rule(shop):
    for deed in (rulebook.activate, rulebook.pause, rulebook.end):
        with pytest.raises(NotFoundError, match="nothing-like-it"):
            deed(shop, "nothing-like-it")
