"""The second reading, stap 1: which rule is about this, and does it give a ground?"""

from __future__ import annotations

from typing import Final

from tests.knowledge.lezing import (
    DERDEN,
    GEZAG,
    ONDERWIJS,
    REDDERS,
    SCHOLEN,
    VSV_DOELEN,
    F,
    Lezing,
    dsp_en_gemeente,
    gebruikt_alb,
    geweigerd,
    in_document,
    krijgt_alb,
    lang_verzuim,
    nieuw,
    oud,
    overdracht,
    plichtig,
    pro_of_vso,
    school_en_dsp,
    school_en_gemeente,
    toegestemd,
    vsv,
    vsv_leeftijd,
    weg,
    zelf,
)


def geen_redder(f: F) -> bool:
    return bool(f.naar == "werkgever" or f.doel == "beoordelen_uitkering")


# --- plichten ---------------------------------------------------------------------------------


def leerplichtmelding(f: F) -> bool:
    """Leerplichtwet 21a: unasked, and only absence without a valid reason; DUO passes it on."""
    route = f.van in SCHOLEN and f.naar in {"leerplicht", "duo"} and f.doel == "melden_verzuim"
    return bool(route and plichtig(f) and f.verzuim_ongeoorloofd and f.in_melding)


def leerplicht_vraagt(f: F) -> bool:
    """Leerplichtwet 18(3): what is asked for carrying out that law is given."""
    route = f.van in SCHOLEN and f.naar == "leerplicht"
    return bool(route and f.gevraagd_door_leerplicht and plichtig(f))


def verzuimmelding(f: F) -> bool:
    """2026 §1.1: from the mbo to the Doorstroompunt, in one go or by way of DUO."""
    schakels = {("mbo", "doorstroompunt"), ("mbo", "duo"), ("duo", "doorstroompunt")}
    route = (f.van, f.naar) in schakels and f.doel == "melden_verzuim"
    wie = vsv_leeftijd(f) and not f.startkwalificatie and lang_verzuim(f)
    return bool(route and wie and f.in_melding)


def verzuimmelding_vo(f: F) -> bool:
    """WVO 2020 8.20: vo and pro have the duty of the mbo."""
    route = f.naar in {"doorstroompunt", "duo"} and f.doel == "melden_verzuim"
    wie = vsv_leeftijd(f) and not f.startkwalificatie and lang_verzuim(f)
    return bool(route and wie and f.in_melding)


def verzuimmelding_vso(f: F) -> bool:
    """WEC 47b: a month, which is more than four weeks, and until 23."""
    route = f.naar in {"doorstroompunt", "duo"} and f.doel == "melden_verzuim"
    wie = 18 <= f.leeftijd < 23 and not f.startkwalificatie
    lang = f.verzuim_ongeoorloofd and f.verzuim_weken >= 5
    return bool(route and wie and lang and f.in_melding)


def register(f: F) -> bool:
    """WRO 12."""
    return bool(f.van in ONDERWIJS and (f.naar, f.doel) == ("duo", "anders") and f.in_melding)


def pw_inlichting(f: F) -> bool:
    """PW 63 and 64."""
    route = f.van in {"uwv", "werkgever"} and f.naar == "gemeente"
    return route and f.doel in {"beoordelen_uitkering", "begeleiding_naar_werk"}


# --- taken ------------------------------------------------------------------------------------


def heen_of_terug(f: F) -> bool:
    """2026 §1.3: the school hands over to the gemeente, or the gemeente tells it how it goes."""
    return (f.naar == "gemeente" and overdracht(f, f.van)) or (
        f.van == "gemeente" and overdracht(f, f.naar)
    )


def ouders_beslissen_mee(f: F) -> bool:
    """WVO 2020 2.31b(2): going on after leaving, for who is a minor or represented."""
    return bool(weg(f) and (f.leeftijd < 18 or f.vertegenwoordigd))


def geen_alb(f: F) -> bool:
    """2026 §3.1.2: a graduate, or any leaver of pro or vso, without ALB."""
    wie = f.schoolstatus == "gediplomeerd" or (pro_of_vso(f) and f.schoolstatus == "gestopt")
    return school_en_gemeente(f) and wie and not gebruikt_alb(f)


