"""Een beeld als tekst: voor de terminal, en voor elk kanaal dat (nog) niet meer kan tonen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from dialogs.beeld import Beeld
from dialogs.beeld.delen import BegrepenRegel, Optie
from dialogs.beeld.gezegd import (
    Bewaarde,
    Genoteerd,
    Gevaarmelding,
    Gevolg,
    Gewijzigd,
    Gewist,
    Gezegde,
    Huidig,
    Nagerekend,
    Onderwerp,
    Redenen,
    Samengevat,
    Tussenconclusie,
    Uitzoeken,
    Waarschuwing,
    Wegingen,
    Wegingregel,
    Zin,
)
from dialogs.beeld.hulp import hulp
from dialogs.beeld.keuzes import keuzes
from dialogs.beeld.vraag import Beeldvraag
from dialogs.samenvatting import versies
from dialogs.samenvatting.markdown import markdown
from dialogs.stukken.markdown import markdown as als_markdown
from dialogs.stukken.markdown import veilig
from dialogs.stukken.onderwerp import antwoordzin, pagina, vergelijking
from dialogs.teksten import tekst
from dialogs.weergave import dag, oordelen_in_woorden, opsomming
from knowledge.onderwerpen import onderwerpen


@dataclass(frozen=True, slots=True)
class Bericht:
    """One message to show. `tekst` is light Markdown (bold, lists, headings)."""

    tekst: str
    keuzes: tuple[Optie, ...] = ()
    vraag: str | None = None
    """Key of the question this message asks; safe to log up to the colon."""
    voortgang: str | None = None
    """Where we are, in words ('Stap 2 van 4'); shown above the question."""
    genummerd: bool = True
    """Choices may be numbered. Not where a number is itself an answer."""
    plek: str | None = None
    """The picture of which this is the question; a button sends it along."""


def berichten(beeld: Beeld) -> tuple[Bericht, ...]:
    """Return everything that is said, and then the question.

    The way to help that nobody has seen yet stands above the last of them: whoever looks at a
    conversation looks there.
    """
    alles = [gezegde(deel) for deel in beeld.gezegd]
    if beeld.vraag is not None:
        alles.append(_vraag(beeld.vraag))
    if beeld.hulp is not None and alles:
        laatste = alles.pop()
        alles.append(replace(laatste, tekst=f"{beeld.hulp.kort}\n\n{laatste.tekst}"))
    return tuple(alles)


# --- wat één keer gezegd wordt ---


def gezegde(deel: Gezegde) -> Bericht:
    """Return what is said once, as a message."""
    gemaakt = RENDERERS[type(deel)](deel)
    return Bericht(gemaakt) if isinstance(gemaakt, str) else gemaakt


def _waarschuwing(deel: Waarschuwing) -> Bericht:
    return Bericht("\n\n".join(map(str, deel.zinnen)), deel.keuzes)


def _gevaar(deel: Gevaarmelding) -> Bericht:
    weg = hulp(zelfdoding=deel.zelfdoding)
    # Not numbered: the numbers belong to the question that is asked below it.
    return Bericht("\n\n".join(weg.zinnen), (weg.gezien,), genummerd=False)


def _onderwerp(deel: Onderwerp) -> Bericht:
    onderwerp = onderwerpen()[deel.id]
    if deel.kort:
        stukken = antwoordzin(onderwerp)
    else:
        stukken = (vergelijking if deel.vergelijkt else pagina)(onderwerp)
    # Not numbered: the numbers belong to the question that is asked again below it.
    return Bericht(als_markdown(stukken), deel.keuzes, genummerd=False)


def _samengevat(deel: Samengevat) -> str:
    return markdown(deel.samenvatting)


def _redenen(deel: Redenen) -> str:
    waarom = deel.redenen[0][1]
    if len(deel.redenen) > 1:
        waarom = "\n".join(
            tekst("bundelzinnen.waarom", onderwerp=veilig(over), waarom=reden)
            for over, reden in deel.redenen
        )
    return tekst("gesprek.waarom", waarom=waarom, bronnen="; ".join(deel.bronnen))


def _genoteerd(deel: Genoteerd) -> str:
    lijst = "\n".join(
        tekst(
            "bundelzinnen.genoteerd_deel",
            onderwerp=veilig(r.onderwerp),
            antwoord=veilig(r.tekst),
        )
        for r in deel.regels
    )
    return tekst("bundelzinnen.genoteerd", lijst=lijst, voorbeeld=veilig(deel.regels[0].onderwerp))


def _gewijzigd(deel: Gewijzigd) -> str:
    delen = (
        tekst(
            "begrepen.gewijzigd_deel",
            onderwerp=veilig(r.onderwerp),
            antwoord=veilig(r.tekst),
        )
        for r in deel.regels
    )
    return tekst("begrepen.gewijzigd", lijst=opsomming(delen))


def _huidig(deel: Huidig) -> str:
    return tekst("gesprek.was", antwoord=veilig(deel.antwoord))


def _tussenstand(deel: Tussenconclusie) -> str:
    hoofd = tekst("gesprek.tussenstand", titel=deel.titel, conclusie=veilig(deel.conclusie))
    bron = tekst("gesprek.bron_regel", bronnen="; ".join(deel.bronnen))
    return f"{hoofd}\n\n{bron}"


def _gevolg(deel: Gevolg) -> str:
    return "\n\n".join(deel.alineas)


def _bewaarde(deel: Bewaarde) -> str:
    eigen = [tekst("bewaard.eigen", eigen=veilig(deel.eigen))] if deel.eigen else []
    return "\n\n".join((*eigen, deel.markdown))


def _gewist(deel: Gewist) -> str:
    return str(deel.zin)


def _nagerekend(deel: Nagerekend) -> str:
    return deel.markdown


def _uitzoeken(deel: Uitzoeken) -> str:
    eerste = deel.regels[0]
    if len(deel.regels) == 1:
        return tekst(
            "gesprek.weet_niet", uitzoeken=eerste.tekst, onderwerp=veilig(eerste.onderwerp)
        )
    lijst = "\n".join(
        tekst("bundelzinnen.uitzoeken", onderwerp=veilig(r.onderwerp), uitzoeken=r.tekst)
        for r in deel.regels
    )
    return tekst("bundelzinnen.niet_geweten", lijst=lijst, voorbeeld=veilig(eerste.onderwerp))


def _wegingen(deel: Wegingen) -> str:
    meer = [tekst("bewaard.lijst_meer", aantal=str(deel.meer)), ""] if deel.meer else []
    slot = tekst("gesprek.lijst_open", kenmerk=deel.regels[0].kenmerk)
    regels = map(_wegingregel, deel.regels)
    return "\n".join([tekst("gesprek.lijst_kop"), "", *regels, "", *meer, slot])


def _wegingregel(regel: Wegingregel) -> str:
    kenmerk, titel = regel.kenmerk, veilig(regel.titel)
    delen = [
        tekst("gesprek.lijst_regel", kenmerk=kenmerk, datum=dag(regel.datum), titel=titel)
        if regel.datum is not None
        else tekst("gesprek.lijst_regel_zonder_datum", kenmerk=kenmerk, titel=titel)
    ]
    delen += [opsomming(oordelen)] if (oordelen := oordelen_in_woorden(regel.oordelen)) else []
    delen += [tekst("bewaard.lijst_eigen", eigen=veilig(regel.eigen))] if regel.eigen else []
    if (vorige := versies.vorige(kenmerk)) is not None:
        versie = str(versies.nummer(kenmerk))
        delen.append(tekst("versies.lijst", versie=versie, vervangt=vorige))
    return "\n".join(["; ".join(delen), *(f"  - {zin}" for zin in regel.let_op)])


RENDERERS: Final[Mapping[type, Callable[[Any], Bericht | str]]] = {
    Zin: str,
    Waarschuwing: _waarschuwing,
    Gevaarmelding: _gevaar,
    Redenen: _redenen,
    Uitzoeken: _uitzoeken,
    Genoteerd: _genoteerd,
    Gewijzigd: _gewijzigd,
    Huidig: _huidig,
    Tussenconclusie: _tussenstand,
    Gevolg: _gevolg,
    Onderwerp: _onderwerp,
    Samengevat: _samengevat,
    Bewaarde: _bewaarde,
    Wegingen: _wegingen,
    Nagerekend: _nagerekend,
    Gewist: _gewist,
}
"""How every part is told; the start check names one that has no way."""


# --- de vraag ---


def _vraag(vraag: Beeldvraag) -> Bericht:
    aangeboden = keuzes(vraag)
    return Bericht(
        _vraagtekst(vraag),
        aangeboden.alle,
        vraag=vraag.sleutel,
        voortgang=" \u00b7 ".join(filter(None, (vraag.voortgang, vraag.resteert))) or None,
        genummerd=aangeboden.genummerd,
        plek=vraag.plek,
    )


def _vraagtekst(vraag: Beeldvraag) -> str:
    match vraag.soort:
        case "elders" | "bevestig":
            return vraag.vraag
        case "bundel":
            rijen = "\n".join(_rijen(vraag))
            delen = (vraag.toelichting, f"**{vraag.vraag}**", rijen, vraag.uitzoeken)
            return "\n\n".join(deel for deel in delen if deel)
        case _:
            vooraf = _begrepen(vraag.begrepen) if vraag.begrepen else vraag.toelichting
            hoofd = f"**{vraag.vraag}**"
            return f"{vooraf}\n\n{hoofd}" if vooraf else hoofd


def _rijen(vraag: Beeldvraag) -> Iterator[str]:
    for nummer, veld in enumerate(vraag.velden, 1):
        if veld.genummerd:
            yield tekst("bundelzinnen.regel_genummerd", nummer=str(nummer), rij=veilig(veld.vraag))
        else:
            yield tekst("bundelzinnen.regel", rij=veilig(veld.vraag))


def _begrepen(regels: tuple[BegrepenRegel, ...]) -> str:
    gezegd = [regel for regel in regels if regel.woorden]
    open_ = [_begrepen_regel(regel) for regel in gezegd if not regel.zeker]
    zeker = [_in_een_lijst(regel) for regel in gezegd if regel.zeker]
    aangenomen = [_in_een_lijst(regel) for regel in regels if not regel.woorden]
    delen = ["\n".join(open_)]
    if aangenomen:
        delen.append(tekst("begrepen.aannames", lijst="; ".join(aangenomen)))
    if zeker:
        delen.append(tekst("begrepen.zeker", lijst="; ".join(zeker)))
    return tekst("begrepen.kop", lijst="\n\n".join(deel for deel in delen if deel))


def _begrepen_regel(regel: BegrepenRegel) -> str:
    eigen = regel.woorden != regel.antwoord.partition(tekst("begrepen.streep").strip())[0].strip()
    erbij = [tekst("begrepen.was", was=veilig(regel.was))] if regel.was is not None else []
    erbij += [tekst("begrepen.woorden", woorden=veilig(regel.woorden))] if eigen else []
    erbij += [tekst("begrepen.aangepast")] if regel.aangepast else []
    hoofd = tekst(
        "begrepen.regel",
        nummer=str(regel.nummer),
        onderwerp=veilig(regel.onderwerp),
        antwoord=veilig(regel.antwoord),
    )
    return " ".join((hoofd, *erbij))


def _in_een_lijst(regel: BegrepenRegel) -> str:
    return tekst(
        "begrepen.in_een_lijst",
        nummer=str(regel.nummer),
        onderwerp=veilig(regel.onderwerp),
        antwoord=veilig(regel.antwoord),
    )
