"""The command: figures of both parts, texts of one."""

import pytest

from tests.taal.__main__ import main
from tests.taal.sets import antwoorden, beschrijvingen, gevaarszinnen


@pytest.mark.parametrize("vlaggen", [[], ["--missers"]], ids=["cijfers", "missers"])
def test_wat_apart_staat_wordt_nooit_getoond(
    vlaggen: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["taal", *vlaggen])
    main()
    regels = capsys.readouterr().out.splitlines()

    for een in beschrijvingen(apart=True):
        assert not any(een.tekst in regel for regel in regels)
    for antwoord in antwoorden(apart=True):
        assert not any(f": {antwoord.vraag}: {antwoord.tekst} ->" in regel for regel in regels)
    for zin in gevaarszinnen(apart=True):
        assert not any(f": {zin.tekst} ->" in regel for regel in regels)


def test_de_cijfers_gaan_over_beide_delen(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["taal"])
    main()
    uit = capsys.readouterr().out

    for naam in (
        "alle feiten",
        "leeftijd",
        "toestemming",
        "partijen",
        "doorgevraagd",
        "vals alarm",
    ):
        assert naam in uit
