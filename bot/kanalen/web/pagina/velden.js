// Het veld bij een vraag: knoppen, vinkjes, een dag, een getal of een lijst van gegevens.

import { maakAanvulling } from "./aanvulling.js";
import { maakBegrepen } from "./begrepen.js";
import { maakBundel } from "./bundel.js";
import { houd } from "./concept.js";
import { icoon, maak } from "./dom.js";
import { formulier } from "./formulier.js";
import { gegevenslijst } from "./gegevens.js";
import { getalveld, leesGetal } from "./getal.js";
import { t } from "./teksten.js";

const VEEL = 10; // from here on one looks for a choice rather than reading them all

/**
 * Make the field of a question; null where one answers in words.
 * @param {object} vraag the question of the beeld
 * @param {object} stuur as in `formulier`: `zeg` for a button, `vul` for a form
 */
export function maakVeld(vraag, stuur) {
  if (vraag.begrepen.length) return maakBegrepen(vraag, stuur);
  switch (vraag.soort) {
    case "bundel":
      return maakBundel(vraag, stuur);
    case "meerkeuze":
    case "selectie":
      return vinkjes(vraag, stuur);
    case "datum":
      return dag(vraag, stuur);
    case "getal":
      return getal(vraag, stuur);
    case "gegevens":
      return gegevens(vraag, stuur);
    case "tekst":
      return null;
    case "slot":
      return [
        knoppen(vraag, stuur),
        vraag.aanvulling && maakAanvulling(vraag, stuur),
      ].filter(Boolean);
    default:
      return vraag.opties.length ? knoppen(vraag, stuur) : null;
  }
}

function knoppen(vraag, stuur) {
  const hoofd = vraag.soort === "slot" && vraag.opties.length > 2 ? vraag.opties[0].waarde : null;
  // Typing the number picks as well; of yes or no the word is as short.
  const genummerd = ["keuze", "lijst"].includes(vraag.soort);
  const lijst = vraag.opties.map(({ waarde, label }, n) => {
    const was = vraag.huidig === waarde;
    return maak(
      "button",
      {
        type: "button",
        "data-nummer": genummerd ? n + 1 : null,
        class: hoofd === waarde ? "hoofd" : "keus",
        "aria-pressed": was ? "true" : null,
        onclick: () => stuur.zeg(waarde),
      },
      was && icoon("vink"),
      label,
    );
  });
  const groep = maak(
    "div",
    { class: `keuzes ${soort(vraag)}`, role: "group", "aria-labelledby": "vraagzin" },
    lijst,
  );
  return lijst.length < VEEL ? groep : [zoekveld(lijst), groep];
}

function soort(vraag) {
  const lang = Math.max(...vraag.opties.map((optie) => optie.label.length));
  if (vraag.opties.length <= 3 && lang < 16) return "kort";
  if (lang > 44) return "lang";
  return vraag.opties.length >= VEEL ? "veel" : "";
}

/** A field that hides the choices that do not match; Enter takes the only one left. */
function zoekveld(lijst) {
  const gevonden = maak("p", { class: "klein", role: "status" });
  const zichtbaar = () => lijst.filter((knop) => !knop.hidden);
  const zoek = ({ target }) => {
    const delen = vlak(target.value).split(/\s+/u).filter(Boolean);
    for (const knop of lijst)
      knop.hidden = !delen.every((deel) => vlak(knop.textContent).includes(deel));
    const aantal = zichtbaar().length;
    const woorden = aantal ? t("vraag.gevonden", { aantal }) : t("vraag.niets_gevonden");
    gevonden.textContent = delen.length ? woorden : "";
  };
  const neem = (gebeurtenis) => {
    if (gebeurtenis.key !== "Enter" || gebeurtenis.isComposing) return;
    gebeurtenis.preventDefault();
    const over = zichtbaar();
    if (over.length === 1) over[0].click();
    else over[0]?.focus();
  };
  const naam = t("vraag.zoek", { aantal: lijst.length });
  const veld = maak("input", {
    type: "search",
    id: "zoekveld",
    "aria-label": naam,
    placeholder: naam,
    autocomplete: "off",
    oninput: zoek,
    onkeydown: neem,
  });
  return maak("div", { class: "zoek" }, veld, gevonden);
}

/** Return a text for comparing: lower case, without accents. */
function vlak(tekst) {
  return tekst.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function vinkjes(vraag, stuur) {
  const aan = new Set(vraag.huidig ?? []);
  const vakken = vraag.opties.map(({ waarde, label }) =>
    maak("input", {
      type: "checkbox",
      value: waarde,
      checked: aan.has(waarde),
      "data-houd": houd(vraag, label),
    }),
  );
  const lijst = vraag.opties.map(({ label }, n) =>
    maak("label", { class: "vink" }, vakken[n], maak("span", {}, label)),
  );
  const lees = () => {
    const gekozen = vraag.opties.filter((_, n) => vakken[n].checked);
    if (gekozen.length) {
      return { waarden: { [vraag.sleutel]: gekozen.map((optie) => optie.in_formulier) } };
    }
    return {
      reden: vraag.geen
        ? t("vraag.kies_of_geen", { geen: vraag.geen.label })
        : t("vraag.kies_eerst"),
    };
  };
  const groep = maak(
    "div",
    { class: "vinkjes", role: "group", "aria-labelledby": "vraagzin" },
    lijst,
  );
  return formulier([maak("p", { class: "klein" }, t("vraag.kies_meer")), groep], lees, stuur, {
    extra: [vraag.geen],
  });
}

function dag(vraag, stuur) {
  const veld = maak("input", {
    type: "date",
    "aria-labelledby": "vraagzin",
    value: vraag.huidig,
    "data-houd": houd(vraag),
  });
  const vandaag = () => {
    const nu = new Date();
    veld.value = new Date(nu.getTime() - nu.getTimezoneOffset() * 60_000)
      .toISOString()
      .slice(0, 10);
    veld.focus();
  };
  const lees = () =>
    veld.value ? { waarden: { [vraag.sleutel]: veld.value } } : { reden: t("vraag.datum_eerst") };
  const knop = maak(
    "button",
    { type: "button", class: "stil", onclick: vandaag },
    t("vraag.vandaag"),
  );
  return formulier([veld, knop], lees, stuur, { naast: true });
}

function getal(vraag, stuur) {
  const veld = getalveld(vraag, { "aria-labelledby": "vraagzin eenheid", value: vraag.huidig });
  const eenheid = maak("span", { id: "eenheid" }, vraag.eenheid ?? "");
  const lees = () => {
    const { waarde, reden = t("vraag.getal_eerst") } = leesGetal(veld, vraag);
    return waarde === undefined ? { reden } : { waarden: { [vraag.sleutel]: waarde } };
  };
  return formulier([veld, eenheid], lees, stuur, { naast: true });
}

function gegevens(vraag, stuur) {
  const { el, lees } = gegevenslijst(vraag, "vraagzin");
  const leesEen = () => {
    const { waarde, reden = t("vraag.gegeven_eerst"), veld } = lees();
    return waarde ? { waarden: { [vraag.sleutel]: waarde } } : { reden, veld };
  };
  const uitleg = maak("p", { class: "klein" }, t("vraag.gegeven_enter"));
  return formulier([el, uitleg], leesEen, stuur);
}
