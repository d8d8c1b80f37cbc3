// De lijn met de server: één WebSocket die zichzelf herstelt, en één bericht dat op antwoord wacht.

const PAUZES = [300, 700, 1500, 3000, 5000]; // ms before the next attempt; the last one repeats
const GESTOPT = 1001; // close code of a server that was told to stop
const AFGEMELD = 4401; // close code for who is not in any more

export class Lijn {
  #socket = null;
  #profiel = "";
  #mislukt = 0;
  #klok = 0;
  #uit = null;
  #bijFrame;
  #bijToestand;

  /**
   * @param {(frame: object, eigen: object|null) => void} bijFrame a frame came in; `eigen` is our
   *   message that it answers
   * @param {(toestand: "open"|"weg"|"dicht"|"af") => void} bijToestand the connection changed
   */
  constructor(bijFrame, bijToestand) {
    this.#bijFrame = bijFrame;
    this.#bijToestand = bijToestand;
    addEventListener("online", () => this.#nu());
    document.addEventListener("visibilitychange", () => document.hidden || this.#nu());
  }

  /** Open the conversation of this profile; what another profile still had to send is dropped. */
  open(profiel) {
    this.#profiel = profiel;
    this.#uit = null;
    this.#mislukt = 0;
    this.#verbind();
  }

  /** Is there a message without an answer? */
  get wacht() {
    return this.#uit !== null;
  }

  /**
   * Send a message: `{ tekst }` that was said, or the `{ waarden }` of a form. False while the
   * previous one has no answer: a double click counts once. `extra` comes back with the answer as
   * part of `eigen`.
   */
  stuur(inhoud, bij, extra = {}) {
    if (this.#uit) return false;
    const soort = "waarden" in inhoud ? "ingevuld" : "bericht";
    const frame = { soort, id: crypto.randomUUID(), ...inhoud };
    if (bij) frame.bij = bij;
    this.#uit = { ...extra, frame };
    this.#verzend(frame);
    return true;
  }

  #verzend(frame) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  #nu() {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#verzend({ soort: "begin" });
    else if (this.#socket?.readyState === WebSocket.CLOSED) this.#verbind();
  }

  #verbind() {
    clearTimeout(this.#klok);
    const vorige = this.#socket;
    const socket = new WebSocket(
      `${location.protocol.replace("http", "ws")}//${location.host}/ws?profiel=${encodeURIComponent(this.#profiel)}`,
    );
    this.#socket = socket;
    vorige?.close();
    socket.onopen = () => {
      if (socket !== this.#socket) return;
      this.#mislukt = 0;
      this.#bijToestand("open");
      // The same id again: the server knows whether it was handled before we lost it.
      if (this.#uit) this.#verzend(this.#uit.frame);
    };
    socket.onmessage = ({ data }) => socket === this.#socket && this.#ontvang(JSON.parse(data));
    socket.onclose = ({ code }) => socket === this.#socket && this.#verloren(code);
  }

  #ontvang(frame) {
    const eigen = this.#uit && frame.op === this.#uit.frame.id ? this.#uit : null;
    if (eigen && frame.soort !== "bezig") this.#uit = null;
    this.#bijFrame(frame, eigen);
  }

  #verloren(code) {
    if (code === AFGEMELD) return this.#bijToestand("af");
    const pauze = PAUZES[Math.min(this.#mislukt, PAUZES.length - 1)];
    this.#mislukt += 1;
    this.#bijToestand(code === GESTOPT || this.#mislukt > 3 ? "dicht" : "weg");
    this.#klok = setTimeout(() => this.#verbind(), pauze);
  }
}
