// Korte uitleg bij een begrip in de vraag, zoals de naslag het in één zin zegt.

import { maak } from "./dom.js";
import { t } from "./teksten.js";

let opgehaald = null;

/** Return the notions of the naslag; none when they cannot be had, for they are extra. */
function begrippen() {
  opgehaald ??= fetch("/naslag")
    .then((antwoord) => (antwoord.ok ? antwoord.json() : { lijst: [] }))
    .then(({ lijst }) => lijst.filter(({ soort }) => soort === "begrip").map(metVorm))
    .catch(() => []);
  return opgehaald;
}

function metVorm(begrip) {
  const naam = begrip.naam.toLowerCase();
  const letters = naam.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&");
  return { ...begrip, naam, vorm: new RegExp(`(?<![\\p{L}\\p{N}-])${letters}(?![\\p{L}\\p{N}-])`, "iu") };
}

/** Explain in `waar` the notions that a question names, each folded. */
export async function legBegrippenUit(waar, vraag) {
  const gevraagd = [vraag, ...vraag.velden].map((deel) => deel.vraag).join("\n");
  const genoemd = (await begrippen()).filter(({ vorm }) => vorm.test(gevraagd));
  waar.replaceChildren(
    ...genoemd.map(({ id, naam, kort }) =>
      maak(
        "details",
        { class: "begrip" },
        maak("summary", {}, t("begrip.wat", { naam })),
        maak(
          "div",
          {},
          maak("p", {}, kort),
          maak("p", {}, maak("a", { href: `#naslag/${id}` }, t("naslag.lees"))),
        ),
      ),
    ),
  );
}
