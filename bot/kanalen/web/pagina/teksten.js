// De zinnen van de bladzijde zelf; de server geeft ze uit `dialogs/teksten/`.

let zinnen = {};

/** Load the sentences and put them in the page: `data-tekst` inside, `data-naam` as label. */
export async function laadTeksten() {
  const antwoord = await fetch("/teksten");
  if (!antwoord.ok) throw new Error(`/teksten: ${antwoord.status}`);
  zinnen = await antwoord.json();
  for (const el of document.querySelectorAll("[data-tekst]")) el.append(t(el.dataset.tekst));
  for (const el of document.querySelectorAll("[data-naam]"))
    el.setAttribute("aria-label", t(el.dataset.naam));
}

/** Return one sentence, filled in; what is filled in is never read as a template. */
export function t(sleutel, invulling = {}) {
  const zin = zinnen[sleutel] ?? zinnen[`web.${sleutel}`];
  if (zin === undefined) throw new Error(`tekst ontbreekt: ${sleutel}`);
  return zin.replace(/\{(\w+)\}/gu, (_, naam) => String(invulling[naam] ?? ""));
}
