"""Hoe iemand een gegeven ook noemt: het staat er zoals het geschreven is, en is nergens opmaak."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

import pytest

from bot.kanalen.teams.weergave import activiteiten
from bot.kanalen.tekst.keuzes import als_tekst
from bot.kanalen.tekst.opmaak import Opmaak
from dialogs import gesprek
from dialogs.bedoeling import Gezegd
from dialogs.beeld import beeld
from dialogs.beeld.als_tekst import berichten
from dialogs.dossier import Antwoord, Dossier
from dialogs.dossier.uit_casus import antwoorden
from dialogs.dossier.vragen import VRAGEN, Keer, keer_van
from dialogs.dossier.wacht import OpVraag
from dialogs.samenvatting.maken import maak
from dialogs.samenvatting.markdown import markdown
from dialogs.stukken.markdown import veilig
from dialogs.weergave import onderwerp
from knowledge.casussen import casussen
from tests.bot.nep import NU

NAAM: Final = r"**vet** [klik](http://x) ~~weg~~ _cursief_ `code` <b>x</b> a|b #5 \n"
NOG_EEN: Final = "~~~ *ster* __init__ "
CASUSSEN: Final = ("3.3.1-nieuw-mandaat", "3.1.2-nieuw", "3.2.1-nieuw")
_ONTSNAPT: Final = re.compile(r"\\[\\`*_~\[\]<>#|]")
_OPMAAK: Final = re.compile(r"vet\*\*|\]\(|weg~~|_cursief|`code|<b>|a\|b|#5|\*ster|__init")


def _dossier() -> Dossier:
    """A whole weighing of which somebody called the items something."""
    [situatie] = [g.situatie() for c in casussen() for g in c.situaties if g.id == CASUSSEN[0]]
    gegevens = situatie.gegevens or ()
    namen = (NAAM, NOG_EEN.strip())
    anders = [
        g.model_copy(update={"naam": naam})
        for g, naam in zip((gegevens * 2)[:2], namen, strict=True)
    ]
    dossier = gesprek.nieuw("proef", dt.date(2026, 3, 2))
    van_casus: dict[str, Antwoord] = antwoorden(
        [situatie.model_copy(update={"gegevens": tuple(anders)})]
    )
    [doel] = situatie.doelen()
    van_casus |= {
        Keer(VRAGEN["soort"], gegeven=NAAM).sleutel: Antwoord(waarde=["gezondheid"]),
        Keer(VRAGEN["nodig"], doel).sleutel: Antwoord(waarde=[NAAM]),
        Keer(VRAGEN["nodig_reden"], doel).sleutel: Antwoord(waarde=NAAM),
    }
    return dossier.beantwoord(van_casus)


def _controleer(markdown_: str) -> None:
    assert not _OPMAAK.search(_ONTSNAPT.sub("", markdown_)), markdown_


def test_in_elke_vraag_en_elk_antwoord() -> None:
    dossier = _dossier()
    gezien = 0
    for sleutel in dossier.antwoorden:
        keer = keer_van(sleutel)
        assert keer is not None
        open_ = dossier.wachtend(OpVraag(vraag=sleutel))
        zinnen = ("waarom", "weet ik niet", "ja", "1", f"wijzig {onderwerp(keer)}", "waar ben ik")
        beurten = [gesprek.beantwoord(open_, Gezegd(zin), NU) for zin in zinnen]
        beelden = [beeld(open_, ()), *(beeld(b.dossier, b.gezegd) for b in beurten)]
        for getoond in beelden:
            for bericht in berichten(getoond):
                tekst = f"{bericht.tekst}\n{als_tekst(bericht)}"
                _controleer(tekst)
                for activiteit in activiteiten(bericht):
                    _controleer(activiteit.text)
                if veilig(NAAM) in tekst:
                    gezien += 1
                    assert NAAM in Opmaak().markdown(tekst)
    assert gezien > 3


def test_in_de_samenvatting() -> None:
    heel = markdown(maak(_dossier(), NU.date()))
    _controleer(heel)
    assert NAAM in Opmaak().markdown(heel)


@pytest.mark.parametrize("teken", "\\`*_~[]<>#|")
def test_elk_teken_is_op_een_scherm_van_letters_weer_wat_het_was(teken: str) -> None:
    naam = f"a{teken}{teken}b{teken}{teken}"
    assert Opmaak().markdown(veilig(naam)) == naam
