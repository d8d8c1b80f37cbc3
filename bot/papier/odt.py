"""Een papier als ODT, om nog te bewerken: de norm van de overheid voor zulke documenten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape

from bot.papier.inhoud import Inhoud
from bot.papier.onderdelen import (
    Alineavorm,
    Lijn,
    Lijst,
    Onderdeel,
    Tabelvorm,
    Tekst,
    onderdelen,
)
from bot.papier.tekens import zuiver
from bot.papier.zip import ingepakt
from dialogs.teksten import tekst

SOORT: Final = "application/vnd.oasis.opendocument.text"
GEGEVENS: Final = "weging.json"
_STIJLEN: Final = Path(__file__).with_name("odt_stijlen.xml")
_KOPPEN: Final = 3
_BREEDTES: Final = {5: (21, 14, 19, 34, 17), 4: (21, 15, 19, 40)}
"""Of a table with so many columns; else all are as wide."""
_VAK: Final = """\
<style:style style:name="{naam}" style:family="table-cell"><style:table-cell-properties \
fo:padding="0.1cm" fo:border="0.5pt solid #888888"{grond}/></style:style>"""
_KOLOM: Final = """\
<style:style style:name="K{nummer}" style:family="table-column"><style:table-column-properties \
style:rel-column-width="{breed}*"/></style:style>"""
_META: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" \
xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta>\
<meta:generator>Weegwijzer</meta:generator><dc:title>{titel}</dc:title>\
<meta:creation-date>{dag}T00:00:00</meta:creation-date><dc:date>{dag}T00:00:00</dc:date>\
<dc:language>nl-NL</dc:language></office:meta></office:document-meta>"""
_MANIFEST: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" \
manifest:version="1.3">{delen}</manifest:manifest>"""
_DEEL: Final = '<manifest:file-entry manifest:full-path="{naam}" manifest:media-type="{soort}"/>'


def odt(inhoud: Inhoud) -> bytes:
    """Return the document; the same content gives the same bytes."""
    from odfdo import Document, Element  # only who makes a document waits for it

    document = Document("text")
    body = document.body
    body.clear()
    schrijver = _Schrijver(Element)
    for deel in onderdelen(inhoud.stukken):
        body.append(schrijver.onderdeel(deel))
    stijlen = document.content.get_element("//office:automatic-styles")
    if stijlen is not None:
        for xml in _tabelstijlen(inhoud):
            stijlen.append(Element.from_tag(xml))
    delen = {
        "content.xml": document.content.serialize(),
        "styles.xml": _stijlen(inhoud.voet),
        "meta.xml": _META.format(titel=_xml(inhoud.titel), dag=inhoud.dag.isoformat()).encode(),
    }
    if inhoud.gegevens is not None:
        delen[GEGEVENS] = inhoud.gegevens
    alles = {"mimetype": SOORT.encode(), **delen, "META-INF/manifest.xml": _manifest(delen)}
    return ingepakt(alles, inhoud.dag, los=("mimetype",))


def _tabelstijlen(inhoud: Inhoud) -> Iterator[str]:
    tabellen = (deel for deel in onderdelen(inhoud.stukken) if isinstance(deel, Tabelvorm))
    aantal = max((len(tabel.kop) for tabel in tabellen), default=0)
    yield _VAK.format(naam="Vak", grond="")
    yield _VAK.format(naam="Kop", grond=' fo:background-color="#eeeeee"')
    for nummer, breed in enumerate(_BREEDTES.get(aantal, (1,) * aantal)):
        yield _KOLOM.format(nummer=nummer, breed=breed * 100)


def _xml(woorden: str) -> str:
    """Return words as text between tags."""
    return escape(zuiver(woorden))


def _stijlen(voet: str) -> bytes:
    nummer = '<text:page-number text:select-page="current">1</text:page-number>'
    aantal = "<text:page-count>1</text:page-count>"
    bladzijde = tekst("papier.bladzijde", nummer=nummer, aantal=aantal)
    regel = f'<text:p text:style-name="Footer">{_xml(voet)}<text:tab/>{bladzijde}</text:p>'
    sjabloon = _STIJLEN.read_text("utf-8")
    return sjabloon.replace("<style:footer/>", f"<style:footer>{regel}</style:footer>").encode()


