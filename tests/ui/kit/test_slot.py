"""One place, several widgets."""

from ui.kit import Slot, Text


def test_only_one_is_shown_and_only_it_counts(look, stand):
    slot, low, high = Slot(), Text("low"), Text("high\n" * 20)
    slot.add(low)
    slot.add(high)
    slot.show_only(low)
    stand(slot, 300)
    assert low.isVisible()
    assert not high.isVisible()
    assert slot.heightForWidth(300) == low.heightForWidth(300)


def test_showing_another_hides_the_first(look, stand):
    slot, first, second = Slot(), Text("one"), Text("two")
    slot.show_only(first)
    stand(slot, 300)
    slot.show_only(second)
    assert slot.shown is second
    assert not first.isVisible()
    slot.show_only(None)
    assert not second.isVisible()


def test_what_is_discarded_never_becomes_a_window(look, stand):
    slot, text = Slot(), Text("one")
    slot.show_only(text)
    stand(slot, 300)
    slot.discard(text)
    assert slot.shown is None
    assert not text.isVisible()
    assert not text.isWindow()
