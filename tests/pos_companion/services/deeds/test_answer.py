from pos_companion.services.deeds import do


def test_a_script_finds_what_to_say(shop):
    do(shop, "write_answer", {"question": "When are you open?", "say": "Eight to six."})
    (found,) = do(shop, "answer", {"text": "what time do you open"})["answers"]
    assert (found["say"], found["check"], found["verified_on"]) == (
        "Eight to six.", False, "2025-11-21",
    )  # fmt: skip
    assert do(shop, "answer", {"text": "flour"}) == {"answers": [], "waiting": []}
