from pos_companion.rules.conditions.has_pet import HasPet
from pos_companion.rules.conditions.not_ import Not
from pos_companion.rules.conditions.segment import InSegment
from tests.pos_companion.rules.lint.linting import codes, said, sound


def test_a_segment_that_is_gone_has_to_be_replaced():
    lost = sound(when=Not(InSegment("dogs")))
    assert codes(lost) == {"lost_segment"}
    assert "Choose another one" in said(lost, "lost_segment")[0]
    assert codes(sound(when=InSegment("dogs", "dog people", HasPet()))) == set()
