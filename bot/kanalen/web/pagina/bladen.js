// De bladen van de bladzijde: welk blad open is staat in het adres, achter het hekje.

import { maak } from "./dom.js";
import { toonNaslag } from "./naslag.js";
import { bewaard, document_ } from "./samenvatting.js";
import { t } from "./teksten.js";
import { toonWegingen } from "./wegingen.js";

const BLADEN = ["gesprek", "samenvatting", "naslag", "wegingen"];

export class Bladen {
  #profiel;
  #zeg;
  #beeld = null;
  #vraag = "";
  #gelezen = null; // how far down the conversation somebody was, and with which question

  /**
   * @param {() => string} profiel gives the profile of now
   * @param {(tekst: string) => void} zeg says something in the conversation
   */
  constructor(profiel, zeg) {
    this.#profiel = profiel;
    this.#zeg = zeg;
    addEventListener("hashchange", () => this.#open(true));
    addEventListener("scroll", () => {
      // Only where there is something to scroll: a sheet that is being put away counts for nothing.
      if (document.getElementById("blad-gesprek").hidden || this.nu !== "gesprek") return;
      this.#gelezen = { hoogte: scrollY, vraag: this.#vraag };
    });
    this.#open(false);
  }

  /** Which page is open. */
  get nu() {
    const naam = location.hash.slice(1).split("/")[0];
    return BLADEN.includes(naam) ? naam : "gesprek";
  }

  /** There is a newer screen: the summary is drawn again when it is open. */
  beeld(beeld) {
    this.#beeld = beeld;
    this.#vraag = `${beeld.gesprek} ${beeld.vraag.plek}`;
    if (this.nu === "samenvatting") this.#samenvatting();
  }

  /**
   * The kept weighings changed, or somebody else speaks. One that is being read is left alone, with
   * what is filled in there, unless it is the one that is gone (`weg`).
   */
  ververs(weg) {
    const leest = location.hash.split("/")[1];
    if (this.nu !== "wegingen") return;
    if (weg === undefined || !leest || decodeURIComponent(leest) === weg) this.#vul();
  }

  async #open(verplaats) {
    for (const blad of BLADEN) document.getElementById(`blad-${blad}`).hidden = blad !== this.nu;
    for (const link of document.querySelectorAll(".menu a")) {
      if (link.hash === `#${this.nu}`) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    document.getElementById("raam").classList.toggle("breed", this.nu !== "gesprek");
    await this.#vul();
    const kop = document.querySelector(`#blad-${this.nu} h1`);
    const naam = kop?.textContent || t(`menu.${this.nu}`);
    document.title = this.nu === "gesprek" ? t("titel") : `${naam} - ${t("titel")}`;
    if (!verplaats || location.hash === "#nu") return;
    scrollTo(0, this.nu === "gesprek" ? this.#terug() : 0);
    kop?.focus({ preventScroll: true });
  }

  /**
   * Where to go on in the conversation: where one was, or at the question when that is new. Whoever
   * was at the top went there for the menu, which does not hang there on every screen.
   */
  #terug() {
    const { hoogte, vraag } = this.#gelezen ?? { hoogte: 0 };
    const las = vraag === this.#vraag && hoogte > document.querySelector(".kop").offsetHeight;
    return las ? hoogte : document.body.scrollHeight;
  }

  async #vul() {
    const deel = decodeURIComponent(location.hash.split("/")[1] ?? "");
    const waar = document.getElementById(`blad-${this.nu}`);
    if (this.nu === "wegingen") await toonWegingen(waar, deel, this.#profiel(), (zin) => this.#inGesprek(zin));
    if (this.nu === "naslag") await toonNaslag(waar, deel, (waarde) => this.#inGesprek(waarde));
    if (this.nu === "samenvatting") this.#samenvatting();
  }

  /** Say something that is answered in the conversation, and go there. */
  #inGesprek(tekst) {
    location.hash = "#gesprek";
    this.#zeg(tekst);
  }

  #samenvatting() {
    if (!this.#beeld) return;
    const druk = maak("button", { type: "button", onclick: () => print() }, t("zij.afdrukken"));
    const terug = maak("p", {}, maak("a", { href: "#gesprek" }, `← ${t("zij.terug")}`));
    const el = document.getElementById("blad-samenvatting");
    el.replaceChildren(
      terug,
      ...bewaard(this.#beeld.bewaard_als),
      maak("div", { class: "rij acties" }, druk),
      document_(this.#beeld.samenvatting),
    );
  }
}
