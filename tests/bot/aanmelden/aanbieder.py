"""Een namaak-aanbieder van OpenID Connect: echte tokens, echt HTTP, en te bederven."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import hmac
import itertools
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final
from urllib.parse import quote_plus

from aiohttp import web
from aiohttp.test_utils import TestServer
from joserfc import jws
from joserfc.jwk import RSAKey

from tests.bot.nep import klok

CLIENT: Final = "weegwijzer"
GEHEIM: Final = "geheim van de klant"
TENANT: Final = "11111111-aaaa-bbbb-cccc-000000000001"
OID: Final = "22222222-aaaa-bbbb-cccc-00000000000{}"


@cache
def sleutel(naam: str) -> RSAKey:
    """Return a key of this name; making one takes long."""
    return RSAKey.generate_key(2048, parameters={"kid": naam})


def getekend(claims: dict[str, Any], met: RSAKey, **kop: Any) -> str:
    """Sign claims as they are; the library would look at them first."""
    return jws.serialize_compact({"alg": "RS256", **kop}, json.dumps(claims), met)


def deel(inhoud: dict[str, Any]) -> str:
    """Return one part of a token."""
    return base64.urlsafe_b64encode(json.dumps(inhoud).encode()).rstrip(b"=").decode()


@dataclass
class Namaak:
    """Signs in whom it is told, checks what a real one checks, and counts what it is asked."""

    url: str = ""
    pad: str = ""
    persoon: dict[str, Any] = field(default_factory=dict)
    """Claims of who signs in."""
    sleutels: list[str] = field(default_factory=lambda: ["een"])
    tekent: str = "een"
    waarvoor: str = "sig"
    """What our keys are for."""
    bederf: Callable[[dict[str, Any]], object] = len
    """Changes the claims before they are signed."""
    maak: Callable[[dict[str, Any]], str] | None = None
    """Makes the token instead of us."""
    gegevens: dict[str, Any] = field(default_factory=dict)
    """Says other things of itself."""
    gevraagd: list[str] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    uit: bool = False
    klok: Callable[[], dt.datetime] = klok
    _nummers: itertools.count[int] = field(default_factory=itertools.count)

    @property
    def issuer(self) -> str:
        return f"{self.url}{self.pad}"

    def routes(self) -> list[web.RouteDef]:
        voor = self.pad
        return [
            web.get(f"{voor}/.well-known/openid-configuration", self._zelf),
            web.get("/sleutels", self._sleutels),
            web.get("/toestemming", self._toestemming),
            web.post("/token", self._token),
            web.get("/weg", self._weg),
        ]

    async def _zelf(self, _: web.Request) -> web.Response:
        self.gevraagd.append("zelf")
        if self.uit:
            return web.Response(status=503)
        return web.json_response(
            {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.url}/toestemming",
                "token_endpoint": f"{self.url}/token",
                "jwks_uri": f"{self.url}/sleutels",
                "end_session_endpoint": f"{self.url}/weg",
                "token_endpoint_auth_methods_supported": ["client_secret_basic"],
                "response_types_supported": ["code"],
            }
            | self.gegevens
        )

    async def _sleutels(self, _: web.Request) -> web.Response:
        self.gevraagd.append("sleutels")
        rommel: list[object] = [{"kty": "XX", "kid": "x"}, 5, {"kty": "RSA", "kid": "half"}]
        echt = [{**sleutel(n).as_dict(private=False), "use": self.waarvoor} for n in self.sleutels]
        return web.json_response({"keys": [*rommel, *echt]})

    async def _toestemming(self, verzoek: web.Request) -> web.Response:
        """Ask nothing, and send the browser back at once with a code."""
        vraag = dict(verzoek.query)
        assert vraag["client_id"] == CLIENT
        assert vraag["code_challenge_method"] == "S256"
        assert vraag["response_type"] == "code"
        code = f"code-{next(self._nummers)}"
        self.codes[code] = vraag
        naar = f"{vraag['redirect_uri']}?code={code}&state={vraag['state']}"
        return web.Response(status=302, headers={"Location": naar})

    async def _weg(self, verzoek: web.Request) -> web.Response:
        """Sign out, and send the browser back where it came from."""
        self.gevraagd.append("weg")
        assert verzoek.query["client_id"] == CLIENT
        naar = verzoek.query["post_logout_redirect_uri"]
        return web.Response(status=302, headers={"Location": naar})

    async def _token(self, verzoek: web.Request) -> web.Response:
        self.gevraagd.append("token")
        gebracht = await verzoek.post()
        basis = base64.b64encode(f"{CLIENT}:{quote_plus(GEHEIM)}".encode()).decode()
        in_formulier = (gebracht.get("client_id"), gebracht.get("client_secret"))
        vraag = self.codes.pop(str(gebracht.get("code")), None)  # a code counts once
        proef = hashlib.sha256(str(gebracht.get("code_verifier")).encode()).digest()
        uitdaging = base64.urlsafe_b64encode(proef).rstrip(b"=").decode()
        if (
            (verzoek.headers.get("Authorization"), in_formulier)
            not in ((f"Basic {basis}", (None, None)), (None, (CLIENT, GEHEIM)))
            or vraag is None
            or vraag["code_challenge"] != uitdaging
            or vraag["redirect_uri"] != gebracht.get("redirect_uri")
        ):
            return web.json_response({"error": "invalid_grant"}, status=400)
        claims = self.claims(vraag["nonce"])
        self.bederf(claims)
        token = self.maak(claims) if self.maak else self.getekend(claims)
        return web.json_response(
            {"id_token": token, "access_token": "x", "token_type": "Bearer", "expires_in": 3600}
        )

    def claims(self, nonce: str) -> dict[str, Any]:
        nu = int(self.klok().timestamp())
        return {
            "iss": self.issuer,
            "aud": CLIENT,
            "sub": "anne",
            "name": "Anne de Vries",
            "nonce": nonce,
            "iat": nu,
            "exp": nu + 3600,
            **self.persoon,
        }

    def getekend(self, claims: dict[str, Any], **kop: Any) -> str:
        wie = sleutel(self.tekent)
        return getekend(claims, wie, kid=self.tekent, **kop)

    def met_publieke_sleutel(self, claims: dict[str, Any], **kop: Any) -> str:
        """Sign with what everybody knows, as if it were a secret we share."""
        bekend = sleutel(self.tekent).as_pem(private=False)
        # The library refuses to make this; an attacker's does not.
        inhoud = f"{deel({'alg': 'HS256', 'kid': self.tekent, **kop})}.{deel(claims)}"
        afdruk = hmac.digest(bekend, inhoud.encode(), "sha256")
        return f"{inhoud}.{base64.urlsafe_b64encode(afdruk).rstrip(b'=').decode()}"


@asynccontextmanager
async def aanbieder(pad: str = "") -> AsyncIterator[Namaak]:
    """Run a provider for as long as the block runs."""
    namaak = Namaak(pad=pad)
    app = web.Application()
    app.add_routes(namaak.routes())
    server = TestServer(app, host="127.0.0.1")
    await server.start_server()
    namaak.url = f"http://127.0.0.1:{server.port}"
    try:
        yield namaak
    finally:
        await server.close()
