"""Which browser there is to test with."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Final

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


def zoek(eigen_van_playwright: str = "") -> str | None:
    """Return the path of a Chromium: the one named, the system's, or Playwright's own."""
    genoemd = os.environ.get("WEEGWIJZER_CHROMIUM")
    if genoemd:
        return genoemd
    gevonden = next(filter(None, map(shutil.which, NAMEN)), None)
    if gevonden is None and eigen_van_playwright and Path(eigen_van_playwright).exists():
        return eigen_van_playwright
    return gevonden
