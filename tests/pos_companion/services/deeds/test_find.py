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
