"""What the program is delivered with, as a CycloneDX list: `make locks` writes it anew.

It is made of the lock alone, so that it is the same on every machine and needs no network. What is
inside of wheels no lock tells: SQLite, SQLCipher, OpenSSL and Qt are added by hand.

Source: CycloneDX 1.6, Package URL.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LOCK, LIST = ROOT / "requirements.lock", ROOT / "sbom.cdx.json"
INSIDE = {
    "sqlcipher3": {"SQLite": "3.53.4", "SQLCipher": "4.19.0", "OpenSSL": "3.6.0"},
}
"""Native parts of a wheel, in the versions of the one that is pinned."""
_PINNED = re.compile(r"^(?P<name>\S+?)==(?P<version>\S+?)(?: ; (?P<marker>.+?))? \\$")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_QT = "pyside6-essentials"


def listed(lock: str) -> dict[str, Any]:
    """The whole list, from the text of a lock."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "pos-companion"}},
        "components": list(_components(lock)),
    }


def written(lock: str) -> str:
    """The list as the text of its file."""
    return json.dumps(listed(lock), indent=1, ensure_ascii=False) + "\n"


def _components(lock: str) -> Iterator[dict[str, Any]]:
    for block in re.split(r"\n(?=\S)", lock.strip()):
        pinned = _PINNED.match(block.splitlines()[0])
        if pinned is None:
            raise ValueError(f"not a pinned package: {block[:80]}")
        name, version = pinned["name"], pinned["version"]
        reference = f"pkg:pypi/{name}@{version}"
        yield {
            "type": "library",
            "bom-ref": f"{reference}?{pinned['marker']}" if pinned["marker"] else reference,
            "name": name,
            "version": version,
            "purl": reference,
            "properties": [{"name": "sha256", "value": one} for one in _HASH.findall(block)],
        }
        inside = {"Qt": version} if name == _QT else INSIDE.get(name, {})
        for part, its_version in inside.items():
            yield {"type": "library", "bom-ref": f"{reference}#{part}", "name": part,
                   "version": its_version}  # fmt: skip


if __name__ == "__main__":
    LIST.write_text(written(LOCK.read_text("utf-8")), encoding="utf-8")
