"""De vorm van een bewaarde weging als JSON Schema, voor wie haar met een ander programma leest."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from dialogs.samenvatting import Samenvatting

SCHEMA: Final = Path(__file__).resolve().parents[2] / "docs" / "weging.schema.json"
_ID: Final = "urn:weegwijzer:weging:4"


def als_schema() -> dict[str, Any]:
    """Return the schema, made from the form itself (JSON Schema 2020-12)."""
    gemaakt = Samenvatting.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": _ID, **gemaakt}
