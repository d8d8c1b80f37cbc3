// De naslag: casussen en begrippen zoeken, en een casus onder de oude en de nieuwe wet.

import { icoon, maak } from "./dom.js";
import { oordeelkaart } from "./samenvatting.js";
import { bronregel, regelpunt } from "./stukjes.js";
import { t } from "./teksten.js";
import { vlak } from "./velden.js";

let lijstblad = null; // the list with what was sought in it, to come back to

/** Show the list, or one casus or begrip when there is an `id`. */
export async function toonNaslag(waar, id) {
  const { hash } = location;
  const inhoud = id ? await een(id) : await lijst();
  if (location.hash !== hash) return; // somebody went on meanwhile
  waar.replaceChildren(...inhoud.flat().filter(Boolean));
}

async function lijst() {
  if (lijstblad) return lijstblad;
  const gelezen = await haal("/naslag");
  if (gelezen) lijstblad = toonLijst(gelezen.lijst).flat();
  return lijstblad ?? mislukt();
}

async function een(id) {
  const terug = maak("p", {}, maak("a", { href: "#naslag" }, `← ${t("naslag.terug")}`));
  const gelezen = await haal(`/naslag/${encodeURIComponent(id)}`);
  return [terug, gelezen ? toonEen(gelezen) : mislukt()].flat();
}

async function haal(pad) {
  const antwoord = await fetch(pad).catch(() => null);
  return antwoord?.ok ? antwoord.json() : null;
}

function mislukt() {
  const fout = maak("p", { class: "fout" }, t("wegingen.mislukt"));
  return [maak("h1", { tabindex: "-1" }, t("naslag.titel")), fout];
}

function toonLijst(alle) {
  const groepen = [
    ["casussen", alle.filter((een) => een.soort === "casus")],
    ["begrippen", alle.filter((een) => een.soort !== "casus")],
  ].map(([naam, lijst]) => groep(naam, lijst));
  const gevonden = maak("p", { class: "klein", role: "status" });
  const zoek = ({ target }) => {
    const delen = vlak(target.value).split(/\s+/u).filter(Boolean);
    const aantal = groepen.reduce((som, deel) => som + deel.zoek(delen), 0);
    const woorden = aantal ? t("naslag.gevonden", { aantal }) : t("naslag.niets");
    gevonden.textContent = delen.length ? woorden : "";
  };
  return [
    maak("h1", { tabindex: "-1" }, t("naslag.titel")),
    maak("p", {}, t("naslag.uitleg")),
    maak(
      "div",
      { class: "zoek" },
      maak("label", { for: "naslag-zoek" }, t("naslag.zoek")),
      maak("input", { type: "search", id: "naslag-zoek", autocomplete: "off", oninput: zoek }),
      gevonden,
    ),
    groepen.map((deel) => deel.el),
  ];
}

function groep(naam, lijst) {
  const rijen = lijst.map((een) => ({
    el: maak("li", {}, maak("a", { href: `#naslag/${een.id}` }, hoofdletter(een.titel))),
    woorden: vlak([een.id, een.titel, ...(een.trefwoorden ?? [])].join(" ")),
  }));
  const el = maak(
    "section",
    {},
    maak("h2", {}, t(`naslag.${naam}`)),
    maak(
      "ul",
      { class: "kaal lijst" },
      rijen.map((rij) => rij.el),
    ),
  );
  const zoek = (delen) => {
    for (const rij of rijen) rij.el.hidden = !delen.every((deel) => rij.woorden.includes(deel));
    const aantal = rijen.filter((rij) => !rij.el.hidden).length;
    el.hidden = aantal === 0;
    return aantal;
  };
  return { el, zoek };
}

function toonEen(een) {
  const kop = maak("h1", { tabindex: "-1" }, hoofdletter(een.titel));
  if (een.soort === "casus") return [kop, een.situaties.map(situatie)];
  return [
    kop,
    maak("p", {}, een.uitleg),
    een.uitzoeken && maak("p", {}, een.uitzoeken),
    bronregel(een.bronnen),
  ];
}

function situatie({ waar, feiten, oud, nieuw, eigen }) {
  const oordelen = (uitkomsten) => (uitkomsten ?? []).map((uit) => uit.oordeel).join();
  const gelijk = oordelen(oud) === oordelen(nieuw);
  const rijen = feiten.map(({ feit, waarde }) =>
    maak("div", {}, maak("dt", {}, feit), maak("dd", {}, waarde)),
  );
  return maak(
    "section",
    { class: "situatie" },
    maak("h2", {}, waar),
    maak(
      "p",
      { class: "vergelijk" },
      icoon(gelijk ? "gelijk" : "ongelijk"),
      t(gelijk ? "naslag.gelijk" : "naslag.ongelijk"),
    ),
    maak("div", { class: "zijaanzij" }, wet("oud", oud, eigen), wet("nieuw", nieuw, eigen)),
    maak(
      "details",
      {},
      maak("summary", {}, t("naslag.feiten")),
      maak("dl", { class: "feiten" }, rijen),
    ),
  );
}

function wet(naam, uitkomsten, eigen) {
  const deel = (uit) => [
    oordeelkaart(
      { ...uit, doel: uit.doel_in_woorden, grondslag_in_woorden: uit.grondslag },
      { kop: 4, metDoel: uitkomsten.length > 1 },
    ),
    uit.regels.length > 0 &&
      maak(
        "details",
        {},
        maak("summary", {}, t("verloop.regels")),
        maak("ul", {}, uit.regels.map(regelpunt)),
        bronregel(uit.bronnen),
      ),
  ];
  return maak(
    "div",
    { class: "wet" },
    maak(
      "h3",
      {},
      t(`naslag.${naam}`),
      eigen === naam && maak("span", { class: "eigen" }, t("naslag.eigen")),
    ),
    (uitkomsten ?? []).map(deel),
  );
}

function hoofdletter(tekst) {
  return tekst.charAt(0).toUpperCase() + tekst.slice(1);
}
