"""The list of what the program is delivered with."""

import pytest

from tools.write_sbom import listed

LOCK = """\
pyside6-essentials==6.11.3 \\
    --hash=sha256:{0}
tzdata==2026.1 ; sys_platform == 'win32' \\
    --hash=sha256:{0} \\
    --hash=sha256:{1}
""".format("a" * 64, "b" * 64)


def test_each_pinned_package_is_listed_with_its_hashes_and_what_is_inside() -> None:
    parts = listed(LOCK)["components"]
    assert [(one["name"], one["version"]) for one in parts] == [
        ("pyside6-essentials", "6.11.3"), ("Qt", "6.11.3"), ("tzdata", "2026.1"),
    ]  # fmt: skip
    assert parts[2]["bom-ref"] == "pkg:pypi/tzdata@2026.1?sys_platform == 'win32'"
    assert [one["value"][0] for one in parts[2]["properties"]] == ["a", "b"]
    assert len({one["bom-ref"] for one in parts}) == 3


def test_a_line_that_pins_nothing_is_not_passed_over() -> None:
    with pytest.raises(ValueError, match="not a pinned package"):
        listed("tzdata>=2026\n")
