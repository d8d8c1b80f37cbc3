// Kleine stukken die op meer plaatsen staan: bronnen, regels en de uitleg bij een vraag.

import { maak } from "./dom.js";
import { opmaak } from "./opmaak.js";
import { t } from "./teksten.js";

/** Say something to who listens; what was said before is not read out again. */
export function meld(...zinnen) {
  const log = document.getElementById("melding");
  log.append(...zinnen.map((zin) => maak("p", {}, zin)));
  while (log.childElementCount > 8) log.firstElementChild.remove();
}

/** Return sources in one line; null without any. */
export function bronregel(bronnen) {
  return bronnen?.length
    ? maak("p", { class: "bron" }, t("verloop.bron", { bronnen: bronnen.join("; ") }))
    : null;
}

/** Return an ISO date as one writes it here: 3-3-2026. */
export function dag(iso) {
  const [jaar, maand, nummer] = iso.split("-").map(Number);
  return `${nummer}-${maand}-${jaar}`;
}

/** Return one rule, with the facts it rests on. */
export function regelpunt(regel) {
  const want =
    regel.feiten?.length > 0 &&
    maak(
      "span",
      { class: "klein" },
      ` ${t("stuk.feiten", { feiten: regel.feiten.join("; ") })}.`,
    );
  return maak("li", {}, regel.uitleg, want, " ", maak("code", {}, regel.id));
}

/** Return why a question is asked, folded; null without a reason. */
export function waaromVouw(waarom, uitzoeken, open = false) {
  if (!waarom) return null;
  const inhoud = maak(
    "div",
    {},
    opmaak(waarom.tekst, 3), // with a bundle a list: a reason for each
    uitzoeken && maak("p", {}, uitzoeken),
    bronregel(waarom.bronnen),
  );
  return maak(
    "details",
    { class: "waarom", open },
    maak("summary", {}, t("verloop.waarom")),
    inhoud,
  );
}
