import pytest

from pos_companion.services.deeds import do


def test_find_answers_in_its_agreed_form(shop, ana):
    assert do(shop, "find", {"text": "4471"}) == {
        "found": [
            {
                "id": str(ana.id),
                "name": "Ana Silva",
                "detail": "4 visits · last here last week",
                "why": "phone …4471",
            }
        ]
    }
    assert do(shop, "find", {"text": "nobody", "limit": 1}) == {"found": []}


@pytest.mark.parametrize(
    ("text", "say"),
    [
        ("4111 1111 1111 1111", "That looks like a payment card. It was not read or kept."),
        ("4006381333931", "That is a product, not a customer card."),
        ("%", "Type a letter or a digit: of a name, a number or a card."),
        ("🧁", "Type a letter or a digit: of a name, a number or a card."),
    ],
)
def test_what_is_nobodys_is_said_and_not_looked_for(shop, text, say):
    assert do(shop, "find", {"text": text}) == {"say": say, "found": []}
