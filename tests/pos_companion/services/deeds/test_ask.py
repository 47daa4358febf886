from pos_companion.services.deeds import do

FLOUR = {"question": "Do you sell flour?", "due": "2025-11-24", "owner": "Sam"}


def test_a_question_of_a_customer_is_owed_to_them(shop, ana):
    owed = do(shop, "ask", {**FLOUR, "customer": str(ana.id)})["concern"]
    assert (owed["title"], owed["owner"], owed["due"]) == (
        "Do you sell flour?", "Sam", "2025-11-24",
    )  # fmt: skip
    assert len(do(shop, "card", {"customer": str(ana.id)})["owe"]) == 2


def test_a_question_of_somebody_we_do_not_know_waits_until_it_is_written(shop):
    kept = do(shop, "ask", {**FLOUR, "asked_by": "Hanna"})["question"]
    assert do(shop, "answer", {"text": ""})["waiting"] == [kept]
    written = {"id": kept["id"], "question": kept["question"], "say": "Yes, rye."}
    assert do(shop, "write_answer", written)["answer"]["owner"] == ""
    assert do(shop, "answer", {"text": ""})["waiting"] == []
