// De samenvatting: klein naast het gesprek, en heel om te lezen en af te drukken.

import { icoon, maak } from "./dom.js";
import { regelpunt } from "./stukjes.js";
import { t } from "./teksten.js";

/** Return the verdict on one doel: word, shape and colour, the ground and each data item. */
export function oordeelkaart(doel, { kop = 2, metDoel = true, kort = false } = {}) {
  const grond = doel.grondslag_in_woorden ?? (doel.grondslag && t(`grondslagen.${doel.grondslag}`));
  return maak(
    "section",
    { class: `oordeel ${doel.oordeel}` },
    icoon(doel.oordeel, "groot"),
    maak(
      "div",
      {},
      metDoel &&
        doel.doel &&
        maak("p", { class: "klein" }, t("samenvatting.doel", { doel: doel.doel_in_woorden })),
      maak(`h${kop}`, {}, t(`oordeel.${doel.oordeel}`)),
      maak("p", {}, doel.oordeel_in_woorden),
      grond && !kort && maak("p", {}, t("samenvatting.grondslag", { grondslag: grond })),
      doel.alternatief &&
        maak("p", {}, t("samenvatting.alternatief", { alternatief: doel.alternatief })),
      gegevens(doel.gegevens, kort),
    ),
  );
}

function gegevens(lijst, kort) {
  if (!lijst.length) return null;
  const rij = ({ naam, oordeel, reden }) =>
    maak(
      "li",
      {},
      icoon(oordeel, oordeel),
      maak(
        "span",
        {},
        `${naam}: `,
        maak("strong", {}, t(`samenvatting.delen_${oordeel}`)),
        !kort && reden && maak("span", { class: "klein" }, ` ${reden}`),
      ),
    );
  return maak("ul", { class: "kaal gegevens", "aria-label": t("zij.gegevens") }, lijst.map(rij));
}

function punten(sleutel, lijst, kop) {
  const elk = [...new Set(lijst)];
  if (!elk.length) return null;
  const lang = elk.length > 8 ? "lang" : null;
  return [
    maak(`h${kop}`, {}, t(`samenvatting.${sleutel}`)),
    maak(
      "ul",
      { class: lang },
      elk.map((punt) => maak("li", {}, punt)),
    ),
  ];
}

/** Fill the panel beside the conversation. */
export function toonZij(waar, beeld) {
  const s = beeld.samenvatting;
  const begonnen = s.vooraf.length + s.altijd.length > 0;
  waar.replaceChildren(
    maak("h2", {}, t("samenvatting.titel_tussen")),
    begonnen ? kern(s.vooraf) : maak("p", { class: "klein" }, t("zij.leeg")),
    ...(begonnen
      ? s.doelen.flatMap((doel) => klein(doel, s.doelen.length > 1)).filter(Boolean)
      : []),
    ...(begonnen ? [maak("p", {}, maak("a", { href: "#samenvatting" }, t("zij.groot")))] : []),
  );
}

/** Who gives what to whom, as far as it was told. */
function kern(vooraf) {
  const rij = (naam) => {
    const gevonden = vooraf.find((vraag) => vraag.sleutel === naam);
    return (
      gevonden &&
      maak("div", {}, maak("dt", {}, t(`zij.${naam}`)), maak("dd", {}, gevonden.antwoord))
    );
  };
  return maak("dl", { class: "kern" }, ["van", "naar", "doel", "gegevens"].map(rij));
}

function klein(doel, metDoel) {
  // While one is still answering, that something is missing is no verdict and no task.
  const bezig = doel.oordeel === "onvolledig";
  return [
    oordeelkaart(bezig ? { ...doel, oordeel_in_woorden: t("zij.bezig"), gegevens: [] } : doel, {
      kop: 3,
      metDoel,
      kort: true,
    }),
    doel.stappen
      .filter((stap) => stap.conclusie)
      .map((stap) =>
        maak(
          "p",
          { class: "conclusie" },
          maak("strong", {}, stap.titel),
          maak("br"),
          stap.conclusie,
        ),
      ),
    punten("voorwaarden", doel.voorwaarden, 3),
    punten("let_op", doel.let_op, 3),
    punten("acties", doel.acties, 3),
  ].flat();
}

