// Keeps a workshop's page alive: tells when the server is away, and comes back by itself when it
// has returned.

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

/**
 * Voilà ends a left page's kernel with a request that needs the server's XSRF cookie, which its
 * own pages don't set; its list of notebooks does.
 */
async function prepareToLeave() {
  const here = config();
  if (here && !/(^|; )_xsrf=/.test(document.cookie)) await fetch(`${here.baseUrl}voila`);
}

addEventListener("load", prepareToLeave);
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

look();
