import io
import json
from typing import Any

import pytest

from pos_companion.cli.script import LONGEST_LINE, run_script
from pos_companion.services import Shop
from pos_companion.services.deeds.find import find


def answers(shop: Shop, *lines: str) -> list[dict[str, Any]]:
    out = io.StringIO()
    run_script(shop, io.StringIO("\n".join(lines) + "\n"), out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def line(number: int, name: str, **values: object) -> str:
    return json.dumps({"id": number, "do": name, "with": values})


def test_a_whole_morning_runs_through_one_script(sample_shop: Shop) -> None:
    found, card, visit, again, undone = answers(
        sample_shop,
        line(1, "find", text="4471"),
        line(2, "card", customer="4471", at="2025-11-21T09:30"),
        line(3, "visit", customer="4471", usual=True, take=["pet-birthday"], uid="a"),
        line(4, "visit", customer="4471", usual=True, take=["pet-birthday"], uid="a"),
        line(5, "undo", uid="a"),
    )
    assert [one["id"] for one in (found, card, visit, again, undone)] == [1, 2, 3, 4, 5]
    assert found["result"]["found"][0]["name"] == "Rosa Delgado"
    assert card["result"]["customer"]["greeting"] == "Morning, Rosa!"
    assert visit["result"] == again["result"]
    assert undone["ok"]


@pytest.mark.parametrize(
    "wrong",
    [
        "no json",
        "[]",
        "3",
        "{}",
        '{"do": 7}',
        '{"do": "drop_everything"}',
        '{"do": "find", "with": []}',
        '{"do": "find", "with": {"txet": "a"}}',
        '{"do": "find", "with": {"text": 5}}',
        '{"do": "find", "with": {"text": "a", "limit": "many"}}',
        '{"do": "find", "with": {"text": "a", "at": "noon"}}',
        '{"do": "find", "with": {"text": "a", "at": 1000000000000000000000000000000}}',
        '{"do": "card", "with": {"customer": null}}',
        '{"do": "card", "with": {"customer": [1]}}',
        '{"do": "visit", "with": {"customer": "4471", "items": "Tea"}}',
        '{"do": "visit", "with": {"customer": "4471", "items": [7]}}',
        '{"do": "visit", "with": {"customer": "4471", "take": "x"}}',
        '{"do": "visit", "with": {"customer": "4471", "kind": "stole"}}',
        '{"do": "visit", "with": {"customer": "4471", "uid": 9}}',
        "[" * 100_000,
        '{"id": NaN, "do": "find", "with": {"text": "rosa"}}',
        '{"do": "card", "with": {"customer": -Infinity}}',
        '{"do": "visit", "with": {"customer": "4471", "uid": "\\ud800"}}',
        '{"do": "visit", "with": {"customer": "4471", "items": ["M\udcfcsli"]}}',
        '{"do": "find", "with": {"text": "\\ud83e"}}',
    ],
)
def test_a_wrong_line_is_answered_and_does_not_end_the_run(sample_shop: Shop, wrong: str) -> None:
    refused, after = answers(sample_shop, wrong, line(2, "find", text="biscuit"))
    assert refused["ok"] is False
    assert refused["error"]["kind"] in {"bad_input", "not_found"}
    assert refused["error"]["say"]
    assert after["result"]["found"]


def test_a_line_without_end_is_refused(sample_shop: Shop) -> None:
    too_long = json.dumps({"do": "find", "with": {"text": "x" * LONGEST_LINE}})
    assert answers(sample_shop, too_long)[0]["error"]["kind"] == "bad_input"


def test_our_own_fault_is_answered_too(
    sample_shop: Shop, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("pos_companion.services.deeds.find.find_people", broken)
    assert find.__name__ == "find"
    answer = answers(sample_shop, line(1, "find", text="rosa"))[0]
    assert answer["error"]["kind"] == "fault"
    assert "ZeroDivisionError" in caplog.text


def test_the_clock_of_one_line_does_not_stay_for_the_next(sample_shop: Shop) -> None:
    evening, now = answers(
        sample_shop,
        line(1, "card", customer="4471", at="2025-11-21T20:00"),
        line(2, "card", customer="4471"),
    )
    assert evening["result"]["customer"]["greeting"].startswith("Evening")
    assert now["result"]["customer"]["greeting"].startswith("Morning")


def test_a_byte_order_mark_at_the_start_is_no_part_of_the_line(sample_shop: Shop) -> None:
    assert answers(sample_shop, "\ufeff" + line(1, "find", text="rosa"))[0]["ok"]


def test_a_letter_sent_in_two_escapes_is_one(sample_shop: Shop) -> None:
    sent = '{"id": "\\ud83e\\uddc1", "do": "find", "with": {"text": "rosa"}}'
    assert answers(sample_shop, sent)[0]["id"] == "🧁"
