from pos_companion.model.needs import Need, NeedState


def test_a_need_is_open_until_somebody_settles_it() -> None:
    assert Need(1, 1, "a bag").state is NeedState.OPEN
