"""Eén zin op een bladzijde, met een weg verder: voor wie niet binnen is."""

from __future__ import annotations

from html import escape

from aiohttp import web

from dialogs.teksten import tekst


def bladzijde(titel: str, zin: str, knop: str, naar: str, status: int = 200) -> web.Response:
    """Return a page with a title, a sentence and a link; it needs no script.

    Args:
        titel: key of the title.
        zin: key of the sentence.
        knop: key of the words of the link.
        naar: where the link goes, on our own address.
        status: of the answer.
    """
    inhoud = f"""<!doctype html>
<html lang="nl">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>{escape(tekst(titel))} - Weegwijzer</title>
  <link rel="icon" href="/web/icoon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/web/kleuren.css">
  <link rel="stylesheet" href="/web/basis.css">
  <link rel="stylesheet" href="/web/indeling.css">
</head>
<body>
  <header class="kop"><div class="kop-in"><p class="merk"><span>Weegwijzer</span></p></div></header>
  <main class="gewist">
    <h1>{escape(tekst(titel))}</h1>
    <p>{escape(tekst(zin))}</p>
    <div class="rij"><a class="knop hoofd" href="{escape(naar)}">{escape(tekst(knop))}</a></div>
  </main>
</body>
</html>
"""
    return web.Response(text=inhoud, content_type="text/html", status=status)
