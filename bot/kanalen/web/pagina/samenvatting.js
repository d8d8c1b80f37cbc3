// De samenvatting: klein naast het gesprek, en heel om te lezen en af te drukken.

import { maak } from "./dom.js";
import { toonStukken } from "./stukken.js";
import { t } from "./teksten.js";

/** Fill the panel beside the conversation. */
export function toonZij(waar, { samenvatting: { kort } }) {
  const lees = maak("a", { href: "#samenvatting" }, t("zij.groot"));
  waar.replaceChildren(
    maak("h2", {}, t("zij.titel")),
    ...(kort.length
      ? [...toonStukken(kort, 2), maak("p", {}, lees)]
      : [maak("p", { class: "klein" }, t("zij.leeg"))]),
  );
}

/** Return a whole summary as a document. */
export function document_({ heel }) {
  return maak("article", { class: "document" }, toonStukken(heel));
}
