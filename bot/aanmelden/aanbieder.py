"""De aanbieder: bij wie mensen zich aanmelden (OpenID Connect), en wat hij van hen bewijst.

The one module that knows authlib and joserfc: they hold the rules of the protocol, here is what
we ask, accept and remember. Code flow with PKCE; the token comes straight from the provider.
"""

from __future__ import annotations

import asyncio
import base64
import logging
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Annotated, Any, Final
from urllib.parse import quote_plus, urlsplit

from authlib.oauth2.rfc6749.parameters import prepare_grant_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from authlib.oidc.core import CodeIDToken
from joserfc import jws, jwt
from joserfc.errors import JoseError
from joserfc.jwk import JWKRegistry, Key
from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError
from yarl import URL

from bot.aanmelden.ophalen import AanbiederOnbereikbaar, AanbiederWeigert, Ophaler
from bot.aanmelden.poging import Poging
from bot.aanmelden.sessies import Persoon
from bot.adressen import uitgever
from bot.klok import Klok
from bot.wie import vast

log: Final = logging.getLogger(__name__)

ALGORITMES: Final = ("RS256", "PS256", "ES256")
"""Signatures with a key of which only the provider has the other half."""
_SOORTEN: Final = frozenset({"RSA", "EC"})
SPELING: Final = 120
"""Seconds that clocks may differ."""
VERS: Final = 24 * 3600.0
"""Seconds that what the provider says of itself, and its keys, are kept."""
OPNIEUW: Final = 300.0
"""Seconds before keys are asked for again because of one that is unknown."""
RUST: Final = 5.0
"""Seconds that a provider which did not answer is not asked again."""
_IN_FORMULIER: Final = "client_secret_post"
_LANGSTE_ID: Final = 255
_LANGSTE_NAAM: Final = 80
_ONZICHTBAAR: Final = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class Klant:
    """Us, as the provider knows us."""

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    terug: str
    """Where the provider sends people back to."""

    def basis(self) -> str:
        """Return what shows that it is us, as a header: both parts written as in a form."""
        delen = f"{quote_plus(self.client_id)}:{quote_plus(self.client_secret)}"
        return f"Basic {base64.b64encode(delen.encode()).decode()}"


