"""What the program writes down about itself, without a word about anybody."""

import io
import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.errors import RefusedError
from pos_companion.i18n import N_
from pos_companion.services import logbook
from pos_companion.services.logbook import FILE, FOLDER, Redacted, keep_log, redacted
from pos_companion.storage.recovery_code import in_groups, new_code
from tests.kept_log import log_of_its_own

__all__ = ["log_of_its_own"]


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("calls from +49 30 555 0000123 today", "calls from (number) today"),
        ("(030) 5550-123", "(number)"),
        ("rosa.delgado@example.org wrote", "(mail) wrote"),
        ("PIN 4826 is wrong", "PIN *** is wrong"),
        ("pin=739152", "pin=***"),
        ('password: "very secret"', 'password: "*** secret"'),
        ("postgresql://mia:p:a@ss@db.shop.example/shop", "postgresql://mia:***@db.shop.example/shop"),
        ("key " + "0f" * 32, "key (key)"),
        ("line 42 of 1000, 3 tries", "line 42 of 1000, 3 tries"),
        ("shop-20251121T080000Z-12.backup", "shop-20251121T080000Z-12.backup"),
    ],
)  # fmt: skip
def test_what_must_not_leave_the_shop_is_taken_out(text: str, safe: str) -> None:
    assert redacted(text) == safe


def test_a_recovery_code_is_taken_out_in_groups_and_in_one() -> None:
    code = new_code()
    assert redacted(f"typed {in_groups(code)} again") == "typed (code) again"
    assert redacted(f"typed {code}") == "typed (code)"


def test_the_home_of_whoever_is_here_is_not_told() -> None:
    assert redacted(f"{Path.home()}/shop") == "~/shop"


@given(st.integers(0, 10**12 - 1).map("{:012d}".format), st.sampled_from([" ", "-", ".", "/", ""]))
def test_no_number_as_long_as_a_phones_gets_through(digits: str, between: str) -> None:
    phone = between.join(digits[at : at + 3] for at in range(0, 12, 3))
    assert phone not in redacted(f"call {phone} soon")


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    lines = io.StringIO()
    handler = logging.StreamHandler(lines)
    handler.setFormatter(Redacted("%(levelname)s %(message)s"))
    log = logging.getLogger("a log of its own")
    log.propagate = False
    log.addHandler(handler)
    yield lines
    log.removeHandler(handler)


def test_an_error_is_told_as_its_kind_and_the_sentence_it_was_made_from(lines: io.StringIO) -> None:
    log = logging.getLogger("a log of its own")
    log.warning("refused: %s", RefusedError(N_("Nobody called {name} is here."), name="Rosa"))
    log.warning("lost: %s", OSError(28, "No space left on device", "/media/rosa/x"))
    log.warning("odd: %s", ValueError("Rosa"))
    log.warning("so many: %d", 3)
    assert lines.getvalue().splitlines() == [
        "WARNING refused: RefusedError: Nobody called {name} is here.",
        "WARNING lost: OSError: No space left on device",
        "WARNING odd: ValueError",
        "WARNING so many: 3",
    ]


def test_a_traceback_is_places_without_values(lines: io.StringIO) -> None:
    def go_wrong(name: str) -> None:
        try:
            raise KeyError(name)
        except KeyError as error:
            raise ValueError(f"{name} again") from error

    try:
        go_wrong("Rosa")
    except ValueError:
        logging.getLogger("a log of its own").exception("a deed failed")
    told = lines.getvalue()
    assert "Rosa" not in told
    assert "test_logbook.py" in told
    assert told.index("ValueError\n") < told.index("KeyError")


@pytest.mark.usefixtures("log_of_its_own")
def test_a_log_is_kept_and_so_is_what_nobody_caught(tmp_path: Path) -> None:
    keep_log(tmp_path)
    logging.getLogger("pos_companion").warning("the mark was not written")
    logging.getLogger("pos_companion").info("this is not kept")
    try:
        raise LookupError("Rosa")
    except LookupError as error:
        sys.excepthook(type(error), error, error.__traceback__)
        threading.excepthook(
            threading.ExceptHookArgs((type(error), error, error.__traceback__, None))
        )
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    kept = (tmp_path / FOLDER / FILE).read_text(encoding="utf-8")
    assert kept.count("a fault that nobody caught") == 2
    assert kept.count("LookupError") == 2
    assert "the mark was not written" in kept
    assert "Rosa" not in kept
    assert "not kept" not in kept


@pytest.mark.usefixtures("log_of_its_own")
def test_where_no_log_can_be_kept_the_till_goes_on(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / FOLDER).write_text("a file where the folder should be")
    keep_log(tmp_path)
    assert "no log is kept" in caplog.text


def test_the_program_leaves_no_picture_of_its_memory() -> None:
    resource = pytest.importorskip("resource", reason="the system has no core dumps")
    before = resource.getrlimit(resource.RLIMIT_CORE)
    formatters = [(one, one.formatter) for one in logging.getLogger().handlers]
    try:
        logbook.speak_safely()
        assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0
    finally:
        resource.setrlimit(resource.RLIMIT_CORE, before)
        for handler, formatter in formatters:
            handler.setFormatter(formatter)
