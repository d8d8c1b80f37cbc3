// Eén onderwerp van de naslag: een casus met haar oordelen, of een ander stuk om te lezen.

import { icoon, maak } from "./dom.js";
import { opmaak } from "./opmaak.js";
import { oordeelkaart } from "./samenvatting.js";
import { bronregel, regelpunt } from "./stukjes.js";
import { t } from "./teksten.js";

/**
 * Return the page of a topic.
 * @param {(waarde: string) => void} begin begins a weighing with the facts of a casus
 */
export function bladzijde(over, begin) {
  const casus = over.soort === "casus";
  return maak(
    "article",
    { class: "onderwerp" },
    maak("p", { class: "voortgang" }, t(`onderwerpsoort.${over.soort}`)),
    maak("h1", { tabindex: "-1" }, over.naam),
    maak("div", { class: "inleiding" }, stuk(over.kort)),
    over.begin && beginknop(over.begin, begin),
    over.situatie && deel("onderwerp.situatie", stuk(over.situatie)),
    over.oordelen.length > 0 && oordelen(over.oordelen),
    !casus && over.alineas.map(alinea),
    over.verschillen.length > 0 && verschillen(over.verschillen),
    over.veranderd && deel("onderwerp.veranderd", stuk(over.veranderd)),
    over.spanning.length > 0 && spanning(over.spanning),
    casus && over.alineas.map(alinea),
    over.grens && deel("onderwerp.grens", opmaak(over.grens, 3)),
    over.begin && over.verschillen.length > 0 && beginknop(over.begin, begin),
    over.zie_ook.length > 0 && deel("onderwerp.zie_ook", zieOok(over.zie_ook)),
  );
}

function beginknop({ waarde, label }, begin) {
  const knop = maak("button", { type: "button", class: "hoofd", onclick: () => begin(waarde) });
  knop.append(label, icoon("stuur"));
  return maak("div", { class: "rij acties" }, knop);
}

/** A text with its sources under it. */
function stuk({ tekst, bronnen }) {
  return [opmaak(tekst, 3), bronregel(bronnen)];
}

function deel(kop, ...inhoud) {
  return maak("section", {}, maak("h2", {}, t(kop)), inhoud);
}

function alinea(over) {
  return maak("section", {}, over.kop && maak("h2", {}, over.kop), stuk(over));
}

/** The verdicts beside each other: what was, and what is. */
function oordelen(lijst) {
  return deel(
    "onderwerp.oordeel",
    maak("div", { class: "zijaanzij" }, wet("oud", lijst), wet("nieuw", lijst)),
    maak("p", { class: "klein" }, t("onderwerp.berekend")),
  );
}

function wet(regime, lijst) {
  const kaart = (oordeel) => [
    oordeel.variant && maak("p", { class: "variant" }, oordeel.variant),
    oordeelkaart(oordeel, { kop: 4, metDoel: false }),
    oordeel.regels.length > 0 &&
      maak(
        "details",
        {},
        maak("summary", {}, t("verloop.regels")),
        maak("div", {}, maak("ul", {}, oordeel.regels.map(regelpunt)), bronregel(oordeel.bronnen)),
      ),
  ];
  const eigen = lijst.filter((oordeel) => oordeel.regime === regime);
  const kop = maak("h3", {}, t(`onderwerp.kop_${regime}`));
  return maak("div", { class: "wet" }, kop, eigen.map(kaart));
}

function verschillen(lijst) {
  const vak = (regime, over) => {
    const wanneer = maak("h4", {}, t(`onderwerp.kop_${regime}`));
    return maak("div", { class: `vak ${regime}` }, wanneer, stuk(over));
  };
  const een = ({ kop, oud, nieuw, gelijk }) =>
    maak(
      "section",
      { class: "verschil" },
      maak("h3", {}, kop),
      gelijk
        ? maak(
            "div",
            { class: "vak gelijk" },
            maak("h4", {}, icoon("gelijk"), t("onderwerp.gelijk")),
            stuk(gelijk),
          )
        : maak("div", { class: "zijaanzij" }, vak("oud", oud), vak("nieuw", nieuw)),
    );
  return deel("naslag.verschillen", lijst.map(een));
}

function spanning(lijst) {
  return maak(
    "section",
    { class: "spanning" },
    icoon("let_op"),
    maak("div", {}, maak("h2", {}, t("onderwerp.spanning")), lijst.map(stuk)),
  );
}

function zieOok(lijst) {
  const rij = ({ id, naam }) => maak("li", {}, maak("a", { href: `#naslag/${id}` }, naam));
  return maak("ul", {}, lijst.map(rij));
}
