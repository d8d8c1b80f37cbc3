// De samenvatting: klein naast het gesprek, en heel om te lezen en af te drukken.

import { icoon, maak } from "./dom.js";
import { toonStukken } from "./stukken.js";
import { t } from "./teksten.js";

/** Fill the panel beside the conversation. */
export function toonZij(waar, { samenvatting: { kort }, bewaard_als: kenmerk }) {
  const lees = maak("a", { href: "#samenvatting" }, t("zij.groot"));
  waar.replaceChildren(
    maak("h2", {}, t("zij.titel")),
    ...bewaard(kenmerk),
    ...(kort.length
      ? [...toonStukken(kort, 2), maak("p", {}, lees)]
      : [maak("p", { class: "klein" }, t("zij.leeg"))]),
  );
}

/** Return that it was kept, with the way to it; nothing as long as it was not. */
export function bewaard(kenmerk) {
  if (!kenmerk) return [];
  const naar = maak("a", { href: `#wegingen/${kenmerk}` }, t("zij.bewaard", { kenmerk }));
  return [maak("p", { class: "gelukt" }, icoon("vink"), naar)];
}

/** Return a whole summary as a document. */
export function document_({ heel }) {
  return maak("article", { class: "document" }, toonStukken(heel));
}
