"""The version of the knowledge; a summary names it so that it can be checked later."""

from typing import Final

KENNIS_VERSIE: Final = "2026.11"
