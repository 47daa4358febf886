import errno
import io
import os
from collections.abc import Callable

import pytest

from pos_companion import __version__
from tests.pos_companion.cli.conftest import Terminal


def test_somebody_is_found_by_their_dog(terminal: Terminal) -> None:
    found = terminal.asks("find", "biscuit")["found"]
    assert [hit["name"] for hit in found] == ["Rosa Delgado"]
    assert found[0]["why"] == "dog Biscuit"
    assert set(found[0]) == {"id", "name", "detail", "why"}


def test_the_card_has_all_that_a_program_may_ask(terminal: Terminal) -> None:
    card = terminal.asks("card", "4471")
    assert card["customer"].keys() >= {"id", "name", "say"}
    assert [item["name"] for item in card["usual"]] == ["Flat white, oat milk", "Almond croissant"]
    assert card["usual"][0].keys() >= {"product", "name", "reason", "confidence"}
    assert card["celebrations"][0].keys() >= {"who", "kind", "date", "days"}
    assert card["celebrations"][0]["days"] == 1
    assert card["offers"][0].keys() >= {"id", "rule", "title", "reason", "say", "cost"}
    assert all(no["sentence"] and no["code"] for no in card["why_not"])


def test_the_same_card_opens_by_id_by_card_code_and_by_text(terminal: Terminal) -> None:
    number = terminal.asks("find", "rosa delgado")["found"][0]["id"]
    names = [terminal.asks("card", who)["customer"]["name"] for who in (number, "ROSA delgado")]
    assert names == ["Rosa Delgado", "Rosa Delgado"]


def test_the_clock_can_be_set_for_one_command(terminal: Terminal) -> None:
    at_nine = terminal.asks("card", "biscuit", "--at", "2031-03-05T09:00")
    assert at_nine["customer"]["greeting"].startswith("Morning")
    in_the_evening = terminal.asks("--at=2031-03-05T19:30", "card", "biscuit")
    assert in_the_evening["customer"]["greeting"].startswith("Evening")


def test_a_visit_with_the_usual_and_the_gift_is_recorded_once_and_undone(
    terminal: Terminal,
) -> None:
    deed = ("visit", "biscuit", "--usual", "--take", "pet-birthday", "--uid", "till-1-0001")
    first = terminal.asks(*deed)
    assert first["visit"] == "till-1-0001"
    assert [row["rule"] for row in first["redemptions"]] == ["pet-birthday"]
    assert first["redemptions"][0].keys() == {"id", "rule", "offer"}
    assert terminal.asks(*deed) == first
    before = terminal.asks("card", "biscuit")["customer"]["visits"]
    assert terminal.asks("undo", "till-1-0001")["undone"] is True
    assert terminal.asks("card", "biscuit")["customer"]["visits"] == before - 1
    assert terminal.types(*deed) == 1
    assert "taken back" in terminal.err


def test_items_are_named_with_quantity_and_amount(terminal: Terminal) -> None:
    terminal.asks("visit", "biscuit", "--item", "Flat white:2:7.80", "--item", "Plum cake")
    names = [item["name"] for item in terminal.asks("usual", "biscuit")["usual"]]
    assert "Plum cake" in names


def test_usual_ranks_all_products_and_can_be_cut(terminal: Terminal) -> None:
    ranked = terminal.asks("usual", "biscuit")["usual"]
    assert ranked[0]["name"] == "Flat white, oat milk"
    assert ranked[0].keys() == {"product", "name", "score", "reason"}
    assert len(terminal.asks("usual", "biscuit", "--limit", "2")["usual"]) == 2


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("card", "nobody at all"), 1, "Nobody is found"),
        (("card", "e"), 1, ""),
        (("find",), 2, "Missing argument"),
        (("frobnicate",), 2, "No such command"),
        (("find", "rosa", "--limit", "0"), 2, "limit"),
        (("find", "rosa", "--at", "yesterday"), 2, "is not a time"),
        (("find", "rosa", "--at"), 2, ""),
        (("find", "rosa", "--at", "--limit", "2"), 2, "--at needs a value"),
        (("find", "M\udcfcsli"), 2, "UTF-8"),
        (("visit", "biscuit", "--take", "no-such-offer"), 1, "no offer called"),
        (("visit", "biscuit", "--item", "Tea:many"), 2, "not a number"),
        (("undo", "never-recorded"), 1, "no visit"),
        (("import", "no-such-file.csv", "--as", "sales"), 1, "no file"),
        (("import", "x.csv", "--as", "everything"), 2, "--as sales"),
    ],
)
def test_what_cannot_be_done_ends_with_a_sentence_and_its_code(
    terminal: Terminal, words: tuple[str, ...], code: int, sentence: str
) -> None:
    assert terminal.types(*words) == code
    assert sentence in terminal.err
    assert terminal.err.strip()
    assert "Traceback" not in terminal.err


