"""What the stages are called in the sentences of rules: "they are …"."""

from collections.abc import Mapping

from pos_companion.i18n import N_
from pos_companion.model.stages import Stage

STAGE_WORDS: Mapping[Stage, str] = {
    Stage.NEW: N_("new here"),
    Stage.GETTING_TO_KNOW: N_("somebody we are getting to know"),
    Stage.REGULAR: N_("a regular"),
    Stage.FRIEND: N_("a friend of the shop"),
    Stage.MISSED: N_("somebody who would be missed"),
    Stage.AT_RISK: N_("at risk"),
    Stage.LAPSED: N_("not seen any more"),
    Stage.BACK: N_("back again"),
}
