/** The page where a forgotten page rests: one press leads back to it. */
document.getElementById("back")?.addEventListener("click", () => history.back());
