"""Of de instellingen bij elkaar passen: een halve instelling houdt het starten tegen."""

from __future__ import annotations

from collections.abc import Iterable

from bot.adressen import is_hier
from bot.fouten import BotFout
from bot.instellingen import Instellingen, naam_van
from bot.mensen import ENIGE, Mens, Mensen


class HalfIngesteld(BotFout):
    """Something is set that works only with something else, which is not."""

    sleutel = "aanmelden.half"


class DubbelIngesteld(BotFout):
    """Two ways to sign in are set: then it is unclear who somebody is."""

    sleutel = "aanmelden.dubbel"


class AanmeldenNodig(BotFout):
    """Others than this machine could come in, and nobody signs in."""

    sleutel = "aanmelden.nodig"


class VersleutelingNodig(BotFout):
    """Others than this machine could come in, and what they send could be read on the way."""

    sleutel = "aanmelden.versleuteling"


class GeheimNodig(BotFout):
    """The proxy is elsewhere, and nothing tells it from whoever else gets its address."""

    sleutel = "aanmelden.geheim"


class RolZonderAanmelden(BotFout):
    """Somebody is named on the page, where nobody can prove to be that person."""

    sleutel = "aanmelden.rol"


class TenantOnduidelijk(BotFout):
    """`*` stands for the only tenant, and there is not exactly one."""

    sleutel = "aanmelden.tenant"


_OIDC = ("oidc_issuer", "oidc_client_id", "oidc_client_secret")
_PROXY = ("proxy_kop", "proxy_adressen")
_BIJ_PROXY = ("proxy_geheim", "proxy_afmelden")


def met_aanmelden(instellingen: Instellingen) -> bool:
    """Tell whether people sign in on the page."""
    return bool(_gezet(instellingen, _OIDC) or _gezet(instellingen, (*_PROXY, *_BIJ_PROXY)))


def controleer(instellingen: Instellingen) -> None:
    """Check that what is set belongs together.

    Raises:
        BotFout: it does not; the sentence names what is missing.
    """
    oidc = _gezet(instellingen, _OIDC)
    proxy = _gezet(instellingen, (*_PROXY, *_BIJ_PROXY))
    if oidc and proxy:
        raise DubbelIngesteld(een=naam_van(oidc[0]), ander=naam_van(proxy[0]))
    nodig = (*_OIDC, "url") if oidc else (*_PROXY, "url") if proxy else ()
    mist = [veld for veld in nodig if veld not in _gezet(instellingen, nodig)]
    if mist:
        namen = ", ".join(map(naam_van, mist))
        raise HalfIngesteld(wel=naam_van((oidc or proxy)[0]), mist=namen)
    _controleer_netwerk(instellingen)
    _controleer_mensen(instellingen)


def _gezet(instellingen: Instellingen, velden: Iterable[str]) -> tuple[str, ...]:
    return tuple(veld for veld in velden if getattr(instellingen, veld))


def _controleer_netwerk(instellingen: Instellingen) -> None:
    buiten = not is_hier(instellingen.adres)
    if buiten and not met_aanmelden(instellingen):
        raise AanmeldenNodig(adres=instellingen.adres)
    if buiten and not str(instellingen.url).startswith("https://"):
        raise VersleutelingNodig
    elders = [n for n in instellingen.proxy_adressen if not n.is_loopback]
    if elders and instellingen.proxy_geheim is None:
        raise GeheimNodig(adres=str(elders[0]))


def _controleer_mensen(instellingen: Instellingen) -> None:
    genoemd: dict[str, Iterable[Mens]] = {
        "privacy_officers": instellingen.privacy_officers,
        "beheerders": instellingen.beheerders,
        "zelfde_persoon": sorted(instellingen.zelfde_persoon.mensen(), key=lambda m: m.kanaal),
    }
    for veld, mensen in genoemd.items():
        for mens in mensen:
            if mens.kanaal == "web" and not met_aanmelden(instellingen):
                raise RolZonderAanmelden(naam=naam_van(veld))
            if mens.tenant == ENIGE and not _een_tenant(instellingen, mens.kanaal):
                raise TenantOnduidelijk(naam=naam_van(veld))


def _een_tenant(instellingen: Instellingen, kanaal: str) -> bool:
    """Tell whether there is one tenant in a channel: of this machine, or whom one signs in with."""
    match kanaal:
        case "teams":
            return len(instellingen.teams_tenants) == 1
        case "slack":
            return False
        case _:
            return True


def mensen(instellingen: Instellingen) -> Mensen:
    """Return what the settings say of people."""
    return Mensen(
        instellingen.privacy_officers, instellingen.beheerders, instellingen.zelfde_persoon
    )
