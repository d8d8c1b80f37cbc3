"""De instellingen, gelezen uit de omgeving en uit `.env`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    StringConstraints,
    ValidationError,
)

from bot import adressen
from bot.fouten import BotFout
from bot.mensen import Mens, Zelfde, lees_lijst
from bot.ondertekening import zaden

BESTAND: Final = "weegwijzer.sqlite3"
OMGEVING: Final = Path(__file__).parents[1] / ".env"
"""Settings beside the program; what the environment says goes first."""
NAMEN: Final = {
    "map": ("WEEGWIJZER_DATA",),
    "adres": ("WEEGWIJZER_ADRES",),
    "poort": ("WEEGWIJZER_PORT",),
    "url": ("WEEGWIJZER_URL",),
    "browser": ("WEEGWIJZER_BROWSER",),
    "oidc_issuer": ("WEEGWIJZER_OIDC_ISSUER",),
    "oidc_client_id": ("WEEGWIJZER_OIDC_CLIENT_ID",),
    "oidc_client_secret": ("WEEGWIJZER_OIDC_CLIENT_SECRET",),
    "proxy_kop": ("WEEGWIJZER_PROXY_KOP",),
    "proxy_adressen": ("WEEGWIJZER_PROXY_ADRESSEN",),
    "proxy_geheim": ("WEEGWIJZER_PROXY_GEHEIM",),
    "proxy_afmelden": ("WEEGWIJZER_PROXY_AFMELDEN",),
    "privacy_officers": ("WEEGWIJZER_PRIVACY_OFFICERS",),
    "beheerders": ("WEEGWIJZER_BEHEERDERS",),
    "zelfde_persoon": ("WEEGWIJZER_ZELFDE_PERSOON",),
    "database": ("WEEGWIJZER_DATABASE_URL",),
    "ondertekensleutel": ("WEEGWIJZER_ONDERTEKENSLEUTEL",),
    "app_id": ("WEEGWIJZER_TEAMS_APP_ID", "WEEGWIJZER_APP_ID", "MicrosoftAppId"),
    "bewaartermijn": ("WEEGWIJZER_BEWAARTERMIJN",),
    "sleutel": ("WEEGWIJZER_SLEUTEL",),
    "teams_tenants": ("WEEGWIJZER_TEAMS_TENANTS", "MicrosoftAppTenantId"),
}
_GEHEIM: Final = ("_GEHEIM", "_SECRET", "_DATABASE_URL", "SLEUTEL")


class InstellingFout(BotFout):
    """A setting has a value that cannot be used; the sentence names the setting."""

    sleutel = "bot.instelling_onjuist"


class OmgevingOnleesbaar(BotFout):
    """There is a `.env`, but it cannot be read."""

    sleutel = "bot.omgeving_onleesbaar"


def naam_van(veld: str) -> str:
    """Return the name of the environment variable of a setting."""
    return NAMEN[veld][0]


class GeheimOnjuist(InstellingFout):
    """The same of a secret: its value is not in the sentence."""

    sleutel = "bot.geheim_onjuist"


def _standaardmap() -> Path:
    from platformdirs import user_data_path

    return user_data_path("weegwijzer", appauthor=False)


def _delen(waarde: object) -> object:
    return tuple(deel.strip() for deel in str(waarde).split(",") if deel.strip())


def _sleutels(waarde: object) -> object:
    zaden(str(waarde))
    return waarde


_Mensen = Annotated[tuple[Mens, ...], BeforeValidator(lees_lijst)]
_Naam = Annotated[str, StringConstraints(pattern=r"^[!-~]{1,500}$")]


class Instellingen(BaseModel):
    """What can be set from outside; every setting has a value that works."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=False)

    map: Path = Field(default_factory=_standaardmap)
    """Folder for everything that is kept."""
    adres: Annotated[str, BeforeValidator(adressen.luisteradres)] = adressen.HIER
    """Address to listen on; beyond this machine only when people sign in."""
    poort: int = Field(default=3978, ge=0, le=65535)
    """Port to listen on; 0 lets the system choose one."""
    url: Annotated[str, BeforeValidator(adressen.openbaar_adres)] | None = None
    """Where people find us, such as `https://weegwijzer.example`."""
    browser: Literal["ja", "nee"] = "ja"
    """Whether `start` may open the browser."""

    oidc_issuer: Annotated[str, BeforeValidator(adressen.uitgever)] | None = None
    """The address of who people sign in with (OpenID Connect)."""
    oidc_client_id: _Naam | None = None
    oidc_client_secret: SecretStr | None = None

    proxy_kop: Annotated[str, BeforeValidator(adressen.kop)] | None = None
    """Name of the header in which our own proxy says who somebody is."""
    proxy_adressen: Annotated[
        tuple[adressen.Netwerk, ...], BeforeValidator(adressen.netwerken)
    ] = ()
    """Where that proxy is; from elsewhere the header is refused."""
    proxy_geheim: Annotated[SecretStr, Field(min_length=16)] | None = None
    """What that proxy sends along, so that nobody else on its address can be it."""
    proxy_afmelden: Annotated[str, BeforeValidator(adressen.afmeldadres)] | None = None
    """Where one signs out at that proxy."""

    privacy_officers: _Mensen = ()
    beheerders: _Mensen = ()
    zelfde_persoon: Annotated[Zelfde, BeforeValidator(Zelfde.lees)] = Field(default_factory=Zelfde)
    """Who is one person in more than one channel."""

    app_id: str | None = None
    """Id of the bot at Microsoft; without one only this machine may talk to it."""
    teams_tenants: Annotated[tuple[_Naam, ...], BeforeValidator(_delen)] = ()
    """The organisations that may use the bot in Teams."""

    ondertekensleutel: Annotated[SecretStr, BeforeValidator(_sleutels)] | None = None
    """Keys to sign kept weighings with (Ed25519): base64 of 32 bytes each, the first signs."""
    bewaartermijn: int = Field(default=365, ge=30, le=36500)
    """Days that a kept weighing stays."""
    sleutel: Annotated[SecretStr, BeforeValidator(_sleutels)] | None = None
    """Keys to encrypt what is kept with: base64 of 32 bytes each, the first seals, all open."""

    database: Annotated[SecretStr, BeforeValidator(adressen.databaseadres)] | None = None
    """Address of a PostgreSQL (`postgresql://...`); without one SQLite in `map`. It may hold a
    password, so it is never shown: `databaseplek` is."""

    @property
    def databaseplek(self) -> str:
        """Where what is kept lies, to say to an administrator: no user, no password."""
        if self.database is None:
            return str(self.databestand)
        return adressen.zonder_wachtwoord(self.database.get_secret_value())

    @property
    def databestand(self) -> Path:
        """Where the database lies."""
        return self.map / BESTAND

    @property
    def logbestand(self) -> Path:
        """Where the terminal writes what went wrong: its screen belongs to the conversation."""
        return self.map / "weegwijzer.log"


