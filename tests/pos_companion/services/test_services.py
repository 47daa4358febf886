import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pos_companion.errors import BadInputError, BusyError, CompanionError, KeyRequiredError
from pos_companion.services import DEEDS, deeds, do, instant, open_shop
from pos_companion.settings import Settings
from tests.builders import PASSPHRASE, SetClock, add_customer, keep_profile, open_test_shop

ROOT = Path(__file__).parents[3]


def test_a_new_folder_becomes_a_shop_that_opens_again_with_its_passphrase(tmp_path):
    shop = open_test_shop(tmp_path / "new" / "folder")
    ana = add_customer("Ana Silva", shop=shop)
    shop.close()
    again = open_shop(Settings(data_dir=tmp_path / "new" / "folder"), PASSPHRASE, SetClock())
    assert again.storage.people.get(ana.id).name == "Ana Silva"
    again.close()


def test_another_passphrase_does_not_open_it_and_changes_nothing(tmp_path):
    open_test_shop(tmp_path).close()
    with pytest.raises(KeyRequiredError):
        open_shop(Settings(data_dir=tmp_path), "guessed")
    open_shop(Settings(data_dir=tmp_path), PASSPHRASE).close()


def test_without_a_passphrase_and_a_keyring_a_person_is_asked(tmp_path):
    with pytest.raises(KeyRequiredError, match="Choose a passphrase"):
        open_shop(Settings(data_dir=tmp_path / "asks"))
    assert not (tmp_path / "asks").exists()


def test_nothing_can_be_read_from_the_file_without_the_key(tmp_path):
    shop = open_test_shop(tmp_path)
    add_customer("Ana Silva", shop=shop)
    shop.close()
    for file in tmp_path.iterdir():
        assert b"Silva" not in file.read_bytes()
        assert b"silva" not in file.read_bytes()


def test_one_window_keeps_the_next_one_out_until_it_closes(tmp_path):
    window = open_shop(Settings(data_dir=tmp_path), PASSPHRASE, alone=True)
    with pytest.raises(BusyError, match="already running"):
        open_shop(Settings(data_dir=tmp_path), PASSPHRASE, alone=True)
    window.close()
    open_shop(Settings(data_dir=tmp_path), PASSPHRASE, alone=True).close()


def test_a_wrong_passphrase_leaves_the_folder_free(tmp_path):
    open_test_shop(tmp_path).close()
    with pytest.raises(KeyRequiredError):
        open_shop(Settings(data_dir=tmp_path), "guessed", alone=True)
    open_shop(Settings(data_dir=tmp_path), PASSPHRASE, alone=True).close()


FIRST_START = """
import sys
from pathlib import Path
from pos_companion.services import open_shop
from pos_companion.settings import Settings
open_shop(Settings(data_dir=Path(sys.argv[1])), "for tests only").close()
"""


def test_of_several_first_starts_at_once_one_makes_the_shop_and_the_others_open_it(tmp_path):
    starts = [
        subprocess.Popen([sys.executable, "-c", FIRST_START, str(tmp_path)], cwd=ROOT)
        for _ in range(4)
    ]
    assert [start.wait(120) for start in starts] == [0, 0, 0, 0]


def test_a_file_in_the_place_of_the_folder_is_said_in_a_sentence(tmp_path):
    (tmp_path / "taken").write_text("not a folder")
    with pytest.raises(CompanionError, match="cannot be used for the records"):
        open_shop(Settings(data_dir=tmp_path / "taken"), PASSPHRASE)


def test_the_shops_day_begins_at_four(shop, clock):
    clock.shows("2025-11-22T03:59")
    assert str(shop.today) == "2025-11-21"
    clock.shows("2025-11-22T04:00")
    assert str(shop.today) == "2025-11-22"
    assert shop.wall.hour == 4


def test_the_shops_zone_decides_what_its_clock_shows(shop, clock):
    keep_profile(shop, zone="Asia/Tokyo")
    assert (shop.wall.hour, str(shop.today)) == (17, "2025-11-21")


def test_deeds_are_known_by_their_names():
    assert {"find", "card", "usual", "visit", "undo"} <= set(DEEDS)
    assert DEEDS["find"] is deeds.find.find


def test_a_deed_is_done_by_its_name(shop):
    add_customer("Ana Silva")
    assert [hit["name"] for hit in do(shop, "find", {"text": "ana"})["found"]] == ["Ana Silva"]


def test_an_unknown_deed_is_refused_with_the_names_there_are(shop):
    with pytest.raises(BadInputError, match="There is no deed called dance") as refused:
        do(shop, "dance", {})
    assert all(name in str(refused.value) for name in ("card", "find", "undo", "visit"))


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({}, "find needs text."),
        ({"limit": 3}, "find needs text."),
        (
            {"text": "a", "size": 3},
            "find does not understand size. It understands: text, limit, at.",
        ),
        (
            {"text": "a", "shop": 1},
            "find does not understand shop. It understands: text, limit, at.",
        ),
    ],
)
def test_a_missing_or_unknown_value_is_refused_with_what_there_is(shop, values, sentence):
    with pytest.raises(BadInputError) as refused:
        do(shop, "find", values)
    assert str(refused.value) == sentence


def test_at_sets_the_clock_for_one_deed_and_no_longer(shop, clock):
    ana = add_customer("Ana Silva")
    do(shop, "visit", {"customer": str(ana.id), "uid": "one", "at": "2025-11-20T08:00"})
    assert shop.clock is clock
    assert str(shop.storage.visits.get("one").day) == "2025-11-20"
    with pytest.raises(BadInputError):
        do(shop, "find", {"text": 3, "at": "2025-11-20T08:00"})
    assert shop.clock is clock


@pytest.mark.parametrize(
    "at",
    [
        "",
        "yesterday",
        "2025-13-01",
        "2025-02-30T10:00",
        None,
        5,
        [],
        "9" * 5000,
        "\x00",
        "9999-12-31T23:59",
        "0001-01-02",
        "1979-12-31",
    ],
)
def test_what_is_not_a_time_is_said(shop, at):
    with pytest.raises(BadInputError, match="is not a time"):
        instant(shop.time, at)


def test_a_time_with_a_zone_keeps_it(shop):
    assert instant(shop.time, "2025-11-21T09:30+09:00").hour == 0
    assert instant(shop.time, "2025-11-21T09:30").hour == 8


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=60),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=4,
)
hands = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@hands
@given(text=plain)
@example(text="'; DROP TABLE customer; --")
@example(text="\x00")
@example(text="🧁" * 2500)
@example(text="x" * 5000)
@example(text="4111 1111 1111 1111")
def test_finding_takes_anything_and_answers_or_refuses_in_a_sentence(shop, text):
    with suppress(CompanionError):
        assert isinstance(do(shop, "find", {"text": text})["found"], list)


@hands
@given(
    name=st.sampled_from(["card", "usual", "visit", "undo"]),
    values=st.dictionaries(
        st.sampled_from(["customer", "uid", "items", "take", "usual", "limit", "kind", "at"]),
        plain,
        max_size=5,
    ),
)
def test_every_deed_refuses_nonsense_in_a_sentence_and_writes_nothing(shop, name, values):
    before = shop.storage.rows("SELECT count(*) FROM visit")
    with suppress(CompanionError):
        do(shop, name, values)
    assert shop.storage.rows("SELECT count(*) FROM visit") == before
