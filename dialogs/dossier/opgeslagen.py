"""De vorm van alles wat van een weging in de opslag staat."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Opgeslagen(BaseModel):
    """Stored models refuse what they do not know; changes go through `model_copy`."""

    model_config = ConfigDict(extra="forbid", frozen=True)
