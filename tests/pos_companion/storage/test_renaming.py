from pos_companion.storage.renaming import Renaming

NAMES = Renaming(customer={17: 5}, being={12: 3}, household={7: 70}, thread={1: 4})


def test_keys_in_texts_name_who_is_meant_now() -> None:
    assert NAMES.text("customer:17:visit:10") == "customer:5:visit:10"
    assert NAMES.text("household:7:month:739941") == "household:70:month:739941"
    assert NAMES.text("being:12 customer:17") == "being:3 customer:5"
    assert NAMES.text("thread:1") == "thread:4"


def test_other_numbers_stay() -> None:
    for text in ("customer:171", "being:1", "shop:month:17", "", "17", "xcustomer:17"):
        assert NAMES.text(text) == text
    assert NAMES.text(None) is None


def test_bare_numbers_count_under_names_that_say_whose_they_are() -> None:
    body = '{"referred_by": 17, "n": 17, "whose": "being:12", "more": [{"customer": 17}]}'
    assert NAMES.body(body) == (
        '{"referred_by": 5, "n": 17, "whose": "being:3", "more": [{"customer": 5}]}'
    )


def test_a_body_without_them_stays_to_the_letter() -> None:
    for body in ('{"b":1,   "a":true}', '{"referred_by": null}', '{"customer": true}'):
        assert NAMES.body(body) == body
