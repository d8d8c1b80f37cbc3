"""De instellingen, gelezen uit de omgeving."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.fouten import BotFout

BESTAND: Final = "weegwijzer.sqlite3"
_NAMEN: Final = {
    "map": ("WEEGWIJZER_DATA",),
    "poort": ("WEEGWIJZER_PORT",),
    "browser": ("WEEGWIJZER_BROWSER",),
    "app_id": ("WEEGWIJZER_APP_ID", "MicrosoftAppId"),
}


class InstellingFout(BotFout):
    """A setting has a value that cannot be used; the sentence names the setting."""

    sleutel = "bot.instelling_onjuist"


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
    raise InstellingFout(naam=naam, waarde=omgeving[naam])
