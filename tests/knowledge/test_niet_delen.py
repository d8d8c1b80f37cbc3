"""A question about noting, inspecting, keeping or erasing is not taken for one about sharing."""

from __future__ import annotations

import pytest

from knowledge.fouten import KennisOnjuist
from knowledge.onderwerpen import onderwerpen
from knowledge.zoeken import zoek
from knowledge.zoeken.antwoord import antwoord
from knowledge.zoeken.niet_delen import _patroon, niet_delen

NOTEREN = """\
mag ik vastleggen dat een leerling adhd heeft
mag ik noteren dat een student van 17 drugs gebruikt?
Mag school registreren dat een leerling zwanger is?
mag ik in het dossier zetten dat hij verdacht wordt van diefstal
wat mag ik opschrijven over de gezondheid van een cliënt?
Mag ik als mentor in het leerlingvolgsysteem noteren dat een leerling van 16 bij de ggz loopt?
welke gegevens mogen wij van een jongere vastleggen
moet ik opschrijven wat een leerling mij in vertrouwen vertelde
Een jongen van 20 vertelde dat hij vast heeft gezeten. Mag ik dat in zijn dossier zetten?
wat noteer ik na een gesprek over iemands thuissituatie
is het toegestaan om te registreren welk geloof een leerling heeft
ouders vinden dat ik hun ruzie niet in het dossier mag zetten"""
INZIEN = """\
mag een student van 19 zijn dossier bij het doorstroompunt inzien?
een leerling van 15 wil zijn dossier inzien, mag dat
student wil inzage in alles wat wij hebben
een jongere vraagt een kopie van zijn dossier
hij wil zien wat er over hem is opgeschreven
mag een leerling lezen wat ik over hem schreef
heeft een cliënt recht op zijn dossier
wij kregen een inzageverzoek van een oud-student
moet ik een jongere laten zien wat er in zijn dossier staat"""
BEWAREN = """\
hoe lang mag de gemeente gegevens van een jongere bewaren?
een jongere van 20 wil dat het doorstroompunt zijn gegevens verwijdert
moet ik gegevens wissen als de student dat vraagt?
ik ben doorstroomcoach en een jongere van 22 vraagt of ik zijn gegevens kan wissen
wanneer moet een school het dossier van een uitgeschreven mbo-student vernietigen
mogen we oude mails over een leerling weggooien
een ex-student wil vergeten worden
hoelang mogen we een intakeverslag houden"""
DELEN = """\
mag de gemeente het dossier van een jongere inzien?
de klantmanager wil het stageverslag van een student van 19 inzien
ik wil een verslag delen met de gemeente en vastleggen waarom
hoe leg ik vast waarom ik gegevens deelde
moet ik toestemming vastleggen
mag ik mijn afweging in het dossier zetten
mag ik een leerling van school verwijderen
een jongere wil dat de gemeente zijn dossier kan inzien
werkgever wil weten wat er in het dossier van de stagiair staat
een jongere van 18 wil dat ik zijn dossier naar de werkgever mail
hoe lang duurt het voordat de gemeente antwoord geeft
ik wil weten hoe lang hij al weg is van school
mogen wij noteren in het overgangsdocument dat hij adhd heeft en dat delen met de gemeente
wat moet er in een overgangsdocument staan
vader wil een kopie van het rapport van zijn zoon van 16"""


@pytest.mark.parametrize(
    ("vraag", "id_"),
    [
        (vraag, id_)
        for id_, vragen in (
            ("begrip-noteren", NOTEREN),
            ("begrip-inzagerecht", INZIEN),
            ("begrip-bewaartermijn", BEWAREN),
        )
        for vraag in vragen.splitlines()
    ],
)
def test_een_andere_vraag_krijgt_haar_eigen_antwoord(vraag: str, id_: str) -> None:
    assert niet_delen(vraag) == id_
    assert zoek(vraag)[0].id == id_
    gevonden = antwoord(vraag)
    assert (gevonden.onderwerp, gevonden.niet_delen) == (onderwerpen()[id_], True)


@pytest.mark.parametrize("vraag", DELEN.splitlines())
def test_wie_wil_delen_vraagt_niets_anders(vraag: str) -> None:
    assert niet_delen(vraag) is None
    assert not antwoord(vraag).niet_delen


def test_een_patroon_noemt_een_groep_die_er_is() -> None:
    with pytest.raises(KennisOnjuist):
        _patroon("{bestaat_niet} noteren", {})
