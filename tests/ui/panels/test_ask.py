from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pos_companion.i18n import Phrase
from pos_companion.model.prompts import Outcome, Prompt, PromptKind
from tests.layout_eyes import visible
from ui.kit import Button, LineBox, Tile
from ui.panels import AskedAbout, Wish
from ui.panels.ask import AskPanel

LISBON = "How was the half marathon?"


def thread(heard_by: str = "Mia") -> Prompt:
    question = Phrase("{question}", {"question": LISBON})
    heard = date(2025, 11, 6)
    return Prompt(1, PromptKind.THREAD, "thread:1", question, None, heard_by, heard, 1)


def gap(kind: PromptKind = PromptKind.RULE, question: str = "When is your birthday?") -> Prompt:
    return Prompt(1, kind, "day:birthday:self", Phrase(question))


def tapped(look, shown, prompt: Prompt):
    ask = look(AskPanel())
    ask.at(shown(ask=prompt))
    ask.panel.findChild(Tile).click()
    QApplication.processEvents()
    return ask


def chips(ask) -> dict[str, Button]:
    return {one.text(): one for one in visible(ask.panel) if isinstance(one, Button)}


def test_nothing_to_ask_is_no_box(look, shown) -> None:
    assert not look(AskPanel()).at(shown())


def test_it_asks_one_thing_and_says_who_heard_of_it(look, shown) -> None:
    ask = look(AskPanel())
    assert ask.at(shown(ask=thread()))
    assert ask.texts() == ["Ask about", LISBON, "They told Mia, 6 Nov"]
    assert ask.panel.findChild(Tile).accessibleName().startswith(f"Ask about {LISBON}")
    assert not chips(ask)


def test_nobody_is_named_who_was_not_written_down(look, shown) -> None:
    ask = look(AskPanel())
    ask.at(shown(ask=thread("")))
    assert ask.texts()[-1] == "They told us, 6 Nov"


def test_what_nobody_told_us_has_no_source(look, shown) -> None:
    ask = look(AskPanel())
    ask.at(shown(ask=gap()))
    assert ask.texts() == ["Ask about", "When is your birthday?"]


def test_after_a_tap_one_can_say_how_it_went(look, shown) -> None:
    ask = tapped(look, shown, thread())
    assert list(chips(ask)) == ["It went well", "Not so well", "Later"]
    chips(ask)["Not so well"].click()
    assert [(one.wish, one.about) for one in ask.wishes] == [
        (Wish.ASKED, AskedAbout(thread(), Outcome.NOT_SO_WELL))
    ]


def test_a_second_tap_folds_it_away_again(look, shown) -> None:
    ask = tapped(look, shown, thread())
    ask.panel.findChild(Tile).click()
    QApplication.processEvents()
    assert not chips(ask)


def test_a_gap_takes_an_answer_and_enter_keeps_it(look, shown) -> None:
    ask = tapped(look, shown, gap())
    line = ask.panel.findChild(LineBox)
    assert list(chips(ask)) == ["Not today", "Don’t ask again"]
    line.edit.setText(" 14 March ")
    QTest.keyClick(line.edit, Qt.Key.Key_Return)
    assert [one.about for one in ask.wishes] == [AskedAbout(gap(), Outcome.ANSWERED, "14 March")]


def test_an_empty_answer_is_none(look, shown) -> None:
    ask = tapped(look, shown, gap())
    QTest.keyClick(ask.panel.findChild(LineBox).edit, Qt.Key.Key_Return)
    assert ask.wishes == []


def test_whoever_does_not_want_to_be_asked_is_not_asked_again(look, shown) -> None:
    ask = tapped(look, shown, gap())
    chips(ask)["Don’t ask again"].click()
    assert [one.about for one in ask.wishes] == [AskedAbout(gap(), Outcome.DECLINED)]


def test_yes_and_no_are_two_chips(look, shown) -> None:
    consent = gap(PromptKind.CONSENT, "May we remember what you like, for next time?")
    ask = tapped(look, shown, consent)
    assert list(chips(ask)) == ["Yes", "No", "Not today", "Don’t ask again"]
    chips(ask)["No"].click()
    assert [one.about for one in ask.wishes] == [AskedAbout(consent, Outcome.ANSWERED, "no")]


def test_enter_belongs_to_the_answer_only_while_somebody_writes_one(look, shown, qtbot) -> None:
    ask = tapped(look, shown, gap())
    assert not ask.panel.findChild(LineBox).isHidden()
    ask.panel.window().activateWindow()
    qtbot.waitUntil(lambda: ask.panel.takes_enter)
    ask.at(shown(ask=thread()))
    assert not ask.panel.takes_enter
