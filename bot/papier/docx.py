"""Een papier als DOCX, voor wie geen ODT kan bewerken."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable
from typing import Any, Final

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

_TAAL: Final = "nl-NL"
_ROLLEN: Final = {"titel": "Title", "klein": "Caption"}
_STIJLEN: Final = {
    "Normal": (10.5, 0, 2),
    "Title": (17, 0, 6),
    "Heading 1": (13, 9, 3),
    "Heading 2": (11, 8, 2),
    "Heading 3": (10.5, 8, 2),
    "Caption": (9, 0, 2),
}
"""Per style its size and the room before and after it, in points."""
_BREEDTES: Final = {5: (3.5, 2.5, 3.2, 5.2, 2.6), 4: (3.6, 2.6, 3.3, 7.5)}
"""Of a table with so many columns, in centimetres; else all are as wide."""
_LIJNBREED: Final = 60
_KOPPEN: Final = 3


def docx(inhoud: Inhoud) -> bytes:
    """Return the document; the same content gives the same bytes."""
    from docx import Document  # only who makes a document waits for it

    document = Document()
    schrijver = _Schrijver(document)
    schrijver.richt_in(inhoud)
    for deel in onderdelen(inhoud.stukken):
        schrijver.schrijf(deel)
    uit = io.BytesIO()
    document.save(uit)
    with zipfile.ZipFile(uit) as zip_:
        delen = {naam: zip_.read(naam) for naam in zip_.namelist()}
    return ingepakt(delen, inhoud.dag)


class _Schrijver:
    """Writes parts into a document; words are set as text, never as XML."""

    def __init__(self, document: Any) -> None:
        self._document = document
        # By its id: looking a style up by its name costs python-docx more than all the rest.
        self._stijlen = {stijl.name: stijl.style_id for stijl in document.styles}

    def richt_in(self, inhoud: Inhoud) -> None:
        """Set page, letters, language, title and what stands at the foot of every page."""
        from docx.shared import Cm, Pt, RGBColor

        bladzijde = self._document.sections[0]
        bladzijde.page_width, bladzijde.page_height = Cm(21), Cm(29.7)
        bladzijde.left_margin = bladzijde.right_margin = Cm(2)
        bladzijde.top_margin, bladzijde.bottom_margin = Cm(1.7), Cm(1.8)
        for naam, (maat, voor, na) in _STIJLEN.items():
            self._stijl(naam, maat)
            stijl = self._document.styles[naam]
            stijl.font.color.rgb = RGBColor(0, 0, 0)
            stijl.paragraph_format.space_before = Pt(voor)
            stijl.paragraph_format.space_after = Pt(na)
            stijl.paragraph_format.line_spacing = 1
        self._document.styles["Caption"].font.bold = False
        self._document.styles["Title"].font.bold = True
        self._eigenschappen(inhoud)
        self._voet(bladzijde, inhoud.voet)

    def _stijl(self, naam: str, maat: float) -> None:
        from docx.oxml.ns import qn
        from docx.shared import Pt

        stijl = self._document.styles[naam]
        stijl.font.size, stijl.font.name = Pt(maat), "Times New Roman"
        letters = stijl.element.get_or_add_rPr().get_or_add_rFonts()
        for soort in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            letters.attrib.pop(qn(soort), None)
        if naam == "Normal":
            stijl.element.get_or_add_rPr().append(_leeg("w:lang", **{"w:val": _TAAL}))

    def _eigenschappen(self, inhoud: Inhoud) -> None:
        dag = dt.datetime(inhoud.dag.year, inhoud.dag.month, inhoud.dag.day, tzinfo=dt.UTC)
        eigen = self._document.core_properties
        eigen.title, eigen.language, eigen.author = zuiver(inhoud.titel)[:255], _TAAL, "Weegwijzer"
        eigen.created = eigen.modified = dag.replace(tzinfo=None)
        eigen.comments = ""

    def _voet(self, bladzijde: Any, voet: str) -> None:
        from docx.enum.text import WD_TAB_ALIGNMENT
        from docx.shared import Cm

        alinea = bladzijde.footer.paragraphs[0]
        alinea.style = "Caption"
        alinea.paragraph_format.tab_stops.add_tab_stop(Cm(17), WD_TAB_ALIGNMENT.RIGHT)
        voor, midden, na = tekst("papier.bladzijde", nummer="\0", aantal="\0").split("\0")
        alinea.add_run(f"{zuiver(voet)}\t{voor}")
        _veld(alinea, "PAGE")
        alinea.add_run(midden)
        _veld(alinea, "NUMPAGES")
        alinea.add_run(na)

    def schrijf(self, deel: Onderdeel) -> None:
        """Write one part at the end."""
        match deel:
            case Alineavorm():
                self._alinea(deel)
            case Lijst():
                self._lijst(deel)
            case Tabelvorm():
                self._tabel(deel)
            case Lijn():
                alinea = self._nieuw()
                alinea.paragraph_format.space_before = 200000
                _vul(alinea, (Tekst(f"{deel.naam}: ", "naam"), Tekst("_" * _LIJNBREED)))

    def _nieuw(self, stijl: str | None = None) -> Any:
        alinea = self._document.add_paragraph()
        if stijl is not None:
            alinea._p.style = self._stijlen[stijl]  # noqa: SLF001 - idem
        return alinea

    def _alinea(self, deel: Alineavorm) -> None:
        kop = f"Heading {min(deel.kop, _KOPPEN)}" if deel.kop else None
        alinea = self._nieuw(kop or _ROLLEN.get(deel.rol))
        if deel.nieuwe_bladzijde:
            alinea.paragraph_format.page_break_before = True
        _vul(alinea, deel.teksten)

    def _lijst(self, deel: Lijst) -> None:
        # Numbers are written out: those of Word would go on counting in the next list.
        for nummer, punt in enumerate(deel.punten, 1):
            alinea = self._nieuw("List" if deel.genummerd else "List Bullet")
            voor = (Tekst(f"{nummer}. "),) if deel.genummerd else ()
            _vul(alinea, (*voor, *punt))

    def _tabel(self, deel: Tabelvorm) -> None:
        from docx.oxml.ns import qn
        from docx.shared import Cm

        tabel = self._document.add_table(rows=1, cols=len(deel.kop), style="Table Grid")
        hoofd = tabel.rows[0]
        # The header comes back on every page; no row is cut in two by one.
        eigen = hoofd._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no other way
        eigen.append(_leeg("w:tblHeader", **{"w:val": "true"}))
        for cel, naam in zip(hoofd.cells, deel.kop, strict=True):
            _vul(cel.paragraphs[0], (Tekst(naam, "sterk"),))
        for rij in deel.rijen:
            cellen = tabel.add_row().cells
            for cel, inhoud in zip(cellen, rij, strict=True):
                _vul(cel.paragraphs[0], inhoud)
        for kolom, breed in zip(tabel.columns, _BREEDTES.get(len(deel.kop), ()), strict=False):
            kolom.width = Cm(breed)
            for cel in kolom.cells:
                cel.width = Cm(breed)
        for rij in tabel._tbl.iter(qn("w:tr")):  # noqa: SLF001 - idem
            rij.get_or_add_trPr().append(_leeg("w:cantSplit"))


def _vul(alinea: Any, teksten: Iterable[Tekst]) -> None:
    for deel in teksten:
        # `add_run` makes line breaks of new lines, and escapes the rest.
        run = alinea.add_run(zuiver(deel.woorden).replace("\t", " "))
        if deel.vorm == "sterk":
            run.bold = True


def _veld(alinea: Any, wat: str) -> None:
    """Add a field that the word processor fills in: the number of the page."""
    veld = _leeg("w:fldSimple", **{"w:instr": wat})
    veld.append(alinea.add_run("1")._r)  # noqa: SLF001 - python-docx has no fields
    alinea._p.append(veld)  # noqa: SLF001 - idem


def _leeg(naam: str, **kenmerken: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(naam)
    for sleutel, waarde in kenmerken.items():
        element.set(qn(sleutel), waarde)
    return element
