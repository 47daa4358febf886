"""The address of a shop's database, as people give it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.errors import BadInputError
from pos_companion.servers import Server, read_server, without_password


@pytest.mark.parametrize(
    ("typed", "url", "password"),
    [
        ("postgresql://mia@localhost/shop", "postgresql://mia@localhost/shop", ""),
        (
            "postgres://mia:pa%40ss@127.0.0.1:5433/shop",
            "postgresql://mia@127.0.0.1:5433/shop",
            "pa@ss",
        ),
        ("postgresql://mia@[::1]/shop", "postgresql://mia@[::1]/shop", ""),
        ("postgresql:///shop?host=/run/pg", "postgresql:///shop?host=%2Frun%2Fpg", ""),
        (
            "postgresql://localhost/shop?user=mia&password=x",
            "postgresql://localhost/shop?user=mia",
            "x",
        ),
    ],
)
def test_on_this_computer_an_address_is_taken_as_it_is_without_its_password(
    typed: str, url: str, password: str
) -> None:
    assert read_server(typed) == Server(url, password)


@pytest.mark.parametrize("asked", ["", "?sslmode=verify-full"])
def test_beyond_this_computer_the_server_has_to_prove_who_it_is(asked: str) -> None:
    server = read_server(f"postgresql://mia:secret@db.shop.example/shop{asked}")
    assert server.url == (
        "postgresql://mia@db.shop.example/shop?sslmode=verify-full&sslrootcert=system"
    )


@pytest.mark.parametrize("mode", ["disable", "allow", "prefer", "require", "verify-ca"])
def test_a_line_that_others_could_read_is_refused(mode: str) -> None:
    with pytest.raises(BadInputError, match="could read along"):
        read_server(f"postgresql://mia@10.0.0.7/shop?sslmode={mode}")


@pytest.mark.parametrize(
    "typed",
    ["", "shop", "mysql://mia@localhost/shop", "postgresql://localhost", "postgresql://a:b/"],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(BadInputError, match="no address of a database"):
        read_server(typed)
    assert without_password(typed) == ""


def test_a_refusal_says_nothing_of_the_password() -> None:
    with pytest.raises(BadInputError) as refused:
        read_server("mysql://mia:secret@localhost/shop")
    assert "secret" not in str(refused.value)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20))
def test_no_password_is_ever_shown_or_kept(password: str) -> None:
    secret = f"#{password}#".encode().hex()
    server = read_server(f"postgresql://mia:{secret}@localhost/shop")
    assert server.password == secret
    assert secret not in repr(server)
    assert secret not in server.url + server.name + without_password(server.url)
