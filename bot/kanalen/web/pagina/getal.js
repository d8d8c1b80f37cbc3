// Een getal lezen: in cijfers en binnen de grenzen van de vraag, anders waarom het niet kan.

import { maak } from "./dom.js";
import { houd } from "./concept.js";
import { t } from "./teksten.js";

/** Make the field of a number; `props` say what it is called. */
export function getalveld(vraag, props) {
  return maak("input", {
    type: "text",
    inputmode: "numeric",
    autocomplete: "off",
    class: "getal",
    "data-houd": houd({ ...vraag, soort: "getal" }),
    ...props,
  });
}

/** Return `{ waarde }`, `{ reden }`, or neither when nothing is filled in. */
export function leesGetal(veld, { min, max }) {
  const geschreven = veld.value.trim();
  if (!geschreven) return {};
  const waarde = /^\d{1,9}$/u.test(geschreven) ? Number(geschreven) : Number.NaN;
  return waarde >= min && waarde <= max
    ? { waarde }
    : { reden: t("vraag.getal_anders", { min, max }) };
}
