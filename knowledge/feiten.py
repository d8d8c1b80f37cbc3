"""De gesloten lijst van feiten waar een weging op rust.

Every fact may be unknown (`None`, or left out); unknown is never 'no'. The names and values are
a contract with other programs: do not rename them. `Situatie` is what comes in from outside,
`Feiten` (a plain dictionary without unknowns) is what the conditions read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt, StrictStr, field_validator

Feiten = Mapping[str, Any]
"""Known facts by name. A fact that is not in it is unknown."""


class Organisatie(StrEnum):
    """Who gives or receives.

    gemeente = Werk en Inkomen, doorstroompunt = formerly RMC, arts = any care provider. A
    department of the gemeente that does not carry out the Participatiewet is wijkteam or anders.
    """

    VO = "vo"
    PRO = "pro"
    VSO = "vso"
    MBO = "mbo"
    HBO_WO = "hbo_wo"
    JEUGDZORG = "jeugdzorg"
    DOORSTROOMPUNT = "doorstroompunt"
    LEERPLICHT = "leerplicht"
    GEMEENTE = "gemeente"
    UWV = "uwv"
    WERKGEVER = "werkgever"
    WERKCENTRUM = "werkcentrum"
    DUO = "duo"
    BIDN = "bidn"
    VEILIG_THUIS = "veilig_thuis"
    ARTS = "arts"
    POLITIE = "politie"
    OUDERS = "ouders"
    GECERTIFICEERDE_INSTELLING = "gecertificeerde_instelling"
    RAAD_KINDERBESCHERMING = "raad_kinderbescherming"
    SAMENWERKINGSVERBAND = "samenwerkingsverband"
    WIJKTEAM = "wijkteam"
    ANDERS = "anders"


class Gebruiker(StrEnum):
    """Which side is asking."""

    VERSTREKKER = "verstrekker"
    ONTVANGER = "ontvanger"


class Doel(StrEnum):
    """Why the data would be shared (stap 2)."""

    BEGELEIDING_NAAR_WERK = "begeleiding_naar_werk"
    BEGELEIDING_NAAR_ONDERWIJS = "begeleiding_naar_onderwijs"
    VOORKOMEN_VSV = "voorkomen_vsv"
    BEOORDELEN_UITKERING = "beoordelen_uitkering"
    ONDERZOEK_LEERBAARHEID = "onderzoek_leerbaarheid"
    MELDEN_VERZUIM = "melden_verzuim"
    BEHOUD_VAN_WERK = "behoud_van_werk"
    VEILIGHEID_VAN_ANDEREN = "veiligheid_van_anderen"
    VEILIGHEID_VAN_JONGERE = "veiligheid_van_jongere"
    HULP_OF_ZORG = "hulp_of_zorg"
    ANDERS = "anders"


class Opleiding(StrEnum):
    """Current or last education."""

    PRO = "pro"
    VSO_ARBEID = "vso_arbeid"
    VSO_OVERIG = "vso_overig"
    ENTREE = "entree"
    MBO2_BOL = "mbo2_bol"
    MBO2_BBL = "mbo2_bbl"
    MBO3 = "mbo3"
    MBO4 = "mbo4"
    HBO_WO = "hbo_wo"


class Schoolstatus(StrEnum):
    """Enrolled, left with the diploma, or left without it."""

    INGESCHREVEN = "ingeschreven"
    GEDIPLOMEERD = "gediplomeerd"
    GESTOPT = "gestopt"


class Toestemming(StrEnum):
    """Consent, of the young person or of who represents them; withdrawn counts as refused."""

    GEGEVEN = "gegeven"
    GEWEIGERD = "geweigerd"
    NIET_GEVRAAGD = "niet_gevraagd"


class Alternatief(StrEnum):
    """A way that hurts less and still reaches the purpose (stap 4)."""

    GEEN = "geen"
    JONGERE_OF_OUDERS = "jongere_of_ouders"
    ANONIEM = "anoniem"
    MEDISCHE_VERKLARING = "medische_verklaring"
    VERPLAATSEN = "verplaatsen"
    ANDERS = "anders"


class Soort(StrEnum):
    """Kind of data. One item may be several kinds at once."""

    GEWOON = "gewoon"
    GEZONDHEID = "gezondheid"
    BIJZONDER = "bijzonder"
    STRAFRECHTELIJK = "strafrechtelijk"
    NUMMER = "nummer"


# What can be counted, and between which bounds it is still a mistake-free number:
# leeftijd in jaren, maanden_sinds_uitstroom in maanden, verzuim_weken in weken.
GRENZEN: Final[dict[str, tuple[int, int]]] = {
    "leeftijd": (12, 120),
    "maanden_sinds_uitstroom": (0, 1200),
    "verzuim_weken": (0, 520),
}


def _binnen(naam: str) -> Any:
    laagste, hoogste = GRENZEN[naam]
    return Field(ge=laagste, le=hoogste)


class Streng(BaseModel):
    """Boundary models refuse what they do not know and never change afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Gegeven(Streng):
    """One data item that may be shared: what it is, its kind, and whether it is truly needed."""

    naam: Annotated[StrictStr, Field(max_length=500)] | None = None
    soort: frozenset[Soort] | None = None
    nodig: StrictBool | None = None
    in_overgangsdocument: StrictBool | None = None
    in_melding: StrictBool | None = None
    """Part of what a report may hold: of absence the days, hours and kind; to the Doorstroompunt
    income and enrolment."""

    @field_validator("soort", mode="before")
    @classmethod
    def _een_of_meer(cls, waarde: object) -> object:
        if isinstance(waarde, str):
            return [waarde]
        if isinstance(waarde, list) and not waarde:
            raise ValueError("noem minstens één soort, of laat het veld weg")
        return waarde

    def als_json(self) -> dict[str, Any]:
        """Return the item as `weeg` takes it; its kinds in a fixed order, which a set has not."""
        kaal = self.model_dump(mode="json", exclude_none=True)
        return {**kaal, "soort": sorted(kaal["soort"])} if "soort" in kaal else kaal


