"""Wat als: een ander feit proberen, zonder dat er in het dossier iets verandert."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from dialogs.bedoeling import Veronderstelling
from dialogs.beeld.gezegd import Gevolg, Gezegde, Zin
from dialogs.beurt.beurt import Beurt
from dialogs.beurt.uitleg import bron, redenen
from dialogs.beurt.vervolg import en_weer
from dialogs.dossier import Antwoord, Dossier, feitenblad
from dialogs.dossier.vragen import VRAGEN, Keer, Vraagsoort
from dialogs.procedure.antwoorden import onmogelijke_weg
from dialogs.procedure.bord import Bord
from dialogs.procedure.overzicht import borden
from dialogs.stukken.markdown import veilig
from dialogs.teksten import heeft, tekst
from dialogs.weergave import (
    antwoord_in_woorden,
    bronnen_in_woorden,
    dag,
    kort,
    onderwerp,
    opsomming,
)
from knowledge import motor
from knowledge.beslissing import Oordeel
from knowledge.bronnen import bronnen
from knowledge.feiten import Doel, Situatie
from knowledge.motor import Stand
from knowledge.regels.begrippen import VERTEGENWOORDIGD
from knowledge.teksten import tekst as kennistekst
from knowledge.termijnen import termijn
from knowledge.uitkomst import Uitkomst
from knowledge.weging import weeg_doel

# Consent that is supposed, is supposed to be valid: else it would change nothing.
_GELDIG: Final = (
    "toestemming_vrij",
    "toestemming_duidelijk",
    "toestemming_geinformeerd",
    "toestemming_specifiek",
)
_GEWOONLIJK: Final[dict[str, Any]] = {
    "levensgevaar": False,
    "jongere_aanwezig": False,
    "overeenkomst_nodig": False,
    "doel_verenigbaar": True,
    "alternatief": "geen",
}
_NAMENS: Final = "toestemming_vertegenwoordiger"
_BRONNEN: Final = ("UAVG-5",)
_REGELS: Final = 2
"""How many rules to name as what makes the difference."""


def veronderstel(dossier: Dossier, anders: Veronderstelling, _: dt.datetime) -> Beurt:
    """Say how the verdict would be with what is supposed, and go on."""
    return en_weer(dossier, _gevolg(dossier, anders))


def _gevolg(dossier: Dossier, anders: Veronderstelling) -> Gezegde:
    if not anders:
        return Zin(sleutel="wat_als.niets")
    if anders.beslist_niet is not None:
        niet = _wie_beslist(f"beslist_niet_{anders.beslist_niet}", dossier)
        return Gevolg(alineas=(niet, tekst("wat_als.ongewijzigd")))
    delen = []
    if _NAMENS in anders.feiten and _beslist_zelf(dossier, anders):
        delen.append(_wie_beslist("beslist_zelf", dossier))
    if _is_al_zo(dossier, anders):
        delen.append(tekst("wat_als.al_zo", verschil=opsomming(_in_woorden(anders, dossier))))
        anders = replace(anders, feiten={f: not w for f, w in anders.feiten.items()})
    delen.append(tekst("wat_als.kop", verschil=opsomming(_in_woorden(anders, dossier))))
    dan = _verondersteld(dossier, anders)
    delen += [
        _hoofdletter(_per_doel(bord, Bord(dan, bord.doel), anders)) for bord in borden(dossier)
    ]
    return Gevolg(alineas=(*delen, tekst("wat_als.ongewijzigd")))


def _beslist_zelf(dossier: Dossier, anders: Veronderstelling) -> bool:
    """Tell whether the young person may be the one to decide, so that the parents do not."""
    dan = _verondersteld(dossier, anders)
    return any(Bord(dan, bord.doel).waarheid(VERTEGENWOORDIGD) is not True for bord in borden(dan))


def _wie_beslist(soort: str, dossier: Dossier) -> str:
    leeftijd = termijn("zelf_toestemmen_vanaf").op(feitenblad.datum(dossier))
    genoemd = bronnen_in_woorden(bronnen()[id_] for id_ in _BRONNEN)
    return tekst(f"wat_als.{soort}", leeftijd=str(leeftijd), bronnen=genoemd)


def _verondersteld(dossier: Dossier, anders: Veronderstelling) -> Dossier:
    """Return a copy with these answers, without what they would make impossible."""
    antwoorden = dict(dossier.antwoorden)
    for feit, waarde in anders.feiten.items():
        vraag = VRAGEN[feit]
        if vraag.soort not in (Vraagsoort.SELECTIE, Vraagsoort.DATUM):
            for doel in feitenblad.doelen(dossier) if vraag.per_doel else (None,):
                antwoorden[Keer(vraag, doel).sleutel] = Antwoord(waarde=waarde)
    return onmogelijke_weg(dossier.model_copy(update={"antwoorden": antwoorden}))


def _is_al_zo(dossier: Dossier, anders: Veronderstelling) -> bool:
    """Tell whether it is so already, so that only the opposite tells whether it matters."""
    return bool(anders.feiten) and all(
        isinstance(waarde, bool) and getattr(bord.situatie, feit) is waarde
        for feit, waarde in anders.feiten.items()
        for bord in borden(dossier)
    )


def _in_woorden(anders: Veronderstelling, dossier: Dossier) -> Iterator[str]:
    for feit, waarde in anders.feiten.items():
        keer = Keer(VRAGEN[feit])
        eigen = _eigen_zin(feit, waarde)
        if eigen is not None:
            yield eigen
            continue
        if isinstance(waarde, bool):
            woorden = tekst("woorden_los.ja" if waarde else "woorden_los.nee")
        elif isinstance(waarde, dt.date):
            woorden = dag(waarde)
        else:
            woorden = veilig(antwoord_in_woorden(keer, waarde, dossier))
        yield tekst("wat_als.feit", onderwerp=onderwerp(keer), antwoord=woorden)
    if anders.alleen is not None:
        namen = opsomming(map(veilig, anders.alleen)) or tekst("woorden_los.geen")
        yield tekst("wat_als.alleen", gegevens=namen)
    if anders.soort is not None:
        yield tekst("wat_als.soort", soort=tekst(f"keuzes.soort.{anders.soort}"))
    if anders.anders:
        yield tekst("wat_als.anders_delen", gegevens=opsomming(naam for naam, _ in anders.anders))


def _eigen_zin(feit: str, waarde: Any) -> str | None:
    """Return what is supposed as one would say it; None where only the question has words."""
    vorm = ("ja" if waarde else "nee") if isinstance(waarde, bool) else waarde
    if heeft(f"stel.{feit}_{vorm}"):
        return tekst(f"stel.{feit}_{vorm}")
    return tekst(f"stel.{feit}", waarde=str(waarde)) if heeft(f"stel.{feit}") else None


def _per_doel(bord: Bord, ander: Bord, anders: Veronderstelling) -> str:
    doel = Doel(bord.doel) if bord.doel else None
    situatie = _met(ander.situatie, anders)
    nu, dan = bord.uitkomst, weeg_doel(situatie, doel, volledig=False)
    delen = {
        "doel": _doelkop(bord),
        "dan": tekst(f"oordelen_kort.{dan.oordeel}"),
        "nu": tekst(f"oordelen_kort.{nu.oordeel}"),
        "grondslag": tekst(f"grondslagen.{dan.grondslag}") if dan.grondslag else "",
    }
    if Oordeel.ONVOLLEDIG in (nu.oordeel, dan.oordeel):
        return _nog_open(bord, situatie, delen)
    if dan.oordeel == nu.oordeel and dan.grondslag == nu.grondslag:
        return "\n\n".join((tekst("wat_als.zelfde", **delen), *_grondt(dan)))
    kop = tekst("wat_als.anders_met_grond" if dan.grondslag else "wat_als.anders", **delen)
    return "\n\n".join((kop, *_verschil(nu, dan)))


def _nog_open(bord: Bord, situatie: Situatie, delen: dict[str, str]) -> str:
    """Say what can still come out, as long as the other stappen hold nothing up."""
    doel = Doel(bord.doel) if bord.doel else None
    nu, dan = (_zonder_bezwaar(s, doel) for s in (bord.situatie, situatie))
    eerst, later = _mogelijk(nu), _mogelijk(dan)
    delen |= {"nu": _of(eerst), "dan": _of(later)}
    if eerst == later and len(eerst) == 1:
        return tekst("wat_als.zelfde", **delen)
    kop = tekst("wat_als.open_zelfde" if eerst == later else "wat_als.open_anders", **delen)
    return f"{kop} {tekst('wat_als.open_mits')}"


def _zonder_bezwaar(situatie: Situatie, doel: Doel | None) -> Stand:
    """Fill in the usual for what is still to be asked, so that the ground remains to be seen."""
    ruw: dict[str, Any] = situatie.model_dump(exclude_none=True)
    ruw = _GEWOONLIJK | ruw
    ruw["gegevens"] = [{"nodig": True} | gegeven for gegeven in ruw.get("gegevens", [{}])]
    return Stand.van(Situatie(**ruw), doel)


def _hoofdletter(zin: str) -> str:
    kaal = zin.lstrip("*")
    return zin[: len(zin) - len(kaal)] + kaal[:1].upper() + kaal[1:]


def _doelkop(bord: Bord) -> str:
    meer = len(feitenblad.doelen(bord.dossier)) > 1
    return f"{kort('doel', bord.doel)}: " if bord.doel and meer else ""


def _verschil(nu: Uitkomst, dan: Uitkomst) -> Iterator[str]:
    """Say which rules make the difference, and the sources of the other verdict."""
    eerst = {spoor.regel for spoor in nu.spoor}
    nieuw = [spoor.regel for spoor in dan.spoor if spoor.regel not in eerst]
    # The same rule on other facts: a mandaat under the rule that has none without it.
    nieuw = (nieuw or [spoor.regel for spoor in dan.spoor if spoor not in nu.spoor])[:_REGELS]
    if nieuw:
        zinnen = " ".join(f"{kennistekst(f'regels.{regel}')} ({regel})" for regel in nieuw)
        yield tekst("wat_als.verschil", regels=zinnen)
    if dan.bronnen:
        yield tekst("gesprek.bron_regel", bronnen="; ".join(str(bron) for bron in dan.bronnen))


def _grondt(uit: Uitkomst) -> Iterator[str]:
    """Say what carries a verdict that stays as it was."""
    if waarom := redenen(uit):
        yield tekst("wat_als.want", regels=waarom)
    if waar := bron(uit):
        yield waar


def _mogelijk(stand: Stand) -> tuple[Oordeel, ...]:
    return tuple(sorted(motor.mogelijk(stand), key=lambda oordeel: stand.kennis.rang[oordeel]))


def _of(oordelen: tuple[Oordeel, ...]) -> str:
    zinnen = [tekst(f"oordelen_kort.{oordeel}") for oordeel in oordelen]
    return f" {tekst('woorden_los.of')} ".join(zinnen)


def _met(situatie: Situatie, anders: Veronderstelling) -> Situatie:
    """Return the situation with these facts; made anew, so that every value is checked."""
    ruw: dict[str, Any] = situatie.model_dump(exclude_none=True)
    if anders.feiten.get("toestemming") == "gegeven":
        ruw |= dict.fromkeys(_GELDIG, True)
    if anders.anders:
        nieuw = [{"naam": n, "soort": (s,), "nodig": True} for n, s in anders.anders]
        ruw["gegevens"] = nieuw
    elif "gegevens" in ruw:
        ruw["gegevens"] = [_gegeven(gegeven, anders) for gegeven in ruw["gegevens"]]
    return Situatie(**{**ruw, **anders.feiten})


def _gegeven(gegeven: dict[str, Any], anders: Veronderstelling) -> dict[str, Any]:
    uit = dict(gegeven)
    if anders.alleen is not None and gegeven["naam"] not in anders.alleen:
        uit["nodig"] = False
    if anders.soort is not None:
        uit["soort"] = (anders.soort,)
    return uit
