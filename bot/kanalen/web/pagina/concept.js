// Wat iemand invulde en nog niet verstuurde: het blijft bewaard tot het over dezelfde vraag gaat.

/** Return the name by which a field is found again when its question is drawn anew. */
export function houd(vraag, ...delen) {
  return JSON.stringify([vraag.sleutel, vraag.soort, ...delen]);
}

/** What was filled in and not sent; it comes back where the same is asked. */
export class Concept {
  #later = new Map();

  /**
   * Draw a question in the place of another, with what was filled in at both.
   * @param {Element} waar holds the fields
   * @param {object} vorige the question that stands there
   * @param {object} vraag the one that comes
   * @param {boolean} klaar the one that stands there was answered or left from here: then what was
   *   filled in there and is not asked any more is let go, and else it waits
   * @param {(vraag: object) => void} teken draws the fields of a question
   */
  wissel(waar, vorige, vraag, klaar, teken) {
    const hier = onthoud(waar, vorige);
    // Whoever opens an answer wants to see that answer.
    const terug = new Map([...(vraag.huidig_in_woorden ? [] : this.#later), ...hier]);
    teken(metRijen(vraag, terug));
    if (!klaar) for (const [naam, veld] of hier) this.#later.set(naam, veld);
    for (const naam of zetTerug(waar, terug)) this.#later.delete(naam);
  }

  /** Let go of all of it: another weighing began. */
  vergeet() {
    this.#later.clear();
  }
}

/** Return what was changed in the fields of a question, by their names. */
function onthoud(waar, vraag) {
  const uit = new Map();
  for (const veld of waar.querySelectorAll("[data-houd]")) {
    if (!isRijen(veld) && veranderd(veld)) uit.set(veld.dataset.houd, veld);
    const rijen = isRijen(veld) ? [...veld.querySelectorAll("input")].map((rij) => rij.value) : [];
    if (rijen.length && JSON.stringify(rijen) !== JSON.stringify(vraag.huidig ?? [""]))
      uit.set(veld.dataset.houd, rijen);
  }
  return uit;
}

/** Return a question for data items with those that somebody was writing down for it. */
function metRijen(vraag, terug) {
  if (vraag.velden?.length)
    return { ...vraag, velden: vraag.velden.map((veld) => metRijen(veld, terug)) };
  const rijen = vraag.soort === "gegevens" && terug.get(houd(vraag));
  return rijen ? { ...vraag, huidig: rijen } : vraag;
}

/** Put back what is asked here; return the names of it. */
function zetTerug(waar, terug) {
  const velden = [...waar.querySelectorAll("[data-houd]")].filter((v) => terug.has(v.dataset.houd));
  for (const veld of velden.filter((el) => !isRijen(el))) {
    const eerder = terug.get(veld.dataset.houd);
    if (isVink(veld)) veld.checked = eerder.checked;
    else veld.value = eerder.value;
    veld.dispatchEvent(new Event("change", { bubbles: true }));
  }
  return velden.map((veld) => veld.dataset.houd);
}

function isRijen(veld) {
  return veld.matches(".rijen");
}

function isVink({ type }) {
  return type === "checkbox" || type === "radio";
}

function veranderd(veld) {
  if (isVink(veld)) return veld.checked !== veld.defaultChecked;
  return veld.value !== (veld.defaultValue ?? "");
}
