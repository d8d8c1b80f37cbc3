// Een papier aanpassen voor het weggaat: een tekstvlak, nakijken, en downloaden wat er staat.

import { maak } from "./dom.js";
import { meld } from "./stukjes.js";
import { t } from "./teksten.js";

const VORMEN = ["pdf", "odt", "docx"];

/**
 * Return a fold with the text of a paper to edit. It is asked for when it opens, and kept nowhere.
 * @param {string} naam what the paper is called
 * @param {string} bestand the name of a download, without its form
 * @param {(achter: string) => string} adres gives the address of the paper with this behind it
 */
export function bewerkvouw(naam, bestand, adres) {
  const vlak = maak("textarea", {
    rows: "16",
    spellcheck: "true",
    "aria-label": t("wegingen.bewerk_veld", { papier: naam }),
  });
  const gezegd = maak("ul", { class: "klein nagekeken", role: "status" });
  const zeg = (zinnen) => gezegd.replaceChildren(...zinnen.map((zin) => maak("li", {}, zin)));
  const stuur = async (achter, gelukt) => {
    const antwoord = await fetch(adres(achter), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ tekst: vlak.value }),
    }).catch(() => null);
    if (antwoord?.ok) return gelukt(antwoord);
    const fout = await antwoord?.json().catch(() => null);
    return zeg([fout?.fout ?? t("wegingen.mislukt")]);
  };
  const kijkNa = () => stuur("/nakijken", async (antwoord) => zeg((await antwoord.json()).gezegd));
  const neem = (vorm) =>
    stuur(`.${vorm}`, async (antwoord) => {
      bied(await antwoord.blob(), `${bestand}.${vorm}`);
      await kijkNa();
    });
  const kopieer = async () => {
    const gelukt = await navigator.clipboard.writeText(vlak.value).then(
      () => true,
      () => false,
    );
    meld(t(gelukt ? "wegingen.gekopieerd" : "wegingen.niet_gekopieerd"));
  };
  const knop = (label, onclick, extra = {}) =>
    maak("button", { type: "button", onclick, ...extra }, label);
  const vouw = maak(
    "details",
    { class: "bewerken" },
    maak("summary", {}, t("wegingen.bewerk")),
    maak("p", { class: "klein" }, t("wegingen.bewerk_uitleg")),
    vlak,
    maak(
      "div",
      { class: "rij" },
      knop(t("wegingen.bewerk_nakijken"), kijkNa),
      VORMEN.map((vorm) =>
        knop(vorm.toUpperCase(), () => neem(vorm), {
          "aria-label": t("wegingen.bewerk_als", { papier: naam, vorm: vorm.toUpperCase() }),
        }),
      ),
      knop(t("wegingen.bewerk_kopieer"), kopieer),
    ),
    gezegd,
  );
  const haal = async () => {
    if (!vouw.open || vlak.value) return;
    const antwoord = await fetch(adres("/tekst")).catch(() => null);
    if (antwoord?.ok) vlak.value = (await antwoord.json()).tekst;
    else zeg([t("wegingen.mislukt")]);
  };
  vouw.addEventListener("toggle", haal);
  return vouw;
}

/** Let the browser save a file. */
function bied(inhoud, naam) {
  const href = URL.createObjectURL(inhoud);
  const link = maak("a", { href, download: naam });
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}
