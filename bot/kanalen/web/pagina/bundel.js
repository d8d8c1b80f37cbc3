// Het formulier bij een bundel: elke vraag een regel met een klein veld, en één knop voor alles.

import { maak, metHoofdletter } from "./dom.js";
import { formulier } from "./formulier.js";
import { t } from "./teksten.js";

const VEEL = 6; // more choices than this are picked from a list that folds

/**
 * Make the form of a bundle. It sends a line `onderwerp: waarde` for each field that is filled.
 * @param {object} vraag the question of the beeld
 * @param {(tekst: string) => void} stuur sends an answer
 */
export function maakBundel(vraag, stuur) {
  // Of statements one can also type the numbers.
  const rijtje = vraag.velden.every((veld) => veld.soort === "ja_nee");
  const regels = vraag.velden.map((veld, n) => maakRegel(veld, `regel-${n}`));
  const lees = () => {
    const ingevuld = vraag.velden
      .map(({ onderwerp }, n) => [onderwerp, regels[n].lees().join(", ")])
      .filter(([, waarde]) => waarde);
    return ingevuld.length
      ? { tekst: ingevuld.map((delen) => delen.join(": ")).join("\n") }
      : { reden: t("bundel.leeg", { los: vraag.los.label }) };
  };
  const enter = (gebeurtenis) => {
    // Enter goes on to what is still open, for a form that is sent too soon is not asked again.
    if (gebeurtenis.key !== "Enter" || gebeurtenis.isComposing) return;
    if (gebeurtenis.target.matches("select")) return; // there it chooses
    const hier = regels.findIndex(({ el }) => el.contains(gebeurtenis.target));
    const open = regels.slice(hier + 1).find((regel) => !regel.lees().length);
    if (!open) return;
    gebeurtenis.preventDefault();
    open.el.querySelector("input, select").focus();
  };
  const lijst = maak(
    rijtje ? "ol" : "ul",
    {
      class: rijtje ? "kaal bundel rijtje" : "kaal bundel",
      "aria-labelledby": "vraagzin",
      onkeydown: enter,
    },
    regels.map(({ el }) => el),
  );
  return formulier([maak("p", { class: "klein" }, t("bundel.uitleg")), lijst], lees, stuur, {
    extra: [vraag.geen, vraag.los],
  });
}

/** Make one line: its element, and `lees`, which gives what is filled in. */
function maakRegel(veld, id) {
  const { el, lees, vorm = "" } = veldVan(veld, id);
  const zin = metHoofdletter(veld.vraag);
  // A group has its name by `aria-labelledby`; a single field gets a label to click on.
  const label = el.matches("[role]")
    ? maak("span", { id, class: "zin" }, zin)
    : maak("label", { for: `${id}-veld`, id, class: "zin" }, zin);
  return { el: maak("li", { class: `regel ${vorm}` }, label, el), lees };
}

function veldVan(veld, id) {
  switch (veld.soort) {
    case "getal":
      return { ...getal(veld, id), vorm: "getallig" };
    case "meerkeuze":
      return { ...vakjes(veld, veld.opties, id), vorm: "breed" };
    default: {
      const opties = [...veld.opties, veld.weet_niet].filter(Boolean);
      return opties.length > VEEL ? vouwlijst(opties, id) : vakjes(veld, opties, id);
    }
  }
}

/** Options to see at once: one of them, or more. */
function vakjes({ soort }, opties, id) {
  const meer = soort === "meerkeuze";
  const type = meer ? "checkbox" : "radio";
  const vakken = opties.map(({ waarde }) => maak("input", { type, name: id, value: waarde }));
  const labels = opties.map(({ label }, n) =>
    maak("label", { class: meer ? "vink" : "pil" }, vakken[n], maak("span", {}, label)),
  );
  const el = maak(
    "div",
    {
      class: meer ? "vinkjes" : `pillen ${soort}`,
      role: meer ? "group" : "radiogroup",
      "aria-labelledby": id,
    },
    labels,
  );
  return { el, lees: () => vakken.filter((vak) => vak.checked).map((vak) => vak.value) };
}

function vouwlijst(opties, id) {
  const el = maak(
    "select",
    { id: `${id}-veld` },
    maak("option", { value: "" }, t("bundel.kies")),
    opties.map(({ waarde, label }) => maak("option", { value: waarde }, label)),
  );
  return { el, lees: () => [el.value].filter(Boolean) };
}

function getal(veld, id) {
  const vak = maak("input", {
    type: "text",
    inputmode: "numeric",
    autocomplete: "off",
    class: "getal",
    id: `${id}-veld`,
    "aria-labelledby": `${id} ${id}-eenheid`,
  });
  const eenheid = maak("span", { id: `${id}-eenheid` }, veld.eenheid ?? "");
  const lees = () => [vak.value.trim()].filter(Boolean);
  return { el: maak("div", { class: "rij" }, vak, eenheid), lees };
}
