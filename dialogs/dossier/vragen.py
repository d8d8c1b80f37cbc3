"""Wat een vraag is. De zinnen staan onder `vragen.<id>` in de teksten."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from dialogs.teksten import tabel
from knowledge.feiten import FEITEN

MAX_TEKST: Final = 4000
"""More characters than anyone needs to answer one question; longer is a pasted file."""
MAX_GEGEVENS: Final = 25
MAX_NAAM: Final = 120


class Vraagsoort(StrEnum):
    """What kind of answer a question expects."""

    KEUZE = "keuze"
    MEERKEUZE = "meerkeuze"
    JA_NEE = "ja_nee"
    GETAL = "getal"
    DATUM = "datum"
    TEKST = "tekst"
    GEGEVENS = "gegevens"
    SELECTIE = "selectie"
    """Which of the data items; one item makes it a yes-or-no question."""


EIGEN_WOORDEN: Final = (Vraagsoort.TEKST, Vraagsoort.GEGEVENS, Vraagsoort.SELECTIE)
"""Answered in words that are somebody's own, or that name the data items."""
_EEN_WAARDE: Final = frozenset(
    (Vraagsoort.KEUZE, Vraagsoort.JA_NEE, Vraagsoort.GETAL, Vraagsoort.DATUM)
)


@dataclass(frozen=True, slots=True)
class Vraag:
    """One question. `feit` None means the professional's own words.

    `tabel` names the choices (`keuzes.<tabel>`) and their synonyms; `voorbeelden` are numbers to
    pick from when an answer was not understood. The bounds of a number are those of its fact.
    """

    id: str
    soort: Vraagsoort
    feit: str | None = None
    tabel: str = ""
    per_doel: bool = False
    per_gegeven: bool = False
    voorbeelden: tuple[str, ...] = ()
    onbekend_mag: bool = True
    overslaan_mag: bool = False
    altijd: bool = False
    """Asked whether or not the rules still need it."""
    open_norm: bool = False
    """For the professional to weigh: never read from a text, never taken from a casus."""
    reden_bij: str | None = None
    """The question whose answer this explains, in one's own words; it goes when that changes."""
    over_gegevens: bool = False
    """About the data items as a list: another list makes the answer untrue."""
    eenmalig: bool = False
    """Of this young person at this moment: never taken over from another weighing."""
    nooit_gesteld: bool = False
    """Weighed by default and shown as a condition; told in a text, or set through 'wijzig'."""

    @property
    def een_waarde(self) -> bool:
        """One answer excludes the others, so that two readings of it clash."""
        return self.soort in _EEN_WAARDE

    @property
    def keuzes(self) -> dict[str, str]:
        """The choices, value to label, in the order shown; none where one does not choose."""
        return dict(tabel(f"keuzes.{self.tabel}")) if self.tabel else {}


@dataclass(frozen=True, slots=True)
class Keer:
    """One asking of a question: for which purpose, about which data item."""

    vraag: Vraag
    doel: str | None = None
    gegeven: str | None = None

    @property
    def sleutel(self) -> str:
        """The key of the answer in the dossier: `soort:stageverslag`, `alternatief@doel`."""
        over = f":{self.gegeven}" if self.gegeven is not None else ""
        voor = f"@{self.doel}" if self.doel is not None else ""
        return f"{self.vraag.id}{over}{voor}"


def _vraag(id_: str, soort: Vraagsoort, **rest: object) -> tuple[str, Vraag]:
    feit = id_ if id_ in FEITEN or id_ == "gegevens" else None
    return id_, Vraag(id_, soort, feit, **rest)  # type: ignore[arg-type]


def _ja_nee(id_: str, **rest: object) -> tuple[str, Vraag]:
    return _vraag(id_, Vraagsoort.JA_NEE, **rest)


def _woorden(id_: str, **rest: object) -> tuple[str, Vraag]:
    return _vraag(id_, Vraagsoort.TEKST, onbekend_mag=False, **rest)


def _reden(id_: str, bij: str, **rest: object) -> tuple[str, Vraag]:
    return _woorden(id_, per_doel=True, reden_bij=bij, **rest)