class Situatie(Streng):
    """The facts of one situation, every one optional.

    `leeftijd` is in whole years, `maanden_sinds_uitstroom` in whole months since the diploma or
    since leaving, `verzuim_weken` in whole weeks.
    """

    id: StrictStr | StrictInt | None = None
    datum: dt.date | None = None
    van: Organisatie | None = None
    naar: Organisatie | None = None
    gebruiker: Gebruiker | None = None
    doel: Doel | tuple[Doel, ...] | None = None
    leeftijd: Annotated[StrictInt, _binnen("leeftijd")] | None = None
    startkwalificatie: StrictBool | None = None
    opleiding: Opleiding | None = None
    schoolstatus: Schoolstatus | None = None
    maanden_sinds_uitstroom: Annotated[StrictInt, _binnen("maanden_sinds_uitstroom")] | None = None
    alb_aangeboden: StrictBool | None = None
    alb_gebruik: StrictBool | None = None
    overgangsdocument_akkoord: StrictBool | None = None
    in_overgangsdocument: StrictBool | None = None
    regionale_taak: StrictBool | None = None
    mandaat: StrictBool | None = None
    begeleiding_akkoord: StrictBool | None = None
    toestemming: Toestemming | None = None
    toestemming_vrij: StrictBool | None = None
    toestemming_duidelijk: StrictBool | None = None
    toestemming_geinformeerd: StrictBool | None = None
    toestemming_specifiek: StrictBool | None = None
    toestemming_schriftelijk: StrictBool | None = None
    toestemming_aantoonbaar: StrictBool | None = None
    jongere_aanwezig: StrictBool | None = None
    gegevens: Annotated[tuple[Gegeven, ...], Field(max_length=100)] | None = None
    verzuim_ongeoorloofd: StrictBool | None = None
    verzuim_weken: Annotated[StrictInt, _binnen("verzuim_weken")] | None = None
    verzuim_kortere_termijn: StrictBool | None = None
    gevraagd_door_leerplicht: StrictBool | None = None
    vertegenwoordigd: StrictBool | None = None
    toestemming_vertegenwoordiger: Toestemming | None = None
    vermoeden_geweld: StrictBool | None = None
    levensgevaar: StrictBool | None = None
    belang_zwaarder: StrictBool | None = None
    overeenkomst_nodig: StrictBool | None = None
    doel_verenigbaar: StrictBool | None = None
    alternatief: Alternatief | None = None

    @field_validator("datum", mode="before")
    @classmethod
    def _datum(cls, waarde: object) -> object:
        if waarde is None or type(waarde) is dt.date:
            return waarde
        if not isinstance(waarde, str) or len(waarde) != 10:
            raise ValueError("schrijf de datum als jjjj-mm-dd")
        return waarde

    @field_validator("doel", mode="before")
    @classmethod
    def _doelen(cls, waarde: object) -> object:
        if isinstance(waarde, list) and not waarde:
            raise ValueError("noem minstens één doel, of laat het veld weg")
        if isinstance(waarde, list) and len({str(d) for d in waarde}) != len(waarde):
            raise ValueError("noem elk doel één keer")
        return waarde

    def doelen(self) -> tuple[Doel | None, ...]:
        """The purposes to weigh, each apart; a single `None` when it is unknown."""
        if isinstance(self.doel, tuple):
            return self.doel
        return (self.doel,)

    def feiten(self, doel: Doel | None) -> dict[str, Any]:
        """The known facts for one purpose, without the data items."""
        bekend: dict[str, Any] = {}
        for naam in _SITUATIEFEITEN:
            waarde = getattr(self, naam)
            if waarde is not None:
                bekend[naam] = waarde.value if isinstance(waarde, StrEnum) else waarde
        if doel is not None:
            bekend["doel"] = doel.value
        return bekend


