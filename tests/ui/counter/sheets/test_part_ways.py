"""Who moves out, and who goes along."""

from dataclasses import replace

from pos_companion.model.people import Customer
from tests.ui.counter.sheets.home_pages import ANA, BISCUIT, HOME, ROSA, TOMAS, heard
from ui.counter.sheets.part_ways import Parting, PartWays
from ui.kit import Sheet


def parting(covers, page=HOME):
    sheet = Sheet("Home", "Back")
    ways = PartWays(page)
    sheet.add(ways)
    covers(sheet)
    return ways


def test_at_first_whoever_is_open_moves_out_alone(covers):
    ways = parting(covers)
    said = heard(ways.parted)
    ways.keep.click()
    assert said == [Parting(ROSA)]


def test_each_stays_goes_along_or_belongs_to_both(covers):
    ways = parting(covers)
    said = heard(ways.parted)
    ways.ways[ANA.id][1].click()
    ways.ways[BISCUIT.id][2].click()
    ways.keep.click()
    assert said == [Parting(ROSA, (ANA.id,), (BISCUIT.id,))]


def test_the_other_one_can_move_out_instead(covers):
    ways = parting(covers)
    said = heard(ways.parted)
    ways.leavers[1].click()
    assert set(ways.ways) == {ANA.id, BISCUIT.id}
    ways.keep.click()
    assert said == [Parting(TOMAS)]


def test_of_three_customers_one_may_take_another_along(covers):
    ways = parting(covers, replace(HOME, living=(TOMAS, Customer(3, "Wei Ito", household=7))))
    assert [len(chips) for chips in ways.ways.values()] == [2, 3, 3]
