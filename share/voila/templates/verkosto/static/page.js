// Keeps a workshop's page alive: tells when the server is away, comes back by itself when it has
// returned, and lets the page rest when it has long been forgotten.

const EVERY = 2000; // milliseconds between two looks at the kernel
const CLOSED = 5; // looks answered by another than our server, after which ours has been closed
const TEXTS = {
  fi: {
    away: "Yhteys palvelimeen katkesi. Sivu jatkaa itsestään, kun yhteys palaa. Mitään ei ole kadonnut.",
    closed: "Palvelin on suljettu. Jos se käynnistetään uudelleen, sivu jatkaa itsestään.",
    lost: "Palvelin on suljettu. Se oli tilapäinen, ja vastaukset hävisivät sen mukana. Lataamasi tiedostot ovat tallessa.",
    login: "Sivun oikeus päättyi. Lataa sivu uudelleen. Jos se ei auta, avaa sivu siitä osoitteesta, josta sen ensin avasit.",
  },
  sv: {
    away: "Kontakten med servern bröts. Sidan fortsätter av sig själv när kontakten är tillbaka. Inget har gått förlorat.",
    closed: "Servern är avstängd. Om den startas på nytt fortsätter sidan av sig själv.",
    lost: "Servern är avstängd. Den var tillfällig, och svaren försvann med den. Filerna som du har laddat ner finns kvar.",
    login: "Sidans behörighet har upphört. Ladda om sidan. Om det inte hjälper, öppna den från adressen där du först öppnade den.",
  },
  en: {
    away: "The connection to the server was lost. The page goes on by itself when it is back. Nothing is lost.",
    closed: "The server has been closed. If it is started again, the page goes on by itself.",
    lost: "The server has been closed. It was temporary, and the answers went with it. The files that you have downloaded are safe.",
    login: "The page is no longer allowed in. Reload the page. If that does not help, open it from the address where you first opened it.",
  },
};

const texts = TEXTS[document.documentElement.lang] ?? TEXTS.en;

/** @returns {{baseUrl: string, kernelId: string, temporary: boolean} | null} null: no kernel yet */
function config() {
  const { kernelId } = document.body.dataset;
  const element = document.getElementById("jupyter-config-data");
  const { baseUrl, extensionConfig } = JSON.parse(element?.textContent ?? "{}");
  return kernelId ? { baseUrl, kernelId, temporary: extensionConfig?.verkosto?.temporary } : null;
}

/** @param {string} message */
function tell(message) {
  const lost = document.getElementById("lost");
  if (lost && lost.textContent !== message) {
    lost.textContent = message;
    lost.hidden = message === "";
  }
}

/** The server's XSRF cookie; behind a hub it is asked for even when something is only read. */
function xsrf() {
  return /(?:^|; )_xsrf=([^;]*)/.exec(document.cookie)?.[1] ?? "";
}

/**
 * What the server says of the page's kernel; null: something else than our server answered.
 *
 * @param {string} address
 * @returns {Promise<{status: number, left: number | null} | null>}
 */
async function ask(address) {
  const answer = await fetch(address, { cache: "no-store", headers: { "X-XSRFToken": xsrf() } });
  if (!answer.headers.get("Content-Type")?.startsWith("application/json")) return null;
  const { left = null } = await answer.json();
  return { status: answer.status, left };
}

/** When somebody last touched this page. */
let touched = Date.now();
/** How many times in a row something else than our server has answered. */
let strangers = 0;

async function look() {
  const here = config();
  if (here) {
    const untouched = (Date.now() - touched) / 1000;
    try {
      const heard =
        (await ask(`${here.baseUrl}verkosto/page/${here.kernelId}?untouched=${untouched}`)) ??
        (await ask(`${here.baseUrl}api/kernels/${here.kernelId}?no_track_activity=1`));
      strangers = heard ? 0 : strangers + 1;
      if (heard?.status === 404) {
        location.reload(); // the server has been restarted, or the page's kernel ended as idle
        return;
      }
      if (heard && heard.left !== null && heard.left <= 0) {
        // Forgotten: to where nothing runs; as the page is left, its kernel ends.
        location.assign(`${here.baseUrl}verkosto/rest?kieli=${document.documentElement.lang}`);
        return;
      }
      dispatchEvent(new CustomEvent("verkosto-left", { detail: heard?.left ?? null }));
      tell(words(heard?.status, here.temporary));
    } catch {
      tell(texts.away);
    }
  }
  setTimeout(look, EVERY);
}

/**
 * @param {number | undefined} status
 * @param {boolean} temporary
 */
function words(status, temporary) {
  if (status === 401 || status === 403) return texts.login;
  if (strangers < CLOSED) return strangers ? texts.away : "";
  return temporary ? texts.lost : texts.closed;
}

/**
 * Voilà ends a left page's kernel with a request that needs the server's XSRF cookie, which its
 * own pages don't set; its list of notebooks does.
 */
async function prepareToLeave() {
  const here = config();
  if (here && !xsrf()) await fetch(`${here.baseUrl}voila`);
}

for (const touch of ["pointerdown", "keydown", "wheel"]) {
  addEventListener(touch, () => (touched = Date.now()), { capture: true, passive: true });
}
addEventListener("load", prepareToLeave);
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

look();
