// Het formulier bij een bundel: elke vraag een regel met een klein veld, en één knop voor alles.

import { houd } from "./concept.js";
import { maak, metHoofdletter } from "./dom.js";
import { formulier } from "./formulier.js";
import { gegevenslijst } from "./gegevens.js";
import { getalveld, leesGetal } from "./getal.js";
import { t } from "./teksten.js";

const VEEL = 6; // more choices than this are picked from a list that folds

/**
 * Make the form of a bundle. It sends the answer to each question that is filled in.
 * @param {object} vraag the question of the beeld
 * @param {object} stuur as in `formulier`
 */
export function maakBundel(vraag, stuur) {
  const regels = vraag.velden.map((veld, n) => maakRegel(veld, `regel-${n}`, vraag.genummerd));
  const lees = () => {
    const gelezen = regels.map((regel) => regel.lees());
    const fout = gelezen.findIndex(({ reden }) => reden);
    if (fout >= 0) {
      const { reden, veld = regels[fout].el.querySelector("input") } = gelezen[fout];
      return { reden, veld };
    }
    const ingevuld = gelezen.flatMap(({ waarde }, n) =>
      waarde === undefined ? [] : [[vraag.velden[n].sleutel, waarde]],
    );
    return ingevuld.length
      ? { waarden: Object.fromEntries(ingevuld) }
      : { reden: t("bundel.leeg", { los: vraag.los.label }) };
  };
  const enter = (gebeurtenis) => {
    // Enter goes on to what is still open, for a form that is sent too soon is not asked again.
    if (gebeurtenis.key !== "Enter" || gebeurtenis.isComposing) return;
    // In a list it chooses, and among data items it went on to the next one.
    if (gebeurtenis.target.matches("select") || gebeurtenis.defaultPrevented) return;
    const hier = regels.findIndex(({ el }) => el.contains(gebeurtenis.target));
    const open = regels.slice(hier + 1).find((regel) => !Object.keys(regel.lees()).length);
    if (!open) return;
    gebeurtenis.preventDefault();
    open.el.querySelector("input, select").focus();
  };
  const lijst = maak(
    vraag.genummerd ? "ol" : "ul",
    {
      class: vraag.genummerd ? "kaal bundel rijtje" : "kaal bundel",
      "aria-labelledby": "vraagzin",
      onkeydown: enter,
    },
    regels.map(({ el }) => el),
  );
  return formulier([maak("p", { class: "klein" }, t("bundel.uitleg")), lijst], lees, stuur, {
    extra: [vraag.geen, vraag.los],
  });
}

/** Make one line: its element, and `lees`, which gives `{ waarde }`, `{ reden }` or neither. */
function maakRegel(veld, id, rijtje) {
  const { el, lees, vorm = "" } = veldVan(veld, id);
  const zin = metHoofdletter(veld.vraag);
  // A group has its name by `aria-labelledby`; a single field gets a label to click on.
  const label = el.matches("[role]")
    ? maak("span", { id, class: "zin" }, zin)
    : maak("label", { for: `${id}-veld`, id, class: "zin" }, zin);
  const los = rijtje && !veld.genummerd ? "zonder-nummer" : "";
  return { el: maak("li", { class: `regel ${vorm} ${los}` }, label, el), lees };
}

function veldVan(veld, id) {
  switch (veld.soort) {
    case "getal":
      return { ...getal(veld, id), vorm: "getallig" };
    case "gegevens":
      return { ...gegevenslijst(veld, id), vorm: "breed" };
    case "meerkeuze":
    case "selectie":
      return { ...vakjes(veld, veld.opties, id), vorm: "breed" };
    default: {
      const opties = [...veld.opties, veld.weet_niet].filter(Boolean);
      return opties.length > VEEL ? vouwlijst(veld, opties, id) : vakjes(veld, opties, id);
    }
  }
}

/** Options to see at once: one of them, or more. */
function vakjes(veld, opties, id) {
  const meer = veld.soort === "meerkeuze" || veld.soort === "selectie";
  const vakken = opties.map(({ waarde, label }) =>
    maak("input", {
      type: meer ? "checkbox" : "radio",
      name: id,
      value: waarde,
      "data-houd": houd(veld, label),
    }),
  );
  const labels = opties.map(({ label }, n) =>
    maak("label", { class: meer ? "vink" : "pil" }, vakken[n], maak("span", {}, label)),
  );
  const el = maak(
    "div",
    {
      class: meer ? "vinkjes" : `pillen ${veld.soort}`,
      role: meer ? "group" : "radiogroup",
      "aria-labelledby": id,
    },
    labels,
  );
  const lees = () => {
    const gekozen = opties.filter((_, n) => vakken[n].checked).map((optie) => optie.in_formulier);
    if (!gekozen.length) return {};
    return { waarde: meer ? gekozen : gekozen[0] };
  };
  return { el, lees };
}

function vouwlijst(veld, opties, id) {
  const el = maak(
    "select",
    { id: `${id}-veld`, "data-houd": houd(veld) },
    maak("option", { value: "" }, t("bundel.kies")),
    opties.map(({ waarde, label }) => maak("option", { value: waarde }, label)),
  );
  const lees = () => (el.value ? { waarde: opties[el.selectedIndex - 1].in_formulier } : {});
  return { el, lees };
}

function getal(veld, id) {
  const vak = getalveld(veld, { id: `${id}-veld`, "aria-labelledby": `${id} ${id}-eenheid` });
  const eenheid = maak("span", { id: `${id}-eenheid` }, veld.eenheid ?? "");
  return { el: maak("div", { class: "rij" }, vak, eenheid), lees: () => leesGetal(vak, veld) };
}
