"""Ideas of customers: written down, decided on, and told back to whoever had them.

Whoever has an idea hears of it: one that is done stands on their card until they were told.
"""

from dataclasses import dataclass, replace

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.i18n import N_
from pos_companion.model.consent import ConsentKind
from pos_companion.model.ideas import Idea, IdeaState
from pos_companion.model.people import Customer
from pos_companion.model.staff import Right
from pos_companion.services import Shop
from pos_companion.services.capture import plain_line, refuse_payment_cards
from pos_companion.services.consents import require_consent
from pos_companion.services.sign_in import require
from pos_companion.services.withheld import is_forgetful

_LONGEST = 500


@dataclass(frozen=True)
class HadIdea:
    """An idea and who had it."""

    idea: Idea
    customer: Customer


@dataclass(frozen=True)
class IdeaChange:
    """What became of an idea; the way back needs both."""

    before: Idea
    after: Idea


def add_idea(shop: Shop, customer_id: int, text: str) -> Idea:
    """Keep what somebody would do better.

    Raises:
        BadInputError: there is nothing in it, it is too long, or holds a payment card number.
        RefusedError: they do not want to be remembered.
        NotFoundError: there is no such customer.
        NotAllowedError: trainees write down no notes.
    """
    require(shop, Right.NOTES)
    line = _line(text)
    if not line:
        raise BadInputError(N_("There is nothing to keep yet. Write what their idea is."))
    with shop.storage.transaction():
        require_consent(shop, customer_id, ConsentKind.MEMORY)
        new = Idea(customer_id, 0, line, heard_by=shop.staff, heard_on=shop.today)
        idea = shop.storage.ideas.add(new)
        _note(shop, "add_idea", idea)
    return idea


def drop_idea(shop: Shop, idea: Idea) -> None:
    """Take back an idea that was written down a moment ago.

    Raises:
        RefusedError: it has changed since.
    """
    with shop.storage.transaction():
        if shop.storage.ideas.get(idea.customer, idea.n) != idea:
            raise _changed_since()
        shop.storage.ideas.drop(idea)
        _note(shop, "drop_idea", idea)


def ideas(shop: Shop) -> tuple[HadIdea, ...]:
    """Every idea with who had it, newest first; of those who want to be remembered.

    Raises:
        NotAllowedError: what becomes of ideas is for whoever decides what the shop does.
    """
    require(shop, Right.RULES)
    found = shop.storage.ideas.all()
    people = {one.id: one for one in shop.storage.people.some([idea.customer for idea in found])}
    return tuple(
        HadIdea(idea, people[idea.customer])
        for idea in found
        if idea.customer in people and not is_forgetful(people[idea.customer])
    )


def set_idea(shop: Shop, idea: Idea, state: IdeaState, answer: str = "") -> IdeaChange:
    """Decide what becomes of an idea; one that is done is told to whoever had it.

    Args:
        idea: as it was seen.
        answer: what there is to say to them about it; "not now" needs one.

    Raises:
        NotAllowedError: not everybody decides this.
        BadInputError: no answer, too long, or a payment card number in it.
        RefusedError: it has changed since, or they were told already.
    """
    require(shop, Right.RULES)
    line = _line(answer)
    if state is IdeaState.NOT_NOW and not line:
        raise BadInputError(N_("Why not now? One sentence, so that there is something to say."))
    if idea.told_on is not None:
        raise RefusedError(N_("They were told already that it is done."))
    by, day = (shop.staff, shop.today) if state is not IdeaState.OPEN else ("", None)
    after = replace(idea, state=state, answer=line, settled_by=by, settled_on=day)
    return _change(shop, "idea_status", idea, after)


def idea_told(shop: Shop, customer_id: int, n: int) -> IdeaChange:
    """They were told that their idea is done.

    Raises:
        NotFoundError: there is no such idea that is done and was not told yet.
    """
    idea = shop.storage.ideas.get(customer_id, n)
    if idea is None or not idea.is_to_tell:
        raise NotFoundError(N_("There is nothing to tell them about this idea."))
    told = replace(idea, told_by=shop.staff, told_on=shop.today)
    return _change(shop, "idea_told", idea, told)


def undo_idea(shop: Shop, change: IdeaChange) -> None:
    """Put an idea back to what it was, to the letter.

    Raises:
        RefusedError: it has changed since.
    """
    _change(shop, "undo_idea", change.after, change.before)


def _change(shop: Shop, deed: str, seen: Idea, after: Idea) -> IdeaChange:
    with shop.storage.transaction():
        if shop.storage.ideas.get(seen.customer, seen.n) != seen:
            raise _changed_since()
        shop.storage.ideas.put(after)
        _note(shop, deed, after)
    return IdeaChange(seen, after)


def _line(text: str) -> str:
    line = plain_line(text)
    if len(line) > _LONGEST:
        raise BadInputError(N_("That is too long for one line. Keep it under 500 letters."))
    refuse_payment_cards(line)
    return line


def _changed_since() -> RefusedError:
    return RefusedError(N_("A colleague was quicker: this has changed since."))


def _note(shop: Shop, deed: str, idea: Idea) -> None:
    shop.storage.audit.note(shop.clock.now(), shop.staff, deed, customer=idea.customer, idea=idea.n)
