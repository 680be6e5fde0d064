// The plain-language helper beside the page. Asks the server a second after typing stops; shows what it says, and leads from
// a finding to its sentence. It never saves, never stops anybody, and keeps the last findings when an answer cannot be had.
const WAIT = 1000; // milliseconds after the last key
const CHANGES = ["input", "keyup", "change", "click", "drop"];

const panel = document.querySelector("[data-plain-words-panel]");
const form = document.querySelector("form[data-edit-form]");
const found = panel?.querySelector("[data-plain-found]");
const status = panel?.querySelector("[data-plain-status]");
const trouble = panel?.querySelector("[data-plain-trouble]");
const counter = document.querySelector('[data-side-panel-toggle="plain-words"] [data-side-panel-toggle-counter]');

let last = form ? question().toString() : "";
let asking;
let waiting;

function question() {
  const asked = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") asked.append(name, value);
  return asked;
}

// A new page that has saved itself stands at the address of its own form by now.
function address() {
  const saved = window.location.pathname.match(/\/pages\/(\d+)\/edit\//);
  const fresh = panel.dataset.checkUrl.match(/^(.*\/plain-words\/)new\//);
  return saved && fresh ? `${fresh[1]}${saved[1]}/check/` : panel.dataset.checkUrl;
}

async function look() {
  const asked = question();
  if (asked.toString() === last) return;
  last = asked.toString();
  asking?.abort();
  asking = new AbortController();
  try {
    const answer = await fetch(address(), {
      method: "POST",
      body: asked,
      signal: asking.signal,
      headers: { "X-Requested-With": "XMLHttpRequest" },
    });
    if (answer.status === 400) {
      last = ""; // half typed: ask again at the next key
      return;
    }
    if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
    show(await answer.text());
  } catch (error) {
    if (error.name === "AbortError") return;
    last = "";
    trouble.hidden = false;
  }
}

function show(html) {
  const buttons = () => [...found.querySelectorAll("[data-plain-path]")];
  const held = buttons().indexOf(document.activeElement);
  found.innerHTML = html;
  trouble.hidden = true;
  if (held >= 0) (buttons()[held] ?? buttons().at(-1))?.focus();
  const says = found.querySelector("[data-plain-says]");
  const words = says?.textContent.replace(/\s+/g, " ").trim() ?? "";
  if (status.textContent !== words) status.textContent = words;
  const number = Number(says?.dataset.plainNumber ?? 0);
  if (counter) {
    counter.textContent = number;
    counter.hidden = !number;
  }
}

function later() {
  clearTimeout(waiting);
  waiting = setTimeout(look, WAIT);
}

// The innermost part of the form on the way to the words: field, block, field of the block.
function placeOf(path) {
  let place = form;
  for (const step of path.split("/")) {
    const inner = step && place.querySelector(`[data-contentpath="${CSS.escape(step)}"]`);
    if (inner) place = inner;
  }
  return place === form ? null : place;
}

function fieldsIn(place) {
  return [...place.querySelectorAll("textarea, input:not([type=hidden]), [contenteditable=true]")];
}

function wordsOf(field) {
  return field.value ?? field.textContent;
}

// Opens the tab and the folded panels that hide the place.
function uncover(place) {
  const tab = place.closest('[role="tabpanel"]');
  if (tab?.hidden) document.querySelector(`[role="tab"][href="#${tab.id}"]`)?.click();
  for (let fold = place.closest("[hidden]"); fold; fold = fold.parentElement?.closest("[hidden]")) {
    document.querySelector(`[aria-controls="${fold.id}"][aria-expanded="false"]`)?.click();
    fold.hidden = false;
  }
}

// Selects the words; says whether they were found in one piece.
function mark(field, words) {
  if (field.setSelectionRange && field.type !== "number") {
    const start = field.value.indexOf(words);
    if (start >= 0) field.setSelectionRange(start, start + words.length);
    return start >= 0;
  }
  const walker = document.createTreeWalker(field, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const start = node.data.indexOf(words);
    if (start < 0) continue;
    window.getSelection().setBaseAndExtent(node, start, node, start + words.length);
    node.parentElement.scrollIntoView({ block: "center" });
    return true;
  }
  return false;
}

function go(button) {
  const { plainPath, plainSentence, plainWords } = button.dataset;
  const place = placeOf(plainPath) ?? form;
  const fields = fieldsIn(place);
  const field = fields.find((one) => wordsOf(one).includes(plainSentence)) ?? fields.find((one) => wordsOf(one).includes(plainWords));
  const target = field ?? (place === form ? null : fields[0]);
  if (!target) return;
  uncover(target);
  target.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
  if (!mark(target, plainSentence)) mark(target, plainWords);
}

if (panel && form) {
  for (const change of CHANGES) form.addEventListener(change, later);
  found.addEventListener("click", (event) => {
    const button = event.target.closest("[data-plain-path]");
    if (button) go(button);
  });
}