def _manifest(delen: Iterable[str]) -> bytes:
    soorten = {"/": SOORT} | {naam: _soort(naam) for naam in delen}
    regels = (_DEEL.format(naam=naam, soort=soort) for naam, soort in soorten.items())
    return _MANIFEST.format(delen="".join(regels)).encode()


def _soort(naam: str) -> str:
    return "application/json" if naam == GEGEVENS else "text/xml"


class _Schrijver:
    """Makes elements; words are set as text, never as XML."""

    def __init__(self, element: Any) -> None:
        self._element = element

    def maak(self, naam: str, kenmerken: Mapping[str, str] | None = None) -> Any:
        """Return an empty element with these attributes."""
        uit = self._element.from_tag(naam)
        for sleutel, waarde in (kenmerken or {}).items():
            uit.set_attribute(sleutel, zuiver(waarde))
        return uit

    def onderdeel(self, deel: Onderdeel) -> Any:
        """Return a part as an element."""
        match deel:
            case Alineavorm():
                return self._alinea(deel)
            case Lijst():
                return self._lijst(deel)
            case Tabelvorm():
                return self._tabel(deel)
            case Lijn():
                lijn = self.maak("text:p", {"text:style-name": "Tekenlijn"})
                self._vul(lijn, (Tekst(f"{deel.naam}: ", "naam"),))
                return lijn

    def _alinea(self, deel: Alineavorm) -> Any:
        if deel.kop == 0:
            stijl = {"titel": "Title", "oordeel": "Oordeel", "klein": "Klein"}.get(deel.rol)
            alinea = self.maak("text:p", {"text:style-name": stijl or "Standard"})
        else:
            niveau = min(deel.kop, _KOPPEN)
            stijl = "NieuweBladzijde" if deel.nieuwe_bladzijde else f"Heading_20_{niveau}"
            kenmerken = {"text:style-name": stijl, "text:outline-level": str(niveau)}
            alinea = self.maak("text:h", kenmerken)
        self._vul(alinea, deel.teksten)
        return alinea

    def _vul(self, alinea: Any, teksten: Iterable[Tekst]) -> None:
        for deel in teksten:
            waar = alinea
            if deel.vorm != "gewoon":
                stijl = "Sterk" if deel.vorm == "sterk" else "Naam"
                waar = self.maak("text:span", {"text:style-name": stijl})
                alinea.append(waar)
            for stukje in self._stukjes(zuiver(deel.woorden)):
                waar.append(stukje)

    def _stukjes(self, woorden: str) -> Iterator[Any]:
        """Yield words with the blanks and line breaks that XML would lose."""
        for nummer, regel in enumerate(woorden.replace("\t", " ").split("\n")):
            if nummer:
                yield self.maak("text:line-break")
            for plek, stuk in enumerate(regel.split("  ")):
                if plek:
                    yield self.maak("text:s", {"text:c": "2"})
                if stuk:
                    yield stuk

    def _lijst(self, deel: Lijst) -> Any:
        lijst = self.maak(
            "text:list", {"text:style-name": "Nummers" if deel.genummerd else "Punten"}
        )
        for punt in deel.punten:
            item = self.maak("text:list-item")
            alinea = self.maak("text:p", {"text:style-name": "Standard"})
            self._vul(alinea, punt)
            item.append(alinea)
            lijst.append(item)
        return lijst

    def _tabel(self, deel: Tabelvorm) -> Any:
        tabel = self.maak("table:table", {"table:name": deel.naam})
        for nummer in range(len(deel.kop)):
            tabel.append(self.maak("table:table-column", {"table:style-name": f"K{nummer}"}))
        # A header of its own, so that it comes back on every page.
        hoofd = self.maak("table:table-header-rows")
        hoofd.append(self._rij([(Tekst(naam, "sterk"),) for naam in deel.kop], "Kop"))
        tabel.append(hoofd)
        for rij in deel.rijen:
            tabel.append(self._rij(rij, "Vak"))
        return tabel

    def _rij(self, cellen: Iterable[Iterable[Tekst]], stijl: str) -> Any:
        rij = self.maak("table:table-row")
        for inhoud in cellen:
            kenmerken = {"office:value-type": "string", "table:style-name": stijl}
            cel = self.maak("table:table-cell", kenmerken)
            alinea = self.maak("text:p", {"text:style-name": "Cel"})
            self._vul(alinea, inhoud)
            cel.append(alinea)
            rij.append(cel)
        return rij
