// Eén onderwerp van de naslag: een casus met haar oordelen, of een ander stuk om te lezen.

import { icoon, maak } from "./dom.js";
import { toonStukken } from "./stukken.js";
import { t } from "./teksten.js";

/**
 * Return the page of a topic.
 * @param {(waarde: string) => void} zeg begins a weighing with the facts of a casus
 */
export function bladzijde({ soort, stukken, begin }, zeg) {
  const knop = () => begin && beginknop(begin, zeg);
  // Below the answer in short, and again above the last part: where else to read.
  const eerste = stukken.findIndex((stuk) => stuk.rol === "inleiding") + 1;
  const tweede = stukken.findLastIndex((stuk) => stuk.soort === "kop");
  return maak(
    "article",
    { class: "onderwerp" },
    maak("p", { class: "voortgang" }, t(`onderwerpsoort.${soort}`)),
    toonStukken(stukken.slice(0, eerste)),
    knop(),
    toonStukken(stukken.slice(eerste, tweede)),
    knop(),
    toonStukken(stukken.slice(tweede)),
  );
}

function beginknop({ waarde, label }, zeg) {
  const knop = maak("button", { type: "button", class: "hoofd", onclick: () => zeg(waarde) });
  knop.append(label, icoon("stuur"));
  return maak("div", { class: "rij acties" }, knop);
}
