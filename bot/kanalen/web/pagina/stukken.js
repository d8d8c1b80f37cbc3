// Wat uit stukken bestaat: de samenvatting en de naslag. Welke er zijn staat in `dialogs/stukken`.

import { icoon, maak } from "./dom.js";
import { bronregel, regelpunt } from "./stukjes.js";
import { t } from "./teksten.js";

const LANG = 8; // more points than this stand in two columns

/**
 * Return the parts as elements.
 * @param {number} kop level of the heading that a title becomes
 */
export function toonStukken(stukken, kop = 1) {
  let onder = kop + 1; // what stands under the last chapter has this level
  const elementen = stukken.map((stuk) => {
    if (stuk.soort !== "kop") return MAKERS[stuk.soort](stuk, onder);
    const niveau = stuk.niveau + kop - 1;
    if (!stuk.licht) onder = niveau + 1;
    return titel(stuk, niveau);
  });
  return elementen.flat(Infinity).filter(Boolean);
}

function titel({ tekst }, niveau) {
  return maak(`h${niveau}`, niveau === 1 ? { tabindex: "-1" } : {}, tekst);
}

const MAKERS = {
  alinea,
  punten: ({ punten, bronnen, genummerd }) => [
    lijst(punten.map((punt) => punt.map(run)), genummerd),
    bronregel(bronnen),
  ],
  rijen: ({ rol, rijen }) =>
    maak("dl", { class: rol }, rijen.map(naamwaarde)),
  onderbouwing,
  oordeel: (stuk, niveau) => [
    oordeelkaart(stuk, niveau),
    stuk.open.length > 0 && [maak(`h${niveau}`, {}, t("stuk.open")), lijst([...new Set(stuk.open)])],
  ],
  oordelen: ({ oordelen }, niveau) =>
    maak(
      "div",
      { class: "zijaanzij" },
      ["oud", "nieuw"].map((regime) => wet(regime, oordelen, niveau)),
    ),
  tabel: (stuk, niveau) =>
    stuk.rol === "lijst"
      ? tabel(stuk)
      : [
          maak(`h${niveau}`, {}, t("naslag.verschillen")),
          stuk.rijen.map((rij) => verschil(stuk.kop, rij, niveau + 1)),
        ],
  kader: ({ kop, stukken }, niveau) =>
    maak(
      "section",
      { class: "spanning" },
      icoon("let_op"),
      maak("div", {}, titel(kop, niveau), toonStukken(stukken)),
    ),
  tekenruimte: ({ rijen, lijnen }) =>
    maak(
      "dl",
      { class: "feiten tekenruimte" },
      [...rijen, ...lijnen.map((naam) => ({ naam, waarde: "" }))].map(naamwaarde),
    ),
  bladzijde: () => maak("hr", { class: "bladzijde" }),
  ondertekening: ({ zinnen }) => maak("p", { class: "klein voet" }, zinnen.join(" ")),
};

function run({ tekst, vorm, naar }) {
  if (naar) return maak("a", { href: `#naslag/${naar}` }, tekst);
  return vorm === "sterk" ? maak("strong", {}, tekst) : tekst;
}

function alinea({ rol, kop, runs, bronnen }) {
  const klas = rol === "gewoon" ? null : rol;
  // Large already: an introduction needs no word before it and nothing bold.
  if (rol === "inleiding")
    return [maak("p", { class: klas }, runs.map(({ tekst }) => tekst)), bronregel(bronnen)];
  const voor = kop && [maak("strong", {}, kop), maak("br")];
  return [maak("p", { class: klas }, voor, runs.map(run)), bronregel(bronnen)];
}

function naamwaarde({ naam, waarde }) {
  return maak("div", {}, maak("dt", {}, naam), maak("dd", {}, waarde));
}

/** Rows of one kind under a header; on a narrow screen it scrolls by itself. */
function tabel({ hoek, kop, rijen }) {
  const koppen = [hoek, ...kop].map((naam) => maak("th", { scope: "col" }, naam));
  const rij = ({ naam, cellen }) =>
    maak(
      "tr",
      {},
      maak("th", { scope: "row" }, naam),
      // On a narrow screen the header is gone, and every cell says what it is.
      cellen.map((cel, plek) => maak("td", { "data-kop": kop[plek] }, toonStukken(cel))),
    );
  return maak(
    "div",
    { class: "tabel", tabindex: "0", role: "region", "aria-label": t("stuk.gegevens") },
    maak("table", {}, maak("thead", {}, maak("tr", {}, koppen)), maak("tbody", {}, rijen.map(rij))),
  );
}

function lijst(punten, genummerd = false) {
  return maak(
    genummerd ? "ol" : "ul",
    { class: punten.length > LANG ? "lang" : null },
    punten.map((punt) => maak("li", {}, punt)),
  );
}

function onderbouwing({ regels, bronnen }) {
  return [regels.length > 0 && maak("ul", {}, regels.map(regelpunt)), bronregel(bronnen)];
}

/** Return the verdict on one doel: word, shape and colour, the ground and each data item. */
export function oordeelkaart({ oordeel, doel, uitspraak, uitleg, gegevens }, kop = 2) {
  return maak(
    "section",
    { class: `oordeel ${oordeel}` },
    icoon(oordeel, "groot"),
    maak(
      "div",
      {},
      doel && maak("p", { class: "klein" }, doel),
      maak(`h${kop}`, {}, t(`oordeel.${oordeel}`)),
      maak("p", {}, uitspraak),
      uitleg.map((zin) => maak("p", {}, zin)),
      gegevens.length > 0 &&
        maak(
          "ul",
          { class: "kaal gegevens", "aria-label": t("stuk.gegevens") },
          gegevens.map(gegeven),
        ),
    ),
  );
}

function gegeven({ naam, oordeel, zelf, reden }) {
  const hoe = zelf ? "zelf" : oordeel;
  return maak(
    "li",
    {},
    icoon(oordeel, oordeel),
    maak(
      "span",
      {},
      `${naam}: `,
      maak("strong", {}, t(`stuk.delen_${hoe}`)),
      reden && maak("span", { class: "klein" }, ` ${reden}`),
    ),
  );
}

/** The verdicts under one law, each with its rules to unfold. */
function wet(regime, oordelen, niveau) {
  const kaart = ({ variant, oordeel, onderbouwing: waarop }) => [
    variant && maak("p", { class: "variant" }, variant),
    oordeelkaart(oordeel, niveau + 2),
    waarop.regels.length > 0 &&
      maak(
        "details",
        {},
        maak("summary", {}, t("verloop.regels")),
        maak("div", {}, onderbouwing(waarop)),
      ),
  ];
  const kop = maak(`h${niveau + 1}`, {}, t(`onderwerp.kop_${regime}`));
  const eigen = oordelen.filter((oordeel) => oordeel.regime === regime);
  return maak("div", { class: "wet" }, kop, eigen.map(kaart));
}

/** One subject under both laws: old beside new, or one box where nothing changed. */
function verschil(kop, { naam, cellen, gelijk }, niveau) {
  const [oud, nieuw] = cellen.map((cel) => toonStukken(cel));
  const vak = (soort, wanneer, inhoud) =>
    maak("div", { class: `vak ${soort}` }, maak(`h${niveau + 1}`, {}, wanneer), inhoud);
  return maak(
    "section",
    { class: "verschil" },
    maak(`h${niveau}`, {}, naam),
    gelijk
      ? vak("gelijk", [icoon("gelijk"), t("onderwerp.gelijk")], oud)
      : maak("div", { class: "zijaanzij" }, vak("oud", kop[0], oud), vak("nieuw", kop[1], nieuw)),
  );
}
