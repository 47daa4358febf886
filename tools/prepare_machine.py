"""Find the system libraries Qt needs, and install the missing ones where that is allowed.

The wheels of PySide6 bring Qt itself, not the libraries every Linux desktop has. This runs
before anything is installed, so it uses the standard library only.

Source: the NEEDED entries of Qt's offscreen and xcb platform plugins, PySide6-Essentials 6.11.
"""

import ctypes
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys

LIBRARIES = {  # what the loader asks for: the Debian package it lies in
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}


def loads(library: str) -> bool:
    """Whether the dynamic loader finds a library by this name."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing() -> dict[str, str]:
    """What this machine lacks, as library (or module) and its package; empty when all is there."""
    lacking = {name: package for name, package in LIBRARIES.items() if not loads(name)}
    importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip") is None:  # Debian packs it apart from Python
        lacking["venv"] = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    return lacking


def root_prefix() -> list[str] | None:
    """What to put before a command to run it as root without being asked; None if we may not."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    if shutil.which("sudo") and not subprocess.run([*sudo, "true"], capture_output=True).returncode:
        return sudo
    return None


def install(packages: list[str], prefix: list[str]) -> None:
    """Install Debian packages; the terminal sees apt-get's words only if it failed."""
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    for step in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        done = subprocess.run([*apt, *step], capture_output=True, text=True)
        if done.returncode:
            print(done.stderr, file=sys.stderr)


def advice(lacking: dict[str, str]) -> str:
    """The one line to type, or the names to look for where there is no apt-get."""
    if shutil.which("apt-get"):
        return f"Please type: sudo apt-get install {' '.join(sorted(lacking.values()))}"
    return f"Please install with your system's package manager: {' '.join(sorted(lacking))}"


def main() -> int:
    """Return 0 when this machine has all it needs (now), 1 after saying what to install."""
    if not sys.platform.startswith("linux"):
        return 0
    lacking = missing()
    prefix = root_prefix() if lacking and shutil.which("apt-get") else None
    if prefix is not None:
        packages = sorted(lacking.values())
        print("Installing system libraries (once):", " ".join(packages), flush=True)
        install(packages, prefix)
        lacking = missing()
    if lacking:
        print(advice(lacking), file=sys.stderr)
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
