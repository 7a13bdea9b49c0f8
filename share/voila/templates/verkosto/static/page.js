// Keeps a workshop's page alive: tells when the server is away, comes back by itself when it has
// returned, and ends the page's kernel when the page is left.

const EVERY = 2000; // milliseconds between two looks at the kernel
const TEXTS = {
  fi: {
    away: "Yhteys palvelimeen katkesi. Sivu jatkaa itsestään, kun yhteys palaa. Mitään ei ole kadonnut.",
    login: "Sivun oikeus päättyi. Avaa sivu uudelleen siitä osoitteesta, jonka verkostotyökalut antoi käynnistyessään.",
  },
  sv: {
    away: "Kontakten med servern bröts. Sidan fortsätter av sig själv när kontakten är tillbaka. Inget har gått förlorat.",
    login: "Sidans behörighet har upphört. Öppna sidan på nytt från adressen som verkostotyökalut gav vid starten.",
  },
  en: {
    away: "The connection to the server was lost. The page goes on by itself when it is back. Nothing is lost.",
    login: "The page is no longer allowed in. Open it again from the address that verkostotyökalut gave when it started.",
  },
};

const texts = TEXTS[document.documentElement.lang] ?? TEXTS.en;

/** @returns {{baseUrl: string, kernelId: string} | null} */
function config() {
  const element = document.getElementById("jupyter-config-data");
  return element && JSON.parse(element.textContent ?? "null");
}

/** @param {string} message */
function tell(message) {
  const lost = document.getElementById("lost");
  if (lost && lost.textContent !== message) {
    lost.textContent = message;
    lost.hidden = message === "";
  }
}

async function look() {
  const here = config();
  if (here) {
    try {
      const answer = await fetch(`${here.baseUrl}api/kernels/${here.kernelId}?no_track_activity=1`, {
        cache: "no-store",
      });
      if (answer.status === 404) {
        location.reload(); // the server has been restarted, and the page's kernel with it
        return;
      }
      tell(answer.status === 401 || answer.status === 403 ? texts.login : "");
    } catch {
      tell(texts.away);
    }
  }
  setTimeout(look, EVERY);
}

addEventListener("pagehide", (event) => {
  const here = config();
  const token = document.cookie.match(/(?:^|; )_xsrf=([^;]*)/)?.[1];
  if (here && !event.persisted) {
    fetch(`${here.baseUrl}voila/api/shutdown/${here.kernelId}`, {
      method: "POST",
      keepalive: true,
      headers: token ? { "X-XSRFToken": decodeURIComponent(token) } : {},
    });
  }
});
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

look();
