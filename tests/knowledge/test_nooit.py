"""What may never happen, on situations drawn at random and around every casus."""

from __future__ import annotations

from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from knowledge import motor
from knowledge.beslissing import VOORRANG, Oordeel, Zelf
from knowledge.feiten import FEITEN, Doel, Gegeven, Organisatie, Situatie, Soort
from knowledge.motor import GegevenStand, Stand
from knowledge.weging import oordeel_van
from tests.knowledge import nooit
from tests.situaties import rond_casussen, situaties

EISEN = (
    "toestemming_vrij",
    "toestemming_duidelijk",
    "toestemming_geinformeerd",
    "toestemming_specifiek",
)
GELDIG = {
    "toestemming": "gegeven",
    "toestemming_vertegenwoordiger": "gegeven",
    **dict.fromkeys(EISEN, True),
}
IEDER = st.one_of(situaties(), rond_casussen())
SITUATIEFEITEN = [naam for naam, feit in FEITEN.items() if not feit.van_gegeven]


def stand_van(situatie: Situatie) -> Stand:
    assert isinstance(situatie.doel, Doel)
    return Stand.van(situatie, situatie.doel)


def met(stand: Stand, **anders: Any) -> Stand:
    return Stand({**stand.feiten, **anders}, stand.gegevens)


def oordelen(stand: Stand) -> list[Oordeel | Zelf]:
    """The verdict on each item; nothing is unknown."""
    return [gegeven.zeker.oordeel for gegeven in motor.per_gegeven(stand)]


@settings(max_examples=400)
@given(IEDER)
def test_elke_grond_blijft_binnen_zijn_grenzen(situatie: Situatie) -> None:
    for gegeven in motor.per_gegeven(stand_van(situatie)):
        if gegeven.zeker.oordeel is Oordeel.MAG:
            regel = nooit.grond(gegeven)
            assert regel is not None
            nooit.bewaak(gegeven.feiten, gegeven.feiten["soort"], regel)


@settings(max_examples=200)
@given(IEDER)
def test_een_weigering_opent_niets(situatie: Situatie) -> None:
    stand = stand_van(situatie)
    gevraagd = met(stand, toestemming="niet_gevraagd")
    geweigerd = met(stand, toestemming="geweigerd")
    # Who is not asked and not there, has said nothing: a refusal cannot do better than that.
    for zonder, weigering in zip(oordelen(gevraagd), oordelen(geweigerd), strict=True):
        assert weigering is not Oordeel.MAG or zonder is Oordeel.MAG


@settings(max_examples=200)
@given(IEDER, st.frozensets(st.sampled_from(Soort), max_size=1))
def test_toestemming_opent_geen_nummer(situatie: Situatie, ook: frozenset[Soort]) -> None:
    nummer = Gegeven(naam="BSN", soort=frozenset((Soort.NUMMER, *ook)), nodig=True)
    stand = stand_van(situatie.model_copy(update={"gegevens": (nummer,)}))
    zonder = met(stand, toestemming="niet_gevraagd", toestemming_vertegenwoordiger="niet_gevraagd")
    [ermee], [niet] = oordelen(met(stand, **GELDIG)), oordelen(zonder)

    if niet is Oordeel.MAG_NIET:
        assert ermee is Oordeel.MAG_NIET


@settings(max_examples=200)
@given(IEDER, st.sets(st.sampled_from(EISEN), min_size=1))
def test_erbij_zitten_maakt_gebrekkige_toestemming_niet_goed(
    situatie: Situatie, gemist: set[str]
) -> None:
    stand = met(stand_van(situatie), **{**GELDIG, **dict.fromkeys(gemist, False)})

    assert oordelen(met(stand, jongere_aanwezig=True)) == oordelen(
        met(stand, jongere_aanwezig=False)
    )


@settings(max_examples=200)
@given(IEDER)
def test_een_meldplicht_draagt_alleen_wat_gemeld_wordt(situatie: Situatie) -> None:
    stand = stand_van(situatie)
    gegevens = stand.gegevens or ()

    def waar_het(*, in_melding: bool) -> list[GegevenStand]:
        items = tuple({**gegeven, "in_melding": in_melding} for gegeven in gegevens)
        return list(motor.per_gegeven(Stand(stand.feiten, items)))

    for erin, erbuiten in zip(waar_het(in_melding=True), waar_het(in_melding=False), strict=True):
        assert VOORRANG.index(erbuiten.zeker.oordeel) >= VOORRANG.index(erin.zeker.oordeel)
        regel = nooit.grond(erbuiten) if erbuiten.zeker.oordeel is Oordeel.MAG else None
        assert regel is None or regel.id not in nooit.ALLEEN_WAT_GEMELD_WORDT


SCHOLEN = {"pro": "pro", "vso": "vso_arbeid", "mbo": "entree"}


@settings(max_examples=200)
@given(
    situatie=IEDER,
    school=st.sampled_from(sorted(SCHOLEN)),
    terug=st.booleans(),
    geweigerd=st.booleans(),
)
def test_akkoord_en_toch_niet_is_overleg_behalve_met_geldige_toestemming(
    *, situatie: Situatie, school: str, terug: bool, geweigerd: bool
) -> None:
    van, naar = ("gemeente", school) if terug else (school, "gemeente")
    stand = stand_van(
        situatie.model_copy(
            update={
                "gegevens": (Gegeven(naam="verslag", soort=frozenset({Soort.GEWOON}), nodig=True),)
            }
        )
    )
    feiten = {naam: w for naam, w in stand.feiten.items() if naam != "maanden_sinds_uitstroom"}
    botst = met(
        Stand(feiten, stand.gegevens),
        datum=nooit.EERSTE_DAG,
        van=van,
        naar=naar,
        doel="begeleiding_naar_werk",
        leeftijd=19,
        opleiding=SCHOLEN[school],
        schoolstatus="ingeschreven",
        vertegenwoordigd=False,
        alb_gebruik=geweigerd,
        overgangsdocument_akkoord=True,
        in_overgangsdocument=True,
        begeleiding_akkoord=True,
        toestemming="geweigerd" if geweigerd else "niet_gevraagd",
        levensgevaar=False,
    )
    assume(not motor.botsingen(botst))

    assert oordelen(botst) == [Oordeel.OVERLEG]
    toegestemd = met(botst, **GELDIG, alternatief="geen", doel_verenigbaar=True)
    assert oordelen(toegestemd) == [Oordeel.MAG]


@settings(max_examples=200)
@given(IEDER, st.data())
def test_in_gevaar_wacht_niets_op_een_antwoord(situatie: Situatie, data: st.DataObject) -> None:
    kantoren = [o for o in Organisatie if o.value not in nooit.KAN_GEVAAR_AFWENDEN]
    naar = data.draw(st.sampled_from(kantoren))
    weg = data.draw(st.sets(st.sampled_from(SITUATIEFEITEN))) - {"levensgevaar", "naar"}
    stand = met(stand_van(situatie), levensgevaar=True, naar=naar.value)
    over = {naam: w for naam, w in stand.feiten.items() if naam not in weg}
    gegevens = data.draw(st.sampled_from((None, stand.gegevens)))
    deels = Stand(over, gegevens)
    assume(not motor.botsingen(deels))

    assert oordeel_van(deels) is not Oordeel.ONVOLLEDIG
