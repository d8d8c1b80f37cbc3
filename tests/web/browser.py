"""Which browser there is to test with; as a command: exit code 1 when there is none."""

from __future__ import annotations

import os
import shutil
import sys
from functools import cache
from pathlib import Path
from typing import Final

from playwright.sync_api import sync_playwright

NAMEN: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
VLAGGEN: Final = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def vlaggen() -> list[str]:
    """Return how to start it; root cannot have Chromium's sandbox."""
    return [*VLAGGEN, *(["--no-sandbox"] if os.name != "nt" and os.geteuid() == 0 else [])]


@cache
def zoek() -> str | None:
    """Return the path of a Chromium: the one named, the system's, or the one Playwright fetched."""
    genoemd = os.environ.get("WEEGWIJZER_CHROMIUM")
    van_het_systeem = filter(None, map(shutil.which, NAMEN))
    return genoemd or next(van_het_systeem, None) or _van_playwright()


def _van_playwright() -> str | None:
    with sync_playwright() as playwright:
        pad = playwright.chromium.executable_path
    return pad if Path(pad).exists() else None


if __name__ == "__main__":
    sys.exit(zoek() is None)
