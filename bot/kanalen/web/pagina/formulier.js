// Een formulier in de kaart: velden, één knop om te sturen, en knoppen die zelf een antwoord zijn.

import { icoon, maak } from "./dom.js";
import { t } from "./teksten.js";

/**
 * A form with one send button.
 * @param {Node[]} inhoud what stands in it
 * @param {() => {waarden?: object, reden?: string}} lees gives what is filled in, by the key of the
 *   question, or the reason why it cannot be sent
 * @param {{zeg: (tekst: string) => void, vul: (waarden: object) => void}} stuur sends what a button
 *   says, or what is filled in
 * @param {object} opties `extra`: options that stand beside it. `naast`: the button stands beside
 *   the field. `zegt`: what the button says, when that is not that it sends.
 */
export function formulier(inhoud, lees, stuur, { extra = [], naast = false, zegt = null } = {}) {
  const fout = maak("p", { class: "fout", role: "alert", id: "veldfout" });
  const verstuur = (gebeurtenis) => {
    gebeurtenis.preventDefault();
    const { waarden, reden, veld } = lees();
    fout.textContent = reden ?? "";
    if (waarden) return stuur.vul(waarden);
    const doel = veld ?? gebeurtenis.currentTarget.querySelector("input, select");
    doel.setAttribute("aria-describedby", "veldfout");
    doel.focus();
  };
  const knop = maak("button", { class: "hoofd" }, zegt ?? [t("vraag.stuur"), icoon("stuur")]);
  const ernaast = extra
    .filter(Boolean)
    .map(({ waarde, label }) =>
      maak("button", { type: "button", onclick: () => stuur.zeg(waarde) }, label),
    );
  const delen = naast
    ? [maak("div", { class: "rij" }, inhoud, knop), fout]
    : [inhoud, fout, maak("div", { class: "rij" }, knop, ernaast)];
  return maak("form", { class: "veld", novalidate: true, onsubmit: verstuur }, delen);
}
