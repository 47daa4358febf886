import json

import pytest

from pos_companion.errors import BadInputError
from pos_companion.services.deeds import do
from pos_companion.services.look_up import open_card

LINE = "@daughter Mia 8.5.2019 !nuts, ?Lisbon 24 Nov, ~needs a bag, birthday 03/04, she is rude"


def told(shop, ana, text, **more):
    answer = do(shop, "tell", {"customer": str(ana.id), "text": text, **more})
    assert json.loads(json.dumps(answer)) == answer
    return answer


def test_a_dry_run_says_what_would_be_kept_and_keeps_nothing(shop, ana):
    before = shop.storage.rows("SELECT * FROM remark")
    answer = told(shop, ana, LINE, dry=True)
    kinds = [part["kind"] for part in answer["understood"]]
    assert kinds == ["member", "celebration", "fact", "thread", "need", "unclear"]
    assert answer["understood"][1]["values"]["date"] == "2019-05-08"
    assert answer["leftover"] == "birthday 03/04, she is rude"
    assert [one["code"] for one in answer["complaints"]] == ["label"]
    assert answer["kept"] == []
    assert shop.storage.rows("SELECT * FROM remark") == before


def test_what_is_kept_is_named_in_the_answer(shop, ana):
    answer = told(shop, ana, LINE)
    kinds = [one["what"] for one in answer["kept"]]
    assert kinds == ["member", "celebration", "fact", "thread", "need", "fact"]
    assert [need.text for need in open_card(shop, ana.id).card.needs] == ["a bag"]


def test_plain_words_come_with_a_suggestion(shop, ana):
    answer = told(shop, ana, "likes rye", discretion="say")
    assert [one["instead"] for one in answer["suggestions"]] == ["~likes rye"]
    assert answer["kept"][0]["discretion"] == "say"


@pytest.mark.parametrize(
    "wrong", [{"text": 5}, {"text": ""}, {"dry": "yes"}, {"discretion": "shout"}, {"loud": True}]
)
def test_a_wrong_value_is_refused_and_nothing_is_written(shop, ana, wrong):
    before = shop.storage.rows("SELECT * FROM remark")
    with pytest.raises(BadInputError):
        do(shop, "tell", {"customer": str(ana.id), "text": "plays chess", **wrong})
    assert shop.storage.rows("SELECT * FROM remark") == before
