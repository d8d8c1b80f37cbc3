"""Berichten maken: vragen met hun keuzes, tussenstanden en lijsten."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dialogs.beeld import hints
from dialogs.beurt import Bericht, Keuze
from dialogs.dossier import Dossier, Voorgesteld, feitenblad
from dialogs.dossier.vragen import Keer, Soort, keer_van
from dialogs.procedure import STAPPEN, Afgerond, Plaats, eerste_stap
from dialogs.procedure.bord import Bord
from dialogs.procedure.overzicht import acties_te_verdelen
from dialogs.samenvatting import Samenvatting
from dialogs.samenvatting.maken import conclusie
from dialogs.samenvatting.markdown import markdown
from dialogs.teksten import tabel, tekst
from dialogs.verstaan import twijfel, voorstellen
from dialogs.verstaan.antwoord import Onduidelijk, keuzes_van
from dialogs.weergave import (
    antwoord_in_woorden,
    bronnen_in_woorden,
    bronnen_van_vraag,
    kort,
    onderwerp,
    opsomming,
    vraagzin,
)
from knowledge.stapbronnen import bronnen_van_stap, regels_van_stap


def zin(sleutel: str, **invulling: str) -> Bericht:
    """Return a plain message."""
    return Bericht("tekst", tekst(f"gesprek.{sleutel}", **invulling))


def onbekende_opdracht() -> Bericht:
    """Say what can be done with a slash, to whoever typed '/gif'."""
    return zin("onbekende_opdracht", opdracht=f"/{tabel('schuine_streep')['eigen'][0]}")


def knop(sleutel: str) -> Keuze:
    """Return a button of our own; picking it sends its label."""
    label = tekst(f"knoppen.{sleutel}")
    return Keuze(label, label)


def vraag(keer: Keer, dossier: Dossier, *, hulp: bool = False) -> Bericht:
    """Return the message that asks a question. `hulp` adds ways out after two misses."""
    eigen = tuple(Keuze(label, label) for label in _eigen_keuzes(keer, dossier, hulp=hulp))
    extra = [knop("overslaan")] if keer.vraag.overslaan_mag else []
    extra += [knop("weet_niet")] if keer.vraag.onbekend_mag else []
    extra += [knop("waarom")]
    extra += [knop("terug"), knop("help")] if hulp else []
    return Bericht(
        "vraag",
        _vraagtekst(keer, dossier),
        keuzes=(*eigen, *extra),
        vraag=keer.sleutel,
        voortgang=voortgang(keer, dossier),
        genummerd=bool(eigen)
        and keer.vraag.soort is not Soort.GETAL
        and (keer.vraag.id != "begrepen" or twijfel.is_open(keer, dossier)),
    )


def _vraagtekst(keer: Keer, dossier: Dossier) -> str:
    hoofd = f"**{vraagzin_nu(keer, dossier)}**"
    vooraf = toelichting(keer, dossier)
    return f"{vooraf}\n\n{hoofd}" if vooraf else hoofd


def vraagzin_nu(keer: Keer, dossier: Dossier) -> str:
    """Return the sentence that asks; with clashing readings, which of them is right."""
    return twijfel.vraagzin(dossier) if twijfel.is_open(keer, dossier) else vraagzin(keer, dossier)


def toelichting(keer: Keer, dossier: Dossier) -> str | None:
    """Return what goes above a question: actions to divide, what was understood, or hints."""
    if keer.vraag.id == "opvolging":
        return nog_te_doen(dossier)
    if twijfel.is_open(keer, dossier):
        return None
    if keer.vraag.id == "begrepen":
        return tekst("begrepen.kop", lijst=voorstellen.in_woorden(dossier))
    if keer.vraag.id == "soort" and (soort := voorstellen.soort_van(keer, dossier)):
        woorden = antwoord_in_woorden(keer, list(soort), dossier)
        return tekst("begrepen.soort", soort=woorden)
    if keer.vraag.id == "nodig":
        return hints.bij_nodig(dossier)
    return None


def nog_te_doen(dossier: Dossier) -> str:
    """Return the actions that someone has to take, as a list with its heading."""
    acties = "\n".join(f"- {actie}" for actie in acties_te_verdelen(dossier))
    return tekst("gesprek.acties_kop", acties=acties)


def _eigen_keuzes(keer: Keer, dossier: Dossier, *, hulp: bool) -> list[str]:
    if twijfel.is_open(keer, dossier):
        return list(twijfel.keuzes(dossier))
    namen = feitenblad.namen(dossier)
    soort = keer.vraag.soort
    if soort is Soort.JA_NEE or (soort is Soort.SELECTIE and len(namen) == 1):
        return [tekst("knoppen.ja"), tekst("knoppen.nee")]
    if soort is Soort.SELECTIE:
        return [*namen, tekst("knoppen.alle"), tekst("knoppen.geen")]
    if soort in (Soort.KEUZE, Soort.MEERKEUZE):
        return list(keuzes_van(keer.vraag).values())
    return list(keer.vraag.voorbeelden) if hulp else []


def voortgang(keer: Keer, dossier: Dossier) -> str:
    """Return where a question stands: 'Stap 2 van 4: Doel'."""
    return voortgang_van(eerste_stap(keer.vraag), keer.doel, dossier)


def voortgang_van(nummer: int, doel: str | None, dossier: Dossier) -> str:
    """Return the progress line for a stap, with the purpose when there is more than one."""
    if nummer == 0:
        return tekst("gesprek.bezig")
    if nummer == 5:
        return tekst("gesprek.tot_slot")
    titel = tekst(f"{STAPPEN[nummer].naam}.stap.titel")
    regel = tekst("gesprek.stap_van_vier", stap=str(nummer), titel=titel)
    doelen = feitenblad.doelen(dossier)
    if doel is None or len(doelen) < 2:
        return regel
    kop = tekst(
        "gesprek.doel_kop",
        nummer=str(doelen.index(doel) + 1),
        aantal=str(len(doelen)),
        doel=kort("doel", doel),
    )
    return f"{regel} ({kop})"


def tussenstand(klaar: Afgerond, dossier: Dossier) -> Bericht:
    """Return the interim conclusion of a stap that just ended, with its rules and sources."""
    bord = Bord(dossier, klaar.doel)
    nummer = klaar.stap.nummer
    regels = regels_van_stap(bord.stand, nummer)
    titel = voortgang_van(nummer, klaar.doel, dossier)
    hoofd = tekst("gesprek.tussenstand", titel=titel, conclusie=conclusie(klaar, bord))
    bron = tekst(
        "gesprek.bron_regel",
        bronnen=bronnen_in_woorden(bronnen_van_stap(regels, nummer, bord.stand)),
    )
    return Bericht("tussenstand", f"{hoofd}\n\n{bron}")


def niet_geweten(keer: Keer) -> Bericht:
    """Return how to find out what was not known, and how to tell it later."""
    return zin(
        "weet_niet",
        uitzoeken=tekst(f"vragen.{keer.vraag.id}.uitzoeken"),
        onderwerp=tekst(f"vragen.{keer.vraag.id}.onderwerp"),
    )


def waarom(keer: Keer, dossier: Dossier) -> Bericht:
    """Return why we ask this, with the source."""
    bronnen = bronnen_van_vraag(keer, feitenblad.datum(dossier))
    return zin(
        "waarom",
        waarom=tekst(f"vragen.{keer.vraag.id}.waarom"),
        bronnen=bronnen_in_woorden(bronnen),
    )


def onduidelijk(keer: Keer, wat: Onduidelijk, keren: int, dossier: Dossier) -> list[Bericht]:
    """Return the clarifying question; the third time a list to pick from."""
    if keren >= 3:
        return [
            Bericht("tekst", tekst("misverstaan.derde_keer")),
            vraag(keer, dossier, hulp=True),
        ]
    mogelijk = [keuzes_van(keer.vraag)[waarde] for waarde in wat.mogelijkheden]
    invulling = dict(wat.invulling)
    if mogelijk:
        invulling["mogelijkheden"] = f" {tekst('woorden_los.of')} ".join(f"'{m}'" for m in mogelijk)
    if wat.lezingen:
        invulling["lezingen"] = opsomming(
            _lezing(keer, *lezing, dossier) for lezing in wat.lezingen
        )
    regels = [tekst(f"misverstaan.{wat.reden}", **invulling)]
    if keren == 2:
        regels.append(tekst(f"vragen.{keer.vraag.id}.uitzoeken"))
    return [Bericht("tekst", "\n\n".join(regels)), vraag(keer, dossier)]


def _lezing(keer: Keer, waarde: Any, woorden: str, dossier: Dossier) -> str:
    antwoord = woorden if isinstance(waarde, list) else antwoord_in_woorden(keer, waarde, dossier)
    if antwoord == woorden:
        return f"'{antwoord}'"
    return tekst("twijfel.lezing", antwoord=antwoord, woorden=woorden)


def gewijzigd(lijst: Sequence[Voorgesteld], dossier: Dossier) -> Bericht:
    """Say which answers were changed, and into what."""
    delen = [
        tekst(
            "begrepen.gewijzigd_deel",
            onderwerp=onderwerp(keer),
            antwoord=antwoord_in_woorden(keer, v.waarde, dossier),
        )
        for v in lijst
        if (keer := keer_van(v.sleutel)) is not None
    ]
    return Bericht("gevolg", tekst("begrepen.gewijzigd", lijst=opsomming(delen)))


def huidig_antwoord(keer: Keer, dossier: Dossier) -> list[Bericht]:
    """Return what was answered before, when a question is opened again."""
    antwoord = dossier.antwoorden.get(keer.sleutel)
    if antwoord is None:
        return []
    woorden = antwoord_in_woorden(keer, antwoord.waarde, dossier)
    return [Bericht("huidig", tekst("gesprek.was", antwoord=woorden))]


def onderwerpen(namen: Sequence[str], kop: str) -> Bericht:
    """Return the list of subjects that can be changed; picking one sends 'wijzig ...'."""
    keuzes = tuple(Keuze(tekst("gesprek.wijzig_opdracht", onderwerp=n), n) for n in namen)
    return Bericht("lijst", tekst(f"gesprek.{kop}"), keuzes=keuzes)


def slot(samenvatting: Samenvatting) -> list[Bericht]:
    """Return the summary, and the question whether to keep it."""
    keuzes = tuple(knop(k) for k in ("bewaar", "wijzig", "opnieuw"))
    return [toon(samenvatting), Bericht("vraag", _bewaarvraag(samenvatting), keuzes=keuzes)]


def _bewaarvraag(samenvatting: Samenvatting) -> str:
    vraag_ = f"**{tekst('gesprek.bewaar_vraag')}**"
    onderwerpen_ = dict.fromkeys(o for doel in samenvatting.doelen for o in doel.ontbrekend)
    if not onderwerpen_:
        return vraag_
    open_ = tekst("gesprek.nog_niet_compleet", onderwerpen=", ".join(onderwerpen_))
    return f"{open_}\n\n{vraag_}"


def toon(samenvatting: Samenvatting) -> Bericht:
    """Return the summary as a message."""
    return Bericht("samenvatting", markdown(samenvatting))


def aantal_beantwoord(dossier: Dossier) -> str:
    """Return how many questions were answered, in words."""
    aantal = len(dossier.antwoorden)
    soort = {0: "geen", 1: "een"}.get(aantal, "meer")
    return tekst(f"gesprek.aantal_{soort}", aantal=str(aantal))


def waar(plaats: Plaats, dossier: Dossier) -> Bericht:
    """Return where we are."""
    if plaats.keer is None:
        waar_ = tekst("gesprek.klaar")
    else:
        waar_ = voortgang_van(plaats.stap.nummer, plaats.doel, dossier)
    return zin("waar", voortgang=waar_, aantal=aantal_beantwoord(dossier))
