from pos_companion.services.deeds import do
from tests.builders import add_gift


def test_a_script_reads_the_shelf(shop):
    gift = add_gift("Cookie", 4, tags=frozenset({"nuts", "sweet"}), reorder_at=5)
    assert do(shop, "shelf", {})["gifts"] == [
        {
            "id": str(gift.id),
            "name": "Cookie",
            "on_hand": 4,
            "reserved": 0,
            "free": 4,
            "cost": {"amount": 50, "currency": "EUR"},
            "tags": ["nuts", "sweet"],
            "reorder_at": 5,
            "on_order": 0,
            "is_low": True,
            "per_week": "0",
            "runs_out": None,
            "retired": False,
        }
    ]