def uit_omgeving(omgeving: Mapping[str, str], bestand: Path = OMGEVING) -> Instellingen:
    """Read the settings from the environment, and from the file for what that does not say.

    Raises:
        OmgevingOnleesbaar: the file is there, but cannot be read.
        InstellingFout: a value cannot be used.
    """
    return lees({**_uit_bestand(bestand), **{n: w for n, w in omgeving.items() if w.strip()}})


def _uit_bestand(bestand: Path) -> dict[str, str]:
    if not bestand.is_file():
        return {}
    from dotenv import dotenv_values

    try:
        # As it stands: `$` may be part of a secret.
        gelezen = dotenv_values(bestand, interpolate=False)
    except (OSError, ValueError) as fout:
        raise OmgevingOnleesbaar(bestand=str(bestand)) from fout
    return {naam: waarde for naam, waarde in gelezen.items() if waarde is not None}


def lees(omgeving: Mapping[str, str]) -> Instellingen:
    """Read the settings from the environment; what is absent or empty keeps its default.

    Raises:
        InstellingFout: a value cannot be used.
    """
    waarden: dict[str, str] = {}
    herkomst: dict[str, str] = {}
    for veld, namen in NAMEN.items():
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
    if naam.endswith(_GEHEIM):
        raise GeheimOnjuist(naam=naam)
    raise InstellingFout(naam=naam, waarde=omgeving[naam])
