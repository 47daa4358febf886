"""One till's settings: what it decided for itself, kept beside its records."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_companion.errors import BadInputError, NotSavedError
from pos_companion.servers import Server
from pos_companion.settings import (
    DATA_DIR_VARIABLE,
    DATABASE_VARIABLE,
    FILE,
    RESOURCES,
    Settings,
    default_data_dir,
    load_settings,
    save_settings,
)


def test_a_new_till_has_the_usual_settings(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings(data_dir=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_was_decided_is_there_again_at_the_next_start(tmp_path: Path) -> None:
    decided = Settings(
        data_dir=tmp_path / "new",
        language="de",
        theme="dark",
        text_size=150,
        less_movement=True,
        till="Bar „hinten“",
    )
    save_settings(decided)
    assert load_settings(tmp_path / "new") == decided
    assert [path.name for path in (tmp_path / "new").iterdir()] == [FILE]


def test_where_the_records_lie_is_never_written_into_the_file(tmp_path: Path) -> None:
    save_settings(Settings(data_dir=tmp_path, samples=True, till="Bar"))
    text = (tmp_path / FILE).read_text(encoding="utf-8")
    assert str(tmp_path) not in text
    assert "samples" not in text
    assert not load_settings(tmp_path).samples


def test_the_sample_shop_has_a_folder_of_its_own(tmp_path: Path) -> None:
    save_settings(Settings(data_dir=tmp_path, theme="dark"))
    samples = load_settings(tmp_path, samples=True)
    assert samples.folder == tmp_path / "samples"
    assert samples.theme == "dark"
    assert load_settings(tmp_path).folder == tmp_path


@pytest.mark.parametrize(
    "text",
    [
        'text_size = "large"\nless_movement = 1\ntheme = 3',
        "text_size = true",
        "text_size = 89",
        "text_size = 2000",
        'data_dir = "/elsewhere"\nsamples = true',
        'from_a_newer_version = "yes"',
        "[theme]\nname = 1",
    ],
)
def test_a_value_that_cannot_be_is_passed_over(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    assert load_settings(tmp_path) == Settings(data_dir=tmp_path)


@pytest.mark.parametrize(
    "content", [b"theme = ", b"\xff\xfe", b"\x00", b"theme = 'a'\ntheme = 'b'"]
)
def test_a_file_that_cannot_be_read_is_said_and_left_as_it_is(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(BadInputError, match=r"settings file .* cannot be read") as caught:
        load_settings(tmp_path)
    assert FILE in str(caught.value)
    assert (tmp_path / FILE).read_bytes() == content


def test_settings_that_cannot_be_kept_are_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotSavedError, match="settings could not be kept"):
        save_settings(Settings(data_dir=tmp_path / "file"))


def test_settings_that_cannot_be_kept_leave_the_old_ones(tmp_path: Path) -> None:
    save_settings(Settings(data_dir=tmp_path, till="Bar"))
    (tmp_path / (FILE + ".new")).mkdir()
    with pytest.raises(NotSavedError):
        save_settings(Settings(data_dir=tmp_path, till="Door"))
    assert load_settings(tmp_path).till == "Bar"


def test_the_records_lie_where_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATA_DIR_VARIABLE, str(tmp_path))
    assert load_settings().data_dir == tmp_path
    monkeypatch.setenv(DATA_DIR_VARIABLE, "")
    assert default_data_dir().name == "pos-companion"


def test_a_folder_is_remembered_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_settings(Path("here")).data_dir == tmp_path / "here"
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert load_settings(Path("~/shop")).data_dir == tmp_path / "shop"


def test_the_resources_are_beside_the_program() -> None:
    assert (RESOURCES / "themes").is_dir()


@given(
    language=st.sampled_from(["", "de", "pt-BR"]),
    text_size=st.integers(90, 200),
    till=st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_settings_come_back_as_they_were(
    tmp_path: Path, language: str, text_size: int, till: str
) -> None:
    kept = replace(Settings(data_dir=tmp_path), language=language, text_size=text_size, till=till)
    save_settings(kept)
    assert load_settings(tmp_path) == kept


ADDRESS = "postgresql://mia@localhost/shop"


def test_the_database_is_kept_without_its_password(tmp_path: Path) -> None:
    given = Settings(data_dir=tmp_path, database="postgresql://mia:secret@localhost/shop")
    assert given.server == Server(ADDRESS, "secret")
    assert "secret" not in repr(given)
    save_settings(given)
    assert "secret" not in (tmp_path / FILE).read_text(encoding="utf-8")
    assert load_settings(tmp_path).server == Server(ADDRESS)
    assert load_settings(tmp_path, samples=True).server is None


def test_a_database_given_for_one_start_counts_and_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert load_settings(tmp_path).server is None
    monkeypatch.setenv(DATABASE_VARIABLE, "postgresql://localhost/environment")
    assert load_settings(tmp_path).server == Server("postgresql://localhost/environment")
    asked = load_settings(tmp_path, database="postgresql://localhost/asked")
    assert asked.server == Server("postgresql://localhost/asked")
    save_settings(asked)
    monkeypatch.delenv(DATABASE_VARIABLE)
    assert load_settings(tmp_path).server is None
