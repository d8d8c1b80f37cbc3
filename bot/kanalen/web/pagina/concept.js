// Wat iemand invulde en nog niet verstuurde: het blijft staan zolang dezelfde vraag openstaat.

/** Return the name by which a field is found again when its question is drawn anew. */
export function houd(vraag, ...delen) {
  return JSON.stringify([vraag.sleutel, vraag.soort, ...delen]);
}

/** Return what was changed in the fields below an element, by their names. */
export function onthoud(waar) {
  const velden = [...waar.querySelectorAll("[data-houd]")];
  return new Map(velden.filter(veranderd).map((veld) => [veld.dataset.houd, veld]));
}

/** Put it back where the same is asked. */
export function zetTerug(waar, was) {
  for (const veld of waar.querySelectorAll("[data-houd]")) {
    const eerder = was.get(veld.dataset.houd);
    if (!eerder) continue;
    if (isVink(veld)) veld.checked = eerder.checked;
    else veld.value = eerder.value;
    veld.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

/** Return the question with the data items that somebody was writing down for it. */
export function metRijen(vraag, waar, vorige) {
  if (vraag.soort !== "gegevens" || vorige?.soort !== "gegevens") return vraag;
  const rijen = [...waar.querySelectorAll(".rijen input")].map(({ value }) => value);
  const zelfde = JSON.stringify(rijen) === JSON.stringify(vorige.huidig ?? [""]);
  return zelfde ? vraag : { ...vraag, huidig: rijen };
}

function isVink({ type }) {
  return type === "checkbox" || type === "radio";
}

function veranderd(veld) {
  if (isVink(veld)) return veld.checked !== veld.defaultChecked;
  return veld.value !== (veld.defaultValue ?? "");
}
