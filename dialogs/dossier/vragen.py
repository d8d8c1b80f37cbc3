"""Wat een vraag is. De zinnen staan onder `vragen.<id>` in de teksten."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from knowledge.feiten import FEITEN


class Soort(StrEnum):
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


@dataclass(frozen=True, slots=True)
class Vraag:
    """One question. `feit` None means the professional's own words.

    `tabel` names the choices (`keuzes.<tabel>`) and their synonyms; `voorbeelden` are numbers to
    pick from when an answer was not understood. The bounds of a number are those of its fact.
    """

    id: str
    soort: Soort
    feit: str | None = None
    tabel: str = ""
    per_doel: bool = False
    per_gegeven: bool = False
    voorbeelden: tuple[str, ...] = ()
    onbekend_mag: bool = True
    overslaan_mag: bool = False
    altijd: bool = False
    """Asked whether or not the rules still need it."""


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


def _vraag(id_: str, soort: Soort, **rest: object) -> tuple[str, Vraag]:
    feit = id_ if id_ in FEITEN or id_ == "gegevens" else None
    return id_, Vraag(id_, soort, feit, **rest)  # type: ignore[arg-type]


def _ja_nee(id_: str, *, per_doel: bool = False) -> tuple[str, Vraag]:
    return _vraag(id_, Soort.JA_NEE, per_doel=per_doel)


def _woorden(id_: str, *, per_doel: bool = False) -> tuple[str, Vraag]:
    return _vraag(id_, Soort.TEKST, per_doel=per_doel, onbekend_mag=False)


VRAGEN: Final[dict[str, Vraag]] = dict(
    (
        # vooraf
        _vraag("omschrijving", Soort.TEKST, onbekend_mag=False, overslaan_mag=True),
        _vraag("begrepen", Soort.JA_NEE, onbekend_mag=False),
        _vraag("gebruiker", Soort.KEUZE, tabel="gebruiker", altijd=True),
        _vraag("van", Soort.KEUZE, tabel="organisatie", altijd=True),
        _vraag("naar", Soort.KEUZE, tabel="organisatie", altijd=True),
        _vraag("doel", Soort.MEERKEUZE, tabel="doel", altijd=True, onbekend_mag=False),
        _vraag("gegevens", Soort.GEGEVENS, altijd=True, onbekend_mag=False),
        _ja_nee("gevoelig"),
        _vraag("soort", Soort.MEERKEUZE, tabel="soort", per_gegeven=True, altijd=True),
        _vraag("datum", Soort.DATUM),
        # stap 1
        _ja_nee("levensgevaar"),
        _vraag(
            "leeftijd",
            Soort.GETAL,
            voorbeelden=tuple(str(jaar) for jaar in range(16, 28)),
        ),
        _ja_nee("startkwalificatie"),
        _vraag("opleiding", Soort.KEUZE, tabel="opleiding"),
        _vraag("schoolstatus", Soort.KEUZE, tabel="schoolstatus"),
        _vraag(
            "maanden_sinds_uitstroom",
            Soort.GETAL,
            voorbeelden=("3", "6", "9", "12", "18", "24", "30"),
        ),
        _ja_nee("verzuim_ongeoorloofd"),
        _vraag(
            "verzuim_weken",
            Soort.GETAL,
            voorbeelden=("1", "2", "3", "4", "5", "6", "8"),
        ),
        _ja_nee("verzuim_kortere_termijn"),
        _ja_nee("alb_aangeboden"),
        _ja_nee("alb_gebruik"),
        _ja_nee("overgangsdocument_akkoord"),
        _vraag("in_overgangsdocument", Soort.SELECTIE),
        _ja_nee("regionale_taak"),
        _ja_nee("mandaat"),
        _ja_nee("begeleiding_akkoord"),
        _vraag("toestemming", Soort.KEUZE, tabel="toestemming"),
        _ja_nee("toestemming_vrij"),
        _ja_nee("toestemming_duidelijk"),
        _ja_nee("toestemming_geinformeerd"),
        _ja_nee("toestemming_specifiek", per_doel=True),
        _ja_nee("toestemming_schriftelijk"),
        _ja_nee("toestemming_aantoonbaar"),
        _ja_nee("jongere_aanwezig"),
        _ja_nee("overeenkomst_nodig", per_doel=True),
        _ja_nee("belang_zwaarder", per_doel=True),
        _woorden("belang_reden", per_doel=True),
        # stap 2
        _ja_nee("doel_verenigbaar", per_doel=True),
        # stap 3
        _vraag("nodig", Soort.SELECTIE, per_doel=True),
        _woorden("nodig_reden", per_doel=True),
        # stap 4
        _vraag("alternatief", Soort.KEUZE, tabel="alternatief", per_doel=True),
        _woorden("alternatief_reden", per_doel=True),
        # altijd
        _woorden("informeren"),
        _woorden("motiveren"),
        _woorden("opvolging"),
        _woorden("functie"),
    )
)


def keer_van(sleutel: str) -> Keer | None:
    """Find the question behind the key of an answer; None when an upgrade removed it."""
    rest, _, doel = sleutel.partition("@")
    id_, _, gegeven = rest.partition(":")
    vraag = VRAGEN.get(id_)
    if vraag is None:
        return None
    return Keer(vraag, doel or None, gegeven or None)