/** Return a whole summary as a document; `kop` is the level of its title. */
export function document_(s, kop = 1) {
  const titel = s.kenmerk
    ? t("samenvatting.titel", { kenmerk: s.kenmerk })
    : t(s.compleet ? "samenvatting.titel_concept" : "samenvatting.titel_tussen");
  const feiten = [
    ["datum_weging", dag(s.datum_weging)],
    ["datum_delen", dag(s.datum_delen)],
    ["regime", t(`regime.${s.regime}`)],
    ["gemaakt_door", s.gemaakt_door],
  ].filter(([, waarde]) => waarde);
  return maak(
    "article",
    { class: "document" },
    maak(`h${kop}`, { tabindex: "-1" }, titel),
    maak("p", { class: "inleiding" }, s.situatie),
    s.omschrijving &&
      maak("p", {}, maak("strong", {}, t("samenvatting.omschrijving")), maak("br"), s.omschrijving),
    maak(
      "dl",
      { class: "feiten" },
      feiten.map(([naam, waarde]) =>
        maak("div", {}, maak("dt", {}, t(`samenvatting.${naam}`)), maak("dd", {}, waarde)),
      ),
    ),
    s.doelen.map((doel) => doelDeel(doel, kop + 1)),
    vragen(
      t("samenvatting.vooraf"),
      s.vooraf.filter((v) => v.sleutel !== "omschrijving"),
      kop + 1,
    ),
    vragen(
      t("zij.altijd"),
      s.altijd.filter((v) => v.sleutel !== "functie"),
      kop + 1,
    ),
    maak(
      "p",
      { class: "klein voet" },
      t("samenvatting.jouw_weging"),
      " ",
      t("samenvatting.versies", { programma: s.programma, kennis: s.kennis }),
    ),
  );
}

function doelDeel(doel, kop) {
  const andere = doel.andere_regeling ? [doel.andere_regeling] : [];
  return maak(
    "section",
    { class: "doel" },
    doel.doel && maak(`h${kop}`, {}, t("samenvatting.doel", { doel: doel.doel_in_woorden })),
    oordeelkaart(doel, { kop: kop + 1, metDoel: false }),
    punten("ontbrekend", doel.ontbrekend, kop + 1),
    punten("voorwaarden", doel.voorwaarden, kop + 1),
    punten("acties", doel.acties, kop + 1),
    punten("let_op", doel.let_op, kop + 1),
    punten("kantelpunten", [...doel.kantelpunten, ...andere], kop + 1),
    doel.stappen
      .filter((stap) => stap.vragen.length || stap.conclusie || stap.overgeslagen)
      .map((stap) => stapDeel(stap, kop + 1)),
    doel.bronnen.length > 0 &&
      maak("p", { class: "bron" }, t("samenvatting.bronnen", { bronnen: doel.bronnen.join("; ") })),
  );
}

function stapDeel(stap, kop) {
  return maak(
    "section",
    { class: "stapdeel" },
    maak(`h${kop}`, {}, t("samenvatting.stap", { nummer: stap.nummer, titel: stap.titel })),
    stap.overgeslagen && maak("p", {}, t("samenvatting.overgeslagen")),
    stap.vragen.length > 0 && vragenlijst(stap.vragen),
    stap.conclusie &&
      maak("p", {}, maak("strong", {}, t("samenvatting.conclusie", { conclusie: stap.conclusie }))),
    stap.regels.length > 0 && maak("ul", {}, stap.regels.map(regelpunt)),
    stap.bronnen.length > 0 &&
      maak("p", { class: "bron" }, t("samenvatting.bron", { bronnen: stap.bronnen.join("; ") })),
  );
}

function vragen(titel, lijst, kop) {
  return lijst.length > 0 && maak("section", {}, maak(`h${kop}`, {}, titel), vragenlijst(lijst));
}

function vragenlijst(lijst) {
  return maak(
    "dl",
    { class: "vragen" },
    lijst.map(({ vraag, antwoord }) =>
      maak("div", {}, maak("dt", {}, vraag), maak("dd", {}, antwoord)),
    ),
  );
}

/** Return an ISO date as one writes it here: 3-3-2026. */
export function dag(iso) {
  const [jaar, maand, nummer] = iso.split("-").map(Number);
  return `${nummer}-${maand}-${jaar}`;
}
