import pytest

from pos_companion.errors import BadInputError
from pos_companion.services import Shop
from pos_companion.services.deeds import do
from tests.builders import add_customer


def test_answers_are_kept_and_read_by_name(shop: Shop) -> None:
    ana = add_customer("Ana", remember=None)
    done = do(shop, "set_consent", {"customer": str(ana.id), "kind": "health", "answer": True})
    assert done == do(shop, "consents", {"customer": str(ana.id)})
    by_kind = {one["kind"]: one for one in done["consents"]}
    assert by_kind["health"] == {
        "kind": "health", "answer": True, "day": "2025-11-21", "asked_by": "", "allowed": True,
    }  # fmt: skip
    assert by_kind["photo"]["answer"] is None
    assert not by_kind["photo"]["allowed"]


@pytest.mark.parametrize(
    "values", [{"kind": "soul", "answer": True}, {"kind": "photo", "answer": 1}]
)
def test_what_cannot_be_an_answer_is_refused(shop: Shop, values: dict[str, object]) -> None:
    ana = add_customer("Ana")
    with pytest.raises(BadInputError):
        do(shop, "set_consent", {"customer": str(ana.id), **values})
