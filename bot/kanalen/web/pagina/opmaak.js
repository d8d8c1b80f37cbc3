// Lichte Markdown, zoals Weegwijzer die schrijft: koppen, lijsten, tabellen, vet en schuin.

import { maak } from "./dom.js";

const NADRUK =
  /\\.|\*\*((?:\\.|[^\\])+?)\*\*|(?<![\p{L}\p{N}])_((?:\\.|[^\\_])+)_(?![\p{L}\p{N}])|\[([\d -]+)\]\((tel:\d+)\)/gsu;
const BELT = /\[([\d -]+)\]\(tel:\d+\)/gu;
const ONTSNAPT = /\\([\\`*_~[\]<>#|])/gu;

/** Return one line as text nodes, `strong`, `em` and numbers to dial; there are no other links. */
export function regel(tekst) {
  const uit = [];
  let tot = 0;
  for (const treffer of tekst.matchAll(NADRUK)) {
    const [heel, vet, schuin, nummer, naar] = treffer;
    if (!vet && !schuin && !nummer) continue; // an escaped sign: part of the text around it
    uit.push(kaal(tekst.slice(tot, treffer.index)));
    if (nummer) uit.push(maak("a", { href: naar }, nummer));
    else uit.push(vet ? maak("strong", {}, regel(vet)) : maak("em", {}, kaal(schuin)));
    tot = treffer.index + heel.length;
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
  const groepen = [];
  for (const ruw of tekst.split("\n")) {
    const rij = ruw.trim();
    const soort = soortVan(rij);
    const laatste = groepen.at(-1);
    if (laatste?.soort === soort && ["lijst", "tabel", "alinea"].includes(soort))
      laatste.rijen.push(rij);
    else groepen.push({ soort, rijen: [rij] });
  }
  return groepen
    .filter(({ soort }) => soort !== "leeg")
    .map(({ soort, rijen }) => MAKERS[soort](rijen, kop));
}

function soortVan(rij) {
  if (!rij) return "leeg";
  if (/^#{1,4} /u.test(rij)) return "kop";
  if (rij === "---") return "streep";
  if (rij.startsWith("- ")) return "lijst";
  return rij.startsWith("|") ? "tabel" : "alinea";
}

const MAKERS = {
  kop: ([rij], kop) => {
    const [hekjes] = rij.split(" ", 1);
    return maak(
      `h${Math.min(6, hekjes.length + kop - 1)}`,
      {},
      regel(rij.slice(hekjes.length + 1)),
    );
  },
  streep: () => maak("hr"),
  lijst: (rijen) =>
    maak(
      "ul",
      {},
      rijen.map((rij) => maak("li", {}, regel(rij.slice(2)))),
    ),
  alinea: (rijen) =>
    maak(
      "p",
      {},
      rijen.map((rij, n) => [n > 0 && maak("br"), regel(rij)]),
    ),
  tabel: ([kop, , ...rijen]) => {
    const namen = cellen(kop);
    const cel = (inhoud, n) =>
      maak(
        n ? "td" : "th",
        n ? { "data-kop": kaal(namen[n] ?? "") } : { scope: "row" },
        regel(inhoud),
      );
    const hoofd = maak(
      "thead",
      {},
      maak(
        "tr",
        {},
        namen.map((naam) => maak(naam ? "th" : "td", naam ? { scope: "col" } : {}, regel(naam))),
      ),
    );
    return maak(
      "table",
      {},
      hoofd,
      maak(
        "tbody",
        {},
        rijen.map((rij) => maak("tr", {}, cellen(rij).map(cel))),
      ),
    );
  },
};

function cellen(rij) {
  return rij
    .replace(/^\||\|$/gu, "")
    .split(/(?<!\\)\|/u)
    .map((deel) => deel.trim());
}

/** Return what a screen reader should read out of Markdown: the words alone. */
export function woorden(tekst) {
  const zonder = tekst
    .replace(/^\|.*(?:\n\|.*)*/gmu, tabelInWoorden)
    .replace(BELT, "$1")
    .replace(/\*\*/gu, "")
    .replace(/(?<![\p{L}\p{N}])_((?:\\.|[^\\_])+)_(?![\p{L}\p{N}])/gu, "$1")
    .replace(/^---$/gmu, "")
    .replace(/^#+ |^- /gmu, "");
  return kaal(zonder).trim();
}

/** Return a table as sentences: of each row its name, and every cell behind that of its column. */
function tabelInWoorden(tabel) {
  const [kop, , ...rijen] = tabel.split("\n").map(cellen);
  return rijen
    .map(([naam, ...rest]) => {
      const delen = rest.map((cel, n) => [kop[n + 1], cel].filter(Boolean).join(": "));
      return [naam, ...delen].filter(Boolean).map(metPunt).join(" ");
    })
    .join("\n");
}

function metPunt(zin) {
  return /[.!?)]$/u.test(zin) ? zin : `${zin}.`;
}
