"""How they found the shop."""

from pos_companion.model.people import Source, SourceTouch
from pos_companion.rules import Facts, Verdict
from pos_companion.rules.conditions.came_from import WAYS, CameFrom
from tests.pos_companion.rules.cases import TODAY, facts, says


def came(*sources: Source) -> Facts:
    return facts(touches=tuple(SourceTouch(1, n, TODAY, one) for n, one in enumerate(sources, 1)))


def test_the_first_way_counts_and_no_later_one() -> None:
    seen = came(Source.SEARCH, Source.FRIEND)
    assert says(CameFrom(Source.SEARCH).judge(seen)) == (
        Verdict.YES,
        "They found us through a search",
    )
    assert says(CameFrom(Source.FRIEND).judge(seen)) == (
        Verdict.NO,
        "They found us through a search; this is for a friend.",
    )


def test_nobody_asked_them_yet() -> None:
    answer = CameFrom().judge(facts())
    assert says(answer) == (Verdict.UNKNOWN, "Not known yet: how did they find us?")
    assert answer.code == "source"


def test_every_way_has_its_words() -> None:
    assert set(WAYS) == set(Source)
