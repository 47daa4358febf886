"""An idea is decided on by the manager and told back at the counter."""

from dataclasses import replace

import pytest

from pos_companion.errors import BadInputError, NotAllowedError, NotFoundError, RefusedError
from pos_companion.model.consent import ConsentKind
from pos_companion.model.ideas import IdeaState
from pos_companion.model.staff import Role
from pos_companion.rules.conditions.idea_done import IdeaDone
from pos_companion.services.consents import set_consent
from pos_companion.services.ideas import (
    add_idea,
    drop_idea,
    idea_told,
    ideas,
    set_idea,
    undo_idea,
)
from pos_companion.services.look_up import open_card
from pos_companion.services.merging import Joining, merge
from pos_companion.services.sign_in import sign_out
from pos_companion.services.staff import add_person
from pos_companion.services.telling import tell, untell
from tests.builders import add_customer, add_rule
from tests.state import everything


def test_a_done_idea_is_told_once_and_every_step_goes_back(shop):
    shop.staff = "Mia"
    ana = add_customer("Ana")
    empty = everything(shop)
    idea = add_idea(shop, ana.id, "milk in\nglass bottles")
    assert (idea.text, idea.heard_by, idea.heard_on) == ("milk in glass bottles", "Mia", shop.today)
    assert open_card(shop, ana.id).card.done == ()
    done = set_idea(shop, idea, IdeaState.DONE, "From Monday on.")
    assert open_card(shop, ana.id).card.done == (done.after,)
    told = idea_told(shop, ana.id, idea.n)
    assert open_card(shop, ana.id).card.done == ()
    assert (told.after.told_by, told.after.told_on) == ("Mia", shop.today)
    with pytest.raises(NotFoundError, match="nothing to tell"):
        idea_told(shop, ana.id, idea.n)
    with pytest.raises(RefusedError, match="told already"):
        set_idea(shop, told.after, IdeaState.OPEN)
    undo_idea(shop, told)
    undo_idea(shop, done)
    with pytest.raises(RefusedError, match="quicker"):
        undo_idea(shop, done)
    drop_idea(shop, idea)
    assert everything(shop) == empty


def test_not_now_needs_an_answer_and_open_again_forgets_who_decided(shop):
    idea = add_idea(shop, add_customer("Ana").id, "open on Sunday")
    with pytest.raises(BadInputError, match="Why not now"):
        set_idea(shop, idea, IdeaState.NOT_NOW, " ")
    shop.staff = "Mia"
    said = set_idea(shop, idea, IdeaState.NOT_NOW, "Nobody is here on Sundays.").after
    assert (said.settled_by, said.settled_on) == ("Mia", shop.today)
    assert set_idea(shop, said, IdeaState.OPEN).after == idea
    with pytest.raises(RefusedError, match="quicker"):
        set_idea(shop, said, IdeaState.PLANNED)


def test_the_list_is_the_managers_and_leaves_out_who_is_not_to_be_remembered(shop):
    ana, ben = add_customer("Ana"), add_customer("Ben")
    mine, _other = add_idea(shop, ana.id, "a bench"), add_idea(shop, ben.id, "a lamp")
    set_consent(shop, ben.id, ConsentKind.MEMORY, answer=False)
    assert [(one.idea, one.customer.name) for one in ideas(shop)] == [(mine, "Ana")]
    add_person(shop, "Mia", Role.MANAGER, "739154")
    sign_out(shop)
    for deed in (
        lambda: ideas(shop),
        lambda: set_idea(shop, mine, IdeaState.DONE),
        lambda: add_idea(shop, ana.id, "a lamp"),
    ):
        with pytest.raises(NotAllowedError):
            deed()


@pytest.mark.parametrize("text", ["", " \n", "x" * 501, "4111 1111 1111 1111"])
def test_nonsense_is_no_idea(shop, text):
    ana = add_customer("Ana")
    with pytest.raises(BadInputError):
        add_idea(shop, ana.id, text)


def test_a_line_that_begins_with_the_word_is_an_idea(shop):
    ana = add_customer("Ana")
    before = everything(shop)
    told = tell(shop, ana.id, "idea: milk in glass bottles, ~suggests a bench")
    assert [one.text for one in told.kept] == ["milk in glass bottles", "a bench"]
    assert len(ideas(shop)) == 2
    untell(shop, told)
    assert everything(shop) == before


def test_a_rule_may_thank_for_it_and_a_merge_takes_ideas_along(shop):
    ana, twin = add_customer("Ana"), add_customer("Ana Two")
    add_rule("Thanks", IdeaDone(7))
    idea = add_idea(shop, twin.id, "milk in glass bottles")
    set_idea(shop, idea, IdeaState.DONE)
    assert len(open_card(shop, twin.id).offers) == 1
    merge(shop, Joining(ana.id, twin.id))
    found = open_card(shop, ana.id)
    assert [one.text for one in found.card.done] == ["milk in glass bottles"]
    assert len(found.offers) == 1
    assert found.facts.ideas == (replace(found.facts.ideas[0], customer=ana.id),)
