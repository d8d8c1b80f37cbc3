// Het formulier na het oordeel: dicht tot iemand het opent, en niets ervan moet.

import { houd } from "./concept.js";
import { icoon, maak, metHoofdletter } from "./dom.js";
import { t } from "./teksten.js";

const LANG = ["besluit_reden", "mening_jongere", "verteld", "niet_verteld", "ontvanger_mag"];
let open = ""; // the weighing of which somebody opened the form

/**
 * Make the form; it sends the fields that changed.
 * @param {object} vraag the question at the end, with its `aanvulling`
 * @param {{vul: (waarden: object) => void}} stuur sends what is filled in
 */
export function maakAanvulling(vraag, stuur) {
  const { kop, uitleg, artikelen, groepen, melding, knop } = vraag.aanvulling;
  const velden = groepen.flatMap((groep) => groep.velden).map((veld, n) => maakVak(vraag, veld, n));
  const fout = maak("p", { class: "fout", role: "alert" });
  const verstuur = (gebeurtenis) => {
    gebeurtenis.preventDefault();
    const half = velden.find(({ vak }) => vak.validity.badInput);
    const anders = velden.filter(({ vak, veld }) => vak.value.trim() !== veld.waarde);
    fout.textContent = half ? t("vraag.datum_eerst") : anders.length ? "" : t("aanvulling.niets");
    if (half) return half.vak.focus();
    if (!anders.length) return undefined;
    const nieuw = anders.map(({ vak, veld }) => [veld.sleutel, vak.value.trim()]);
    return stuur.vul(Object.fromEntries(nieuw));
  };
  let plek = 0;
  const groep = ({ titel, velden: erin }) =>
    maak(
      "fieldset",
      {},
      maak("legend", {}, titel),
      erin.map(() => velden[plek++].el),
    );
  const vouw = maak(
    "details",
    { class: "aanvulling", open: open === vraag.plek || Boolean(melding) },
    maak("summary", { class: "knop" }, icoon("potlood"), kop),
    maak("p", { class: "klein" }, uitleg),
    artikelen.map((zin) => maak("p", { class: "klein" }, zin)),
    maak(
      "form",
      { novalidate: true, onsubmit: verstuur },
      groepen.map(groep),
      melding && maak("p", { class: "fout" }, melding),
      fout,
      maak("div", { class: "rij" }, maak("button", { class: "hoofd" }, knop)),
    ),
  );
  vouw.addEventListener("toggle", () => (open = vouw.open ? vraag.plek : ""));
  return vouw;
}

function maakVak(vraag, veld, n) {
  const id = `aanvul-${n}`;
  const vak = maakInvoer(veld, { id, "data-houd": houd({ ...vraag, ...veld }) });
  const label = maak("label", { for: id }, metHoofdletter(veld.naam));
  return { veld, vak, el: maak("div", { class: "aanvulveld" }, label, vak) };
}

function maakInvoer(veld, props) {
  if (veld.soort === "keuze")
    return maak(
      "select",
      props,
      maak("option", { value: "" }, t("aanvulling.open")),
      veld.opties.map(({ waarde, label }) =>
        maak("option", { value: waarde, selected: waarde === veld.waarde }, label),
      ),
    );
  if (veld.soort === "datum") return maak("input", { ...props, type: "date", value: veld.waarde });
  const tekst = { ...props, maxlength: veld.max_lengte, autocomplete: "off" };
  if (LANG.includes(veld.sleutel)) return maak("textarea", { ...tekst, rows: "2" }, veld.waarde);
  return maak("input", { ...tekst, type: "text", value: veld.waarde });
}
