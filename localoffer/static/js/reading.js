// What helps with reading a page: hard words that open their meaning, reading aloud, all words
// for whoever sees the main points first, and the display settings beside the page. The first two have styles of their own,
// fetched when they are needed. Without scripts a hard word is a link to the glossary, and nothing offers to read.

const tools = document.querySelector("[data-reading-css]");
let styles;

/** Fetches the styles, once. */
function dress() {
  styles ??= new Promise((done) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = tools.dataset.readingCss;
    link.onload = link.onerror = done;
    document.head.append(link);
  });
  return styles;
}

// --- Hard words ---------------------------------------------------------------------------

const GAP = 8; // pixels between a word and its meaning

/** Below its word, and never wider or farther than the screen. */
function place(note, link) {
  const word = link.getClientRects()[0];
  const room = document.documentElement.clientWidth;
  const left = Math.max(GAP, Math.min(word.left, room - note.offsetWidth - GAP));
  const below = word.bottom + GAP;
  const fits = below + note.offsetHeight < innerHeight || word.top < note.offsetHeight + GAP;
  note.style.left = `${left + scrollX}px`;
  note.style.top = `${(fits ? below : word.top - GAP - note.offsetHeight) + scrollY}px`;
}

/** The meaning as a small window behind its word, made from the note for paper. */
function noteFor(link, source) {
  const note = document.createElement("div");
  note.className = "term-note";
  note.popover = "auto";
  note.tabIndex = -1;
  note.setAttribute("role", "dialog");
  note.setAttribute("aria-label", source.dataset.label);
  const close = document.createElement("button");
  close.type = "button";
  close.className = "button button-quiet";
  close.textContent = source.dataset.close;
  close.addEventListener("click", () => note.hidePopover());
  note.append(...[...source.childNodes].map((part) => part.cloneNode(true)), close);
  note.addEventListener("toggle", (event) => {
    const open = event.newState === "open";
    link.setAttribute("aria-expanded", String(open));
    // Where the focus is still inside, or nowhere, it goes back to the word.
    if (!open && (document.activeElement === document.body || note.contains(document.activeElement))) link.focus();
  });
  // Whoever goes on by keyboard leaves the meaning behind.
  note.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !note.contains(relatedTarget)) note.hidePopover();
  });
  link.after(note);
  return note;
}

function explainWords() {
  if (!HTMLElement.prototype.showPopover) return; // the link leads to the glossary
  for (const link of document.querySelectorAll("a.term")) {
    const source = document.getElementById(`note-${decodeURIComponent(link.hash.slice(1))}`);
    if (!source) continue;
    let note;
    link.setAttribute("role", "button");
    link.setAttribute("aria-haspopup", "dialog");
    link.setAttribute("aria-expanded", "false");
    const open = async (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a new tab, as with any link
      event.preventDefault();
      await dress();
      note ??= noteFor(link, source);
      if (note.matches(":popover-open")) return;
      note.showPopover();
      place(note, link);
      note.focus({ preventScroll: true });
      note.scrollIntoView({ block: "nearest" });
    };
    link.addEventListener("click", open);
    link.addEventListener("keydown", (event) => { if (event.key === " ") open(event); });
  }
  addEventListener("resize", () => document.querySelector(".term-note:popover-open")?.hidePopover());
}

// --- Fewer words --------------------------------------------------------------------------

/** Where the reader chose to see the main points first: all words of this page, by a button or a link to what is hidden. */
function unfoldWords() {
  const root = document.documentElement;
  const showAll = () => delete root.dataset.words;
  const showTarget = (hash) => {
    const target = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
    if (root.dataset.words && target?.checkVisibility && !target.checkVisibility()) showAll();
  };
  document.querySelector("[data-all-words]")?.addEventListener("click", () => {
    showAll();
    document.querySelector("main").focus({ preventScroll: true }); // the button is gone
  });
  document.addEventListener("click", ({ target }) => showTarget(target.closest?.("a[href^='#']")?.hash));
  if (root.dataset.words && location.hash) {
    showTarget(location.hash);
    document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }
}

// --- Display settings ---------------------------------------------------------------------

/** Opens the display settings beside the page. Where that fails, the link leads to their own page, as without scripts. */
function openSettings() {
  if (!HTMLElement.prototype.showPopover || document.querySelector("[data-display]")) return;
  for (const link of document.querySelectorAll("[data-display-link]")) {
    link.setAttribute("role", "button");
    link.setAttribute("aria-haspopup", "dialog");
    const open = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      import("./display-panel.js").then(({ openPanel }) => openPanel(link)).catch(() => location.assign(link.href));
    };
    link.addEventListener("click", open);
    link.addEventListener("keydown", (event) => { if (event.key === " ") open(event); });
  }
}

openSettings();
if (tools) {
  explainWords();
  unfoldWords();
  const bar = document.querySelector("[data-aloud]");
  if (bar && window.speechSynthesis) import("./read-aloud.js").then(({ readAloud }) => readAloud(bar, dress));
}
