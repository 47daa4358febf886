"""T19: whoever edits the trail is seen. Source: safety.md §6.4, §10."""

from pos_companion.services import Shop
from tests.safety.tampering import tamper_often


def test_t19_eight_kinds_of_tampering_are_all_seen(shop: Shop) -> None:
    went = tamper_often(shop, 12, seed=19)
    assert len(went.tried) == 8
    assert set(went.tried.values()) == {12}
    assert went.missed == []
    # The trail alone cannot see a tail that is gone, nor a forger who has the key.
    blind = {name for name in went.tried if went.by_trail[name] == 0}
    assert blind == {"cut off", "written again with the key"}
    assert all(went.by_trail[name] == 12 for name in set(went.tried) - blind)
    assert all(went.by_anchor[name] == 12 for name in blind)
    assert shop.storage.check() == []
