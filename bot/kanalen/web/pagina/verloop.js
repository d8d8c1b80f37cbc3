// Het verloop: wat beantwoord en besloten is, en wat bij deze beurt is gezegd.

import { bewaardacties, eigenKenmerk } from "./bewaard.js";
import { icoon, maak, ververs } from "./dom.js";
import { opmaak, woorden } from "./opmaak.js";
import { profiel } from "./profiel.js";
import { oordeelkaart } from "./stukken.js";
import { bronregel, regelpunt } from "./stukjes.js";
import { t } from "./teksten.js";

/**
 * Show the course of the conversation; what is already there stays, and what was looked up too.
 * @returns {string[]} what is new, in words, for who listens
 */
export function toonVerloop(waar, beeld, opgezocht, meldingen, zeg) {
  const eerste = !waar.querySelector(".groet");
  for (const el of waar.querySelectorAll(".nieuw")) el.classList.remove("nieuw");
  const nieuw = ververs(waar, [
    groet(beeld),
    ...beeld.blokken.map((deel) => blok(waar, deel)),
    ...(beeld.vraag.soort === "slot" ? [slot(beeld, zeg)] : []),
    ...[...opgezocht, ...meldingen].map((deel, n) => melding(deel, n, zeg)),
  ]);
  const gezegd = beeld.blokken.flatMap((deel) => vulBlok(waar, deel, zeg, eerste));
  if (!eerste) for (const el of nieuw) el.classList.add("nieuw");
  return [...gezegd, ...meldingen.map(inHetKort)];
}

/** Show what went wrong before there was anything to see. */
export function toonZonderBeeld(waar, meldingen, zeg) {
  waar.replaceChildren(...meldingen.map((deel, n) => melding(deel, n, zeg)));
}

/** What to read out of a melding: of a whole page about a topic only how it begins. */
function inHetKort({ soort, tekst }) {
  return woorden(soort === "onderwerp" ? tekst.split("\n\n", 2).join("\n\n") : tekst);
}

function groet(beeld) {
  return maak(
    "div",
    { class: "groet", "data-sleutel": "groet", "data-merk": beeld.gesprek },
    opmaak(beeld.groet, 2),
  );
}

function blok(waar, deel) {
  const titel = `blok-${deel.sleutel}`;
  return maak(
    "section",
    {
      class: "blok",
      "data-sleutel": `blok ${deel.sleutel}`,
      "data-merk": deel.titel,
      "aria-labelledby": titel,
    },
    maak("h2", { id: titel }, deel.titel),
    maak("ol", { class: "kaal antwoorden" }),
    maak("div", { class: "tussen" }),
  );
}

/** Fill a block that may have been there already; return its interim conclusion when that is new. */
function vulBlok(waar, deel, zeg, eerste) {
  const el = [...waar.children].find((kind) => kind.dataset.sleutel === `blok ${deel.sleutel}`);
  const nieuw = ververs(
    el.querySelector("ol"),
    deel.vragen.map((vraag) => antwoord(vraag, zeg)),
  );
  const stand = deel.tussenstand ? [tussenstand(deel)] : [];
  const nieuweStand = ververs(el.querySelector(".tussen"), stand);
  if (eerste) return [];
  for (const rij of [...nieuw, ...nieuweStand]) rij.classList.add("nieuw");
  return nieuweStand.length ? [woorden(deel.tussenstand.tekst)] : [];
}

function antwoord(vraag, zeg) {
  const naam = t("verloop.wijzig", { onderwerp: vraag.onderwerp });
  const knop = maak(
    "button",
    {
      type: "button",
      class: "stil rond",
      "aria-label": naam,
      title: naam,
      onclick: () => zeg(vraag.wijzig),
    },
    icoon("potlood"),
  );
  const waarom = [maak("p", {}, vraag.waarom.tekst), bronregel(vraag.waarom.bronnen)];
  return maak(
    "li",
    { "data-sleutel": vraag.sleutel, "data-merk": JSON.stringify(vraag) },
    maak(
      "div",
      {},
      maak("details", {}, maak("summary", {}, vraag.vraag), maak("div", {}, waarom)),
      maak("p", { class: vraag.bekend ? "gezegd" : "gezegd onbekend" }, vraag.antwoord),
    ),
    knop,
  );
}

function tussenstand(deel) {
  const { tekst, bronnen, regels } = deel.tussenstand;
  return maak(
    "div",
    {
      class: "tussenstand",
      "data-sleutel": "tussenstand",
      "data-merk": JSON.stringify(deel.tussenstand),
    },
    maak(
      "h3",
      {},
      icoon("lint"),
      t(deel.stap > 0 && deel.stap < 5 ? "verloop.tussenstand_stap" : "verloop.tussenstand", {
        stap: deel.stap,
      }),
    ),
    opmaak(tekst, 4),
    regels.length > 0 &&
      maak(
        "details",
        {},
        maak("summary", {}, t("verloop.regels")),
        maak("ul", {}, regels.map(regelpunt)),
      ),
    bronregel(bronnen),
  );
}

function slot(beeld, zeg) {
  const { oordelen, samen } = beeld.samenvatting;
  return maak(
    "div",
    {
      class: "slot",
      "data-sleutel": "slot",
      "data-merk": JSON.stringify([oordelen, samen, beeld.bewaard_als]),
    },
    samen && maak("p", { class: "samen" }, samen),
    oordelen.map((oordeel) => oordeelkaart(oordeel, 2)),
    maak(
      "p",
      { class: "rij" },
      maak("a", { class: "knop", href: "#samenvatting" }, t("zij.groot")),
      beeld.bewaard_als &&
        maak(
          "a",
          { class: "knop", href: `#wegingen/${beeld.bewaard_als}` },
          t("wegingen.open", { kenmerk: beeld.bewaard_als }),
        ),
      beeld.bewaard_als && bewaardacties(beeld.bewaard_als, profiel()),
    ),
    beeld.bewaard_als && eigenKenmerk(beeld.bewaard_als, zeg),
  );
}

function melding({ soort, tekst, keuzes, onderwerp }, nummer, zeg) {
  const knop = ({ waarde, label }) =>
    maak("button", { type: "button", class: "keus", onclick: () => zeg(waarde) }, label);
  const lees =
    onderwerp && maak("a", { class: "knop keus", href: `#naslag/${onderwerp}` }, t("naslag.lees"));
  const inhoud = maak(
    "div",
    {},
    opmaak(tekst, 3),
    (lees || keuzes?.length > 0) && maak("div", { class: "keuzes" }, keuzes?.map(knop), lees),
  );
  const merk = JSON.stringify([soort, tekst]);
  const sleutel = onderwerp ? `opgezocht ${onderwerp}` : `melding ${nummer}`;
  return maak(
    "div",
    { class: `melding ${soort}`, "data-sleutel": sleutel, "data-merk": merk },
    soort === "waarschuwing" && icoon("let_op"),
    inhoud,
  );
}
