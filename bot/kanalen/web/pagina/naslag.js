// De naslag: alle onderwerpen op een rij, en zoeken in gewone woorden.

import { maak } from "./dom.js";
import { bladzijde } from "./onderwerp.js";
import { t } from "./teksten.js";

const SOORTEN = ["casus", "grondslag", "begrip", "wetswijziging"];
const RUST = 250; // ms without a key before a search goes out
const LANGST = 200; // characters; nobody asks longer in one line

let lijstblad = null; // the list with what was sought in it, to come back to

/**
 * Show the list, or one topic when there is an `id`.
 * @param {(waarde: string) => void} begin begins a weighing with what a casus says to send
 */
export async function toonNaslag(waar, id, begin) {
  const { hash } = location;
  const inhoud = id ? await een(id, begin) : await lijst();
  if (location.hash !== hash) return; // somebody went on meanwhile
  waar.replaceChildren(...inhoud);
}

async function lijst() {
  if (lijstblad) return lijstblad;
  const gelezen = await haal("/naslag");
  if (gelezen.fout) return mislukt(gelezen.fout);
  lijstblad = toonLijst(gelezen.lijst);
  return lijstblad;
}

async function een(id, begin) {
  const terug = maak("p", {}, maak("a", { href: "#naslag" }, `← ${t("naslag.terug")}`));
  const gelezen = await haal(`/naslag/${encodeURIComponent(id)}`);
  return [terug, ...(gelezen.fout ? mislukt(gelezen.fout) : [bladzijde(gelezen, begin)])];
}

/** Return what the server gives, or `fout`: why it does not. */
async function haal(pad) {
  const antwoord = await fetch(pad).catch(() => null);
  const gelezen = await antwoord?.json().catch(() => null);
  return antwoord?.ok && gelezen ? gelezen : { fout: gelezen?.fout ?? t("naslag.mislukt") };
}

function mislukt(reden) {
  return [
    maak("h1", { tabindex: "-1" }, t("naslag.titel")),
    maak("p", { class: "fout" }, reden),
  ];
}

function toonLijst(alle) {
  const groepen = maak(
    "div",
    {},
    SOORTEN.map((soort) =>
      groep(
        t(`naslag.${soort}`),
        alle.filter((onderwerp) => onderwerp.soort === soort),
      ),
    ),
  );
  return [
    maak("h1", { tabindex: "-1" }, t("naslag.titel")),
    maak("p", {}, t("naslag.uitleg")),
    ...zoekveld(groepen),
    groepen,
  ];
}

function groep(titel, lijst) {
  const rij = ({ id, naam }) => maak("li", {}, maak("a", { href: `#naslag/${id}` }, naam));
  return maak(
    "section",
    { class: "groep" },
    maak("h2", {}, titel),
    maak("ul", { class: "kaal lijst dubbel" }, lijst.map(rij)),
  );
}

/** The field to search in, and what it found in place of `groepen`. */
function zoekveld(groepen) {
  const gezegd = maak("p", { class: "klein", role: "status" });
  const uitslag = maak("div", { id: "naslag-uitslag" });
  let klok = 0;
  let laatste = "";
  const zoek = async ({ target }) => {
    const vraag = target.value.trim();
    if (vraag === laatste) return;
    laatste = vraag;
    const gelezen = vraag ? await haal(`/naslag?vraag=${encodeURIComponent(vraag)}`) : null;
    if (vraag !== laatste) return; // asked on meanwhile
    groepen.hidden = Boolean(vraag);
    gezegd.textContent = gelezen ? inWoorden(gelezen) : "";
    uitslag.replaceChildren(...(gelezen && !gelezen.fout ? gevonden(gelezen) : []));
  };
  const veld = maak("input", {
    type: "search",
    id: "naslag-zoek",
    autocomplete: "off",
    maxlength: LANGST,
    "aria-describedby": "naslag-voorbeeld",
    oninput: (gebeurtenis) => {
      clearTimeout(klok);
      klok = setTimeout(() => zoek(gebeurtenis), RUST);
    },
    onchange: zoek, // Enter, or the cross in the field: do not wait
  });
  return [
    maak(
      "div",
      { class: "zoek", role: "search" },
      maak("label", { for: "naslag-zoek" }, t("naslag.zoek")),
      veld,
      maak("p", { class: "klein", id: "naslag-voorbeeld" }, t("naslag.voorbeeld")),
      gezegd,
    ),
    uitslag,
  ];
}

function inWoorden(gelezen) {
  if (gelezen.fout) return gelezen.fout;
  const aantal = gelezen.gevonden.length;
  if (!aantal) return t("zoeken.niets");
  return t(aantal === 1 ? "naslag.een_gevonden" : "naslag.gevonden", { aantal });
}

function gevonden({ gevonden: treffers, buurt }) {
  const lijst = treffers.length ? treffers : buurt;
  if (!lijst.length) return [];
  const kop = treffers.length ? "zoeken.gevonden" : "zoeken.in_de_buurt";
  const rij = ({ id, soort, naam, kort }) =>
    maak(
      "li",
      {},
      maak(
        "a",
        { class: "treffer", href: `#naslag/${id}` },
        maak("span", { class: "klein" }, t(`onderwerpsoort.${soort}`)),
        maak("b", {}, naam),
        maak("span", {}, kort),
      ),
    );
  return [maak("h2", {}, t(kop)), maak("ul", { class: "kaal lijst" }, lijst.map(rij))];
}
