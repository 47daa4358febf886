import pytest

from pos_companion.errors import BadInputError, NotFoundError
from pos_companion.services import Shop
from pos_companion.services.deeds import do
from tests.builders import add_customer, add_visits


def test_where_somebody_stands_is_told_with_its_evidence(shop: Shop) -> None:
    ana = add_customer("Ana")
    add_visits(ana, 9, every=7)
    told = do(shop, "stage", {"customer": str(ana.id)})
    assert (told["stage"], told["step"], told["since"]) == ("regular", "regular", "2025-11-07")
    assert [one["stage"] for one in told["steps"]] == ["new", "getting_to_know", "regular"]
    assert told["steps"][-1]["evidence"][0] == {"text": "8 visits", "on": "2025-11-07"}
    assert told["next"]["stage"] == "friend"
    assert told["next"]["missing"][0] == "11 more visits"
    assert (told["because"], told["turns"], told["pin"], told["pins"]) == ("", [], None, [])


def test_the_visit_at_the_counter_counts_when_asked(shop: Shop) -> None:
    ana = add_customer("Ana")
    add_visits(ana, 2)
    assert do(shop, "stage", {"customer": str(ana.id)})["stage"] == "new"
    assert do(shop, "stage", {"customer": str(ana.id), "here": True})["stage"] == "getting_to_know"


def test_it_is_pinned_with_a_reason_and_taken_off_again(shop: Shop) -> None:
    ana = add_customer("Ana")
    values = {"customer": str(ana.id), "stage": "friend", "reason": "She painted our sign"}
    pinned = do(shop, "pin_stage", values)
    assert (pinned["stage"], pinned["since"]) == ("friend", "2025-11-21")
    assert pinned["pin"] == {
        "stage": "friend", "reason": "She painted our sign", "by": "", "on": "2025-11-21",
        "taken_off": None,
    }  # fmt: skip
    off = do(shop, "unpin_stage", {"customer": str(ana.id)})
    assert (off["stage"], off["pin"]) == ("new", None)
    assert off["pins"][0]["taken_off"] == "2025-11-21"
    with pytest.raises(NotFoundError, match="Nothing is pinned"):
        do(shop, "unpin_stage", {"customer": str(ana.id)})


@pytest.mark.parametrize(
    ("stage", "reason"), [("back", "because"), ("best", "because"), ("friend", "  ")]
)
def test_what_cannot_be_pinned_is_refused(shop: Shop, stage: str, reason: str) -> None:
    ana = add_customer("Ana")
    with pytest.raises(BadInputError):
        do(shop, "pin_stage", {"customer": str(ana.id), "stage": stage, "reason": reason})