def taak_vsv(f: F) -> bool:
    """2026 §1.2, §3.3.2, §3.3.3; where §3.1.2 speaks of school and gemeente, that goes first."""
    route = school_en_dsp(f) or dsp_en_gemeente(f) or (school_en_gemeente(f) and not geen_alb(f))
    return route and f.doel in VSV_DOELEN and vsv(f) and not krijgt_alb(f)


def buiten_doelgroep(f: F) -> bool:
    grens = 27 if nieuw(f) else 23
    return bool(dsp_en_gemeente(f) and (f.startkwalificatie or f.leeftijd >= grens))


def van_bidn(f: F) -> bool:
    route = f.van in {"bidn", "duo"} and f.naar == "doorstroompunt"
    return bool(route and f.doel in VSV_DOELEN and vsv(f) and f.in_melding)


def van_duo(f: F) -> bool:
    """WEB 8.0.3: changed enrolments, also of who is still enrolled, for this one purpose."""
    route = (f.van, f.naar, f.doel) == ("duo", "doorstroompunt", "voorkomen_vsv")
    return bool(route and f.leeftijd < 27 and not f.startkwalificatie and f.in_melding)


# --- de regels over een weg van de een naar de ander --------------------------------------------

# Every rule here is about who gives and who gets; the first part is that, the second the rest.
ROUTES: Final[dict[str, tuple[Lezing, Lezing]]] = {
    "B-MELDRECHT": (lambda f: f.naar == "veilig_thuis", lambda f: f.vermoeden_geweld),
    "B-LEERPLICHT": (
        lambda f: f.van in SCHOLEN and f.naar in {"leerplicht", "duo"},
        leerplichtmelding,
    ),
    "B-LEERPLICHT-VRAAGT": (
        lambda f: f.van in SCHOLEN and f.naar == "leerplicht",
        leerplicht_vraagt,
    ),
    "N-VERZUIM": (
        lambda f: (
            nieuw(f)
            and ((f.van, f.naar) in {("mbo", "doorstroompunt"), ("mbo", "duo")} or _duo_dsp(f))
        ),
        verzuimmelding,
    ),
    "N-VERZUIM-VO": (
        lambda f: nieuw(f) and f.van in {"vo", "pro"} and f.naar in {"doorstroompunt", "duo"},
        verzuimmelding_vo,
    ),
    "N-VERZUIM-VSO": (
        lambda f: nieuw(f) and f.van == "vso" and f.naar in {"doorstroompunt", "duo"},
        verzuimmelding_vso,
    ),
    "O-VERZUIM": (
        lambda f: (
            oud(f)
            and ((f.van, f.naar) in {("mbo", "doorstroompunt"), ("mbo", "duo")} or _duo_dsp(f))
        ),
        verzuimmelding,
    ),
    "N-DUO": (lambda f: nieuw(f) and f.van in ONDERWIJS and f.naar == "duo", register),
    # The law on the register is older than the new law.
    "O-DUO": (lambda f: oud(f) and f.van in ONDERWIJS and f.naar == "duo", register),
    "B-PW-INLICHTING": (
        lambda f: f.van in {"uwv", "werkgever"} and f.naar == "gemeente",
        pw_inlichting,
    ),
    "N-OVERDRACHT": (lambda f: nieuw(f) and school_en_gemeente(f), heen_of_terug),
    "N-BUITEN-DOCUMENT": (
        lambda f: nieuw(f) and f.van in SCHOLEN and f.naar == "gemeente",
        lambda f: overdracht(f, f.van) and not in_document(f),
    ),
    "N-GEEN-ALB": (lambda f: nieuw(f) and school_en_gemeente(f), geen_alb),
    "N-STUDENT-GEEN-ALB": (
        lambda f: nieuw(f) and f.van in SCHOLEN and f.naar == "gemeente",
        lambda f: f.schoolstatus == "ingeschreven" and not gebruikt_alb(f),
    ),
    "N-OVERGANG-DSP": (
        lambda f: nieuw(f) and f.van in SCHOLEN and f.naar == "doorstroompunt",
        lambda f: overdracht(f, f.van),
    ),
    "N-VSV": (
        lambda f: nieuw(f) and (school_en_dsp(f) or dsp_en_gemeente(f) or school_en_gemeente(f)),
        taak_vsv,
    ),
    "N-MANDAAT": (lambda f: nieuw(f) and dsp_en_gemeente(f), lambda f: f.mandaat),
    "N-DSP-STARTKWAL": (
        lambda f: nieuw(f) and dsp_en_gemeente(f),
        lambda f: buiten_doelgroep(f) and not f.mandaat,
    ),
    "N-LP-DSP": (
        lambda f: nieuw(f) and (f.van, f.naar) == ("leerplicht", "doorstroompunt"),
        lambda f: 17 <= f.leeftijd < 27 and not f.startkwalificatie,
    ),
    "N-BIDN": (
        lambda f: nieuw(f) and f.van in {"bidn", "duo"} and f.naar == "doorstroompunt",
        van_bidn,
    ),
    "N-DUO-DSP": (lambda f: nieuw(f) and _duo_dsp(f), van_duo),
    "B-OUDERS": (lambda f: f.van in SCHOLEN and f.naar == "ouders", lambda f: f.leeftijd < 18),
    "N-HO": (lambda f: nieuw(f) and (f.van, f.naar) == ("hbo_wo", "gemeente"), lambda f: True),
    "N-OVERIG": (lambda f: nieuw(f) and f.naar in DERDEN, lambda f: True),
    "O-SCHOOL": (
        lambda f: (
            oud(f) and f.van in ONDERWIJS and f.naar in {"werkcentrum", "gemeente", "werkgever"}
        ),
        lambda f: True,
    ),
    "O-RMC": (lambda f: oud(f) and dsp_en_gemeente(f), buiten_doelgroep),
    "O-FORMULIER": (
        lambda f: oud(f) and f.van in SCHOLEN and f.naar in {"gemeente", "doorstroompunt"},
        lambda f: (f.opleiding, f.toestemming) == ("entree", "gegeven"),
    ),
    "O-AANWEZIG": (
        lambda f: oud(f) and f.van == "doorstroompunt",
        lambda f: not buiten_doelgroep(f),
    ),
    "B-WERKGEVER": (lambda f: f.van in ONDERWIJS and f.naar == "werkgever", geweigerd),
    "B-WERKGEVER-ZORG": (
        lambda f: (f.van, f.naar) == ("jeugdzorg", "werkgever"),
        lambda f: f.doel == "behoud_van_werk" and geweigerd(f),
    ),
    "B-GEZAG": (lambda f: f.naar in GEZAG, lambda f: True),
}


