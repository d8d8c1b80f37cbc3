// De lijst van gegevens: elk op een eigen regel, met een regel erbij of weg.

import { houd } from "./concept.js";
import { icoon, maak } from "./dom.js";
import { t } from "./teksten.js";

/**
 * Make the lines for data items, one each; `naam` is the id of what names them. `lees` gives
 * `{ waarde }`, `{ reden, veld }` or neither.
 */
export function gegevenslijst(vraag, naam) {
  const rijen = maak("ul", { class: "kaal rijen", "data-houd": houd(vraag) });
  const velden = () => [...rijen.querySelectorAll("input")];
  const erbij = maak(
    "button",
    { type: "button", class: "stil", onclick: () => voegToe().focus() },
    icoon("plus"),
    t("vraag.gegeven_erbij"),
  );
  const nummer = () =>
    velden().forEach((veld, n) => {
      veld.setAttribute("aria-label", t("vraag.gegeven", { nummer: n + 1 }));
      veld.nextElementSibling.setAttribute(
        "aria-label",
        t("vraag.gegeven_weg", { naam: veld.value || n + 1 }),
      );
      veld.nextElementSibling.hidden = velden().length === 1;
      erbij.hidden = velden().length >= (vraag.max_aantal ?? Infinity);
    });
  const haalWeg = (rij) => {
    const buur = rij.nextElementSibling ?? rij.previousElementSibling;
    rij.remove();
    nummer();
    buur.querySelector("input").focus();
  };
  const enter = (gebeurtenis) => {
    // Enter goes on to the next line; on a line left empty it sends, as in any form.
    if (
      gebeurtenis.key !== "Enter" ||
      gebeurtenis.isComposing ||
      !gebeurtenis.target.value.trim() ||
      erbij.hidden
    )
      return;
    gebeurtenis.preventDefault();
    const volgende = velden()[velden().indexOf(gebeurtenis.target) + 1] ?? voegToe();
    volgende.focus();
  };
  function voegToe(naam = "") {
    const rij = maak("li", { class: "rij" });
    const veld = maak("input", {
      type: "text",
      value: naam,
      autocomplete: "off",
      onkeydown: enter,
      oninput: nummer,
    });
    rij.append(
      veld,
      maak(
        "button",
        { type: "button", class: "stil rond", onclick: () => haalWeg(rij) },
        icoon("kruis"),
      ),
    );
    rijen.append(rij);
    nummer();
    return veld;
  }
  (vraag.huidig?.length ? vraag.huidig : [""]).forEach((naam) => voegToe(naam));
  velden()[0].placeholder = t("vraag.gegeven_voorbeeld");
  const lees = () => {
    const gevuld = velden().filter((veld) => veld.value.trim());
    const lang = gevuld.find((veld) => veld.value.trim().length > vraag.max_lengte);
    if (lang) return { reden: t("vraag.gegeven_lang", { max: vraag.max_lengte }), veld: lang };
    return gevuld.length ? { waarde: gevuld.map((veld) => veld.value.trim()) } : {};
  };
  const el = maak("div", { role: "group", "aria-labelledby": naam }, rijen, erbij);
  return { el, lees };
}
