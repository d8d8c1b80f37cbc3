"""`docs/woordenlijst.md`: elk woord in een naam staat er, en elk woord is in gebruik."""

from __future__ import annotations

import pytest

from tests.teksten import domeinlijst
from tests.teksten.domeinlijst import LIJST

TEKST = LIJST.read_text(encoding="utf-8")

LIJSTJE = """# Woordenlijst

## Domein

| woord | betekenis |
|---|---|
| doel | waarvoor |
| vuurtoren | komt nergens voor |
| RMC | → Doorstroompunt |

## Techniek

| woord | betekenis |
|---|---|
| motor (van de regels) | past ze toe |
| zeemeermin | komt nergens voor |
| doel | nog een keer |

## Zonder uitleg

Wat iedereen eronder verstaat:
klok kameel.
"""


def geen(woorden: list[str], raad: str) -> None:
    if woorden:
        pytest.fail("\n".join([raad, *woorden]), pytrace=False)


def test_elke_module_en_elke_klasse_heeft_een_woord_uit_de_lijst() -> None:
    raad = (
        "Geef een van de woorden in deze namen een regel in docs/woordenlijst.md, of zet het daar "
        "onder 'Zonder uitleg' als het betekent wat iedereen eronder verstaat:"
    )
    geen(domeinlijst.onverklaard(TEKST), raad)


def test_elk_woord_uit_de_lijst_is_in_gebruik() -> None:
    raad = "Deze woorden uit docs/woordenlijst.md staan in geen naam en geen tekst meer:"
    geen(domeinlijst.ongebruikt(TEKST), raad)


def test_elk_woord_heeft_een_regel() -> None:
    geen(domeinlijst.dubbel(TEKST), "Deze woorden staan meer dan één keer in de lijst:")
    geen(domeinlijst.zonder_doel(TEKST), "Deze woorden wijzen naar een woord zonder regel:")


@pytest.mark.parametrize("techniek", [False, True])
def test_de_regels_staan_op_volgorde(*, techniek: bool) -> None:
    woorden = [i.woorden[0].lower() for i in domeinlijst.ingangen(TEKST) if i.techniek is techniek]
    assert woorden == sorted(woorden)


def test_wat_niet_klopt_valt_op() -> None:
    onverklaard = domeinlijst.onverklaard(LIJSTJE)
    assert "dialogs/procedure/bundels.py: Bundel" in onverklaard
    assert not {"knowledge/motor.py: motor", "bot/klok.py: klok"} & set(onverklaard)
    assert domeinlijst.ongebruikt(LIJSTJE) == ["kameel", "vuurtoren", "zeemeermin"]
    assert domeinlijst.dubbel(LIJSTJE) == ["doel"]
    assert domeinlijst.zonder_doel(LIJSTJE) == ["RMC"]
