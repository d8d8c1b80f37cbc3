"""Opdrachten die altijd werken: terug, help, waarom, wijzig ..., open WW-2026-0001."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, get_args

from dialogs.bedoeling import Naam, Opdracht, Opzoeken, Uitstapje
from dialogs.beeld.melden import OORDEEL
from dialogs.dossier.vragen import Vraag, Vraagsoort
from dialogs.samenvatting.papieren import PAPIEREN
from dialogs.teksten import tabel
from dialogs.teksten.woorden import is_woord, plat
from dialogs.verstaan import uitstapjes
from knowledge.zoeken import onderwerp_met_naam


@dataclass(frozen=True, slots=True)
class WatAls:
    """A what-if; `zin` is what is supposed, as it was said."""

    zin: str


NAMEN: Final[tuple[Naam, ...]] = get_args(Naam)
"""Every command there is; the start check sees to it that a list of words is of one of them."""

Herkend = Opdracht | Uitstapje | Opzoeken | WatAls

_LANGE_VRAAG: Final = 20
"""A question of more words than this describes a situation."""
_KIEZEN: Final = (
    Vraagsoort.KEUZE,
    Vraagsoort.MEERKEUZE,
    Vraagsoort.JA_NEE,
    Vraagsoort.GETAL,
    Vraagsoort.DATUM,
)
_CASUS: Final = re.compile(r"casus (\d\S*|\S+)")
_KORTE_VRAAG: Final = 10
"""A question without its mark is no longer than this; what is longer describes."""
_KORT_ONDERWERP: Final = 3
_KORT_ZOEKEN: Final = 5
_KORTE_OPDRACHT: Final = 6
"""In own words a command is no longer than this; a longer text is a reason."""
_LANGE_REDEN: Final = 30
"""The words of a reason to keep a weighing again."""
_STAP: Final = re.compile(r"(?:ik wil )?(?:ga )?(?:terug )?(?:naar )?stap ([1-4])")
_KENMERK: Final = re.compile(
    r"\bww-?(\d{4})-?(\d{1,6})(?:[\s,-]*v(?:ersie)?[\s-]?(\d{1,4}))?\b", re.ASCII
)


_STREEP: Final = re.compile(r"\s*/(?P<naam>[^\W\d_][\w-]*)(?=\s|$)", re.ASCII)
_STREPEN: Final = 3


def na_schuine_streep(gezegd: str, *, bezig: bool) -> str | None:
    """Return what is said in a message such as '/weegwijzer casus 3.1.2'; None when we know it not.

    Any other text comes back as it is. `bezig` tells whether there is something to go on with.
    """
    for _ in range(_STREPEN):
        streep = _STREEP.match(gezegd)
        if streep is None:
            return gezegd
        rest = gezegd[streep.end() :].strip()
        if streep["naam"].casefold() not in tabel("schuine_streep")["eigen"]:
            gezegd = f"{streep['naam']} {rest}".strip()
            return gezegd if herken(gezegd) is not None else None
        gezegd = rest or tabel("schuine_streep")["bezig" if bezig else "begin"][0]
    return None


def herken(gezegd: str) -> Herkend | None:
    """Return the command in a text, or None when it is an answer."""
    kaal = plat(gezegd)
    if kaal.endswith("?"):
        kaal = kaal.rstrip("? ")
    vast = _vaste().get(kaal)
    if vast is not None:
        return vast
    uitstapje = uitstapjes.herken(gezegd)
    if uitstapje is not None:
        return Uitstapje(uitstapje)
    eerste, _, rest = kaal.partition(" ")
    if eerste in ("wijzig", "verander") and rest:
        return Opdracht("wijzig", rest)
    kenmerk = _KENMERK.search(kaal)
    if kenmerk and eerste in ("open", "toon", "lees", "nareken", "reken", "herbereken"):
        opent = eerste in ("open", "toon", "lees")
        return Opdracht("open" if opent else "nareken", _genormeerd(kenmerk))
    if kenmerk and (eerste in tabel("verwijderzin")["begin"] or kaal.endswith(_weg())):
        return Opdracht("verwijder", _genormeerd(kenmerk))
    if kenmerk and (eerste in tabel("herweegzin")["begin"] or "opnieuw" in kaal.split()):
        return Opdracht("herweeg", _genormeerd(kenmerk))
    if kenmerk and (eerste in tabel("basiszin")["begin"] or "basis" in kaal.split()):
        return Opdracht("basis", _genormeerd(kenmerk))
    if kenmerk and kenmerk[0] == kaal:
        return Opdracht("open", _genormeerd(kenmerk))
    return (
        _naar_stap(kaal)
        or _papier(kaal)
        or _over_bewaarde(gezegd, kaal)
        or _wijzigzin(kaal)
        or _wat_als(gezegd, kaal)
        or _begin(kaal)
        or _lees(gezegd)
        or _zoek(kaal)
    )


def herken_bij(vraag: Vraag | None, gezegd: str) -> Herkend | None:
    """Return the command in a text, when it is one at this question.

    A reason in one's own words may begin with 'zoek', 'wijzig' or 'stel dat' as well.
    """
    gevonden = herken(gezegd)
    if gevonden is None or vraag is None or vraag.soort is not Vraagsoort.TEKST:
        return gevonden
    if is_bijzin(gezegd):
        return None
    if vraag.id == "omschrijving" or gezegd.rstrip().endswith("?"):
        return gevonden
    lang = len(gezegd.split())
    if isinstance(gevonden, Opzoeken):
        return gevonden if lang <= _KORT_ZOEKEN else None
    return gevonden if lang <= _KORTE_OPDRACHT else None


def _genormeerd(kenmerk: re.Match[str]) -> str:
    eerste = f"WW-{kenmerk[1]}-{int(kenmerk[2]):04d}"
    versie = int(kenmerk[3] or 1)
    return eerste if versie <= 1 else f"{eerste}-v{versie}"


def vraag_in(gezegd: str, vraag: Vraag | None) -> Opzoeken | None:
    """Return the lookup in a text; None when it may answer the open question `vraag`.

    Whoever describes a whole situation there may well end with a question; that is a
    description still. And where one picks an answer, a sentence that asks picks nothing.
    """
    if is_antwoordwoord(gezegd):
        return None
    if gezegd.rstrip().endswith("?"):
        beschrijft = vraag is not None and vraag.id == "omschrijving"
        return None if beschrijft and len(gezegd.split()) > _LANGE_VRAAG else Opzoeken(gezegd)
    if vraag is not None and vraag.id == "omschrijving":
        return Opzoeken(gezegd) if _vraagt_kort(gezegd) else None
    kiest = vraag is not None and vraag.soort in _KIEZEN
    return Opzoeken(gezegd) if kiest and lijkt_vraag(gezegd) else None


def _vraagt_kort(gezegd: str) -> bool:
    """Tell whether a text is one short question, although the mark is not there."""
    woorden = plat(gezegd).split()
    return 4 <= len(woorden) <= _KORTE_VRAAG and woorden[0] in tabel("opzoeken")["vraagt"]


def lijkt_vraag(gezegd: str) -> bool:
    """Tell whether a text reads like a question, also without the mark."""
    woorden = plat(gezegd).split()
    return len(woorden) >= 4 and woorden[0] in tabel("opzoeken")["vraagwoorden"]


def is_antwoordwoord(gezegd: str) -> bool:
    """Tell whether a text is a fixed answer ('ja?', 'geen idee?'), whatever mark is behind it."""
    kaal = gezegd.rstrip("? ")
    return any(is_woord(soort, kaal) for soort in tabel("woorden")) or not kaal.strip()


def is_opdracht(gezegd: str) -> bool:
    """Tell whether a text is a command whatever is asked, and so never an answer."""
    return herken(gezegd) is not None and not is_antwoordwoord(gezegd) and not is_bijzin(gezegd)


def _over_bewaarde(gezegd: str, kaal: str) -> Opdracht | None:
    """Recognise 'kenmerk ZK-12', 'mijn wegingen stage' and 'dit oordeel klopt niet'."""
    for begin in tabel("kenmerkzin")["begin"]:
        noemt = re.match(rf"\s*{re.escape(begin)}\s*[: ]\s*", gezegd, re.IGNORECASE)
        if noemt and len(gezegd.split()) <= _KORTE_OPDRACHT + 1:
            return _eigen_kenmerk(gezegd[noemt.end() :])
    for begin in tabel("zoekt_weging")["begin"]:
        if kaal.startswith(f"{begin} ") and len(kaal.split()) <= _KORTE_OPDRACHT + 1:
            return Opdracht("wegingen", kaal.removeprefix(begin).strip())
    for begin in tabel("bewaarzin")["begin"]:
        reden = re.match(rf"\s*{re.escape(begin)}\s*:?\s+(?=\S)", gezegd, re.IGNORECASE)
        if reden and len(gezegd.split()) <= _LANGE_REDEN:
            return Opdracht("bewaar", gezegd[reden.end() :].strip())
    if kaal in tabel("meldzin")["oordeel"]:
        return Opdracht("meld", OORDEEL)
    for begin in tabel("meldzin")["over"]:
        if kaal.startswith(f"{begin} "):
            return Opdracht("meld", kaal.removeprefix(begin).strip())
    return None


def _papier(kaal: str) -> Opdracht | None:
    """Recognise 'papier jongere': one of the papers by name, and nothing else."""
    *begin, naam = kaal.split() or [""]
    klopt = naam in PAPIEREN and " ".join(begin) in tabel("papierzin")["begin"]
    return Opdracht("papier", naam) if klopt else None


def _eigen_kenmerk(eigen: str) -> Opdracht:
    """Return how somebody calls a kept weighing, which may be named first."""
    genoemd = _KENMERK.match(eigen.casefold())
    if genoemd is None:
        return Opdracht("kenmerk", eigen.strip())
    return Opdracht("kenmerk", eigen[genoemd.end() :].strip(" :="), (_genormeerd(genoemd),))


def _weg() -> tuple[str, ...]:
    return tuple(f" {woord}" for woord in tabel("verwijderzin")["einde"])


def _naar_stap(kaal: str) -> Opdracht | None:
    """Recognise 'terug naar stap 2'."""
    stap = _STAP.fullmatch(kaal)
    return Opdracht("stap", stap[1]) if stap else None


def _wijzigzin(kaal: str) -> Opdracht | None:
    """Recognise 'ik wil de toestemming wijzigen' and 'pas de leeftijd aan'."""
    woorden = tabel("wijzigzin")
    if kaal.startswith("pas ") and kaal.endswith(" aan"):
        return Opdracht("wijzig", zonder_lidwoord(kaal[len("pas ") : -len(" aan")]))
    for begin in woorden["terug"]:
        if kaal.startswith(f"{begin} "):
            return Opdracht("wijzig", zonder_lidwoord(kaal.removeprefix(begin).strip()))
    *voor, laatste = kaal.split() or [""]
    if laatste not in woorden["einde"] or not voor:
        return None
    over = " ".join(voor)
    gevraagd = next((begin for begin in woorden["begin"] if over.startswith(f"{begin} ")), "")
    if not gevraagd and len(voor) > _KORT_ONDERWERP:
        return None
    over = over.removeprefix(gevraagd).strip()
    return Opdracht("wijzig", zonder_lidwoord(over.removeprefix("mijn antwoord over ")))


def zonder_lidwoord(over: str) -> str:
    """Return a name without the article before it."""
    eerste, _, rest = over.partition(" ")
    return rest if eerste in tabel("wijzigzin")["lidwoord"] and rest else over


def _wat_als(gezegd: str, kaal: str) -> WatAls | None:
    """Recognise 'en als hij wel toestemming geeft?'; what is supposed goes along as it is."""
    woorden = tabel("wat_als_woorden")
    gevraagd = gezegd.rstrip().endswith("?")
    begins = [*woorden["begin"], *(woorden["begin_in_vraag"] if gevraagd else ())]
    for begin in sorted(begins, key=len, reverse=True):
        if kaal.startswith(f"{begin} "):
            plek = gezegd.casefold().find(begin) + len(begin)
            return WatAls(gezegd[plek:].strip(" ?."))
    if not gevraagd:
        return None
    for begin in woorden["begin_vraag"]:
        if kaal.startswith(f"{begin} ") or kaal == begin:
            plek = gezegd.casefold().find(begin) + begin.rfind(" ") + 1
            return WatAls(gezegd[plek:].strip(" ?."))
    return None


def is_bijzin(gezegd: str) -> bool:
    """Tell whether a what-if without a question mark may just as well begin a sentence."""
    kaal = plat(gezegd)
    return not gezegd.rstrip().endswith("?") and any(
        kaal.startswith(f"{begin} ") for begin in tabel("wat_als_woorden")["begin_zin"]
    )


def _begin(kaal: str) -> Opdracht | None:
    """Recognise 'begin een weging met deze feiten' and '... met casus 3.1.2'."""
    for begin in tabel("opzoeken")["begin_met"]:
        if kaal.startswith(f"{begin} "):
            return Opdracht("begin", kaal.removeprefix(begin).strip())
    return None


def _lees(gezegd: str) -> Opdracht | None:
    """Recognise 'lees Veilig Thuis en de meldcode': the name of a topic, and nothing else."""
    eerste, _, naam = gezegd.strip().partition(" ")
    if plat(eerste) != "lees" or onderwerp_met_naam(naam) is None:
        return None
    return Opdracht("lees", naam)


def _zoek(kaal: str) -> Opzoeken | None:
    if _CASUS.fullmatch(kaal):
        return Opzoeken(kaal)
    for begin in tabel("opzoeken")["zoek"]:
        if kaal.startswith((f"{begin} ", f"{begin}:")):
            return Opzoeken(kaal.removeprefix(begin).strip(" :"))
    if any(kaal.startswith(f"{begin} ") for begin in tabel("opzoeken")["vraagbegin"]):
        return Opzoeken(kaal)
    return None


@cache
def _vaste() -> dict[str, Opdracht]:
    return {
        plat(woord): Opdracht(naam) for naam in NAMEN for woord in tabel("opdrachten").get(naam, ())
    }
