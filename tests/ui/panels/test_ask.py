from datetime import date

from pos_companion.model.care import Thread
from ui.panels.ask import AskPanel


def asked(heard_by: str) -> Thread:
    return Thread(1, 1, "How was the half marathon?", heard_by, date(2025, 11, 6), date.min)


def test_nothing_to_ask_is_no_box(look, shown) -> None:
    assert not look(AskPanel()).at(shown())


def test_it_asks_one_thing_and_says_who_heard_of_it(look, shown) -> None:
    ask = look(AskPanel())
    assert ask.at(shown(ask=asked("Mia")))
    assert ask.texts() == ["Ask about", "How was the half marathon?", "They told Mia, 6 Nov"]


def test_nobody_is_named_who_was_not_written_down(look, shown) -> None:
    ask = look(AskPanel())
    ask.at(shown(ask=asked("")))
    assert ask.texts()[-1] == "They told us, 6 Nov"
