// Wat je met een bewaarde weging kunt: lezen, kopiëren, downloaden, een eigen kenmerk geven.

import { bewerkvouw } from "./bewerken.js";
import { icoon, maak } from "./dom.js";
import { meld } from "./stukjes.js";
import { t } from "./teksten.js";

const LANGST = 40; // characters in a reference of one's own
const VORMEN = ["pdf", "odt", "docx", "md", "json"];
const OM_TE_STUREN = ["pdf", "odt"]; // of a paper that goes to somebody else
let velden = 0; // the same weighing may stand on two sheets at once

/** Return the address of a kept weighing, in a form to download when one is named. */
export function adresVan(kenmerk, profiel, vorm = "") {
  const achter = vorm && `.${vorm}`;
  const waar = kenmerk.split("/").map(encodeURIComponent).join("/");
  return `/wegingen/${waar}${achter}?profiel=${encodeURIComponent(profiel)}`;
}

/** Return what one can do with a kept weighing, as links and buttons. */
export function bewaardacties(kenmerk, profiel) {
  return [
    maak(
      "details",
      { class: "downloads" },
      maak("summary", { class: "knop" }, t("wegingen.download")),
      maak(
        "div",
        { class: "rij" },
        VORMEN.map((vorm) =>
          download(`${kenmerk}.${vorm}`, adresVan(kenmerk, profiel, vorm), t(`wegingen.${vorm}`)),
        ),
      ),
    ),
    maak(
      "button",
      { type: "button", onclick: ({ target }) => kopieer(target, kenmerk, profiel) },
      t("wegingen.kopieer"),
    ),
  ];
}

function download(naam, href, label) {
  return maak("a", { class: "knop", href, download: naam }, label);
}

/** Return the papers that go with a kept weighing, each for who reads it; nothing without any. */
export function papieren(kenmerk, profiel, namen = []) {
  const andere = namen.filter((naam) => naam !== "weging");
  if (!andere.length) return null;
  const regel = (papier) =>
    maak(
      "li",
      {},
      maak("span", {}, t(`papier.${papier}`)),
      OM_TE_STUREN.map((vorm) =>
        maak(
          "a",
          {
            class: "knop",
            href: adresVan(`${kenmerk}/${papier}`, profiel, vorm),
            download: `${kenmerk}-${papier}.${vorm}`,
            "aria-label": t("wegingen.papier_als", {
              papier: t(`papier.${papier}`),
              vorm: vorm.toUpperCase(),
            }),
          },
          vorm.toUpperCase(),
        ),
      ),
      bewerkvouw(t(`papier.${papier}`), `${kenmerk}-${papier}`, (achter) =>
        adresVan(`${kenmerk}/${papier}`, profiel).replace("?", `${achter}?`),
      ),
    );
  return maak(
    "details",
    { class: "papieren" },
    maak("summary", {}, t("wegingen.papieren")),
    maak("p", { class: "klein" }, t("wegingen.papieren_uitleg")),
    maak("ul", { class: "kaal" }, andere.map(regel)),
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
