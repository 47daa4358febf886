import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.services.scan_codes import code_ways, without_symbology


@pytest.mark.parametrize(
    ("scanned", "code"),
    [
        ("ROSE-7", "ROSE-7"),
        ("https://shop.example/cards/ROSE-7", "ROSE-7"),
        ("HTTPS://SHOP.EXAMPLE/cards/ROSE-7/", "ROSE-7"),
        ("https://shop.example/open?c=ROSE-7&from=card", "ROSE-7"),
        (";ROSE-7=2512?", "ROSE-7"),
        ("%ROSE-7?5", "ROSE-7"),
        ("*ROSE-7*", "ROSE-7"),
    ],
)
def test_a_code_is_among_the_ways_whatever_is_around_it(scanned, code):
    assert code in code_ways(scanned)


def test_a_scan_as_it_is_stands_before_what_may_be_inside():
    link = "https://shop.example/cards/LILY-2?c=ROSE-7"
    assert code_ways(link)[:3] == (link, "ROSE-7", "LILY-2")


def test_a_plain_code_has_one_way_and_an_empty_scan_none():
    assert code_ways("ROSE-7") == ("ROSE-7",)
    assert code_ways("") == ()


def test_a_link_that_is_none_is_still_a_code():
    broken = "https://[shop/ROSE-7"
    assert code_ways(broken)[0] == broken


@pytest.mark.parametrize(
    ("scanned", "text"),
    [
        ("]E02500000000108", "2500000000108"),
        ("]Q3ROSE-7", "ROSE-7"),
        ("]CAROSE-7", "ROSE-7"),
        ("A]E0", "A]E0"),
        ("]", "]"),
    ],
)
def test_the_mark_of_the_scanner_is_taken_off_at_the_beginning_alone(scanned, text):
    assert without_symbology(scanned) == text


@given(st.text(max_size=60))
def test_any_scan_gives_ways_that_are_neither_empty_nor_named_twice(scanned):
    ways = code_ways(scanned)
    assert "" not in ways
    assert len(ways) == len(set(ways))
    assert ways[:1] == ((scanned,) if scanned else ())
