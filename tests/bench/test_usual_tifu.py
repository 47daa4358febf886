from datetime import datetime

import pytest

np = pytest.importorskip("numpy", reason="comes with the bench")

from pos_companion.model.visits import PastVisit  # noqa: E402
from tests.bench.usual_tifu import Tifu  # noqa: E402

DAY = datetime(2026, 3, 2)  # noqa: DTZ001 - the shop's wall clock


def visits(*baskets: tuple[int, ...]) -> list[PastVisit]:
    return [PastVisit("", DAY, DAY.date(), items) for items in baskets]


def test_within_a_group_and_between_groups_the_past_fades() -> None:
    model = Tifu(group=2, within=0.5, between=0.1)
    vector = model.vector(visits((1,), (2,), (3,)), items=4)
    # The latest group holds the second and third visit, the oldest the first alone.
    assert vector.tolist() == pytest.approx([0, 0.1 / 2, 0.5 / 4, 1 / 4])


def test_neighbours_bring_what_somebody_never_had() -> None:
    model = Tifu(own=0.6, neighbours=1)
    asked = model.vectors([visits((1,), (1,))], items=6)
    others = model.vectors([visits((1,), (1, 2)), visits((4,), (5,))], items=6)
    assert model.foresee(asked, others)[0][:2] == [1, 2]
    alone = model.foresee(asked, np.zeros((0, 6), np.float32))
    assert alone[0][0] == 1
