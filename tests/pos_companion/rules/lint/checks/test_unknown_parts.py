from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.unknown import UnknownCondition, UnknownEffect
from tests.pos_companion.rules.lint.linting import SOUND, codes, sound

MOON = UnknownCondition.keep({"kind": "moon_phase"})
RAFFLE = UnknownEffect.keep({"kind": "raffle"})


def test_parts_of_a_newer_version_keep_a_rule_out_of_use():
    assert codes(sound(when=AllOf((SOUND.when, MOON)))) == {"unknown_parts"}
    assert codes(sound(effects=(*SOUND.effects, RAFFLE))) == {"unknown_parts"}
