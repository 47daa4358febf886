"""They sent somebody to the shop."""

import pytest

from pos_companion.rules import Verdict
from pos_companion.rules.conditions.referred_someone import ReferredSomeone
from tests.pos_companion.rules.cases import facts, says


@pytest.mark.parametrize(
    ("sent", "wanted", "said"),
    [
        (1, 1, (Verdict.YES, "They sent us 1 person")),
        (3, 2, (Verdict.YES, "They sent us 3 people")),
        (2, 3, (Verdict.NO, "They sent us 2 people; this begins at 3.")),
        (1, 3, (Verdict.NO, "They sent us 1 person; this begins at 3.")),
        (0, 1, (Verdict.NO, "Nobody has told us yet that they were sent by them.")),
    ],
)
def test_from_the_wanted_number_on(sent: int, wanted: int, said: tuple[Verdict, str]) -> None:
    assert says(ReferredSomeone(wanted).judge(facts(referred=sent))) == said
