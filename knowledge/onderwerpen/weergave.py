"""Een onderwerp als leesbare pagina, in lichte Markdown met hooguit één tabel: oud naast nieuw."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from knowledge.bronnen import bronnen
from knowledge.onderwerpen import onderwerpen
from knowledge.onderwerpen.model import CasusOnderwerp, Onderwerp, Passage, Verschil
from knowledge.onderwerpen.oordelen import oordelen
from knowledge.teksten import tekst


def pagina(onderwerp: Onderwerp) -> str:
    """Return all there is to read on a topic."""
    delen = [f"# {onderwerp.naam}", f"**{onderwerp.kort.tekst}** {_bron(onderwerp.kort)}"]
    if isinstance(onderwerp, CasusOnderwerp):
        delen += _kop("situatie", _met_bron(onderwerp.situatie))
        delen += _oordeel(onderwerp)
        delen += _verschillen(onderwerp)
    else:
        delen += _alineas(onderwerp)
        delen += _verschillen(onderwerp)
    if isinstance(onderwerp, CasusOnderwerp):
        spanningen = "\n\n".join(_met_bron(passage) for passage in onderwerp.spanning)
        delen += _kop("spanning", spanningen) if spanningen else []
        delen += _alineas(onderwerp)
    if onderwerp.grens:
        delen += _kop("grens", onderwerp.grens)
    if onderwerp.zie_ook:
        namen = "\n".join(f"- {onderwerpen()[id_].naam}" for id_ in onderwerp.zie_ook)
        delen += _kop("zie_ook", namen)
    return "\n\n".join(delen)


def vergelijking(onderwerp: Onderwerp) -> str:
    """Return what held before 1-1-2026 beside what holds now, and why it changed."""
    delen = [f"# {onderwerp.naam}", *_verschillen(onderwerp)]
    if len(delen) == 1:
        delen.append(tekst("onderwerp.geen_verschil"))
    if isinstance(onderwerp, CasusOnderwerp):
        delen += _oordeel(onderwerp)
    return "\n\n".join(delen)


def _kop(sleutel: str, inhoud: str) -> list[str]:
    return [f"**{tekst(f'onderwerp.{sleutel}')}**", inhoud]


def _alineas(onderwerp: Onderwerp) -> Iterator[str]:
    for alinea in onderwerp.alineas:
        if alinea.kop:
            yield f"**{alinea.kop}**"
        yield _met_bron(alinea)


def _oordeel(casus: CasusOnderwerp) -> list[str]:
    regels = []
    for regime, variant, uitkomst in oordelen(casus):
        grond = uitkomst.grondslag
        soort = "oordeel_grondslag" if grond else "oordeel_regel"
        zin = tekst(f"onderwerp.{soort}").format(
            wanneer=tekst(f"onderwerp.{regime}"),
            variant=f" ({variant})" if variant else "",
            oordeel=tekst(f"oordeel_zin.{uitkomst.oordeel}"),
            grondslag=tekst(f"grondslag_woord.{grond}") if grond else "",
        )
        regels.append(f"- {zin}")
    return [*_kop("oordeel", "\n".join(regels)), tekst("onderwerp.berekend")]


def _verschillen(onderwerp: Onderwerp) -> Iterator[str]:
    if onderwerp.verschillen:
        yield _tabel(onderwerp.verschillen)
    if isinstance(onderwerp, CasusOnderwerp):
        yield from _kop("veranderd", _met_bron(onderwerp.veranderd))


def _tabel(verschillen: Iterable[Verschil]) -> str:
    rijen = [(" ", tekst("onderwerp.kop_oud"), tekst("onderwerp.kop_nieuw")), ("---",) * 3]
    for verschil in verschillen:
        kop = tekst(f"onderwerp.stap_{verschil.stap}") if verschil.stap else verschil.kop
        nu = verschil.nieuw or verschil.gelijk
        oud = _met_bron(verschil.oud) if verschil.oud else tekst("onderwerp.gelijk")
        rijen.append((kop or "", oud, _met_bron(nu) if nu else ""))
    return "\n".join(f"| {' | '.join(_cel(cel) for cel in rij)} |" for rij in rijen)


def _cel(inhoud: str) -> str:
    return " ".join(inhoud.split()).replace("|", "\\|")


def _met_bron(passage: Passage) -> str:
    slot = _bron(passage)
    # Under a list the source stands on a line of its own, or it would join the last item.
    tussen = "\n\n" if passage.tekst.splitlines()[-1].lstrip().startswith("- ") else " "
    return f"{passage.tekst.strip()}{tussen}{slot}"


def _bron(passage: Passage) -> str:
    return f"({'; '.join(str(bronnen()[id_]) for id_ in passage.bronnen)})"
