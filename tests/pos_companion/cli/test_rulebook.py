"""The shop's rules as one file, out and in again, from the command line."""

import json
from pathlib import Path

from tests.pos_companion.cli.conftest import Terminal


def test_rules_go_into_a_file_and_come_back_as_they_were(
    terminal: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "rules.json"
    told = terminal.asks("rules", "export", str(file))
    written = json.loads(file.read_text("utf-8"))
    assert told == {"file": str(file), "rules": len(written["rules"])}
    assert terminal.types("rules", "export", str(file)) == 2
    assert "There is a file rules.json already" in terminal.err
    again = terminal.asks("rules", "import", str(file))
    assert again == {"changed": [], "unchanged": len(written["rules"])}
    written["rules"][0]["name"] = "Another name"
    file.write_text(json.dumps(written), encoding="utf-8")
    assert terminal.types("rules", "import", str(file)) == 0
    assert "One rule was taken in." in terminal.out
    assert "Another name" in terminal.out


def test_a_file_that_is_none_is_refused_and_nothing_changes(
    terminal: Terminal, tmp_path: Path
) -> None:
    before, after = tmp_path / "before.json", tmp_path / "after.json"
    terminal.types("rules", "export", str(before))
    newer = {**json.loads(before.read_text("utf-8")), "version": 99}
    files = {
        "newer.json": json.dumps(newer).encode(),
        "bytes.json": b"\xff\xfe\x00",
        "x.json": b"x",
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
        assert terminal.types("rules", "import", str(tmp_path / name)) == 2
        assert terminal.err.strip()
    assert terminal.types("rules", "import", str(tmp_path / "nowhere.json")) == 2
    assert terminal.types("rules", "export", str(tmp_path / "no" / "folder.json")) == 1
    terminal.types("rules", "export", str(after))
    assert after.read_bytes() == before.read_bytes()