FeitSoort = Literal["ja_nee", "keuze", "getal", "datum", "soorten"]


@dataclass(frozen=True, slots=True)
class Feit:
    """One entry of the closed list.

    `stap` is where a conversation asks it (0 = intake), `van_gegeven` says that it belongs to a
    single data item rather than to the situation.
    """

    naam: str
    soort: FeitSoort
    waarden: tuple[str, ...] = ()
    stap: int = 1
    van_gegeven: bool = False


def _keuze(naam: str, waarden: type[StrEnum], stap: int) -> Feit:
    return Feit(naam, "keuze", tuple(w.value for w in waarden), stap)


# The order is the order in which a conversation would ask: by stap, within stap 1 as the
# documents list the grounds (vitaal belang first, because it overrides the rest).
FEITEN: Final[dict[str, Feit]] = {
    feit.naam: feit
    for feit in (
        Feit("datum", "datum", stap=0),
        _keuze("van", Organisatie, 0),
        _keuze("naar", Organisatie, 0),
        _keuze("gebruiker", Gebruiker, 0),
        _keuze("doel", Doel, 0),
        Feit("levensgevaar", "ja_nee"),
        Feit("vermoeden_geweld", "ja_nee"),
        Feit("leeftijd", "getal"),
        Feit("startkwalificatie", "ja_nee"),
        _keuze("opleiding", Opleiding, 1),
        _keuze("schoolstatus", Schoolstatus, 1),
        Feit("maanden_sinds_uitstroom", "getal"),
        Feit("verzuim_ongeoorloofd", "ja_nee"),
        Feit("verzuim_weken", "getal"),
        Feit("verzuim_kortere_termijn", "ja_nee"),
        Feit("gevraagd_door_leerplicht", "ja_nee"),
        Feit("in_melding", "ja_nee", van_gegeven=True),
        Feit("alb_aangeboden", "ja_nee"),
        Feit("alb_gebruik", "ja_nee"),
        Feit("overgangsdocument_akkoord", "ja_nee"),
        Feit("in_overgangsdocument", "ja_nee"),
        Feit("regionale_taak", "ja_nee"),
        Feit("mandaat", "ja_nee"),
        Feit("begeleiding_akkoord", "ja_nee"),
        Feit("vertegenwoordigd", "ja_nee"),
        _keuze("toestemming", Toestemming, 1),
        _keuze("toestemming_vertegenwoordiger", Toestemming, 1),
        Feit("toestemming_vrij", "ja_nee"),
        Feit("toestemming_duidelijk", "ja_nee"),
        Feit("toestemming_geinformeerd", "ja_nee"),
        Feit("toestemming_specifiek", "ja_nee"),
        Feit("toestemming_schriftelijk", "ja_nee"),
        Feit("toestemming_aantoonbaar", "ja_nee"),
        Feit("jongere_aanwezig", "ja_nee"),
        Feit("overeenkomst_nodig", "ja_nee"),
        Feit("belang_zwaarder", "ja_nee"),
        Feit("doel_verenigbaar", "ja_nee", stap=2),
        Feit("soort", "soorten", tuple(s.value for s in Soort), stap=3, van_gegeven=True),
        Feit("nodig", "ja_nee", stap=3, van_gegeven=True),
        _keuze("alternatief", Alternatief, 4),
    )
}

# How an unknown is weighed where nobody should be asked for it: shown as a condition instead.
# (Whether consent is written down and can be shown never decides at all.)
STANDAARD: Final[Mapping[str, Any]] = {
    "vertegenwoordigd": False,
    "toestemming_vertegenwoordiger": Toestemming.NIET_GEVRAAGD.value,
}
STANDAARD_VAN_GEGEVEN: Final[Mapping[str, Any]] = {"in_melding": True}

_SITUATIEFEITEN: Final = tuple(
    naam for naam, feit in FEITEN.items() if not feit.van_gegeven and naam != "doel"
)


@cache
def volgorde(naam: str) -> int:
    """Place of a fact in the closed list; used wherever facts need a stable order."""
    return list(FEITEN).index(naam)
