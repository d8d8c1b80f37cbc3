// De kaart met de vraag van nu: uitleg, het veld, en een regel om te typen.

import { legBegrippenUit } from "./begrippen.js";
import { Concept } from "./concept.js";
import { icoon, maak } from "./dom.js";
import { opmaak, regel } from "./opmaak.js";
import { waaromVouw } from "./stukjes.js";
import { t } from "./teksten.js";
import { maakVeld } from "./velden.js";

const VOORBEELDEN = ["een", "twee", "drie", "vier"];
const MAX_TEKENS = 4000; // longer is refused by the server

export class Kaart {
  #waar;
  #stuur;
  #boven = maak("div", { id: "vraag" });
  #onder = maak("div");
  #typ;
  #vooringevuld = "";
  #gezien = "";
  #veld = "";
  #vraag = null;
  #gesprek = "";
  #concept = new Concept();

  /**
   * @param {Element} waar the section of the card
   * @param {object} stuur `zeg(tekst, getypt)` sends words, picked or typed; `vul(waarden)` a form
   */
  constructor(waar, stuur) {
    this.#waar = waar;
    this.#stuur = stuur;
    this.#typ = new Typregel((tekst) => stuur.zeg(tekst, true));
    waar.append(this.#boven, this.#typ.el, this.#onder);
    let geklikt = "";
    const tweede = (gebeurtenis) => {
      // The answer may come between the two clicks of a double click; then the second one would
      // answer a question that was not there yet.
      if (gebeurtenis.detail < 2) geklikt = this.#gezien;
      else if (geklikt !== this.#gezien) gebeurtenis.stopPropagation();
    };
    waar.addEventListener("click", tweede, true);
    document.addEventListener("keydown", (gebeurtenis) => {
      // Who types, wherever the focus is, types: the letter lands in the line.
      const letter =
        gebeurtenis.key.length === 1 &&
        gebeurtenis.key !== " " &&
        !gebeurtenis.ctrlKey &&
        !gebeurtenis.metaKey &&
        !gebeurtenis.altKey;
      const elders = "input:not([type=checkbox], [type=radio]), select, textarea, dialog *";
      if (letter && waar.checkVisibility() && !gebeurtenis.target.closest(elders))
        this.#typ.veld.focus();
    });
  }

  /**
   * Show this question of the weighing `gesprek`. What somebody is filling in stays, also when
   * another question comes first; `klaar`: that was by our own answer.
   */
  toon(vraag, gesprek, klaar) {
    this.#waar.hidden = false;
    const nu = JSON.stringify([gesprek, vraag]);
    if (nu === this.#gezien) return;
    this.#gezien = nu;
    // Its `plek` moves on with whatever was answered elsewhere.
    const veldNu = JSON.stringify([gesprek, { ...vraag, plek: "", misverstaan: 0, hulp: [] }]);
    if (veldNu === this.#veld) {
      // Not understood: what is ticked or filled in stays, and the explanation may open.
      const vouw = this.#boven.querySelector(".waarom");
      if (vouw) vouw.open ||= legtUit(vraag);
      return;
    }
    this.#veld = veldNu;
    const woorden = vraag.soort === "tekst"; // then the typing line is the field
    if (gesprek !== this.#gesprek) {
      this.#concept.vergeet();
      this.#boven.replaceChildren();
    }
    this.#concept.wissel(this.#boven, this.#vraag, vraag, klaar, (metConcept) => {
      const veld = maakVeld(metConcept, this.#stuur);
      const begrippen = maak("div");
      legBegrippenUit(begrippen, vraag);
      const delen = [kop(vraag), uitleg(vraag), begrippen, veld];
      this.#boven.replaceChildren(...delen.flat().filter(Boolean));
    });
    this.#vraag = vraag;
    this.#gesprek = gesprek;
    this.#onder.replaceChildren();
    (woorden ? this.#onder : this.#boven).append(uitwegen(vraag, this.#stuur));
    if (vraag.sleutel === "omschrijving" && !vraag.huidig)
      this.#onder.append(this.#voorbeelden());
    this.#typ.voor(woorden);
    if (this.#typ.tekst === this.#vooringevuld) this.#typ.tekst = "";
    this.#vooringevuld = woorden && vraag.huidig && !this.#typ.tekst ? vraag.huidig : "";
    if (this.#vooringevuld) this.#typ.tekst = this.#vooringevuld;
  }

  /** Descriptions to begin from: one fills the line, to be changed before it is sent. */
  #voorbeelden() {
    const zinnen = VOORBEELDEN.map((nummer) => t(`voorbeelden.${nummer}`));
    const neem = (zin) => {
      this.#typ.tekst = zin;
      this.#typ.veld.focus();
    };
    const knop = (zin) =>
      maak("button", { type: "button", class: "keus", onclick: () => neem(zin) }, zin);
    const naam = maak("p", { class: "klein", id: "voorbeelden" }, t("voorbeelden.kop"));
    const groep = maak(
      "div",
      { class: "voorbeeldzinnen", role: "group", "aria-labelledby": "voorbeelden" },
      zinnen.map(knop),
    );
    return maak("div", { class: "voorbeelden" }, naam, groep);
  }

  /** Go to where one answers: the typing line for who chose to type, else the first field. */
  focus(typt) {
    const eerste = this.#boven.querySelector("input, select, .keuzes button:not([hidden])");
    // A finger would get a keyboard over half the screen; then the card itself is enough.
    const doel = matchMedia("(pointer: coarse)").matches
      ? this.#waar
      : (!typt && eerste) || this.#typ.veld;
    doel.focus({ preventScroll: true });
  }

  /** While an answer is on its way, the buttons say that they wait. */
  wacht(ja) {
    for (const knop of this.#waar.querySelectorAll("button")) {
      if (ja) knop.setAttribute("aria-disabled", "true");
      else knop.removeAttribute("aria-disabled");
    }
  }

  /** The typed text was taken: clear the line. */
  gelukt() {
    this.#typ.tekst = "";
    this.#vooringevuld = "";
  }
}

function kop(vraag) {
  // What is asked is the last paragraph; what is said before it explains.
  const alineas = vraag.vraag.split("\n\n");
  const zin = alineas.pop().replace(/^\*\*(.*)\*\*$/su, "$1");
  const vooraf = [vraag.toelichting, ...alineas].filter(Boolean).join("\n\n");
  return [
    vraag.voortgang &&
      maak("p", { class: "voortgang" }, [vraag.voortgang, vraag.resteert].filter(Boolean).join(" · ")),
    vraag.huidig_in_woorden &&
      maak(
        "p",
        { class: "wijzigt" },
        icoon("potlood"),
        t("vraag.was", { antwoord: vraag.huidig_in_woorden }),
      ),
    vooraf && maak("div", { class: "toelichting" }, opmaak(vooraf, 3)),
    maak("h2", { id: "vraagzin", tabindex: "-1" }, regel(zin)),
  ];
}

function uitleg(vraag) {
  return waaromVouw(vraag.waarom, vraag.uitzoeken, legtUit(vraag));
}

/** Misunderstood twice: then the explanation is open. */
function legtUit(vraag) {
  return vraag.misverstaan > 1;
}

function uitwegen(vraag, stuur) {
  const { overslaan, weet_niet: weetNiet, toch_niet: tochNiet, nakijken, ongedaan } = vraag;
  const opties = [overslaan, weetNiet, tochNiet, nakijken, ongedaan].filter(Boolean);
  const knop = ({ waarde, label }) =>
    maak("button", { type: "button", class: "stil", onclick: () => stuur.zeg(waarde) }, label);
  return maak("div", { class: "rij uitwegen" }, opties.map(knop));
}

/** The line where everything can be typed; it stays while questions come and go. */
class Typregel {
  constructor(stuur) {
    this.veld = maak("textarea", {
      id: "typ",
      rows: "1",
      autocomplete: "off",
      "aria-describedby": "typ-uitleg typ-fout",
      oninput: () => this.#past(),
      onkeydown: (g) => this.#toets(g),
    });
    this.label = maak("label", { for: "typ" });
    this.uitleg = maak("p", { class: "klein", id: "typ-uitleg" });
    this.fout = maak("p", { class: "fout", role: "alert", id: "typ-fout" });
    const knop = maak(
      "button",
      { class: "hoofd" },
      icoon("stuur"),
      maak("span", { class: "alleen-horen" }, t("vraag.stuur")),
    );
    this.el = maak(
      "form",
      { class: "typen", onsubmit: (g) => this.#verstuur(g) },
      this.label,
      maak("div", { class: "typrij" }, this.veld, knop),
      this.fout,
      this.uitleg,
    );
    this.stuur = stuur;
  }

  get tekst() {
    return this.veld.value;
  }

  set tekst(waarde) {
    this.veld.value = waarde;
    this.fout.textContent = "";
    this.#past();
  }

  /** `woorden`: the question asks for words, so this line is its field. */
  voor(woorden) {
    this.el.classList.toggle("ruim", woorden);
    this.label.textContent = t(woorden ? "vraag.typ_woorden" : "vraag.typ");
    this.uitleg.textContent = woorden ? t("vraag.enter") : "";
    this.veld.placeholder = woorden ? "" : t("vraag.typ_uitleg");
    this.#past();
  }

  #past() {
    this.veld.style.height = "auto"; // through the CSSOM, which the policy allows
    this.veld.style.height = `${this.veld.scrollHeight + 2}px`;
  }

  #toets(gebeurtenis) {
    if (gebeurtenis.key !== "Enter" || gebeurtenis.shiftKey || gebeurtenis.isComposing) return;
    gebeurtenis.preventDefault();
    this.el.requestSubmit();
  }

  #verstuur(gebeurtenis) {
    gebeurtenis.preventDefault();
    const tekst = this.veld.value.trim();
    this.fout.textContent = reden(tekst);
    if (this.fout.textContent) this.veld.focus();
    else this.stuur(tekst);
  }
}

function reden(tekst) {
  if (!tekst) return t("vraag.typ_leeg");
  return tekst.length > MAX_TEKENS ? t("vraag.te_lang", { nu: tekst.length, max: MAX_TEKENS }) : "";
}
