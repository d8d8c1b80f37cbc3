"""Wat we zeggen bij een antwoord: niet begrepen, niet geweten, gewijzigd, genoteerd."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, Final

from dialogs.bedoeling import OnbekendeOpdracht, Onbruikbaar, Onduidelijk, Uitstapje
from dialogs.beeld.gezegd import (
    Genoteerd,
    Gewijzigd,
    Gezegde,
    Huidig,
    Onderwerpregel,
    Redenen,
    Uitzoeken,
    Zin,
    zin,
)
from dialogs.beeld.vraag import waarom
from dialogs.beurt.beurt import Beurt
from dialogs.beurt.vervolg import en_weer, vraag_verder
from dialogs.dossier import Dossier, Eerder, Voorgesteld, feitenblad
from dialogs.dossier.vragen import Keer, Vraagsoort, keer_van
from dialogs.dossier.wacht import OpBundel, OpSlot, nog_eens
from dialogs.procedure import antwoorden, plaats
from dialogs.procedure.bundels import Bundel, bundel_van
from dialogs.procedure.plek import gevraagd, samen
from dialogs.stukken.markdown import veilig
from dialogs.teksten import tabel, tekst
from dialogs.weergave import antwoord_in_woorden, dag, onderwerp, opsomming
from knowledge.teksten import tekst as kennistekst
from knowledge.weging import regime_van

_VAKER: Final = 2
"""After so many misses the questions of a bundle are asked one by one."""


def onbekende_opdracht(dossier: Dossier, _: OnbekendeOpdracht, __: dt.datetime) -> Beurt:
    """Say what can be done with a slash, to whoever typed '/gif'."""
    eigen = tabel("schuine_streep")["eigen"][0]
    return Beurt(dossier, (zin("onbekende_opdracht", opdracht=f"/{eigen}"),), vraagt=False)


def tussendoor(dossier: Dossier, wat: Uitstapje, _: dt.datetime) -> Beurt:
    """Say something back to small talk, and go on."""
    return en_weer(dossier, Zin(sleutel=f"tussendoor.{wat.naam}"))


def redenen(dossier: Dossier) -> Gezegde:
    """Say why what is open is asked, with the sources."""
    waar = plaats(dossier)
    keer = gevraagd(dossier, waar)
    keren = samen(dossier, waar) or ((keer,) if keer else ())
    if not keren:
        return zin("waarom_niets")
    alle = [(onderwerp(keer), waarom(keer, dossier)) for keer in keren]
    bronnen = dict.fromkeys(bron for _, deel in alle for bron in deel.bronnen)
    return Redenen(redenen=tuple((o, deel.tekst) for o, deel in alle), bronnen=tuple(bronnen))


def huidig(keer: Keer, dossier: Dossier) -> tuple[Huidig, ...]:
    """Say what was answered before, when a question is opened again."""
    antwoord = dossier.antwoorden.get(keer.sleutel)
    if antwoord is None:
        return ()
    return (Huidig(antwoord=antwoord_in_woorden(keer, antwoord.waarde, dossier)),)


def kan_raken(keer: Keer, dossier: Dossier) -> tuple[Zin, ...]:
    """Say which answers may go when this one is changed; before it is."""
    geraakt = antwoorden.kan_raken(dossier, keer)
    if not geraakt:
        return ()
    # What is taken out is gone for good.
    soort = "raakt_gegevens" if keer.vraag.soort is Vraagsoort.GEGEVENS else "raakt"
    return (_over(soort, geraakt),)


def vervallen(ervoor: Dossier, erna: Dossier) -> tuple[Zin, ...]:
    """Say which answers went with a change."""
    weg = (keer_van(sleutel) for sleutel in ervoor.antwoorden if sleutel not in erna.antwoorden)
    keren = [keer for keer in weg if keer is not None]
    if not keren:
        return ()
    return (_over("vervallen", keren),)


def teruggezet(laatste: Eerder) -> Zin:
    """Say what is as it was before, and what is open again."""
    terug = [keer for sleutel in laatste.antwoorden if (keer := keer_van(sleutel)) is not None]
    open_ = [keer for sleutel in laatste.erbij if (keer := keer_van(sleutel)) is not None]
    if terug:
        return _over("ongedaan_terug", terug)
    return _over("ongedaan_open", open_) if open_ else zin("ongedaan_gelezen")


def _over(soort: str, keren: Sequence[Keer]) -> Zin:
    lijst = opsomming(dict.fromkeys(veilig(onderwerp(keer)) for keer in keren))
    eigen = any(keer.gegeven is not None for keer in keren)
    return Zin(sleutel=f"gesprek.{soort}", invulling={"lijst": lijst}, over_jongere=eigen)


def niet_geweten(keren: Sequence[Keer]) -> tuple[Uitzoeken, ...]:
    """Say how to find out what was not known, and how to tell it later."""
    if not keren:
        return ()
    # Of one question the subject by itself is clear enough.
    een = len(keren) == 1
    regels = tuple(
        Onderwerpregel(
            onderwerp=tekst(f"vragen.{keer.vraag.id}.onderwerp") if een else onderwerp(keer),
            tekst=tekst(f"vragen.{keer.vraag.id}.uitzoeken"),
        )
        for keer in keren
    )
    return (Uitzoeken(regels=regels, over_jongere=not een and any(k.gegeven for k in keren)),)


def blijft_staan(keren: Sequence[Keer], dossier: Dossier) -> tuple[Zin, ...]:
    """Say that what was known still counts, to whoever does not know it any more."""
    if not keren:
        return ()
    regels = (_regel(keer, feitenblad.waarde(dossier, keer.sleutel), dossier) for keer in keren)
    lijst = opsomming(veilig(f"{regel.onderwerp}: {regel.tekst}") for regel in regels)
    return (Zin(sleutel="gesprek.blijft_staan", invulling={"lijst": lijst}, over_jongere=True),)


def oude_wet(dossier: Dossier) -> tuple[Zin, ...]:
    """Say that the day of sharing falls under the law of before."""
    dag_ = feitenblad.datum(dossier)
    regime = regime_van(dag_)
    if regime is None or regime == regime_van(dossier.begonnen):
        return ()
    return (zin("andere_wet", datum=dag(dag_), wet=kennistekst(f"regime.{regime}")),)


def genoteerd(keren: Sequence[Keer], dossier: Dossier) -> tuple[Genoteerd, ...]:
    """Say back what was taken from one answer to several questions."""
    if not keren:
        return ()
    return (
        Genoteerd(
            regels=tuple(
                _regel(keer, dossier.antwoorden[keer.sleutel].waarde, dossier) for keer in keren
            )
        ),
    )


def gewijzigd(lijst: Sequence[Voorgesteld], dossier: Dossier) -> Gewijzigd:
    """Say which answers were changed, and into what."""
    return Gewijzigd(
        regels=tuple(
            _regel(keer, v.waarde, dossier)
            for v in lijst
            if (keer := keer_van(v.sleutel)) is not None
        )
    )


def _regel(keer: Keer, waarde: Any, dossier: Dossier) -> Onderwerpregel:
    woorden = antwoord_in_woorden(keer, waarde, dossier)
    return Onderwerpregel(onderwerp=onderwerp(keer), tekst=woorden)


# --- niet begrepen ---


def onbruikbaar(dossier: Dossier, wat: Onbruikbaar, _: dt.datetime) -> Beurt:
    """Say that nothing of a form counts, and leave everything as it is."""
    return Beurt(dossier, (Zin(sleutel=f"misverstaan.{wat.reden}"),))


def onduidelijk(dossier: Dossier, wat: Onduidelijk, nu: dt.datetime) -> Beurt:
    """Ask what was meant; the third time with a list to pick from."""
    waar = plaats(dossier)
    keer = gevraagd(dossier, waar)
    if isinstance(dossier.stand.gesteld, OpSlot) or keer is None:
        klaar = Beurt(dossier.wachtend(OpSlot()), (Zin(sleutel=f"misverstaan.{wat.reden}"),))
        return klaar if waar.klaar else en_weer(dossier, *klaar.gezegd)
    if wat.reden in ("bundel", "bundel_ja", "bundel_nee"):
        return _bundel_onduidelijk(dossier, wat, nu)
    wacht = nog_eens(dossier.stand.wacht)
    keren = getattr(wacht, "misverstaan", 0)
    erna = dossier.wachtend(wacht)
    if keren >= 3:
        return Beurt(erna, (Zin(sleutel="misverstaan.derde_keer"),))
    reden = _reden(keer, wat, dossier)
    if keren < 2:
        return Beurt(erna, (reden,))
    hulp = {"reden": str(reden), "uitzoeken": tekst(f"vragen.{keer.vraag.id}.uitzoeken")}
    tweede = Zin(sleutel="misverstaan.tweede_keer", invulling=hulp, over_jongere=reden.over_jongere)
    return Beurt(erna, (tweede,))


def _reden(keer: Keer, wat: Onduidelijk, dossier: Dossier) -> Zin:
    invulling = dict(wat.invulling)
    mogelijk = [keer.vraag.keuzes[waarde] for waarde in wat.mogelijkheden]
    if mogelijk:
        invulling["mogelijkheden"] = f" {tekst('woorden_los.of')} ".join(f"'{m}'" for m in mogelijk)
    if wat.lezingen:
        invulling["lezingen"] = opsomming(_lezing(keer, *een, dossier) for een in wat.lezingen)
    return Zin(
        sleutel=f"misverstaan.{wat.reden}",
        invulling=invulling,
        over_jongere=bool(wat.lezingen or mogelijk),
    )


def _lezing(keer: Keer, waarde: Any, woorden: str, dossier: Dossier) -> str:
    antwoord = woorden if isinstance(waarde, list) else antwoord_in_woorden(keer, waarde, dossier)
    if antwoord == woorden:
        return f"'{veilig(antwoord)}'"
    return tekst("twijfel.lezing", antwoord=veilig(antwoord), woorden=veilig(woorden))


def _bundel_onduidelijk(dossier: Dossier, wat: Onduidelijk, nu: dt.datetime) -> Beurt:
    """Say how to answer; the second time ask the questions one by one."""
    waar = plaats(dossier)
    wacht = nog_eens(dossier.stand.wacht)
    bundel = bundel_van(waar.samen[0]) if waar.samen else None
    if bundel is None or not isinstance(wacht, OpBundel):
        return vraag_verder(dossier, nu)
    if wacht.misverstaan >= _VAKER:
        gevraagd_ = dossier.gevraagd_in(bundel.merk(waar.samen[0].doel))
        return vraag_verder(gevraagd_, nu, Zin(sleutel="bundelzinnen.los"))
    welke_niet = bundel.rijtje and wat.reden == "bundel_nee"
    wacht = wacht.model_copy(update={"welke_niet": welke_niet})
    return Beurt(dossier.wachtend(wacht), (Zin(sleutel=f"bundelzinnen.{_hoe(bundel, wat)}"),))


def _hoe(bundel: Bundel, wat: Onduidelijk) -> str:
    """Return the key of how to answer; a mere 'ja' or 'nee' only lacks of which row it is said."""
    if bundel.rijtje and wat.reden == "bundel_ja":
        return "welke_wel"
    if bundel.rijtje and wat.reden == "bundel_nee":
        return "welke_niet_afweging" if bundel.weegt else "welke_niet"
    if wat.reden != "bundel":
        return "welke_zin"
    hoe = "afweging" if bundel.weegt else "rijtje" if bundel.rijtje else "zin"
    return f"niet_verstaan_{hoe}"
