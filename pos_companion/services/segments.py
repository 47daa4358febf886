"""People with a name: the manager's segments, each with a way back.

What a segment means is used by rules from the moment it is kept. One that a rule in use asks for
cannot be taken away.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.i18n import N_, Phrase
from pos_companion.model.staff import Right
from pos_companion.rules import RuleState
from pos_companion.rules.as_json import condition_from_json, to_json
from pos_companion.rules.segments import Segment, asked_for, require_people
from pos_companion.services import Shop
from pos_companion.services.capture import plain_line, refuse_payment_cards
from pos_companion.services.sign_in import require
from pos_companion.storage.folding import folded

_LONGEST_NAME, _LONGEST_ID, _MOST = 100, 60, 200


@dataclass(frozen=True)
class SegmentChange:
    """What was done to a segment; the way back needs both.

    Attributes:
        before: None for a new one.
        after: None for one that was taken away.
    """

    before: Segment | None
    after: Segment | None

    @property
    def segment(self) -> Segment:
        """The one it was about.

        Raises:
            LookupError: nothing was done.
        """
        found = self.after or self.before
        if found is None:
            raise LookupError("nothing was done")
        return found


def segments_kept(shop: Shop) -> tuple[Segment, ...]:
    """Every segment, by name.

    Raises:
        NotAllowedError: whoever is at the counter may not change rules.
    """
    require(shop, Right.RULES)
    return tuple(sorted(shop.storage.segments.all().values(), key=lambda one: folded(one.name)))


def save_segment(shop: Shop, segment: Segment, seen: Segment | None = None) -> SegmentChange:
    """Keep a segment; rules that ask for it go by its new meaning at once.

    Args:
        segment: an empty id makes a new one, called after its name.
        seen: as it stood when somebody began to change it; None for a new one.

    Raises:
        NotAllowedError: whoever is at the counter may not change rules.
        BadInputError: no name, one that is there already, or it is not about people.
        RefusedError: another till changed it meanwhile.
    """
    require(shop, Right.RULES)
    with shop.storage.transaction():
        there = shop.storage.segments.all()
        wanted = _checked(segment, tuple(there.values()))
        before = there.get(wanted.id)
        if before != seen:
            raise _changed_since(wanted.name)
        if before is None and len(there) >= _MOST:
            raise BadInputError(N_("That is too many segments. Take one away first."))
        if wanted != before:
            shop.storage.segments.put(wanted, shop.clock.now())
            _note(shop, "segment_save", wanted)
    return SegmentChange(before, wanted)


def delete_segment(shop: Shop, segment_id: str) -> SegmentChange:
    """Take a segment away.

    Raises:
        NotAllowedError, NotFoundError: not allowed; no such segment.
        RefusedError: a rule that is in use asks for it.
    """
    require(shop, Right.RULES)
    with shop.storage.transaction():
        before = shop.storage.segments.all().get(segment_id)
        if before is None:
            raise NotFoundError(N_("There is no segment called {segment}."), segment=segment_id)
        for rule in shop.storage.rulebook.rules():
            if rule.state is RuleState.ACTIVE and segment_id in asked_for(rule.when):
                text = N_("The rule “{rule}” asks for “{segment}”. Pause it or change it first.")
                raise RefusedError(text, rule=Phrase(rule.name), segment=before.name)
        shop.storage.segments.drop(segment_id)
        _note(shop, "segment_delete", before)
    return SegmentChange(before, None)


def undo_segment(shop: Shop, change: SegmentChange) -> None:
    """Let a segment be what it was.

    Raises:
        NotAllowedError: whoever is at the counter may not change rules.
        RefusedError: it was changed since, or a new one is asked for by a rule in use.
    """
    require(shop, Right.RULES)
    with shop.storage.transaction():
        segment = change.segment
        if shop.storage.segments.all().get(segment.id) != change.after:
            raise _changed_since(segment.name)
        if change.before is None:
            delete_segment(shop, segment.id)
            return
        shop.storage.segments.put(change.before, shop.clock.now())
        _note(shop, "segment_undo", change.before)


def _checked(segment: Segment, there: Sequence[Segment]) -> Segment:
    """A segment with a tidy name and an id, as it will be read again from the records."""
    name = plain_line(segment.name)
    if not name:
        raise BadInputError(N_("A segment needs a name."))
    if len(name) > _LONGEST_NAME:
        raise BadInputError(N_("That is too long for a name. Keep it under 100 letters."))
    refuse_payment_cards(name)
    require_people(segment.when)
    namesake = next((one for one in there if folded(one.name) == folded(name)), None)
    if namesake is not None and namesake.id != segment.id:
        raise BadInputError(N_("There is a segment “{segment}” already."), segment=namesake.name)
    key = plain_line(segment.id)[:_LONGEST_ID] or _key_of(name, {one.id for one in there})
    when = condition_from_json(to_json(segment.when))
    return replace(segment, id=key, name=name, when=when)


def _key_of(name: str, taken: set[str]) -> str:
    key = "-".join(folded(name).split())[: _LONGEST_ID - 4] or "segment"
    others = (f"{key}-{number}" for number in range(2, _MOST + 2))
    return next(one for one in (key, *others) if one not in taken)


def _changed_since(name: str) -> RefusedError:
    text = N_("“{segment}” has just been changed by a colleague. Look at it again first.")
    return RefusedError(text, segment=name)


def _note(shop: Shop, deed: str, segment: Segment) -> None:
    shop.storage.audit.note(shop.clock.now(), shop.staff, deed, segment=segment.id)
