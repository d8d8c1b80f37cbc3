"""De instellingen, gelezen uit de omgeving."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from bot.fouten import BotFout
from bot.ondertekening import zaden

BESTAND: Final = "weegwijzer.sqlite3"
_NAMEN: Final = {
    "map": ("WEEGWIJZER_DATA",),
    "poort": ("WEEGWIJZER_PORT",),
    "browser": ("WEEGWIJZER_BROWSER",),
    "app_id": ("WEEGWIJZER_APP_ID", "MicrosoftAppId"),
    "ondertekensleutel": ("WEEGWIJZER_ONDERTEKENSLEUTEL",),
}
_GEHEIM: Final = frozenset(("WEEGWIJZER_ONDERTEKENSLEUTEL",))
"""Never told back, also not when it is wrong."""


class InstellingFout(BotFout):
    """A setting has a value that cannot be used; the sentence names the setting."""

    sleutel = "bot.instelling_onjuist"


class GeheimOnjuist(InstellingFout):
    """The same of a secret: its value is not in the sentence."""

    sleutel = "bot.geheim_onjuist"


def _standaardmap() -> Path:
    from platformdirs import user_data_path

    return user_data_path("weegwijzer", appauthor=False)


class Instellingen(BaseModel):
    """What can be set from outside; every setting has a value that works."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    map: Path = Field(default_factory=_standaardmap)
    """Folder for everything that is kept."""
    poort: int = Field(default=3978, ge=0, le=65535)
    """Port to listen on; 0 lets the system choose one."""
    browser: Literal["ja", "nee"] = "ja"
    """Whether `start` may open the browser."""
    app_id: str | None = None
    """Id of the bot at Microsoft; without one only this machine may talk to it."""
    ondertekensleutel: str | None = Field(default=None, repr=False)
    """Keys to sign kept weighings with (Ed25519): base64 of 32 bytes each, the first signs."""

    @field_validator("ondertekensleutel")
    @classmethod
    def _is_een_sleutel(cls, waarde: str | None) -> str | None:
        if waarde is not None:
            zaden(waarde)
        return waarde

    @property
    def databestand(self) -> Path:
        """Where the database lies."""
        return self.map / BESTAND

    @property
    def logbestand(self) -> Path:
        """Where the terminal writes what went wrong: its screen belongs to the conversation."""
        return self.map / "weegwijzer.log"


def lees(omgeving: Mapping[str, str]) -> Instellingen:
    """Read the settings from the environment; what is absent or empty keeps its default.

    Raises:
        InstellingFout: a value cannot be used.
    """
    waarden: dict[str, str] = {}
    herkomst: dict[str, str] = {}
    for veld, namen in _NAMEN.items():
        for naam in namen:
            if waarde := omgeving.get(naam, "").strip():
                waarden[veld], herkomst[veld] = waarde, naam
                break
    try:
        if "map" in waarden:
            waarden["map"] = str(Path(waarden["map"]).expanduser().absolute())
        return Instellingen.model_validate(waarden)
    except ValidationError as fout:
        naam = herkomst[str(fout.errors()[0]["loc"][0])]
    except (RuntimeError, OSError, ValueError):
        naam = "WEEGWIJZER_DATA"  # a '~naam' that is nobody's home, a current folder that is gone
    if naam in _GEHEIM:
        raise GeheimOnjuist(naam=naam)
    raise InstellingFout(naam=naam, waarde=omgeving[naam])
