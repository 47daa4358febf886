from datetime import date

from pos_companion.i18n import Phrase, words
from pos_companion.printouts import Line, Style
from pos_companion.printouts.what_we_keep import KeptEntry, KeptPart, WhatWeKeep

TODAY = date(2025, 11, 21)


def test_each_part_says_what_it_is_used_for_and_the_end_whose_it_is() -> None:
    details = (Phrase("Written down by Mia"),)
    part = KeptPart(Phrase("Likes"), Phrase("to please you"), (KeptEntry("rye", details),))
    document = WhatWeKeep("Rosa", TODAY, (part,), "The Corner", "de").document()
    assert words(document.title) == "What we keep about Rosa"
    assert document.language == "de"
    opening, likes, rights = document.sections
    assert likes.remark is not None
    assert words(likes.remark) == "What we use it for: to please you"
    assert likes.parts == (Line("rye", Style.STRONG), Line(details, Style.SMALL))
    assert opening.title is None
    assert words(rights.title) == "It is yours"  # type: ignore[arg-type]


def test_somebody_without_a_name_is_addressed_all_the_same() -> None:
    assert words(WhatWeKeep("", TODAY, ()).document().title) == "What we keep about you"
