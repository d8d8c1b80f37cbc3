// Wat bewaard is: de lijst, één weging lezen, downloaden en verwijderen.

import { adresVan, bewaardacties, eigenKenmerk, papieren } from "./bewaard.js";
import { icoon, maak } from "./dom.js";
import { document_ } from "./samenvatting.js";
import { dag, meld } from "./stukjes.js";
import { t } from "./teksten.js";

const ZOEK = "zoek-weging";
const NIET_TE_TONEN = 422; // kept, but only to download

// What stands above the list stays there, however often the list is drawn.
const erboven = { verwijderd: null, zoek: "" };
let ronde = 0;
addEventListener("hashchange", () => {
  if (location.hash !== "#wegingen") erboven.verwijderd = null;
});

/** Show the list, or one weighing when there is a `kenmerk`; `zeg` says it in the conversation. */
export async function toonWegingen(waar, kenmerk, profiel, zeg) {
  const { hash } = location;
  const deze = ++ronde;
  const inhoud = kenmerk ? await een(kenmerk, profiel, zeg) : await lijst(profiel);
  if (location.hash !== hash || deze !== ronde) return; // somebody went on meanwhile
  const zocht = document.activeElement?.id === ZOEK;
  waar.replaceChildren(...inhoud.flat(Infinity).filter(Boolean));
  if (zocht) document.getElementById(ZOEK)?.focus();
}

async function lijst(profiel) {
  const gelukt =
    erboven.verwijderd && maak("p", { class: "gelukt" }, icoon("vink"), erboven.verwijderd);
  const kop = [
    maak("h1", { tabindex: "-1" }, t("wegingen.titel")),
    gelukt,
    maak("p", { class: "klein" }, t("wegingen.uitleg")),
  ];
  const antwoord = await fetch(`/wegingen?profiel=${encodeURIComponent(profiel)}`).catch(() => null);
  if (!antwoord?.ok) return [kop, maak("p", { class: "fout" }, t("wegingen.mislukt"))];
  const { wegingen } = await antwoord.json();
  if (!wegingen.length) return [kop, maak("p", { class: "leeg" }, t("wegingen.leeg"))];
  const rijen = wegingen.map(rij);
  return [kop, zoekveld(rijen), maak("ul", { class: "kaal lijst" }, rijen)];
}

function rij({ kenmerk, datum, titel, oordelen, eigen, let_op }) {
  const versie = /-v(\d+)$/.exec(kenmerk)?.[1];
  return maak(
    "li",
    {},
    maak(
      "a",
      { href: `#wegingen/${kenmerk}` },
      maak("b", {}, kenmerk),
      maak("span", {}, titel),
      [...new Set(oordelen)].map((oordeel) =>
        maak("span", { class: `merkje ${oordeel}` }, icoon(oordeel), t(`oordeel.${oordeel}`)),
      ),
      eigen && maak("span", {}, t("wegingen.eigen_is", { eigen })),
      versie && maak("span", {}, t("wegingen.versie", { versie })),
      datum ? maak("span", { class: "klein" }, dag(datum)) : "",
      (let_op ?? []).map((zin) => maak("span", { class: "klein" }, zin)),
    ),
  );
}

/** Return the field that leaves only the lines that have all its words. */
function zoekveld(rijen) {
  const telling = maak("p", { class: "klein", role: "status" });
  const filter = () => {
    const woorden = erboven.zoek.toLowerCase().split(/\s+/).filter(Boolean);
    for (const li of rijen) {
      const tekst = li.textContent.toLowerCase();
      li.hidden = !woorden.every((woord) => tekst.includes(woord));
    }
    const over = rijen.filter((li) => !li.hidden).length;
    telling.textContent = woorden.length ? t("wegingen.gevonden", { aantal: over }) : "";
  };
  const zoek = ({ target }) => {
    erboven.zoek = target.value;
    filter();
  };
  filter();
  return maak(
    "div",
    { class: "zoek-weging" },
    maak("label", { for: ZOEK }, t("wegingen.zoek")),
    maak("input", {
      type: "search",
      id: ZOEK,
      autocomplete: "off",
      value: erboven.zoek,
      oninput: zoek,
    }),
    telling,
  );
}

async function een(kenmerk, profiel, zeg) {
  const terug = maak("p", {}, maak("a", { href: "#wegingen" }, `← ${t("wegingen.terug")}`));
  const antwoord = await fetch(adresVan(kenmerk, profiel)).catch(() => null);
  if (!antwoord?.ok && antwoord?.status !== NIET_TE_TONEN) {
    const reden = antwoord?.status === 404 ? "niet_gevonden" : "mislukt";
    return [terug, mislukt(kenmerk, t(`wegingen.${reden}`))];
  }
  const gelezen = await antwoord.json();
  const acties = maak(
    "div",
    { class: "rij acties" },
    bewaardacties(kenmerk, profiel),
    maak(
      "button",
      { type: "button", onclick: () => zeg(t("wegingen.basis_zin", { kenmerk })) },
      t("wegingen.basis"),
    ),
    maak(
      "button",
      { type: "button", onclick: () => zeg(t("wegingen.herweeg_zin", { kenmerk })) },
      t("wegingen.herweeg"),
    ),
    maak(
      "button",
      { type: "button", onclick: () => zeg(t("wegingen.nareken_zin", { kenmerk })) },
      t("wegingen.nareken"),
    ),
    maak("button", { type: "button", onclick: () => print() }, t("zij.afdrukken")),
    maak(
      "button",
      { type: "button", class: "gevaar", onclick: () => vraagVerwijderen(kenmerk, profiel) },
      t("wegingen.verwijder"),
    ),
  );
  const stuk = antwoord.ok ? document_(gelezen) : mislukt(kenmerk, gelezen.fout);
  const bijlagen = papieren(kenmerk, profiel, gelezen.papieren);
  const eigen = eigenKenmerk(kenmerk, zeg, gelezen.eigen ?? "");
  return [terug, acties, bijlagen, eigen, stuk].filter(Boolean);
}

function mislukt(kenmerk, reden) {
  return [maak("h1", { tabindex: "-1" }, kenmerk), maak("p", { class: "fout" }, reden)];
}

/** Ask whether to delete; the dialog gives the focus back where it was. */
function vraagVerwijderen(kenmerk, profiel) {
  const dialoog = document.getElementById("zeker");
  const fout = maak("p", { class: "fout", role: "alert" });
  const weg = async () => {
    const antwoord = await fetch(adresVan(kenmerk, profiel), { method: "DELETE" }).catch(
      () => null,
    );
    if (!antwoord?.ok && antwoord?.status !== 404) {
      fout.textContent = t("wegingen.mislukt");
      return;
    }
    dialoog.close();
    // Deleted elsewhere meanwhile: then that is what there is to say.
    erboven.verwijderd = antwoord.ok
      ? (await antwoord.json()).gezegd.replaceAll("**", "")
      : t("wegingen.niet_gevonden");
    meld(erboven.verwijderd);
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
