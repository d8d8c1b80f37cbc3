// De weg naar hulp bij gevaar: boven aan het scherm tot iemand zegt dat hij die gezien heeft.

import { icoon, maak } from "./dom.js";
import { regel } from "./opmaak.js";

/** Show whom to call, or nothing. What is there already stays, so that it is read out once. */
export function toonHulp(waar, hulp, gezien) {
  const merk = JSON.stringify(hulp);
  if (waar.dataset.merk === merk) return;
  const hadFocus = waar.contains(document.activeElement);
  waar.dataset.merk = merk;
  waar.hidden = !hulp;
  if (hulp) {
    const zinnen = hulp.zinnen.map((zin) => maak("li", {}, regel(zin)));
    const alarm = maak("div", { role: "alert" });
    const { label, waarde } = hulp.gezien;
    const knop = maak("button", { type: "button", onclick: () => gezien(waarde) }, label);
    waar.replaceChildren(icoon("let_op"), alarm, knop);
    alarm.append(maak("ul", { class: "kaal" }, zinnen)); // into an alert that is there: then it is heard
  } else waar.replaceChildren();
  // Who had the focus in it goes on from the top of what is open.
  if (hadFocus) document.querySelector("main > section:not([hidden]) h1")?.focus();
}

/** Tell the style sheets how much hangs at the top, so that nothing goes behind it. */
export function meetWatHangt() {
  const meet = (naam, el) => {
    const zet = () =>
      document.documentElement.style.setProperty(naam, `${el.getBoundingClientRect().height}px`);
    new ResizeObserver(zet).observe(el);
  };
  meet("--kop", document.querySelector(".kop"));
  meet("--hangt", document.getElementById("in-zicht"));
}
