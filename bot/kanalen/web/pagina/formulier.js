// Een formulier in de kaart: velden, één knop om te sturen, en knoppen die zelf een antwoord zijn.

import { icoon, maak } from "./dom.js";
import { t } from "./teksten.js";

/**
 * A form with one send button. `lees` gives the text to send, or the reason why it cannot.
 * `extra`: options that stand beside it. `naast`: the button stands beside the field.
 * `zegt`: what the button says, when that is not that it sends.
 */
export function formulier(inhoud, lees, stuur, { extra = [], naast = false, zegt = null } = {}) {
  const fout = maak("p", { class: "fout", role: "alert", id: "veldfout" });
  const verstuur = (gebeurtenis) => {
    gebeurtenis.preventDefault();
    const { tekst, reden } = lees();
    fout.textContent = reden ?? "";
    if (tekst !== undefined) return stuur(tekst);
    const veld = gebeurtenis.currentTarget.querySelector("input, select");
    veld.setAttribute("aria-describedby", "veldfout");
    veld.focus();
  };
  const knop = maak("button", { class: "hoofd" }, zegt ?? [t("vraag.stuur"), icoon("stuur")]);
  const ernaast = extra
    .filter(Boolean)
    .map(({ waarde, label }) =>
      maak("button", { type: "button", onclick: () => stuur(waarde) }, label),
    );
  const delen = naast
    ? [maak("div", { class: "rij" }, inhoud, knop), fout]
    : [inhoud, fout, maak("div", { class: "rij" }, knop, ernaast)];
  return maak("form", { class: "veld", novalidate: true, onsubmit: verstuur }, delen);
}
