// Het begin: haalt de zinnen, opent de lijn en verdeelt elk beeld over de bladzijde.

import { Bladen } from "./bladen.js";
import { icoon, maak } from "./dom.js";
import { meetWatHangt, toonHulp } from "./hulp.js";
import { Kaart } from "./kaart.js";
import { Lijn } from "./lijn.js";
import { controleerWie, laadWie, meldAf, profiel, toonAfgemeld, wie } from "./profiel.js";
import { toonZij } from "./samenvatting.js";
import { toonSpoor } from "./spoor.js";
import { meld } from "./stukjes.js";
import { laadTeksten, t } from "./teksten.js";
import { toonVerloop, toonZonderBeeld } from "./verloop.js";
import { luisterNaarWissen, wis } from "./wissen.js";

const NA = 300; // ms after which somebody who waits wants to know that we are busy

const bij = (id) => document.getElementById(id);

await Promise.all([laadTeksten(), laadWie()]);
const kaart = new Kaart(bij("nu"), {
  zeg: (tekst, getypt) => stuur({ tekst }, { getypt }),
  vul: (waarden) => stuur({ waarden }),
});
const bladen = new Bladen(profiel, (tekst) => stuur({ tekst }, { los: true }));
const lijn = new Lijn(ontvang, meldLijn);
let beeld = null;
let meldingen = [];
let opgezocht = [];
let denkt = 0;
let stand = "open";
if (wie().proberen.length) profielkeuze();
else toonWie();
verderknop();
meetWatHangt();
luisterNaarWissen(bij("wis"));
bij("wis").hidden = false;
bij("wis").title = t("wissen.toets");
lijn.open(profiel());

/**
 * Send what was said or filled in, with the `plek` of the question it answers; `los`: of none;
 * `stil`: it is about nothing on the sheet, so that stays as it is.
 */
function stuur(inhoud, { getypt = false, los = false, stil = false } = {}) {
  const vraag = beeld?.vraag;
  // In a question for words the line is the field itself, not something one chose instead.
  const koos = getypt && vraag?.soort !== "tekst";
  if (!lijn.stuur(inhoud, los ? null : vraag?.plek, { getypt, koos, stil })) return;
  kaart.wacht(true);
  tekenLijn();
  denkt = setTimeout(() => {
    bij("bezig").textContent = stand === "open" ? t("verbinding.bezig") : "";
  }, NA);
}

function ontvang(frame, eigen) {
  if (frame.soort === "bezig") return;
  if (frame.soort === "wegingen") return lijstVeranderd(frame);
  if (!lijn.wacht) {
    clearTimeout(denkt);
    bij("bezig").textContent = "";
    kaart.wacht(false);
  }
  if (frame.soort === "fout") return toon([{ soort: "waarschuwing", ...frame }], eigen);
  if (eigen && frame.meldingen.some(({ soort }) => soort === "gewist")) return wis();
  if (eigen?.getypt && frame.verwerkt) kaart.gelukt();
  const zelfde =
    (frame.op === null || eigen?.stil) && beeld?.vraag.plek === frame.beeld.vraag.plek;
  ({ beeld, opgezocht } = frame);
  toon(
    zelfde ? meldingen : frame.meldingen,
    eigen,
    Boolean(eigen) && !eigen.stil && frame.verwerkt,
  );
}

/** The kept weighings changed; what was said of one that was deleted goes from the screen. */
function lijstVeranderd({ weg }) {
  bladen.ververs(weg);
  const blijft = meldingen.filter(({ tekst }) => !weg || !tekst.includes(weg));
  if (blijft.length < meldingen.length) toon(blijft, null);
}

