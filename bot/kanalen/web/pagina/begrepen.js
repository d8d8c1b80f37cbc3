// Wat Weegwijzer uit een tekst begreep: per regel een schakelaar, en één knop voor de hele lijst.

import { houd } from "./concept.js";
import { maak, metHoofdletter } from "./dom.js";
import { formulier } from "./formulier.js";
import { t } from "./teksten.js";

const OPSOMMING = new Intl.ListFormat("nl"); // '2, 3 en 4'

/**
 * Make the list of what was understood. It sends the numbers of what is switched off.
 * @param {object} vraag the question of the beeld
 * @param {object} stuur as in `formulier`
 */
export function maakBegrepen(vraag, stuur) {
  const nee = vraag.opties[1];
  const schakelaars = vraag.begrepen.map(({ nummer, onderwerp, antwoord, woorden }) =>
    maak("input", {
      type: "checkbox",
      role: "switch",
      checked: true,
      "data-houd": houd(vraag, onderwerp, antwoord, woorden),
      value: nummer,
      "aria-labelledby": `begrepen-${nummer} begrepen-klopt`,
    }),
  );
  const knoptekst = maak("span", {}, t("begrepen.ja"));
  const fout = () => schakelaars.filter((schakelaar) => !schakelaar.checked);
  const nummers = () => OPSOMMING.format(fout().map(({ value }) => value));
  const alles = () => fout().length === schakelaars.length;
  const bij = () => {
    // The button says what it is going to do.
    const anders = alles() ? t("begrepen.nee") : t("begrepen.behalve", { nummers: nummers() });
    knoptekst.textContent = fout().length ? anders : t("begrepen.ja");
  };
  const lees = () => ({ waarden: { [vraag.sleutel]: fout().map(({ value }) => Number(value)) } });
  const regels = vraag.begrepen.map((regel, n) => maakRegel(regel, schakelaars[n], n === 0));
  const lijst = (naam, deel) =>
    maak(
      "ol",
      { class: "kaal begrepen", "aria-labelledby": naam },
      deel.map((regel) => regels[vraag.begrepen.indexOf(regel)]),
    );
  // Folded, but named: what nobody wrote and is assumed, and what is certain.
  const vouw = (naam, deel) =>
    deel.length > 0 &&
    maak(
      "details",
      { class: "vouw" },
      maak("summary", { id: naam }, `${t(`begrepen.${naam}`)} ${OPSOMMING.format(deel.map(kort))}`),
      lijst(naam, deel),
    );
  const aangenomen = vraag.begrepen.filter(({ woorden }) => !woorden);
  const zeker = vraag.begrepen.filter(({ woorden, zeker: ja }) => woorden && ja);
  const open = vraag.begrepen.filter(({ woorden, zeker: ja }) => woorden && !ja);
  const uitleg = maak("p", { class: "klein" }, t("begrepen.uitleg"));
  const lijsten = maak(
    "div",
    { class: "lijsten", onchange: bij },
    lijst("vraagzin", open),
    vouw("aangenomen", aangenomen),
    vouw("zeker", zeker),
  );
  return formulier([uitleg, lijsten], lees, stuur, {
    zegt: knoptekst,
    extra: [{ ...nee, label: t("begrepen.nee") }],
  });
}

/** What a folded line is about: '5. leeftijd: 19'. */
function kort({ nummer, onderwerp, antwoord }) {
  return `${nummer}. ${onderwerp}: ${antwoord}`;
}

function maakRegel({ nummer, onderwerp, antwoord, woorden, was, aangepast }, schakelaar, eerste) {
  const wat = maak(
    "span",
    { id: `begrepen-${nummer}` },
    `${metHoofdletter(onderwerp)}: `,
    maak("b", {}, antwoord),
  );
  const tekst = maak(
    "span",
    { class: "wat" },
    maak("span", { class: "nummer" }, `${nummer}.`),
    wat,
    aangepast && maak("span", { class: "klein aangepast" }, t("begrepen.aangepast")),
    was && maak("span", { class: "klein" }, t("begrepen.was", { was })),
    // Of a data item that was named the words are its name.
    woorden &&
      !antwoord.startsWith(woorden) &&
      maak("span", { class: "klein" }, t("begrepen.woorden", { woorden })),
  );
  // What the switch says is its state, which a screen reader tells by itself.
  const stand = maak(
    "span",
    { class: "stand", "aria-hidden": "true" },
    maak("span", { class: "aan", id: eerste ? "begrepen-klopt" : null }, t("begrepen.klopt")),
    maak("span", { class: "uit" }, t("begrepen.klopt_niet")),
  );
  return maak("li", {}, maak("label", { class: "schakel" }, tekst, stand, schakelaar));
}
