// Wat je met een bewaarde weging kunt: lezen, kopiëren, downloaden, een eigen kenmerk geven.

import { icoon, maak } from "./dom.js";
import { meld } from "./stukjes.js";
import { t } from "./teksten.js";

const LANGST = 40; // characters in a reference of one's own
let velden = 0; // the same weighing may stand on two sheets at once

/** Return the address of a kept weighing, in a form to download when one is named. */
export function adresVan(kenmerk, profiel, vorm = "") {
  const achter = vorm && `.${vorm}`;
  return `/wegingen/${encodeURIComponent(kenmerk)}${achter}?profiel=${encodeURIComponent(profiel)}`;
}

/** Return what one can do with a kept weighing, as links and buttons. */
export function bewaardacties(kenmerk, profiel) {
  return [
    download(kenmerk, profiel, "md", "markdown"),
    download(kenmerk, profiel, "json", "json"),
    maak(
      "button",
      { type: "button", onclick: ({ target }) => kopieer(target, kenmerk, profiel) },
      t("wegingen.kopieer"),
    ),
  ];
}

function download(kenmerk, profiel, vorm, naam) {
  const href = adresVan(kenmerk, profiel, vorm);
  return maak(
    "a",
    { class: "knop", href, download: `${kenmerk}.${vorm}` },
    t(`wegingen.${naam}`),
  );
}

/** Put the whole record on the clipboard, and say on the button whether that worked. */
async function kopieer(knop, kenmerk, profiel) {
  const gelukt = await haal(adresVan(kenmerk, profiel, "md"))
    .then((tekst) => navigator.clipboard.writeText(tekst))
    .then(
      () => true,
      () => false,
    );
  knop.textContent = t(gelukt ? "wegingen.gekopieerd" : "wegingen.niet_gekopieerd");
  meld(knop.textContent);
}

async function haal(adres) {
  const antwoord = await fetch(adres);
  if (!antwoord.ok) throw new Error("niet te lezen");
  return antwoord.text();
}

/** Return the field for a reference of one's own; what is filled in is said in the conversation. */
export function eigenKenmerk(kenmerk, zeg, nu = "") {
  const id = `eigen-${++velden}`;
  const veld = maak("input", {
    type: "text",
    id,
    maxlength: LANGST,
    autocomplete: "off",
    value: nu,
    "aria-describedby": `${id}-uitleg`,
  });
  const verstuur = (gebeurtenis) => {
    gebeurtenis.preventDefault();
    zeg(`kenmerk ${kenmerk} ${veld.value.trim() || t("wegingen.eigen_geen")}`);
  };
  return maak(
    "form",
    { class: "eigen", onsubmit: verstuur },
    maak("label", { for: id }, t("wegingen.eigen")),
    maak("div", { class: "rij" }, veld, maak("button", {}, icoon("vink"), t("wegingen.eigen_ok"))),
    maak("p", { class: "klein", id: `${id}-uitleg` }, t("wegingen.eigen_uitleg")),
  );
}
