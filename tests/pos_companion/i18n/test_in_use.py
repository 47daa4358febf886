from threading import Thread

from pos_companion.i18n import _, in_language, is_right_to_left, language, use_language


def test_a_paper_speaks_its_own_language_and_the_till_goes_on_in_its_own() -> None:
    with in_language("ar"):
        assert is_right_to_left()
        assert _("today") != "today"
    assert (language(), _("today")) == ("en_GB", "today")


def test_a_language_within_another_gives_way_again() -> None:
    with in_language("de"):
        with in_language("ar"):
            assert language() == "ar"
        assert language() == "de"
        with in_language(""):
            assert language() == "de"


def test_who_works_beside_hears_nothing_of_it() -> None:
    heard: list[str] = []
    with in_language("ar"):
        beside = Thread(target=lambda: heard.append(language()))
        beside.start()
        beside.join()
    assert heard == ["en_GB"]


def test_the_till_can_change_its_language_for_everybody() -> None:
    heard: list[str] = []
    use_language("de")
    try:
        beside = Thread(target=lambda: heard.append(language()))
        beside.start()
        beside.join()
    finally:
        use_language("en")
    assert heard == ["de"]
