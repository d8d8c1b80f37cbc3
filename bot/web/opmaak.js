// Lichte Markdown, zoals Weegwijzer die schrijft: koppen, lijsten, vet en backslash-tekens.

import { maak } from "./dom.js";

const VET = /\\(.)|\*\*((?:\\.|[^\\])+?)\*\*/gsu;
const ONTSNAPT = /\\([\\`*_[\]<>#|])/gu;

/** Return one line as text nodes and `strong`. */
export function regel(tekst) {
  const uit = [];
  let tot = 0;
  for (const treffer of tekst.matchAll(VET)) {
    if (treffer[2] === undefined) continue; // an escaped sign: part of the text around it
    uit.push(kaal(tekst.slice(tot, treffer.index)));
    uit.push(maak("strong", {}, kaal(treffer[2])));
    tot = treffer.index + treffer[0].length;
  }
  uit.push(kaal(tekst.slice(tot)));
  return uit.filter((deel) => deel !== "");
}

function kaal(tekst) {
  return tekst.replace(ONTSNAPT, "$1");
}

/**
 * Return Markdown as elements.
 * @param {string} tekst
 * @param {number} kop level of the heading that `#` becomes
 */
export function opmaak(tekst, kop = 2) {
  const uit = [];
  let alinea = [];
  let lijst = null;
  const sluit = () => {
    if (alinea.length) uit.push(maak("p", {}, alinea.flatMap((r, n) => (n ? [maak("br"), ...regel(r)] : regel(r)))));
    alinea = [];
    lijst = null;
  };
  for (const ruw of tekst.split("\n")) {
    const rij = ruw.trim();
    const hekjes = /^(#{1,4}) (.+)$/u.exec(rij);
    if (!rij) {
      sluit();
    } else if (hekjes) {
      sluit();
      uit.push(maak(`h${Math.min(6, hekjes[1].length + kop - 1)}`, {}, regel(hekjes[2])));
    } else if (rij === "---") {
      sluit();
      uit.push(maak("hr"));
    } else if (rij.startsWith("- ")) {
      if (!lijst) {
        sluit();
        lijst = maak("ul");
        uit.push(lijst);
      }
      lijst.append(maak("li", {}, regel(rij.slice(2))));
    } else {
      if (lijst) sluit();
      alinea.push(rij);
    }
  }
  sluit();
  return uit;
}

/** Return what a screen reader should read out of Markdown: the words alone. */
export function woorden(tekst) {
  return kaal(tekst.replace(/\*\*/gu, "").replace(/^#+ |^- /gmu, "")).trim();
}
