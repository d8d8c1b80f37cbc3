"""Documents of a kept weighing: compliant, equal every time, and nothing typed becomes markup."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import page
import pypdfium2
import pytest
from docx import Document
from jsonschema import Draft202012Validator

from bot.papier import BINAIR, VORMEN, PapierOnbekend, VormOnbekend, maak_bestand
from bot.papier.fouten import GeenGegevens
from bot.papier.openen import GeenWeging, TeGroot, gegevens_in
from bot.papier.stroomeinden import eenduidig
from bot.papier.tekens import ZONDER_LETTER
from dialogs.samenvatting import Samenvatting
from dialogs.samenvatting.bewijs import Bewijsstand, stand
from dialogs.samenvatting.papieren import passend
from dialogs.samenvatting.schema import SCHEMA, als_schema
from dialogs.teksten import tekst
from tests.bot.papieren import CASUSSEN, KENMERK, met_woorden, weging

ELKE = pytest.mark.parametrize("naam", CASUSSEN)
PROFIELEN = (page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1)
LANG = "hottentottententententoonstellingsmakers" * 8
AANVALLEN = [
    '#import "x": * #read("/etc/passwd") #panic()',
    "*vet* _schuin_ `code` $x^2$ @bron <a> // weg /* weg */ \\ #[x] = kop",
    "<a href='x'>&lt;&amp; </text:p> </w:t> <!-- ]]> <?x ?>",
    "stuur\x00\x07\x1b\u202eteken\u2066 en \ufffe\uffff",
    "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 \U0001f600 \u65e5\u672c",
    LANG,
    "regel een\nregel twee\r\n\tna een tab   drie blanks",
    ("een lang verhaal over van alles. " * 320)[:10_000],
    "",
]


def pdf(gegevens: dict[str, Any], papier: str = "weging") -> bytes:
    return maak_bestand(gegevens, papier, "pdf", "TEAM-12").inhoud


def bladzijden(inhoud: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(inhoud)
    return [blad.get_textpage().get_text_range() for blad in document]


def mankementen(inhoud: bytes) -> list[str]:
    return [
        f"{profiel.name} {mis.rule_id} {mis.message}"
        for profiel in PROFIELEN
        for mis in page.validate_pdf_bytes(inhoud, profile=profiel).failures
    ]


@ELKE
def test_elk_papier_van_elke_casus_is_een_toegankelijke_pdf(naam: str) -> None:
    gegevens = weging(naam)
    for papier in passend(Samenvatting.model_validate(gegevens)):
        gemaakt = pdf(gegevens, papier)
        assert mankementen(gemaakt) == [], papier
        # So that whoever lays a sheet apart can still find what it belongs to.
        onderaan = tekst("papier.bladzijde", nummer="1", aantal=str(len(bladzijden(gemaakt))))
        assert onderaan in bladzijden(gemaakt)[0]
        assert all(KENMERK in blad for blad in bladzijden(gemaakt))


@ELKE
def test_het_voorblad_past_op_een_bladzijde(naam: str) -> None:
    bladen = bladzijden(pdf(weging(naam)))
    [waar] = [i for i, blad in enumerate(bladen) if tekst("samenvatting.handtekening") in blad]
    assert waar < len(weging(naam)["doelen"])
    assert all(KENMERK in blad for blad in bladen)
    assert tekst("samenvatting.bijlage") in bladen[-1]


@pytest.mark.parametrize("vorm", VORMEN)
def test_dezelfde_weging_geeft_dezelfde_bytes(vorm: str) -> None:
    eerste = maak_bestand(weging(), "weging", vorm)
    assert eerste == maak_bestand(weging(), "weging", vorm)
    assert eerste.naam == f"{KENMERK}.{vorm}"


@pytest.mark.parametrize("vorm", ["pdf", "odt", "json"])
def test_een_bewaard_document_draagt_zijn_gegevens(vorm: str) -> None:
    gelezen = gegevens_in(maak_bestand(weging(), "weging", vorm).inhoud)
    assert gelezen == weging()
    assert stand(gelezen) is Bewijsstand.ONGEWIJZIGD


def test_wie_een_ander_papier_krijgt_krijgt_de_weging_niet_mee() -> None:
    gegevens = weging("3_3_3-nieuw")
    for vorm in ("pdf", "odt"):
        with pytest.raises(GeenGegevens):
            gegevens_in(maak_bestand(gegevens, "ontvanger", vorm).inhoud)
    blad = maak_bestand(gegevens, "ontvanger", "md").inhoud.decode()
    eigen = [gegevens["omschrijving"], *(v["antwoord"] for v in gegevens["altijd"][:2])]
    assert not [woorden for woorden in eigen if woorden and woorden in blad]


@pytest.mark.parametrize(
    ("inhoud", "fout"),
    [
        (b"", GeenWeging),
        (b"[]", GeenWeging),
        (b"\xff\xfe", GeenWeging),
        (b"[" * 100_000, GeenWeging),
        (b"%PDF-1.7\nonzin", GeenGegevens),
        (b"%PDF-1.7\ntrailer<</Root 1 0 R>>\n%%EOF", GeenGegevens),
        (b"PK\x03\x04onzin", GeenGegevens),
        (b" " * 20_000_001, TeGroot),
    ],
    ids=["leeg", "lijst", "geen_utf8", "diep", "pdf", "pdf_kapot", "zip", "groot"],
)
def test_iets_anders_is_niet_te_openen(inhoud: bytes, fout: type[Exception]) -> None:
    with pytest.raises(fout):
        gegevens_in(inhoud)


def test_een_zip_die_uitdijt_wordt_geweigerd() -> None:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        zip_.writestr("weging.json", b" " * 20_000_002)
    with pytest.raises(TeGroot):
        gegevens_in(uit.getvalue())


# --- wat iemand typte ---------------------------------------------------------------------------


@pytest.mark.parametrize("woorden", AANVALLEN, ids=range(len(AANVALLEN)))
def test_wat_iemand_typt_is_nooit_opmaak_in_een_pdf(woorden: str) -> None:
    gemaakt = pdf(met_woorden(woorden))
    assert mankementen(gemaakt) == []
    gelezen = re.sub(r"\s|\u200b|\ufffe|-", "", "".join(bladzijden(gemaakt)))
    gewild = re.sub(r"\s|-", "", woorden)
    if woorden.isascii() and woorden.isprintable():
        assert gewild in gelezen


def test_een_teken_zonder_letter_wordt_een_vakje() -> None:
    gelezen = "".join(bladzijden(pdf(met_woorden("blij \U0001f600 mens"))))
    assert f"blij {ZONDER_LETTER} mens" in gelezen


# Of nothing at all, a row is left out.
@pytest.mark.parametrize("woorden", AANVALLEN[:-1], ids=range(len(AANVALLEN) - 1))
def test_wat_iemand_typt_is_nooit_opmaak_in_odt_en_docx(woorden: str) -> None:
    schoon, vuil = (
        {vorm: maak_bestand(g, "weging", vorm).inhoud for vorm in ("odt", "docx")}
        for g in (met_woorden("gewoon"), met_woorden(woorden))
    )
    for vorm, deel in (("odt", "content.xml"), ("docx", "word/document.xml")):
        namen = [_elementen(alles[vorm], deel) for alles in (schoon, vuil)]
        los = {"line-break", "s", "br", "t", "tab"}  # blanks and line breaks that were typed
        assert [n for n in namen[0] if n not in los] == [n for n in namen[1] if n not in los]
    if woorden.isascii() and woorden.isprintable():
        gelezen = "".join(alinea.text for alinea in Document(io.BytesIO(vuil["docx"])).paragraphs)
        assert woorden in gelezen


def _elementen(bestand: bytes, deel: str) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(bestand)) as zip_:
        boom = ET.fromstring(zip_.read(deel))  # noqa: S314 - made by us
    return [element.tag.rpartition("}")[2] for element in boom.iter()]


def test_in_markdown_begint_niets_een_formule_of_code() -> None:
    gemaakt = maak_bestand(met_woorden("$x$ &lt; <b>"), "weging", "md").inhoud.decode()
    assert not re.search(r"(?<!\\)[$&<>]", gemaakt)


# --- de vormen zelf -----------------------------------------------------------------------------


def test_odt_is_een_goed_pakket_met_taal_koprij_en_paginanummer() -> None:
    with zipfile.ZipFile(io.BytesIO(maak_bestand(weging(), "weging", "odt").inhoud)) as zip_:
        eerste = zip_.infolist()[0]
        delen = {naam: zip_.read(naam) for naam in zip_.namelist()}
    assert (eerste.filename, eerste.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    manifest = delen["META-INF/manifest.xml"].decode()
    assert all(f'"{naam}"' in manifest for naam in delen if naam not in _BUITEN_MANIFEST)
    for naam, merk in (
        ("content.xml", b"table:table-header-rows"),
        ("styles.xml", b"text:page-number"),
        ("styles.xml", b'fo:language="nl"'),
        ("styles.xml", KENMERK.encode()),
    ):
        assert merk in delen[naam]


_BUITEN_MANIFEST = ("mimetype", "META-INF/manifest.xml")


def test_docx_heeft_taal_titel_koprij_en_paginanummer() -> None:
    inhoud = maak_bestand(weging(), "weging", "docx").inhoud
    document = Document(io.BytesIO(inhoud))
    assert document.core_properties.language == "nl-NL"
    assert KENMERK in document.core_properties.title
    voet = document.sections[0].footer._element.xml
    assert KENMERK in voet
    assert "PAGE" in voet
    assert "tblHeader" in document.tables[0]._tbl.xml


def test_de_json_houdt_zich_aan_zijn_schema() -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    assert schema == als_schema()
    Draft202012Validator.check_schema(schema)
    for naam in CASUSSEN:
        Draft202012Validator(schema).validate(weging(naam))


def test_onbekend_papier_en_onbekende_vorm() -> None:
    with pytest.raises(PapierOnbekend):
        maak_bestand(weging(), "boodschappen", "pdf")
    with pytest.raises(VormOnbekend):
        maak_bestand(weging(), "weging", "rtf")


def test_een_twijfelachtig_einde_van_een_stroom_wordt_duidelijk() -> None:
    deel = b"1 0 obj\n<</Length 2>>\nstream\nx\r\nendstream\nendobj\n"
    tabel = b"xref\n0 2\n0000000000 65535 f\r\n%010d 00000 n\r\ntrailer\n<<>>\n"
    begin = b"%PDF-1.7\n"
    na = len(begin) + len(deel)
    ruw = begin + deel + tabel % na + b"startxref\n%d\n%%%%EOF" % na
    schoon = eenduidig(ruw)
    assert b"x\r\r\nendstream" in schoon
    # Everything behind it moved one place, also in the table.
    assert b"startxref\n%d\n" % (na + 1) in schoon
    assert b"%010d 00000 n" % (na + 1) in schoon
    assert eenduidig(schoon.replace(b"\r\r\nend", b"!\nend")).count(b"\r\r") == 0


# --- de opdracht --------------------------------------------------------------------------------


def test_andere_opdrachten_laden_geen_bibliotheek_voor_documenten(tmp_path: Path) -> None:
    """In a process of its own: which modules a command leaves behind."""
    situatie = tmp_path / "situatie.json"
    situatie.write_text("{}", "utf-8")
    kijk = (
        "import sys, app; app.main(['weeg', sys.argv[1]]);"
        "import bot.opstarten, bot.kanalen.terminal.kanaal, bot.kanalen.web.kanaal;"
        "print([m for m in ('typst', 'odfdo', 'docx', 'pypdf', 'lxml') if m in sys.modules])"
    )
    uit = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", kijk, str(situatie)], capture_output=True, text=True, check=True
    )
    assert uit.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("vorm", BINAIR)
def test_binair_staat_vast_op_de_dag_van_de_weging(vorm: str) -> None:
    """Not of today: the same record gives the same file next year."""
    inhoud = maak_bestand(weging(), "weging", vorm).inhoud
    assert b"20260302" in inhoud if vorm == "pdf" else _dagen(inhoud) == {(2026, 3, 2)}


def _dagen(inhoud: bytes) -> set[tuple[int, int, int]]:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        return {deel.date_time[:3] for deel in zip_.infolist()}
