"""Where the pieces of a line begin and end."""

import pytest

from pos_companion.insight.told_line import pieces_of, without


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("@spouse Ana, ~likes rye", [("@", "@spouse Ana", False), ("~", "~likes rye", False)]),
        ("@dog Rex !nuts", [("@", "@dog Rex", False), ("!", "!nuts", True)]),
        ("May 3, 2019; tea", [("", "May 3, 2019", False), ("", "tea", False)]),
        ("a\n#cat Miso", [("", "a", False), ("#", "#cat Miso", False)]),
        ("ana@x.de well! ?", [("", "ana@x.de well! ?", False)]),
        ("؟لشبونة، شاي", [("?", "؟لشبونة", False), ("", "شاي", False)]),
        (" , ", []),
    ],
)
def test_marks_and_commas_part_a_line(text: str, pieces: list[tuple[str, str, bool]]) -> None:
    found = [(one.mark, text[one.start : one.end], one.follows) for one in pieces_of(text)]
    assert found == pieces


def test_what_is_left_is_joined_by_commas() -> None:
    text = "tea, @dog Rex, walks  far"
    assert without(text, [(5, 13)]) == "tea, walks far"
    assert without("a, b\nc", []) == "a, b c"
    assert without("@dog Rex", [(0, 8)]) == ""
