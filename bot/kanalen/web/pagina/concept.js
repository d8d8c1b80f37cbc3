// Wat iemand invulde en nog niet verstuurde: het blijft bewaard tot het over dezelfde vraag gaat.

/** Return the name by which a field is found again when its question is drawn anew. */
export function houd(vraag, ...delen) {
  return JSON.stringify([vraag.sleutel, vraag.soort, ...delen]);
}

/** What was filled in at questions that others answered or that moved on meanwhile. */
export class Concept {
  #velden = new Map();
  #rijen = null;

  /** Take up what was changed below an element, where this question stood. */
  neem(waar, vraag) {
    for (const veld of waar.querySelectorAll("[data-houd]"))
      if (veranderd(veld)) this.#velden.set(veld.dataset.houd, veld);
    if (vraag?.soort !== "gegevens") return;
    const rijen = [...waar.querySelectorAll(".rijen input")].map(({ value }) => value);
    if (JSON.stringify(rijen) !== JSON.stringify(vraag.huidig ?? [""])) this.#rijen = rijen;
  }

  /** Return the question with the data items that somebody was writing down for it. */
  metRijen(vraag) {
    if (vraag.soort !== "gegevens" || !this.#rijen) return vraag;
    const met = { ...vraag, huidig: this.#rijen };
    this.#rijen = null;
    return met;
  }

  /** Put back below an element what is asked there. */
  geef(waar) {
    for (const veld of waar.querySelectorAll("[data-houd]")) {
      const eerder = this.#velden.get(veld.dataset.houd);
      if (!eerder) continue;
      this.#velden.delete(veld.dataset.houd);
      if (isVink(veld)) veld.checked = eerder.checked;
      else veld.value = eerder.value;
      veld.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  /** It was sent, or is not needed any more. */
  vergeet() {
    this.#velden.clear();
    this.#rijen = null;
  }
}

function isVink({ type }) {
  return type === "checkbox" || type === "radio";
}

function veranderd(veld) {
  if (isVink(veld)) return veld.checked !== veld.defaultChecked;
  return veld.value !== (veld.defaultValue ?? "");
}
