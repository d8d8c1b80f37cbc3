"""The receipt: what it says of a record that was changed, signed, or signed by somebody else."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from pydantic import SecretStr

from bot.instellingen import InstellingFout, lees
from bot.ondertekening import Ondertekening
from dialogs.samenvatting import Samenvatting
from dialogs.samenvatting.bewijs import Bewijsstand, canoniek, met_bewijs, stand
from tests.bot.papieren import weging

SLEUTEL = base64.b64encode(bytes(range(32))).decode()
ANDERE = base64.b64encode(bytes(32)).decode()
NAAM = "WEEGWIJZER_ONDERTEKENSLEUTEL"


def sleutels(instelling: str | None) -> Ondertekening:
    return Ondertekening.met(None if instelling is None else SecretStr(instelling))


def ondertekend(sleutel: str = SLEUTEL) -> dict[str, Any]:
    """Return a record, signed, as it comes out of storage."""
    s = Samenvatting.model_validate(weging())
    bewaard = met_bewijs(s, sleutels(sleutel).onderteken).model_dump_json()
    return dict(json.loads(bewaard))


def test_wat_bewaard_is_klopt_en_wat_veranderd_is_niet() -> None:
    gegevens = weging()
    assert stand(gegevens) is Bewijsstand.ONGEWIJZIGD
    gegevens["doelen"][0]["oordeel"] = "mag"
    assert stand(gegevens) is Bewijsstand.GEWIJZIGD


def test_volgorde_en_opmaak_van_de_json_maken_niets_uit() -> None:
    gegevens = weging()
    anders = dict(reversed(gegevens.items()))
    assert canoniek(json.loads(json.dumps(anders, indent=3))) == canoniek(gegevens)


def test_een_halve_letter_maakt_haar_gewijzigd() -> None:
    assert stand(weging() | {"titel": "\ud800"}) is Bewijsstand.GEWIJZIGD


def test_van_voor_het_bewijs() -> None:
    assert stand(weging() | {"ontvangstbewijs": None}) is Bewijsstand.GEEN


@pytest.mark.parametrize(
    ("van_hier", "verwacht"),
    [
        (SLEUTEL, Bewijsstand.ONDERTEKEND),
        (f"{ANDERE},{SLEUTEL}", Bewijsstand.ONDERTEKEND),
        (ANDERE, Bewijsstand.ANDERE_SLEUTEL),
        (None, Bewijsstand.ANDERE_SLEUTEL),
    ],
)
def test_wie_ondertekende(van_hier: str | None, verwacht: Bewijsstand) -> None:
    assert sleutels(van_hier).beoordeel(ondertekend()) is verwacht


@pytest.mark.parametrize("veld", ["waarde", "publieke_sleutel"])
@pytest.mark.parametrize("waarde", ["", "geen base64", ANDERE, None, 3])
def test_een_handtekening_die_niet_klopt(veld: str, waarde: object) -> None:
    gegevens = ondertekend()
    gegevens["ontvangstbewijs"]["handtekening"][veld] = waarde
    oordeel = sleutels(SLEUTEL).beoordeel(gegevens)
    assert oordeel is Bewijsstand.HANDTEKENING_ONJUIST


def test_een_nieuw_bewijs_op_een_veranderde_weging_mist_de_handtekening() -> None:
    """Whoever changes a record can make a new fingerprint, but no signature."""
    gegevens = ondertekend()
    gegevens["doelen"][0]["oordeel"] = "mag"
    vals = met_bewijs(Samenvatting.model_validate(gegevens)).model_dump(mode="json")
    vals["ontvangstbewijs"]["handtekening"] = gegevens["ontvangstbewijs"]["handtekening"]
    assert sleutels(SLEUTEL).beoordeel(vals) is Bewijsstand.HANDTEKENING_ONJUIST


@pytest.mark.parametrize("waarde", ["kort", "ééntje", base64.b64encode(bytes(31)).decode(), ","])
def test_een_sleutel_die_niet_kan_houdt_de_start_tegen_en_wordt_niet_getoond(waarde: str) -> None:
    with pytest.raises(InstellingFout) as fout:
        lees({NAAM: waarde})
    assert NAAM in fout.value.in_woorden()
    assert waarde == "," or waarde not in fout.value.in_woorden()
    assert SLEUTEL not in repr(lees({NAAM: SLEUTEL}))
