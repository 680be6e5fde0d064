// Leaving a page quickly, by the button or by pressing Shift three times. After the "exit this page" pattern of the Design
// System of GOV.UK. Without scripts the button is a plain link. With scripts the page is hidden at once, and the other
// site takes its place in the history, so that "back" does not lead here.

const bar = document.querySelector("[data-leave]");
const link = bar.querySelector("a");
const status = bar.querySelector("[role=status]");
const hint = bar.querySelector("[data-leave-hint]");
const PRESSES = 3;
const PATIENCE = 5000; // milliseconds between two presses
let presses = 0;
let forgetting;

function leave() {
  window.speechSynthesis?.cancel();
  document.documentElement.classList.add("is-leaving");
  document.title = bar.dataset.title;
  status.textContent = bar.dataset.going;
  location.replace(link.href);
}

function forget() {
  presses = 0;
  status.textContent = "";
}

let typedWithShift = false; // a capital letter, or going back with Tab, is no wish to leave

addEventListener("keyup", (event) => {
  if (event.key !== "Shift" || typedWithShift) {
    if (presses) forget();
    typedWithShift = event.shiftKey;
    return;
  }
  presses += 1;
  clearTimeout(forgetting);
  if (presses >= PRESSES) return leave();
  status.textContent = presses === 1 ? bar.dataset.two : bar.dataset.one;
  forgetting = setTimeout(forget, PATIENCE);
});

link.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  leave();
});

// A browser may keep the hidden page and show it again after "back".
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  document.documentElement.classList.remove("is-leaving");
  forget();
});

hint.hidden = false;

// What reads aloud is not needed for the first view, which has enough to fetch.
addEventListener("load", () => import("./reading.js"));
