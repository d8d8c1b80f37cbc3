// Elementen maken. Tekst komt alleen als tekstknoop binnen, nooit als HTML.

const SVG = "http://www.w3.org/2000/svg";

/**
 * Make an element. Props: `class`, `on*` (listeners), true/false (attribute there or not), the rest
 * attributes. Children: nodes, strings, arrays; null and false are left out.
 */
export function maak(naam, props = {}, ...kinderen) {
  const el = document.createElement(naam);
  for (const [sleutel, waarde] of Object.entries(props)) {
    if (sleutel.startsWith("on")) el.addEventListener(sleutel.slice(2), waarde);
    else if (waarde === true) el.setAttribute(sleutel, "");
    else if (waarde !== false && waarde != null) el.setAttribute(sleutel, waarde);
  }
  el.append(...kinderen.flat(Infinity).filter((kind) => kind != null && kind !== false));
  return el;
}

/** Return a sentence with a capital: in a list it may begin without. */
export function metHoofdletter(zin) {
  return zin[0].toUpperCase() + zin.slice(1);
}

/** Shapes differ as well as colours, so that a verdict can be told apart in black and white. */
const ICONEN = {
  mag: [
    ["M12 1.5a10.5 10.5 0 1 0 0 21a10.5 10.5 0 0 0 0-21z", "vol"],
    ["M7 12.4l3.4 3.4L17 9", "open"],
  ],
  mag_met_toestemming: [
    ["M12 1.8L23.3 21.5H.7z", "vol"],
    ["M12 9v6M12 18v.2", "open"],
  ],
  mag_niet: [
    ["M7.5 1.5h9l6 6v9l-6 6h-9l-6-6v-9z", "vol"],
    ["M7 12h10", "open"],
  ],
  anders: [
    ["M12 .8L23.2 12L12 23.2L.8 12z", "vol"],
    ["M8.5 15.5v-3.5h6.5M12.5 9l3 3l-3 3", "open"],
  ],
  overleg: [
    ["M2 3h20v14.5h-9L7 22.5v-5H2z", "vol"],
    ["M7.5 10.3v.1M12 10.3v.1M16.5 10.3v.1", "open"],
  ],
  onvolledig: [
    ["M12 2a10 10 0 1 0 0 20a10 10 0 0 0 0-20z", "streep"],
    ["M9.3 9.3a2.8 2.8 0 1 1 3.7 2.8q-1 .4-1 1.6M12 17v.1", "lijn"],
  ],
  potlood: [["M4 20l1-4.5L16.5 4l3.5 3.5L8.5 19zM14 6.5l3.5 3.5", "lijn"]],
  vink: [["M5 12.5l4.5 4.5L19 7.5", "lijn"]],
  kruis: [["M6 6l12 12M18 6L6 18", "lijn"]],
  plus: [["M12 5v14M5 12h14", "lijn"]],
  stuur: [["M4 12h15M13 6l6 6l-6 6", "lijn"]],
  let_op: [["M12 3L22 20.5H2zM12 10v5M12 17.6v.1", "lijn"]],
  gelijk: [["M5 9h14M5 15h14", "lijn"]],
  lint: [["M6 3h12v18l-6-4.5L6 21z", "lijn"]],
};

/** Return an icon; it is always beside a word, so it is hidden from screen readers. */
export function icoon(naam, extra = "") {
  const svg = document.createElementNS(SVG, "svg");
  const zet = {
    class: `icoon ${extra}`,
    viewBox: "0 0 24 24",
    "aria-hidden": "true",
    focusable: "false",
  };
  for (const [k, v] of Object.entries(zet)) svg.setAttribute(k, v);
  for (const [d, soort] of ICONEN[naam] ?? ICONEN.onvolledig) {
    const pad = document.createElementNS(SVG, "path");
    pad.setAttribute("d", d);
    pad.setAttribute("class", `p-${soort}`);
    svg.append(pad);
  }
  return svg;
}

/** Mend `waar` so that it holds `nieuw`: elements with the same key and the same mark stay. */
export function ververs(waar, nieuw) {
  const oud = new Map([...waar.children].map((el) => [el.dataset.sleutel, el]));
  const blijft = nieuw.map((el) => {
    const was = oud.get(el.dataset.sleutel);
    return was && was.dataset.merk === el.dataset.merk ? was : el;
  });
  for (const el of [...waar.children]) if (!blijft.includes(el)) el.remove();
  blijft.forEach((el, plek) => {
    if (waar.children[plek] !== el) waar.insertBefore(el, waar.children[plek] ?? null);
  });
  return blijft.filter((el, plek) => el === nieuw[plek]);
}
