// The results page, with scripts: results change in place; the address, the focus and an announcement follow.
// Without this file every control works by a button or a link.
import { offerLocation, suggest } from "./search-boxes.js";

const status = document.querySelector("[data-announce]");
let asking = null;
let shown = location.pathname + location.search;

function region() {
  return document.querySelector("[data-results]");
}

function enhance() {
  document.documentElement.classList.add("is-live");
  suggest(document.querySelector("#q"));
  offerLocation(document.querySelector("#where"));
}

/** The address that the form would open: only fields that say something. */
function addressOf(form) {
  const asked = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value) asked.append(name, value);
  }
  return `${form.action.split("?")[0]}?${asked}`;
}

/** Shows the page of that address in place. Falls back to opening it. */
async function show(address, { keep = true } = {}) {
  asking?.abort();
  asking = new AbortController();
  region().setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { signal: asking.signal, headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-results]");
    if (!fresh) throw new Error("no results");
    const focused = document.activeElement?.id;
    const open = new Set([...document.querySelectorAll("#filters details[open] > summary")].map(nameOf));
    region().replaceWith(fresh);
    for (const summary of document.querySelectorAll("#filters summary")) {
      if (open.has(nameOf(summary))) summary.parentElement.open = true;
    }
    document.title = page.title;
    // The answer's own address: a full postcode was sent on to one that does not hold it.
    if (keep) history.pushState(null, "", answer.url);
    shown = location.pathname + location.search;
    enhance();
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    status.textContent = document.querySelector("#results").textContent.trim();
    document.dispatchEvent(new CustomEvent("results-changed"));
  } catch (error) {
    if (error.name !== "AbortError") location.assign(address);
  }
}

/** Brings the reader to what is new. */
function goTo(part) {
  part.tabIndex = -1;
  part.focus();
  part.scrollIntoView({ block: "start" });
}

function nameOf(summary) {
  return summary.firstChild.textContent.trim();
}

document.addEventListener("change", (event) => {
  const control = event.target;
  if (control.form?.id === "find" && control.matches("[type=checkbox], select, #years")) show(addressOf(control.form));
});

document.addEventListener("submit", (event) => {
  if (event.target.id !== "find") return;
  event.preventDefault();
  const isInFilters = Boolean(event.submitter?.closest("#filters"));
  show(addressOf(event.target)).then(() => {
    if (isInFilters) document.querySelector("#filters > details").open = false;
    goTo(document.querySelector("#errors") ?? document.querySelector("#results"));
  });
});

document.addEventListener("click", (event) => {
  const link = event.target.closest?.(".tags a, .note a, .which a, .ways-out a, .pages a");
  const plain = !event.metaKey && !event.ctrlKey && !event.shiftKey && event.button === 0;
  if (!link || !plain || new URL(link.href).pathname !== location.pathname) return;
  event.preventDefault();
  show(link.href).then(() => goTo(document.querySelector("#results")));
});

addEventListener("popstate", () => {
  // A link to a part of this page comes here as well; then there is nothing new to show.
  if (location.pathname + location.search !== shown) show(location.href, { keep: false });
});

enhance();

// What reads aloud is not needed for the first view, which has enough to fetch.
addEventListener("load", () => import("./reading.js"));