def _duo_dsp(f: F) -> bool:
    return bool((f.van, f.naar) == ("duo", "doorstroompunt"))


def geldt(id_: str, f: F) -> bool:
    """Tell whether a rule about a route applies."""
    route, rest = ROUTES[id_]
    return bool(route(f) and rest(f))


def _van_route(id_: str) -> Lezing:
    return lambda f: geldt(id_, f)


# --- overeenkomst en belang ---------------------------------------------------------------------


def casus_gaat_voor(f: F) -> bool:
    """A casus says 'consent only' of this very route and purpose; no agreement goes round it."""
    over_werk = f.doel in {"begeleiding_naar_werk", "behoud_van_werk"}
    nieuwe = (
        *("N-OVERDRACHT", "N-BUITEN-DOCUMENT", "N-GEEN-ALB", "N-STUDENT-GEEN-ALB"),
        "N-DSP-STARTKWAL",
    )
    return (
        any(geldt(id_, f) for id_ in (*nieuwe, "O-RMC"))
        or (geldt("O-SCHOOL", f) and f.naar != "werkgever")
        or (f.van in ONDERWIJS and f.naar == "werkgever" and over_werk)
    )


def overeenkomst(f: F) -> bool:
    """What authorities may know is for a law to say; to third parties never after a refusal."""
    nooit = f.naar in {"leerplicht", "veilig_thuis", *GEZAG} or (f.naar in DERDEN and geweigerd(f))
    return bool(f.overeenkomst_nodig and not nooit and not casus_gaat_voor(f))


def weegt_zwaarder(f: F) -> bool:
    return bool(f.doel == "veiligheid_van_anderen" and f.belang_zwaarder)


def mag_zelf_wegen(f: F) -> bool:
    return f.van in {*ONDERWIJS, "jeugdzorg", "werkgever"}


