// Het scherm in één keer leeg, aan een bureau dat je deelt. Wat bewaard is, blijft bewaard.

import { icoon, maak } from "./dom.js";
import { laadWie, profiel } from "./profiel.js";
import { laadTeksten, t } from "./teksten.js";

const MERK = "gewist"; // in this tab only, and it holds nothing of anybody
const SNEL = 500; // ms between two presses of Escape

/** Was this tab cleared, and did nobody go on since? */
export function isGewist() {
  return sessionStorage.getItem(MERK) !== null;
}

/** Clear this tab and the others of this browser, also from what the page remembers. */
export function wis() {
  kanaal.postMessage(MERK);
  wisHier();
}

function wisHier() {
  sessionStorage.setItem(MERK, "");
  // Out of sight now; loading anew takes it out of the page and of its memory.
  document.body.hidden = true;
  document.title = "Weegwijzer";
  history.replaceState(null, "", location.pathname + location.search);
  location.reload();
}

const kanaal = new BroadcastChannel("weegwijzer");
kanaal.addEventListener("message", wisHier);

/** Let the button and twice Escape clear the screen. */
export function luisterNaarWissen(knop) {
  let vorige = -SNEL;
  knop.addEventListener("click", wis);
  addEventListener("keydown", ({ key, timeStamp, repeat }) => {
    if (key !== "Escape" || repeat) return;
    if (timeStamp - vorige < SNEL) wis();
    vorige = timeStamp;
  });
}

/** Show the cleared screen: nothing of a conversation, and the ways on from here. */
export async function toonGewist() {
  await Promise.all([laadTeksten(), laadWie()]);
  const regel = maak("p", { role: "status" });
  const knoppen = maak("div", { class: "rij" });
  knoppen.append(
    maak("button", { type: "button", class: "hoofd", onclick: verder }, t("wissen.verder")),
    maak(
      "button",
      { type: "button", class: "gevaar", onclick: () => vraagZeker(knoppen, regel) },
      t("wissen.ook"),
    ),
  );
  document.querySelector(".skip").remove(); // there is no question to go to
  document.querySelector(".menu").hidden = true;
  document.getElementById("wis").hidden = true;
  document.getElementById("raam").replaceChildren(
    maak(
      "main",
      { class: "gewist" },
      maak("h1", { tabindex: "-1" }, t("wissen.titel")),
      maak("p", {}, t("wissen.uitleg")),
      regel,
      knoppen,
    ),
  );
}

function verder() {
  sessionStorage.removeItem(MERK);
  location.reload();
}

function vraagZeker(knoppen, regel) {
  regel.textContent = t("wissen.zeker");
  const [eerste] = knoppen.children;
  knoppen.replaceChildren(
    eerste,
    maak(
      "button",
      { type: "button", class: "gevaar", onclick: () => vergeet(knoppen, regel) },
      t("wissen.ja"),
    ),
  );
  knoppen.lastChild.focus();
}

/** Wipe the answers of the running conversation as well; what was kept stays. */
async function vergeet(knoppen, regel) {
  const adres = `/gesprek?profiel=${encodeURIComponent(profiel())}`;
  const antwoord = await fetch(adres, { method: "DELETE" }).catch(() => null);
  regel.replaceChildren(
    antwoord?.ok ? icoon("vink") : icoon("let_op"),
    ` ${t(antwoord?.ok ? "wissen.weg" : "wissen.mislukt")}`,
  );
  if (!antwoord?.ok) return;
  knoppen.lastChild.remove();
  knoppen.firstChild.textContent = t("wissen.begin");
  knoppen.firstChild.focus();
}
