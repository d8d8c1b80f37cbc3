// De bladen van de bladzijde: welk blad open is staat in het adres, achter het hekje.

import { maak } from "./dom.js";
import { toonNaslag } from "./naslag.js";
import { document_ } from "./samenvatting.js";
import { t } from "./teksten.js";
import { toonWegingen } from "./wegingen.js";

const BLADEN = ["gesprek", "samenvatting", "naslag", "wegingen"];

export class Bladen {
  #profiel;
  #zeg;
  #beeld = null;

  /**
   * @param {() => string} profiel gives the profile of now
   * @param {(tekst: string) => void} zeg says something in the conversation
   */
  constructor(profiel, zeg) {
    this.#profiel = profiel;
    this.#zeg = zeg;
    addEventListener("hashchange", () => this.#open(true));
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
    if (this.nu === "samenvatting") this.#samenvatting();
  }

  /** The kept weighings changed, or somebody else speaks. */
  ververs() {
    if (this.nu === "wegingen") this.#vul();
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
    scrollTo(0, this.nu === "gesprek" ? document.body.scrollHeight : 0);
    kop?.focus({ preventScroll: true });
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
      maak("div", { class: "rij acties" }, druk),
      document_(this.#beeld.samenvatting),
    );
  }
}