def belang(f: F) -> bool:
    """2026 §3.2.2: for the safety of others, to who is no party of the documents' own tasks."""
    return weegt_zwaarder(f) and mag_zelf_wegen(f) and f.naar in DERDEN


def geen_regel_over_deze_weg(f: F) -> bool:
    return not any(route(f) for route, _ in ROUTES.values())


def belang_overleg(f: F) -> bool:
    """Nobody says whether these may weigh an interest, or whether one may on such a route."""
    wie = {"anders", "wijkteam", "samenwerkingsverband", "gecertificeerde_instelling"}
    ongeregeld = mag_zelf_wegen(f) and geen_regel_over_deze_weg(f)
    return weegt_zwaarder(f) and (f.van in wie or ongeregeld)


STAP_1: Final[dict[str, Lezing]] = {
    **{id_: _van_route(id_) for id_ in ROUTES},
    "B-VITAAL": lambda f: f.levensgevaar and f.naar in REDDERS and not geen_redder(f),
    "B-VITAAL-OVERLEG": lambda f: f.levensgevaar and geen_redder(f),
    # Of a werkgever the one above says it.
    "B-VITAAL-ANDERE": lambda f: f.levensgevaar and f.naar not in {*REDDERS, "werkgever"},
    "B-TOESTEMMING": toegestemd,
    "B-AANWEZIG": zelf,
    "B-OVEREENKOMST": overeenkomst,
    "B-BELANG": belang,
    "B-BELANG-OVERLEG": belang_overleg,
    "B-REST": geen_regel_over_deze_weg,
    # A rule is about this route, but a condition failed.
    "B-ROUTE": lambda f: (
        not geen_regel_over_deze_weg(f) and not any(geldt(id_, f) for id_ in ROUTES)
    ),
    # WEB 9.2.13(2): agreed and refused, or agreed and not wanted, cannot both be.
    "N-OVERDRACHT-GEWEIGERD": lambda f: (
        geweigerd(f) and (draagt("N-OVERDRACHT", f) or draagt("N-OVERGANG-DSP", f))
    ),
    "N-OVERDRACHT-ZONDER-ALB": lambda f: (
        nieuw(f)
        and school_en_gemeente(f)
        and f.doel in VSV_DOELEN
        and (f.overgangsdocument_akkoord and not f.alb_gebruik)
        and not toegestemd(f)
    ),
}

# What a ground asks besides, before it carries the sharing.
MITS: Final[dict[str, Lezing]] = {
    # WEB 9.2.13(2); back to the school, what is needed decides and not the document.
    "N-OVERDRACHT": lambda f: (
        (f.overgangsdocument_akkoord and f.begeleiding_akkoord)
        and (f.van == "gemeente" or f.in_overgangsdocument)
        and not (ouders_beslissen_mee(f) and f.toestemming_vertegenwoordiger == "geweigerd")
    ),
    "N-OVERGANG-DSP": lambda f: in_document(f) and f.regionale_taak,
    "N-VSV": lambda f: f.naar != "gemeente" or f.begeleiding_akkoord,
}


def draagt(id_: str, f: F) -> bool:
    """Tell whether a rule about a route gives a ground here."""
    return geldt(id_, f) and (id_ not in MITS or bool(MITS[id_](f)))


PLICHTEN: Final = (
    *("B-LEERPLICHT", "B-LEERPLICHT-VRAAGT"),
    *("N-VERZUIM", "N-VERZUIM-VO", "N-VERZUIM-VSO", "O-VERZUIM"),
    *("N-DUO", "O-DUO", "B-PW-INLICHTING"),
)
TAKEN: Final = (
    *("N-OVERDRACHT", "N-OVERGANG-DSP", "N-VSV", "N-MANDAAT", "N-LP-DSP", "N-BIDN", "N-DUO-DSP"),
    "B-OUDERS",
)


def plicht(f: F) -> bool:
    return any(draagt(id_, f) for id_ in PLICHTEN)


def grond(f: F) -> bool:
    """Everything that can carry it, but danger and a report of violence."""
    taak = any(draagt(id_, f) for id_ in TAKEN)
    return plicht(f) or taak or toegestemd(f) or zelf(f) or overeenkomst(f) or belang(f)