def test_a_refusal_in_json_is_one_object(terminal: Terminal) -> None:
    assert terminal.types("card", "nobody at all", "--json") == 1
    assert terminal.out.startswith('{"error": {"kind": "not_found"')


def test_answers_for_people_are_words(terminal: Terminal) -> None:
    for words in (("card", "biscuit"), ("find", "ro"), ("usual", "biscuit"), ("check",)):
        assert terminal.types(*words) == 0
        assert terminal.out.strip()
        assert "{" not in terminal.out


def test_the_version_and_the_help_are_there(terminal: Terminal) -> None:
    assert terminal.types("--version") == 0
    assert __version__ in terminal.out
    assert terminal.types("--help") == 0
    assert "--data-dir" in terminal.out


def test_the_passphrase_is_read_once_and_leaves_the_environment(
    own_terminal: Callable[[], Terminal],
) -> None:
    assert own_terminal().asks("find", "anybody") == {"found": []}
    assert "POS_COMPANION_PASSPHRASE" not in os.environ
    terminal = own_terminal()
    os.environ["POS_COMPANION_PASSPHRASE"] = "another one"
    assert terminal.types("find", "anybody") == 1
    assert "does not open" in terminal.err


def test_without_a_keyring_and_a_passphrase_nothing_is_made(
    own_terminal: Callable[[], Terminal],
) -> None:
    terminal = own_terminal()
    del os.environ["POS_COMPANION_PASSPHRASE"]
    assert terminal.types("find", "anybody") == 1
    assert "passphrase" in terminal.err
    assert not (terminal.folder / "companion.db").exists()


def test_a_recovery_code_is_printed_for_a_real_shop_only(
    terminal: Terminal, own_terminal: Callable[[], Terminal]
) -> None:
    assert terminal.types("recovery-code") == 1
    code = own_terminal().asks("recovery-code")["code"]
    assert len(code.replace("-", "")) == 26


def test_the_version_for_programs_is_one_object(terminal: Terminal) -> None:
    assert terminal.asks("--version") == {"version": __version__}


def test_a_script_without_any_input_is_refused_in_a_sentence(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert terminal.types("script") == 2
    assert "standard input" in terminal.err


class Full(io.StringIO):
    """A place for answers that has no room left."""

    def write(self, _: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("words", [("find", "rosa", "--json"), ("find", "rosa"), ("--version",)])
def test_an_answer_that_cannot_be_written_is_said(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setattr("sys.stdout", Full())
    assert terminal.types(*words) == 1
    assert "could not be written" in terminal.err


def test_a_command_that_is_stopped_says_so(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pos_companion.services.deeds.find.find_people", stopped)
    assert terminal.types("find", "rosa", "--json") == 1
    assert terminal.out.startswith('{"error": {"kind": "stopped"')
    assert "Stopped" in terminal.err


def test_who_came_along_and_how_they_seemed_can_be_said(terminal: Terminal) -> None:
    said = ("--with", "Biscuit", "--mood-in", "good", "--mood-out", "low")
    terminal.asks("visit", "biscuit", "--usual", "--uid", "till-1-0002", *said)
    assert terminal.types("visit", "biscuit", "--mood-in", "furious") == 2
    assert "good, fine, low" in terminal.err