/** Put the screen as it is now on the page; `klaar`: what we sent was taken. */
function toon(gezegd, eigen, klaar = false) {
  meldingen = gezegd;
  const los = (tekst) => stuur({ tekst }, { los: true });
  if (!beeld) return toonZonderBeeld(bij("verloop"), meldingen, los);
  const eerste = bij("nu").hidden;
  const nieuw = toonVerloop(bij("verloop"), beeld, opgezocht, meldingen, los);
  const vorige = bij("vraagzin")?.textContent;
  kaart.toon(beeld.vraag, beeld.gesprek, klaar);
  kaart.wacht(lijn.wacht);
  toonSpoor(bij("spoor"), beeld);
  toonZij(bij("zij"), beeld);
  bladen.beeld(beeld);
  toonHulp(bij("hulp"), beeld.hulp, (tekst) => stuur({ tekst }, { los: true, stil: true }));
  if (eigen?.stil) return meld(t("hulp.weg"));
  if (eerste) {
    if (beeld.blokken.length && bladen.nu === "gesprek")
      bij("nu").scrollIntoView({ behavior: "instant", block: past(bij("nu")) ? "end" : "start" });
    return;
  }
  // Whoever is brought to the field hears the question there; the rest hears it here.
  const vraag =
    !eigen && bladen.nu === "gesprek" && vorige !== bij("vraagzin").textContent
      ? [bij("vraagzin").textContent]
      : [];
  meld(...nieuw, ...vraag);
  if (eigen && bladen.nu === "gesprek") {
    naarDeVraag(nieuw.length > 0);
    kaart.focus(eigen.koos);
  }
}

/** Bring what is new into view: first what was said, else the question. */
function naarDeVraag(gezegd) {
  const gezien = document.querySelectorAll("#verloop :is(.tussenstand, .melding, .slot).nieuw");
  // A warning stands above what else was said: from there on one sees it all.
  const let_op = document.querySelector("#verloop .melding.waarschuwing.nieuw");
  const nieuwste = gezegd && (let_op ?? [...gezien].pop());
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
  const allebei = past(bij("nu"), nieuwste);
  (nieuwste && !allebei ? nieuwste : bij("nu")).scrollIntoView({
    behavior,
    block: allebei ? "end" : "start",
  });
}

/** Do these fit on the screen together? */
function past(...delen) {
  const hoogte = delen.map((el) => (el ? el.getBoundingClientRect().height : 0));
  const hangt = bij("in-zicht").offsetHeight;
  return hoogte.reduce((som, deel) => som + deel, hangt) < innerHeight * 0.9;
}

function meldLijn(toestand) {
  if (toestand === "af") return toonAfgemeld();
  if (toestand !== "open") controleerWie();
  stand = toestand;
  tekenLijn();
}

/** Say in words that there is no connection, and what becomes of an answer given meanwhile. */
function tekenLijn() {
  const zinnen =
    stand === "open"
      ? []
      : [t(`verbinding.${stand}`), ...(lijn.wacht ? [t("verbinding.wacht")] : [])];
  const el = bij("lijn");
  if (el.textContent === zinnen.join(" ")) return; // said already: do not read it out again
  el.className = `lijn ${stand}`;
  el.replaceChildren(
    ...(zinnen.length ? [icoon("let_op"), maak("span", {}, zinnen.join(" "))] : []),
  );
}

/** A way back to the question, for who went up to read. */
function verderknop() {
  const knop = bij("verder");
  new IntersectionObserver(([deel]) => {
    knop.hidden = deel.isIntersecting || bij("nu").hidden;
  }).observe(bij("nu"));
  knop.addEventListener("click", () => {
    naarDeVraag(false);
    kaart.focus(false);
  });
}

/** Show who is signed in, with the way out. */
function toonWie() {
  const { naam, rollen, afmelden } = wie();
  const rol = rollen.map((een) => t(`profielen.${een}`)).join(", ");
  bij("ik-naam").textContent = naam || t("ik.naamloos");
  bij("ik-rol").textContent = rol;
  bij("ik-rol").hidden = !rol;
  bij("afmelden").hidden = !afmelden;
  bij("afmelden").addEventListener("click", () =>
    meldAf().catch(() => {
      bij("afmelden").textContent = t("ik.mislukt");
      meld(t("ik.mislukt"));
    }),
  );
  bij("ik").hidden = false;
}

function profielkeuze() {
  const keuze = bij("profiel");
  keuze.append(
    ...wie().proberen.map((naam) =>
      maak("option", { value: naam, selected: naam === profiel() }, t(`profielen.${naam}`)),
    ),
  );
  keuze.addEventListener("change", () => {
    const adres = new URL(location.href);
    adres.searchParams.set("profiel", keuze.value);
    history.replaceState(null, "", adres);
    beeld = null;
    opgezocht = [];
    kaart.gelukt();
    bij("verloop").replaceChildren();
    bij("nu").hidden = true;
    toonHulp(bij("hulp"), null);
    lijn.open(keuze.value);
    bladen.ververs();
  });
  keuze.title = t("profiel.uitleg");
  keuze.closest(".profiel").hidden = false;
}
