// Het spoor: de stappen, wat klaar is en waar we zijn.

import { icoon, maak } from "./dom.js";
import { t } from "./teksten.js";

const MERK = {
  open: "nog",
  bezig: "bezig",
  deels: "bezig",
  klaar: "klaar",
  overgeslagen: "overgeslagen",
};

/** Draw the rail; on a narrow screen one line of words says the same. */
export function toonSpoor(waar, beeld) {
  const hier = beeld.vraag.voortgang ?? beeld.rail.find((stop) => stop.hier)?.titel ?? "";
  waar.replaceChildren(
    maak("p", { class: "spoor-kort" }, hier),
    maak("ol", {}, beeld.rail.map(stop)),
  );
}

function stop({ stap, titel, toestand, hier, per_doel: doelen }) {
  const merk = hier && toestand !== "klaar" ? "bezig" : MERK[toestand];
  const klaar = toestand === "klaar";
  return maak(
    "li",
    { class: `stap ${merk}${hier ? " hier" : ""}`, "aria-current": hier ? "step" : null },
    maak(
      "span",
      { class: stap >= 1 && stap <= 4 ? "bol" : "bol bol-klein", "aria-hidden": "true" },
      klaar ? icoon("vink") : stap >= 1 && stap <= 4 && String(stap),
    ),
    maak(
      "div",
      { class: "stap-naam" },
      maak("b", {}, titel),
      maak("small", {}, t(`spoor.${merk}`)),
      doelen?.map((doel) =>
        maak("small", {}, `${doel.doel_in_woorden}: ${t(`spoor.${MERK[doel.toestand]}`)}`),
      ),
    ),
  );
}
