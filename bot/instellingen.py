"""De instellingen, gelezen uit de omgeving."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator

from bot.fouten import BotFout

BESTAND: Final = "weegwijzer.sqlite3"
_NAMEN: Final = {
    "map": ("WEEGWIJZER_DATA",),
    "poort": ("WEEGWIJZER_PORT",),
    "browser": ("WEEGWIJZER_BROWSER",),
    "database": ("WEEGWIJZER_DATABASE_URL",),
    "app_id": ("WEEGWIJZER_APP_ID", "MicrosoftAppId"),
}
_GEHEIM: Final = frozenset({"database"})
_SCHEMAS: Final = frozenset({"postgresql", "postgres"})


class InstellingFout(BotFout):
    """A setting has a value that cannot be used; the sentence names the setting."""

    sleutel = "bot.instelling_onjuist"


class GeheimFout(InstellingFout):
    """A setting that nobody may read has a value that cannot be used."""

    sleutel = "bot.instelling_geheim_onjuist"


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

    database: SecretStr | None = None
    """Address of a PostgreSQL (`postgresql://...`); without one SQLite in `map`. It may hold a
    password, so it is never shown: `databaseplek` is."""

    @field_validator("database")
    @classmethod
    def _is_postgresql(cls, adres: SecretStr | None) -> SecretStr | None:
        if adres is not None:
            delen = urlsplit(adres.get_secret_value())
            if delen.scheme not in _SCHEMAS or (delen.port or 0) < 0:
                raise ValueError
        return adres

    @property
    def databaseplek(self) -> str:
        """Where what is kept lies, to say to an administrator: no user, no password."""
        if self.database is None:
            return str(self.databestand)
        delen = urlsplit(self.database.get_secret_value())
        # With more than one host, or none, there is no single name: what stands after it is.
        machine = delen.netloc.rpartition("@")[2]
        return f"postgresql://{machine}{delen.path}"

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
        veld = str(fout.errors()[0]["loc"][0])
        naam = herkomst[veld]
        if veld in _GEHEIM:
            raise GeheimFout(naam=naam) from None  # what pydantic says quotes it
    except (RuntimeError, OSError, ValueError):
        naam = "WEEGWIJZER_DATA"  # a '~naam' that is nobody's home, a current folder that is gone
    raise InstellingFout(naam=naam, waarde=omgeving[naam])
