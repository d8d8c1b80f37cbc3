"""Hoeveel vragen er nog ongeveer komen: gezegd als het te zeggen is, en dan klopt het."""

import pytest

from dialogs import gesprek
from dialogs.bedoeling import Antwoorden, Gezegd
from dialogs.beeld.vraag import beeldvraag
from dialogs.dossier.vragen import keer_van
from dialogs.procedure import plaats
from dialogs.procedure.nog_te_gaan import nog_te_gaan
from dialogs.verstaan import verstaan
from tests.dialogs import spreken
from tests.dialogs.gespreksvoerder import nu_op
from tests.dialogs.tot import tot, van_casus
from tests.transcripten import Transcript, transcripten


def beloofd(transcript: Transcript) -> list[int | None]:
    """Return what is said with every prompt that is answered from stap 2 on, to the end."""
    nu = nu_op(transcript.vandaag)
    beurt = gesprek.begroet(gesprek.nieuw("proef", transcript.vandaag), nu)
    uit: list[int | None] = []
    for _, zin in transcript.gesprek:
        dossier = beurt.dossier
        if dossier.stand.vraag is None:
            break
        wat = verstaan(Gezegd(zin), dossier, transcript.vandaag).bedoeling
        if not isinstance(wat, Antwoorden) or getattr(dossier.stand.gesteld, "wijzigt", False):
            uit = []  # somebody looks around or goes back: count from there
        elif plaats(dossier).stap.nummer >= 2:
            uit.append(nog_te_gaan(dossier))
        beurt = spreken.beantwoord(dossier, zin, nu)
    return uit


@pytest.mark.parametrize("transcript", transcripten()[::4], ids=lambda t: t.naam)
def test_wat_gezegd_is_scheelt_hooguit_een(transcript: Transcript) -> None:
    gezegd = beloofd(transcript)
    for aantal, nog in zip(gezegd, range(len(gezegd), 0, -1), strict=True):
        assert aantal is None or abs(aantal - nog) <= 1


def test_het_einde_is_bekend() -> None:
    beurt = tot("motiveren", van_casus("3.1.1-nieuw"))

    nog = nog_te_gaan(beurt.dossier)
    assert nog is not None
    assert 1 < nog <= 3
    assert beeldvraag(beurt.dossier).resteert is not None


def test_zolang_de_grondslag_gezocht_wordt_wordt_er_niets_beloofd() -> None:
    beurt = tot("levensgevaar", van_casus("3.1.1-nieuw"))

    keer = keer_van(beurt.dossier.stand.vraag or "")
    assert keer is not None
    assert beeldvraag(beurt.dossier).resteert is None
