// Remembers on this device in which of a listing's two voices somebody reads: for families, or for young people.
// Nothing is sent anywhere. Without scripts, or where nothing can be stored, the two links do the same for one page.

const KEY = "voice";

/** What was chosen last; null when nothing was, or when the browser forbids storage. */
function chosen() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function choose(voice) {
  try {
    localStorage.setItem(KEY, voice);
  } catch {
    // The link still works.
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-voice]");
  if (link) choose(link.dataset.voice);
});

const here = new URL(location.href);
if (chosen() === "you" && !here.searchParams.has("voice") && document.querySelector("a[data-voice=you]")) {
  here.searchParams.set("voice", "you");
  location.replace(here);
}
