import json

import pytest

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.services.deeds import do
from tests.builders import add_customer, add_visits
from tests.state import but_for_merges


def test_unmerge_answers_in_its_agreed_form_and_parts_them(shop):
    ana, anna = add_customer("Ana Silva"), add_customer("Anna Silva")
    add_visits(anna, 2)
    before = but_for_merges(shop)
    merged = do(shop, "merge", {"keep": str(ana.id), "away": str(anna.id)})
    answer = do(shop, "unmerge", {"merge": merged["merge"]})
    assert json.loads(json.dumps(answer)) == {
        "merge": 1,
        "customer": {"id": str(ana.id), "name": "Ana Silva", "visits": 0},
        "back": {"id": str(anna.id), "name": "Anna Silva", "visits": 2},
    }
    assert but_for_merges(shop) == before
    with pytest.raises(RefusedError):
        do(shop, "unmerge", {"merge": "1"})


@pytest.mark.parametrize("merge", [None, "", "one", -1, 1.5, True, [], "٣", "9" * 40])
def test_nonsense_is_refused(shop, merge):
    with pytest.raises(BadInputError, match="must be a whole number"):
        do(shop, "unmerge", {"merge": merge})


def test_a_number_that_was_never_given_out_is_refused(shop):
    with pytest.raises(NotFoundError):
        do(shop, "unmerge", {"merge": 5})