class _Gegevens(BaseModel):
    """What the provider says of itself; the rest we do not use."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    issuer: str
    authorization_endpoint: Annotated[str, AfterValidator(uitgever)]
    token_endpoint: Annotated[str, AfterValidator(uitgever)]
    jwks_uri: Annotated[str, AfterValidator(uitgever)]
    end_session_endpoint: Annotated[str, AfterValidator(uitgever)] | None = None
    token_endpoint_auth_methods_supported: tuple[str, ...] = ("client_secret_basic",)


class Aanbieder:
    """Asks the provider who somebody is, and believes only what is signed and meant for us."""

    def __init__(
        self,
        klant: Klant,
        ophaler: Ophaler,
        klok: Klok,
        seconden: Callable[[], float] = time.monotonic,
    ) -> None:
        self._klant = klant
        self._ophaler = ophaler
        self._klok = klok
        self._seconden = seconden
        self._slot = asyncio.Lock()
        self._gegevens: tuple[_Gegevens, float] | None = None
        self._mislukt: float | None = None
        self._sleutels: tuple[tuple[Key, ...], float] | None = None

    async def aanmeldadres(self, poging: Poging, *, kies: bool) -> str:
        """Return where a browser goes to sign in.

        Args:
            poging: what must come back.
            kies: let people choose an account, also when they are signed in there already.

        Raises:
            AanbiederOnbereikbaar: the provider does not answer as agreed.
        """
        gegevens = await self._wie()
        adres: str = prepare_grant_uri(
            gegevens.authorization_endpoint,
            self._klant.client_id,
            "code",
            redirect_uri=self._klant.terug,
            scope="openid profile",
            state=poging.staat,
            nonce=poging.eenmalig,
            code_challenge=create_s256_code_challenge(poging.bewijs),
            code_challenge_method="S256",
            prompt="select_account" if kies else None,
        )
        return adres

    async def afmeldadres(self, naar: str) -> str | None:
        """Return where a browser goes to sign out at the provider; None where it has no place."""
        gegevens = await self._wie()
        if gegevens.end_session_endpoint is None:
            return None
        vragen = {"client_id": self._klant.client_id, "post_logout_redirect_uri": naar}
        return str(URL(gegevens.end_session_endpoint).update_query(vragen))

    async def persoon(self, poging: Poging, code: str) -> Persoon:
        """Return who signed in.

        Args:
            poging: the attempt of this browser.
            code: what the provider sent along; it takes it once.

        Raises:
            AanbiederWeigert: the code or the token is not for us, or not for this attempt.
            AanbiederOnbereikbaar: the provider does not answer as agreed.
        """
        gegevens = await self._wie()
        velden = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self._klant.terug,
            "code_verifier": poging.bewijs,
        }
        koppen: dict[str, str] = {}
        if _IN_FORMULIER in gegevens.token_endpoint_auth_methods_supported:
            velden |= {
                "client_id": self._klant.client_id,
                "client_secret": self._klant.client_secret,
            }
        else:
            koppen = {"Authorization": self._klant.basis()}
        antwoord = await self._ophaler.breng(gegevens.token_endpoint, velden, koppen)
        token = antwoord.get("id_token")
        if not isinstance(token, str):
            raise AanbiederWeigert
        try:
            bewezen = await self._bewezen(token, gegevens.issuer, poging, antwoord)
            return _persoon(bewezen, gegevens.issuer)
        except (JoseError, ValueError, TypeError, LookupError, RecursionError) as fout:
            log.warning("token niet aanvaard: %s", type(fout).__name__)
            raise AanbiederWeigert from fout

    async def _bewezen(
        self, token: str, issuer: str, poging: Poging, antwoord: dict[str, Any]
    ) -> dict[str, Any]:
        """Return what a token says, once all of it was checked; raises what the library raises."""
        kop = jws.extract_compact(token.encode("ascii")).headers()
        gelezen = jwt.decode(token, await self._sleutel(kop), algorithms=list(ALGORITMES))
        moet: dict[str, Any] = {
            "iss": {"essential": True, "value": issuer},
            "aud": {"essential": True, "value": self._klant.client_id},
        }
        erbij = {
            "nonce": poging.eenmalig,
            "client_id": self._klant.client_id,
            "access_token": antwoord.get("access_token"),
        }
        claims = CodeIDToken(gelezen.claims, gelezen.header, moet, erbij)
        claims.validate(now=int(self._klok().timestamp()), leeway=SPELING)
        return dict(gelezen.claims)

    async def _wie(self) -> _Gegevens:
        async with self._slot:
            nu = self._seconden()
            if self._gegevens is not None and nu - self._gegevens[1] < VERS:
                return self._gegevens[0]
            if self._mislukt is not None and nu - self._mislukt < RUST:
                raise AanbiederOnbereikbaar  # who waits for it would hold up all who come after
            self._mislukt = nu
            self._gegevens = await self._haal_gegevens(), nu
            self._mislukt = None
            return self._gegevens[0]

    async def _haal_gegevens(self) -> _Gegevens:
        adres = f"{self._klant.issuer}/.well-known/openid-configuration"
        try:
            gegevens = _Gegevens.model_validate(await self._ophaler.haal(adres))
        except ValidationError as fout:
            log.warning("aanbieder: wat hij van zichzelf zegt is niet te gebruiken")
            raise AanbiederOnbereikbaar from fout
        if gegevens.issuer.rstrip("/") != self._klant.issuer:
            log.warning("aanbieder: hij noemt zich anders dan is ingesteld")
            raise AanbiederOnbereikbaar
        return gegevens

    async def _sleutel(self, kop: dict[str, Any]) -> Key:
        """Return the key a token was signed with; keys are asked for again only so often."""
        sleutels = await self._haal_sleutels(VERS)
        if (gevonden := _passend(sleutels, kop)) is None:
            gevonden = _passend(await self._haal_sleutels(OPNIEUW), kop)
        if gevonden is None:
            raise LookupError
        return gevonden

    async def _haal_sleutels(self, hoogstens: float) -> tuple[Key, ...]:
        gegevens = await self._wie()
        async with self._slot:
            nu = self._seconden()
            if self._sleutels is not None and nu - self._sleutels[1] < hoogstens:
                return self._sleutels[0]
            alle = (await self._ophaler.haal(gegevens.jwks_uri)).get("keys")
            gelezen = tuple(map(_gelezen, alle)) if isinstance(alle, list) else ()
            bruikbaar = tuple(sleutel for sleutel in gelezen if sleutel is not None)
            self._sleutels = bruikbaar, nu
            return bruikbaar


def _gelezen(sleutel: object) -> Key | None:
    """Read a public key of the provider; None for what we cannot or will not use."""
    if not isinstance(sleutel, dict) or sleutel.get("kty") not in _SOORTEN:
        return None
    if sleutel.get("use") not in (None, "sig"):
        return None
    try:
        return JWKRegistry.import_key(sleutel)
    except (JoseError, ValueError, TypeError, KeyError):
        return None


def _passend(sleutels: tuple[Key, ...], kop: dict[str, Any]) -> Key | None:
    """Return the key that a token names; without a name only when there is one."""
    naam, algoritme = kop.get("kid"), kop.get("alg")
    if naam is None:
        gevonden = list(sleutels)
    else:
        gevonden = [sleutel for sleutel in sleutels if sleutel.kid == naam]
    if len(gevonden) != 1 or gevonden[0].get("alg") not in (None, algoritme):
        return None
    return gevonden[0]


def _persoon(claims: dict[str, Any], issuer: str) -> Persoon:
    """Return who a checked token is about.

    At Entra a person is the object id in its tenant, as in Teams; the tenant counts when it is
    also the one whose address this is. Elsewhere a person is the `sub` of this provider.

    Raises:
        ValueError: it names nobody, or a tenant that is not that of the provider.
    """
    naam = _ONZICHTBAAR.sub("", str(claims.get("name") or "")).strip()[:_LANGSTE_NAAM]
    delen = urlsplit(issuer)
    tenant, id_ = claims.get("tid"), claims.get("oid")
    if isinstance(tenant, str) and tenant and vast(tenant) in map(vast, delen.path.split("/")):
        return Persoon(tenant=vast(tenant), id=vast(_id(id_)), naam=naam)
    if tenant is not None and delen.hostname == "login.microsoftonline.com":
        raise ValueError(tenant)
    plaats = f"{delen.hostname}{delen.path}".rstrip("/")
    return Persoon(tenant=plaats, id=_id(claims["sub"]), naam=naam)


def _id(waarde: object) -> str:
    if not isinstance(waarde, str) or not 0 < len(waarde) <= _LANGSTE_ID:
        raise ValueError(waarde)
    if not waarde.isprintable() or waarde != waarde.strip():
        raise ValueError(waarde)
    return waarde
