// Wat bewaard is: de lijst, één weging lezen, downloaden en verwijderen.

import { icoon, maak } from "./dom.js";
import { document_ } from "./samenvatting.js";
import { dag, meld } from "./stukjes.js";
import { t } from "./teksten.js";

const NIET_TE_TONEN = 422; // kept, but only to download

let verwijderd = null; // what is said of what was just deleted, above the list

/** Return the address of something of this profile. */
function adres(pad, profiel) {
  return `${pad}?profiel=${encodeURIComponent(profiel)}`;
}

/** Show the list, or one weighing when there is a `kenmerk`. */
export async function toonWegingen(waar, kenmerk, profiel) {
  const { hash } = location;
  const inhoud = kenmerk ? await een(kenmerk, profiel) : await lijst(profiel);
  if (location.hash !== hash) return; // somebody went on meanwhile
  waar.replaceChildren(...inhoud.flat(Infinity).filter(Boolean));
}

async function lijst(profiel) {
  const gelukt =
    verwijderd &&
    maak(
      "p",
      { class: "gelukt" },
      icoon("vink"),
      verwijderd,
    );
  verwijderd = null;
  const kop = [
    maak("h1", { tabindex: "-1" }, t("wegingen.titel")),
    gelukt,
    maak("p", { class: "klein" }, t("wegingen.uitleg")),
  ];
  const antwoord = await fetch(adres("/wegingen", profiel)).catch(() => null);
  if (!antwoord?.ok) return [kop, maak("p", { class: "fout" }, t("wegingen.mislukt"))];
  const { wegingen } = await antwoord.json();
  if (!wegingen.length) return [kop, maak("p", { class: "leeg" }, t("wegingen.leeg"))];
  return [kop, maak("ul", { class: "kaal lijst" }, wegingen.map(rij))];
}

function rij({ kenmerk, datum, titel }) {
  return maak(
    "li",
    {},
    maak(
      "a",
      { href: `#wegingen/${kenmerk}` },
      maak("b", {}, kenmerk),
      maak("span", {}, titel),
      datum ? maak("span", { class: "klein" }, dag(datum)) : "",
    ),
  );
}

async function een(kenmerk, profiel) {
  const terug = maak("p", {}, maak("a", { href: "#wegingen" }, `← ${t("wegingen.terug")}`));
  const basis = `/wegingen/${encodeURIComponent(kenmerk)}`;
  const antwoord = await fetch(adres(basis, profiel)).catch(() => null);
  if (!antwoord?.ok && antwoord?.status !== NIET_TE_TONEN) {
    const reden = antwoord?.status === 404 ? "niet_gevonden" : "mislukt";
    return [terug, mislukt(kenmerk, t(`wegingen.${reden}`))];
  }
  const gelezen = await antwoord.json();
  const acties = maak(
    "div",
    { class: "rij acties" },
    maak(
      "a",
      { class: "knop", href: adres(`${basis}.md`, profiel), download: `${kenmerk}.md` },
      t("wegingen.markdown"),
    ),
    maak(
      "a",
      { class: "knop", href: adres(`${basis}.json`, profiel), download: `${kenmerk}.json` },
      t("wegingen.json"),
    ),
    maak("button", { type: "button", onclick: () => print() }, t("zij.afdrukken")),
    maak(
      "button",
      { type: "button", class: "gevaar", onclick: () => vraagVerwijderen(kenmerk, profiel) },
      t("wegingen.verwijder"),
    ),
  );
  return [terug, acties, antwoord.ok ? document_(gelezen) : mislukt(kenmerk, gelezen.fout)];
}

function mislukt(kenmerk, reden) {
  return [maak("h1", { tabindex: "-1" }, kenmerk), maak("p", { class: "fout" }, reden)];
}

/** Ask whether to delete; the dialog gives the focus back where it was. */
function vraagVerwijderen(kenmerk, profiel) {
  const dialoog = document.getElementById("zeker");
  const fout = maak("p", { class: "fout", role: "alert" });
  const weg = async () => {
    const antwoord = await fetch(adres(`/wegingen/${encodeURIComponent(kenmerk)}`, profiel), {
      method: "DELETE",
    }).catch(() => null);
    if (!antwoord?.ok && antwoord?.status !== 404) {
      fout.textContent = t("wegingen.mislukt");
      return;
    }
    dialoog.close();
    // Deleted elsewhere meanwhile: then that is what there is to say.
    verwijderd = antwoord.ok
      ? (await antwoord.json()).gezegd.replaceAll("**", "")
      : t("wegingen.niet_gevonden");
    meld(verwijderd);
    location.hash = "#wegingen";
  };
  dialoog.replaceChildren(
    maak("h2", { id: "zeker-titel" }, t("wegingen.verwijder_titel", { kenmerk })),
    maak("p", {}, t("wegingen.verwijder_uitleg")),
    fout,
    maak(
      "div",
      { class: "rij" },
      maak(
        "button",
        { type: "button", autofocus: true, onclick: () => dialoog.close() },
        t("wegingen.verwijder_nee"),
      ),
      maak("button", { type: "button", class: "gevaar", onclick: weg }, t("wegingen.verwijder_ja")),
    ),
  );
  dialoog.showModal();
}