VRAGEN: Final[dict[str, Vraag]] = dict(
    (
        # vooraf
        _vraag("omschrijving", Vraagsoort.TEKST, onbekend_mag=False, overslaan_mag=True),
        _vraag("begrepen", Vraagsoort.JA_NEE, onbekend_mag=False),
        _vraag("gebruiker", Vraagsoort.KEUZE, tabel="gebruiker", altijd=True),
        _vraag("van", Vraagsoort.KEUZE, tabel="organisatie", altijd=True),
        _vraag("naar", Vraagsoort.KEUZE, tabel="organisatie", altijd=True),
        _vraag("doel", Vraagsoort.MEERKEUZE, tabel="doel", altijd=True, onbekend_mag=False),
        _woorden("doel_woorden", reden_bij="doel"),
        _vraag("gegevens", Vraagsoort.GEGEVENS, altijd=True, onbekend_mag=False),
        _ja_nee("gevoelig", over_gegevens=True),
        _vraag("soort", Vraagsoort.MEERKEUZE, tabel="soort", per_gegeven=True, altijd=True),
        _vraag("datum", Vraagsoort.DATUM, eenmalig=True),
        # stap 1
        _ja_nee("levensgevaar", eenmalig=True),
        _ja_nee("vermoeden_geweld", eenmalig=True),
        _vraag(
            "leeftijd",
            Vraagsoort.GETAL,
            voorbeelden=tuple(str(jaar) for jaar in range(16, 28)),
            eenmalig=True,
        ),
        _ja_nee("startkwalificatie"),
        _vraag("opleiding", Vraagsoort.KEUZE, tabel="opleiding"),
        _vraag("schoolstatus", Vraagsoort.KEUZE, tabel="schoolstatus"),
        _vraag(
            "maanden_sinds_uitstroom",
            Vraagsoort.GETAL,
            voorbeelden=("3", "6", "9", "12", "18", "24", "30"),
            eenmalig=True,
        ),
        _ja_nee("verzuim_ongeoorloofd"),
        _vraag(
            "verzuim_weken",
            Vraagsoort.GETAL,
            voorbeelden=("1", "2", "3", "4", "5", "6", "8"),
            eenmalig=True,
        ),
        _ja_nee("verzuim_kortere_termijn"),
        _ja_nee("gevraagd_door_leerplicht"),
        _vraag("in_melding", Vraagsoort.SELECTIE, over_gegevens=True, nooit_gesteld=True),
        _ja_nee("alb_aangeboden"),
        _ja_nee("alb_gebruik"),
        _ja_nee("overgangsdocument_akkoord", eenmalig=True),
        _vraag("in_overgangsdocument", Vraagsoort.SELECTIE, over_gegevens=True),
        _ja_nee("regionale_taak"),
        _ja_nee("mandaat"),
        _ja_nee("begeleiding_akkoord", eenmalig=True),
        _ja_nee("vertegenwoordigd", nooit_gesteld=True),
        _vraag("toestemming", Vraagsoort.KEUZE, tabel="toestemming", eenmalig=True),
        _vraag(
            "toestemming_vertegenwoordiger",
            Vraagsoort.KEUZE,
            tabel="toestemming_vertegenwoordiger",
            eenmalig=True,
        ),
        _ja_nee("toestemming_vrij", eenmalig=True),
        _ja_nee("toestemming_duidelijk", eenmalig=True),
        _ja_nee("toestemming_geinformeerd", eenmalig=True),
        _ja_nee("toestemming_specifiek", per_doel=True, eenmalig=True),
        _ja_nee("toestemming_schriftelijk", eenmalig=True),
        _ja_nee("toestemming_aantoonbaar", eenmalig=True),
        _ja_nee("jongere_aanwezig", eenmalig=True),
        _ja_nee("overeenkomst_nodig", per_doel=True),
        _ja_nee("belang_zwaarder", per_doel=True, open_norm=True),
        _reden("belang_reden", bij="belang_zwaarder"),
        # stap 2
        _ja_nee("doel_verenigbaar", per_doel=True),
        # stap 3
        _vraag("nodig", Vraagsoort.SELECTIE, per_doel=True, open_norm=True, over_gegevens=True),
        _reden("nodig_reden", bij="nodig", over_gegevens=True),
        # stap 4
        _vraag("alternatief", Vraagsoort.KEUZE, tabel="alternatief", per_doel=True, open_norm=True),
        _reden("alternatief_reden", bij="alternatief"),
        # Only where a reason came with the answer: else the question for it asks this along.
        _woorden("gevolg", per_doel=True, overslaan_mag=True),
        # altijd
        _woorden("informeren"),
        _woorden("motiveren"),
        _woorden("opvolging"),
        _woorden("functie"),
    )
)


def vraag_bij(sleutel: str) -> Vraag | None:
    """Find just the question of a key: for whoever looks at all answers."""
    return VRAGEN.get(sleutel.partition("@")[0].partition(":")[0])


def keer_van(sleutel: str) -> Keer | None:
    """Find the question behind the key of an answer; None when an upgrade removed it."""
    vraag = vraag_bij(sleutel)
    if vraag is None:
        return None
    over, doel = sleutel[len(vraag.id) :], ""
    if vraag.per_doel:
        # From the end: a data item may have any sign in its name, a doel has none.
        over, _, doel = over.rpartition("@")
    return Keer(vraag, doel or None, over.removeprefix(":") or None)
