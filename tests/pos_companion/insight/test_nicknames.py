import pytest

from pos_companion.insight.nicknames import circles, other_names
from pos_companion.storage.folding import search_words


def test_liz_and_elizabeth_are_found_by_one_another():
    others = other_names(search_words)
    assert "elizabeth" in others["liz"]
    assert "liz" in others["elizabeth"]


def test_nobody_is_their_own_nickname():
    assert [name for name, others in other_names(search_words).items() if name in others] == []


def test_every_nickname_works_both_ways():
    others = other_names(search_words)
    lost = [(name, other) for name in others for other in others[name] if name not in others[other]]
    assert lost == []


def test_every_circle_has_two_names_or_more_once_accents_are_gone():
    assert [circle for circle in circles() if len(set(search_words(circle))) < 2] == []


@pytest.mark.parametrize(
    ("short", "long"), [("Γιώργος", "Γεώργιος"), ("Kasia", "Katarzyna"), ("Сашко", "Олександр")]
)
def test_greeks_poles_and_ukrainians_have_short_names_too(short, long):
    (folded,), (written,) = search_words(short), search_words(long)
    assert folded in other_names(search_words)[written]
