"""Wie welke rol heeft, en wie dezelfde is: zoals ingesteld, van wie zich bewees."""

from __future__ import annotations

import pytest

from bot.mensen import Mens, Mensen, MensFout, Zelfde, lees_lijst
from bot.wie import Wie

TENANT = "11111111-aaaa-bbbb-cccc-000000000001"
OID = "22222222-aaaa-bbbb-cccc-000000000002"
TEAMS = Wie("teams", OID, TENANT, via="msteams", bewezen=True)
WEB = Wie("web", OID, TENANT, bewezen=True)
ANDER = Wie("web", "anders", TENANT, bewezen=True)


@pytest.mark.parametrize(
    ("regel", "wie"),
    [
        (f"teams:{TENANT}:{OID}", TEAMS),
        (f" teams:{TENANT.upper()}:{OID.upper()} ", TEAMS),
        (f"web:*:{OID}", WEB),
        ("web:login.example/a:urn:b:c", Wie("web", "urn:b:c", "login.example/a", bewezen=True)),
        ("terminal::1000", Wie("terminal", "1000", bewezen=True)),
        ("web::jan", Wie("web", "jan", bewezen=True)),
    ],
    ids=str,
)
def test_wie_ingesteld_is_heeft_de_rol(regel: str, wie: Wie) -> None:
    mensen = Mensen(privacy_officers=lees_lijst(f"web:*:iemand,{regel},"))
    assert mensen.herken(wie).rollen == {"privacy_officer"}
    assert Mensen(beheerders=lees_lijst(regel)).herken(wie).rollen == {"beheerder"}
    assert mensen.herken(ANDER).rollen == frozenset()


@pytest.mark.parametrize(
    "wie",
    [
        Wie("teams", OID, TENANT, via="msteams"),
        Wie("teams", OID, "", via="msteams", bewezen=True),
        Wie("teams", OID, "andere", via="msteams", bewezen=True),
        Wie("teams", OID, TENANT, via="emulator", bewezen=True),
        Wie("web", OID, TENANT, bewezen=True),
        Wie("slack", OID, TENANT, bewezen=True),
        Wie("teams", f"{OID}x", TENANT, via="msteams", bewezen=True),
    ],
    ids=["niet bewezen", "geen tenant", "andere", "emulator", "web", "slack", "een ander"],
)
def test_een_ander_heeft_de_rol_niet(wie: Wie) -> None:
    mensen = Mensen(privacy_officers=lees_lijst(f"teams:{TENANT}:{OID}"))
    assert mensen.herken(wie).rollen == frozenset()
    assert not any(mens.is_dit(wie) for mens in mensen.privacy_officers)


@pytest.mark.parametrize("regel", ["jan", "web:jan", "web:t:", "post:t:jan", ":t:jan", "Web:t:jan"])
def test_wie_niet_te_lezen_is(regel: str) -> None:
    with pytest.raises(MensFout):
        Mens.lees(regel)


def test_zonder_instelling_is_een_persoon_in_twee_kanalen_er_twee() -> None:
    assert TEAMS.eigenaar() != WEB.eigenaar()
    assert Mensen().herken(TEAMS).eigenaren() == (TEAMS.eigenaar(),)


@pytest.mark.parametrize("regel", ["entra", f"web:{TENANT}:{OID}=teams:{TENANT}:{OID}"])
def test_met_een_instelling_heeft_een_persoon_een_lijst(regel: str) -> None:
    mensen = Mensen(zelfde=Zelfde.lees(regel))
    samen = {TEAMS.eigenaar(), WEB.eigenaar()}
    assert set(mensen.herken(TEAMS).eigenaren()) == set(mensen.herken(WEB).eigenaren()) == samen
    assert mensen.herken(ANDER).eigenaar() not in samen
    assert not samen & set(mensen.herken(ANDER).eigenaren())
    onbewezen = Wie("web", OID, TENANT)
    assert mensen.herken(onbewezen).eigenaren() == (onbewezen.eigenaar(),)


def test_entra_zegt_niets_van_wie_geen_tenant_heeft() -> None:
    jan = Wie("web", "jan", bewezen=True)
    assert Mensen(zelfde=Zelfde(entra=True)).herken(jan).ook == ()


def test_wie_dezelfde_is_heeft_dezelfde_rollen() -> None:
    mensen = Mensen(lees_lijst(f"teams:{TENANT}:{OID}"), zelfde=Zelfde(entra=True))
    assert mensen.herken(WEB).rollen == {"privacy_officer"}
    assert mensen.herken(ANDER).rollen == frozenset()


def test_drie_kanalen_zijn_een_persoon() -> None:
    zelfde = Zelfde.lees("web:t:a=teams:t:b, teams:t:b=slack:t:c,web:t:x=teams:t:y")
    assert sorted(len(groep) for groep in zelfde.groepen) == [2, 3]
    web = Mensen(zelfde=zelfde).herken(Wie("web", "a", "t", bewezen=True))
    assert len(web.eigenaren()) == 3


@pytest.mark.parametrize(
    "regel",
    [
        "web:t:a",
        "web:t:a=teams:t:b=slack:t:c",
        "web:t:a=web:t:b",
        "web:t:a=web:t:a",
        "web:*:a=teams:t:b",
        "web:t:a=teams:t:b,web:t:c=teams:t:b",
        "web:t:a=iets",
        "Entra",
    ],
)
def test_wat_twee_mensen_een_zou_maken(regel: str) -> None:
    with pytest.raises(MensFout):
        Zelfde.lees(regel)
