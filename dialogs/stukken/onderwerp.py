"""Wat er is opgezocht, in stukken: een onderwerp met oud naast nieuw, of wat er gevonden is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from dialogs.stukken import (
    Alinea,
    Blok,
    Gegevenoordeel,
    Kader,
    Kop,
    Onderbouwing,
    Oordeel,
    Oordelen,
    Punten,
    Regeluitleg,
    Run,
    Stuk,
    Tabel,
    Tabelrij,
    Wetsoordeel,
    alinea,
)
from dialogs.teksten import tekst
from knowledge.beslissing import Oordeel as Verdict
from knowledge.bronnen import bronnen
from knowledge.onderwerpen import onderwerpen
from knowledge.onderwerpen.model import CasusOnderwerp, Onderwerp, Passage, Verschil
from knowledge.onderwerpen.oordelen import CasusOordeel, oordelen
from knowledge.teksten import tekst as kennistekst
from knowledge.uitkomst import Uitkomst
from knowledge.zoeken import Treffer
from knowledge.zoeken.antwoord import Antwoord


def pagina(onderwerp: Onderwerp) -> tuple[Stuk, ...]:
    """Return all there is to read on a topic."""
    return tuple(_pagina(onderwerp))


def antwoordzin(onderwerp: Onderwerp) -> tuple[Stuk, ...]:
    """Return the answer of a topic in one sentence, with its source, and where more stands."""
    meer = kennistekst("onderwerp.meer").format(naam=onderwerp.naam)
    return (_kort(onderwerp), Alinea(rol="klein", runs=(Run(tekst=meer),)))


def vergelijking(onderwerp: Onderwerp) -> tuple[Stuk, ...]:
    """Return what held before 1-1-2026 beside what holds now, and why it changed."""
    verschillen = tuple(_verschillen(onderwerp)) or (
        alinea(kennistekst("onderwerp.geen_verschil")),
    )
    oordeel = _oordelen(onderwerp) if isinstance(onderwerp, CasusOnderwerp) else ()
    return (Kop(niveau=1, tekst=onderwerp.naam), *verschillen, *oordeel)


def bladzijde(gevonden: Antwoord) -> tuple[Stuk, ...]:
    """Return the page of the topic that was found; nothing when none stands out."""
    if gevonden.onderwerp is None:
        return ()
    return (vergelijking if gevonden.vergelijkt else pagina)(gevonden.onderwerp)


def als_stukken(gevonden: Antwoord) -> tuple[Stuk, ...]:
    """Return all that looking up gave: a page, a list to pick from, or honestly nothing."""
    if gevonden.onderwerp is not None:
        vooraf = (alinea(kennistekst("zoeken.niet_delen")),) if gevonden.niet_delen else ()
        return (*vooraf, *bladzijde(gevonden), *_treffers("ook", gevonden.treffers))
    if gevonden.treffers:
        return tuple(_treffers("gevonden", gevonden.treffers))
    niets = alinea(kennistekst("zoeken.niets"))
    return (niets, *_treffers("in_de_buurt", gevonden.buurt))


def _treffers(kop: str, treffers: tuple[Treffer, ...]) -> Iterator[Stuk]:
    if treffers:
        yield Kop(niveau=2, tekst=kennistekst(f"zoeken.{kop}"), licht=True)
        gevonden = (onderwerpen()[treffer.id] for treffer in treffers)
        regels = (
            kennistekst("zoeken.regel").format(naam=o.naam, kort=o.kort.tekst) for o in gevonden
        )
        yield from _blokken("\n".join(regels))


def bronnen_van(passage: Passage) -> tuple[str, ...]:
    """Return the sources of a text, in words."""
    return tuple(str(bronnen()[id_]) for id_ in passage.bronnen)


def _pagina(onderwerp: Onderwerp) -> Iterator[Stuk]:
    yield Kop(niveau=1, tekst=onderwerp.naam)
    yield _kort(onderwerp)
    if isinstance(onderwerp, CasusOnderwerp):
        yield from (_kop("situatie"), *_passage(onderwerp.situatie))
        yield from _oordelen(onderwerp)
        yield from _verschillen(onderwerp)
        if onderwerp.spanning:
            stukken = (stuk for passage in onderwerp.spanning for stuk in _passage(passage))
            yield Kader(kop=_kop("spanning"), stukken=tuple(stukken))
        yield from _alineas(onderwerp)
    else:
        yield from _alineas(onderwerp)
        yield from _verschillen(onderwerp)
    if onderwerp.grens:
        yield from (_kop("grens"), *_blokken(onderwerp.grens))
    if onderwerp.zie_ook:
        namen = ((Run(tekst=onderwerpen()[id_].naam, naar=id_),) for id_ in onderwerp.zie_ook)
        yield from (_kop("zie_ook"), Punten(punten=tuple(namen)))


def _kort(onderwerp: Onderwerp) -> Alinea:
    kort = Run(tekst=onderwerp.kort.tekst, vorm="sterk")
    return Alinea(rol="inleiding", runs=(kort,), bronnen=bronnen_van(onderwerp.kort))


def _kop(sleutel: str) -> Kop:
    return Kop(niveau=2, tekst=kennistekst(f"onderwerp.{sleutel}"), licht=True)


def _alineas(onderwerp: Onderwerp) -> Iterator[Stuk]:
    for deel in onderwerp.alineas:
        if deel.kop:
            yield Kop(niveau=2, tekst=deel.kop, licht=True)
        yield from _passage(deel)


def _oordelen(casus: CasusOnderwerp) -> Iterator[Stuk]:
    yield _kop("oordeel")
    yield Oordelen(oordelen=tuple(map(_wetsoordeel, oordelen(casus))))
    yield Alinea(rol="klein", runs=(Run(tekst=kennistekst("onderwerp.berekend")),))


def _wetsoordeel(van: CasusOordeel) -> Wetsoordeel:
    uit = van.uitkomst
    zin = kennistekst(f"onderwerp.{_soort_oordeel(van)}").format(
        wanneer=kennistekst(f"onderwerp.{van.regime}"),
        variant=f" ({van.variant})" if van.variant else "",
        oordeel=kennistekst(f"oordeel_zin.{uit.oordeel}"),
        grondslag=kennistekst(f"grondslag_woord.{uit.grondslag}") if uit.grondslag else "",
    )
    return Wetsoordeel(
        regime=van.regime,
        variant=van.variant,
        zin=_runs(zin),
        oordeel=_oordeel(uit),
        onderbouwing=Onderbouwing(
            regels=tuple(
                Regeluitleg(id=id_, uitleg=kennistekst(f"regels.{id_}")) for id_ in uit.regels
            ),
            bronnen=tuple(map(str, uit.bronnen)),
        ),
    )


def _soort_oordeel(van: CasusOordeel) -> str:
    if van.uitkomst.grondslag:
        return "oordeel_grondslag"
    return "oordeel_zelf" if van.zelf_verteld else "oordeel_regel"


def _oordeel(uit: Uitkomst) -> Oordeel:
    grond = uit.grondslag and tekst(f"grondslagen.{uit.grondslag}")
    return Oordeel(
        oordeel=uit.oordeel,
        uitspraak=tekst(f"oordelen.{uit.oordeel}"),
        uitleg=(tekst("stuk.grondslag", grondslag=grond),) if grond else (),
        gegevens=tuple(
            Gegevenoordeel(
                naam=g.naam,
                oordeel=g.oordeel,
                zelf=g.delen is False and g.oordeel is Verdict.MAG,
                reden=g.reden,
            )
            for g in uit.gegevens
        ),
    )


def _verschillen(onderwerp: Onderwerp) -> Iterator[Stuk]:
    if onderwerp.verschillen:
        yield Tabel(
            kop=(kennistekst("onderwerp.kop_oud"), kennistekst("onderwerp.kop_nieuw")),
            rijen=tuple(map(_rij, onderwerp.verschillen)),
        )
    if isinstance(onderwerp, CasusOnderwerp):
        yield from (_kop("veranderd"), *_passage(onderwerp.veranderd))


def _rij(verschil: Verschil) -> Tabelrij:
    # Read from left to right: what it was, and what it is or that it stayed so.
    zelfde = alinea(kennistekst("onderwerp.gelijk"))
    oud, nieuw = verschil.oud or verschil.gelijk, verschil.nieuw
    return Tabelrij(
        naam=verschil.kop or kennistekst(f"onderwerp.stap_{verschil.stap}"),
        cellen=(_passage(oud) if oud else (), _passage(nieuw) if nieuw else (zelfde,)),
        gelijk=nieuw is None,
    )


def _passage(passage: Passage) -> tuple[Blok, ...]:
    """Return a text with its sources at its end."""
    *eerder, laatste = _blokken(passage.tekst)
    return (*eerder, laatste.model_copy(update={"bronnen": bronnen_van(passage)}))


def _blokken(licht: str) -> Iterator[Blok]:
    """Read light Markdown: paragraphs, lists with `- ` and `**bold**`."""
    regels = (regel.strip() for regel in licht.strip().splitlines())
    for soort, groep in groupby(regels, _soort):
        if soort == "lijst":
            yield Punten(punten=tuple(_runs(regel.removeprefix("- ")) for regel in groep))
        elif soort == "alinea":
            yield Alinea(runs=_runs(" ".join(groep)))


def _soort(regel: str) -> str:
    if not regel:
        return "leeg"
    return "lijst" if regel.startswith("- ") else "alinea"


def _runs(regel: str) -> tuple[Run, ...]:
    """Split a line at its `**`: every other part is strong."""
    delen = enumerate(regel.split("**"))
    return tuple(Run(tekst=d, vorm="sterk" if n % 2 else "gewoon") for n, d in delen if d)
