// Het formulier bij een bundel: elke vraag een regel met een klein veld, en één knop voor alles.

import { maak } from "./dom.js";
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
  const regels = vraag.velden.map((veld, n) => maakRegel(veld, `regel-${n}`, rijtje));
  const lees = () => {
    const ingevuld = vraag.velden
      .map(({ onderwerp }, n) => [onderwerp, regels[n].lees().join(", ")])
      .filter(([, waarde]) => waarde);
    return ingevuld.length
      ? { tekst: ingevuld.map((delen) => delen.join(": ")).join("\n") }
      : { reden: t("bundel.leeg", { los: vraag.los.label }) };
  };
  const lijst = maak(
    rijtje ? "ol" : "ul",
    { class: rijtje ? "kaal bundel rijtje" : "kaal bundel", "aria-labelledby": "vraagzin" },
    regels.map(({ el }) => el),
  );
  return formulier([maak("p", { class: "klein" }, t("bundel.uitleg")), lijst], lees, stuur, {
    extra: [vraag.geen, vraag.los],
  });
}

/** Make one line: its element, and `lees`, which gives what is filled in. */
function maakRegel(veld, id, rijtje) {
  const { el, lees, breed = false } = veldVan(veld, id);
  const zin = veld.vraag[0].toUpperCase() + veld.vraag.slice(1);
  // A group has its name by `aria-labelledby`; a single field gets a label to click on.
  const label = el.matches("[role]")
    ? maak("span", { id, class: "zin" }, zin)
    : maak("label", { for: `${id}-veld`, id, class: "zin" }, zin);
  const vak = rijtje ? "regel" : `regel ${breed ? "breed" : "ruim"}`;
  return { el: maak("li", { class: vak }, label, el), lees };
}

function veldVan(veld, id) {
  switch (veld.soort) {
    case "getal":
      return getal(veld, id);
    case "meerkeuze":
      return { ...vakjes("checkbox", veld.opties, id), breed: true };
    default: {
      const opties = [...veld.opties, veld.weet_niet].filter(Boolean);
      return opties.length > VEEL ? vouwlijst(opties, id) : vakjes("radio", opties, id);
    }
  }
}

/** Options to see at once: one of them (radio) or more (checkbox). */
function vakjes(type, opties, id) {
  const vakken = opties.map(({ waarde }) => maak("input", { type, name: id, value: waarde }));
  const rollen = { radio: "radiogroup", checkbox: "group" };
  const el = maak(
    "div",
    { class: type === "radio" ? "pillen" : "vinkjes", role: rollen[type], "aria-labelledby": id },
    opties.map(({ label }, n) =>
      maak("label", { class: type === "radio" ? "pil" : "vink" }, vakken[n], maak("span", {}, label)),
    ),
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
