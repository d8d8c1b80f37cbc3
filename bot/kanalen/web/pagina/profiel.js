// Wie er op deze bladzijde spreekt: een profiel, in het adres.

export const PROFIELEN = ["professional", "privacy_officer"];

/** Return the profile in the address of the page. */
export function profiel() {
  const gevraagd = new URLSearchParams(location.search).get("profiel");
  return PROFIELEN.includes(gevraagd) ? gevraagd : PROFIELEN[0];
}
