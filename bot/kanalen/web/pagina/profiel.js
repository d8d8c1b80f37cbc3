// Wie er op deze bladzijde spreekt: wie zich aanmeldde, of een profiel om te proberen.

const AFGEMELD = "/afgemeld";
const AFMELDEN = "/afmelden"; // ours to do; another address is that of who signs people in

let bezig = false; // signing out: where to go then, the answer says
let ik = { merk: "", naam: "", rollen: [], proberen: [], afmelden: null };

/** Ask the server for whom this page is; where nobody is in, one goes and signs in. */
export async function laadWie() {
  const antwoord = await fetch("/wie");
  if (antwoord.status === 401) {
    location.replace("/");
    return new Promise(() => {}); // nothing of this page is for who is not in
  }
  if (!antwoord.ok) throw new Error(`/wie: ${antwoord.status}`);
  ik = await antwoord.json();
}

/** Return who signed in, with their roles; or the profiles to try. */
export function wie() {
  return ik;
}

/** Return what goes along with all that is asked: for whom this page is. */
export function profiel() {
  if (!ik.proberen.length) return ik.merk;
  const gevraagd = new URLSearchParams(location.search).get("profiel");
  return ik.proberen.includes(gevraagd) ? gevraagd : ik.proberen[0];
}

/** See whether this page is still for who is in; when not, nothing of it stays. */
export async function controleerWie() {
  const antwoord = await fetch("/wie").catch(() => null);
  if (antwoord?.status === 401) return toonAfgemeld();
  if (!antwoord?.ok) return; // no connection: that says nothing of who is in
  const { merk, proberen } = await antwoord.json();
  if (!proberen.length && merk !== ik.merk) verlaat("/");
}

/** Sign out, here and with who signed us in. */
export async function meldAf() {
  if (ik.afmelden !== AFMELDEN) return verlaat(ik.afmelden);
  bezig = true;
  try {
    const antwoord = await fetch(AFMELDEN, { method: "POST" });
    if (!antwoord.ok) throw new Error(`${AFMELDEN}: ${antwoord.status}`);
    verlaat((await antwoord.json()).naar);
  } finally {
    bezig = false;
  }
}

/** Show that nobody is in any more. */
export function toonAfgemeld() {
  if (!bezig) verlaat(ik.afmelden === AFMELDEN ? AFGEMELD : "/");
}

function verlaat(naar) {
  document.body.hidden = true; // out of sight now, whatever the other side takes
  location.replace(naar);
}
