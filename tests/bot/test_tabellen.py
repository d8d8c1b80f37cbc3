"""Tables for channels that show none themselves."""

from bot.kanalen.teams.weergave import activiteiten
from bot.kanalen.tekst.opmaak import Opmaak
from bot.kanalen.tekst.tabellen import als_kolommen, als_lijst, vervang
from dialogs.beeld.als_tekst import Bericht

TABEL = """Vooraf

|  | Oud | Nieuw |
| --- | --- | --- |
| Leeftijd | tot 23 jaar | tot 27 jaar |
| Wie \\| wat | school | |

Achteraf"""


def test_als_lijst_staat_elke_rij_onder_haar_naam() -> None:
    assert vervang(TABEL, als_lijst).splitlines() == [
        *("Vooraf", "", "**Leeftijd**", "", "- Oud: tot 23 jaar", "- Nieuw: tot 27 jaar", ""),
        *("**Wie | wat**", "", "- Oud: school", "", "Achteraf"),
    ]


def test_als_kolommen_past_alles_binnen_de_breedte() -> None:
    lang = "een lange zin die nooit in één regel van een smalle kolom past"
    kolommen = als_kolommen([("", "Oud", "Nieuw"), ("Stap 1", lang, "kort")], 60)

    regels = kolommen.splitlines()
    assert all(len(regel) <= 60 for regel in regels)
    assert regels[0].split() == ["Oud", "Nieuw"]
    assert set(lang.split()) <= set(kolommen.split())


def test_een_breed_scherm_toont_kolommen_en_een_smal_een_lijst() -> None:
    breed = Opmaak(breedte=80).markdown(TABEL)
    smal = Opmaak(breedte=40).markdown(TABEL)

    assert "|" not in breed.replace("Wie | wat", "")
    assert any("tot 23 jaar" in regel and "tot 27 jaar" in regel for regel in breed.splitlines())
    assert "- Nieuw: tot 27 jaar" in smal
    assert Opmaak().markdown(TABEL).count("\n") == TABEL.count("\n")


def test_teams_krijgt_een_lijst() -> None:
    [activiteit] = activiteiten(Bericht(TABEL))
    assert "- Nieuw: tot 27 jaar" in activiteit.text
    assert "---" not in activiteit.text


def test_tekst_zonder_tabel_blijft_zoals_zij_is() -> None:
    assert vervang("a | b\n\n- c", als_lijst) == "a | b\n\n- c"
