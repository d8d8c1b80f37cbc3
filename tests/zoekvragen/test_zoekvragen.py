"""The question sets are big and even enough to measure with, and what is held out stays unseen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.zoekvragen.cijfers import Poging, niets_precisie, niets_recall, probeer, recall
from tests.zoekvragen.verslag import missers, verslag
from tests.zoekvragen.vragen import MAP, Vraag, lees, vragen

UWV = Vraag(tekst="mag het uwv dit weten", id=("begrip-uwv",), hoek="gewoon")
NIEUW = Vraag(tekst="wat is er nieuw", id=("wetswijziging-*", "begrip-uwv"), hoek="half")
TAART = Vraag(tekst="recept voor taart", id=(), hoek="onzin")


VAAK = 4


@dataclass(frozen=True, slots=True)
class Gevonden:
    id: str


def test_there_are_enough_questions_and_none_twice() -> None:
    assert len({vraag.tekst.casefold() for vraag in vragen()}) == len(vragen()) >= 300
    assert sum(not vraag.id for vraag in vragen()) >= 20


def test_what_is_asked_often_is_asked_from_several_angles_and_partly_held_out() -> None:
    met = [vraag for vraag in vragen() if vraag.id]
    alle = Counter(vraag.id[0] for vraag in met)
    apart = Counter(vraag.id[0] for vraag in met if vraag.apart)
    vaak = [onderwerp for onderwerp, aantal in alle.items() if aantal >= VAAK]
    assert len(vaak) >= 50
    for onderwerp in vaak:
        assert 1 <= apart[onderwerp] < alle[onderwerp], onderwerp
        assert len({vraag.hoek for vraag in met if vraag.id[0] == onderwerp}) >= 3, onderwerp


def test_a_third_to_a_half_is_held_out() -> None:
    assert 1 / 3 <= sum(vraag.apart for vraag in vragen()) / len(vragen()) <= 1 / 2


@pytest.mark.parametrize("pad", sorted(MAP.glob("*.toml")), ids=lambda pad: pad.stem)
def test_what_is_held_out_has_files_of_its_own(pad: Path) -> None:
    assert {vraag.apart for vraag in lees(pad)} == {pad.stem.endswith("_apart")}


def test_the_first_right_answer_counts_also_by_pattern() -> None:
    assert NIEUW.plaats(["begrip-mandaat", "wetswijziging-school", "begrip-uwv"]) == 2
    assert NIEUW.plaats(["begrip-mandaat"]) is None


def test_recall_counts_only_questions_that_have_an_answer() -> None:
    pogingen = [
        Poging(UWV, ("begrip-uwv",)),
        Poging(NIEUW, ("begrip-mandaat", "begrip-uwv")),
        Poging(TAART, ()),
    ]
    assert str(recall(pogingen, 1)) == "0.50 (1/2)"
    assert str(recall(pogingen, 3)) == "1.00 (2/2)"


def test_finding_nothing_is_measured_both_ways() -> None:
    pogingen = [Poging(UWV, ()), Poging(TAART, ()), Poging(TAART, ("begrip-uwv",))]
    assert str(niets_precisie(pogingen)) == "0.50 (1/2)"
    assert str(niets_recall(pogingen)) == "0.50 (1/2)"
    assert str(niets_recall([])) == "-"


def test_questions_held_out_never_appear_in_what_is_printed() -> None:
    def zoek(vraag: str, hoogstens: int) -> Sequence[Gevonden]:
        return [Gevonden("begrip-bestaat-niet")][:hoogstens]

    pogingen = probeer(zoek, vragen())
    regels = {*verslag(pogingen), *missers(pogingen)}
    for vraag in vragen():
        assert (f"{vraag.tekst}  [{vraag.hoek}]" in regels) is not vraag.apart
