// The list of services of this device: their numbers and titles, in the browser's own storage. They are sent nowhere.
// Without scripts, or where nothing can be stored, the page's plain links carry the list in the address instead.

const KEY = "shortlist";
const menu = document.querySelector("[data-shortlist-menu]");
const page = document.querySelector("[data-shortlist-page]");
const most = Number(menu?.dataset.most);
// The results page has a place for such words already.
const status = document.querySelector("[data-announce]") ?? document.createElement("p");
let buttons = [];

/** The items on the list; none when what is stored cannot be read. Throws where the browser forbids storage. */
function stored() {
  const text = localStorage.getItem(KEY);
  try {
    const items = JSON.parse(text ?? "[]").filter((item) => Number.isInteger(item?.id) && item.id > 0);
    return items.map((item) => ({ id: item.id, title: String(item.title ?? "") })).slice(0, most);
  } catch {
    return [];
  }
}

/** False when the browser would not store it. */
function store(items) {
  try {
    localStorage.setItem(KEY, JSON.stringify(items));
    return true;
  } catch {
    return false;
  }
}

function canStore() {
  try {
    return store(stored());
  } catch {
    return false;
  }
}

const joined = (items) => items.map((item) => item.id).join("-");
const address = (items) => menu.dataset.shortlistMenu + (items.length ? `?s=${joined(items)}` : "");
const filled = (words, values) => words.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

/** Says it to people who listen to the page; an empty moment before makes the same words count again. */
function say(words) {
  status.textContent = "";
  setTimeout(() => { status.textContent = words; }, 50);
}

/** Brings all that shows the list in line with what is stored; another tab may have changed it. */
function show() {
  const items = stored();
  for (const place of document.querySelectorAll("[data-shortlist-menu]")) {
    place.querySelector("a").href = address(items);
    place.querySelector("[data-shortlist-number]").textContent = items.length ? ` (${items.length})` : "";
    if (page) place.hidden = !items.length || page.dataset.shortlistPage === joined(items); // it would lead to where one is
  }
  for (const button of buttons) {
    const on = items.some((item) => item.id === Number(button.dataset.id));
    button.setAttribute("aria-pressed", String(on));
    button.classList.toggle("tag-sun", on);
    button.firstElementChild.textContent = on ? "✓" : "+";
  }
}

function sayFull(button) {
  say(menu.dataset.full);
  if (button.parentElement.nextElementSibling?.matches("[data-shortlist-full]")) return;
  const words = document.createElement("p");
  words.className = "small";
  words.dataset.shortlistFull = "";
  words.textContent = menu.dataset.full;
  button.parentElement.after(words);
}

function toggle(button) {
  const { title } = button.dataset;
  const id = Number(button.dataset.id);
  const before = stored();
  const on = before.some((item) => item.id === id);
  if (!on && before.length >= most) return sayFull(button);
  const items = on ? before.filter((item) => item.id !== id) : [...before, { id, title }];
  if (!store(items)) return location.assign(button.dataset.address);
  document.querySelectorAll("[data-shortlist-full]").forEach((words) => words.remove());
  show();
  return say(filled(on ? menu.dataset.removed : menu.dataset.added, { title, number: items.length }));
}

function makeButton(link) {
  const button = document.createElement("button");
  const mark = document.createElement("span");
  mark.setAttribute("aria-hidden", "true");
  button.type = "button";
  button.className = link.className;
  button.dataset.id = link.dataset.shortlistId;
  button.dataset.title = link.dataset.shortlistTitle;
  button.dataset.address = link.href;
  button.append(mark, menu.dataset.label, link.querySelector(".hidden"));
  button.addEventListener("click", () => toggle(button));
  link.replaceWith(button);
  buttons.push(button);
}

/** Takes over what the links on one's own list do: the stored list becomes the one that the link leads to. */
function keepInStep(link) {
  link.addEventListener("click", () => {
    const titles = new Map(stored().map((item) => [item.id, item.title]));
    const ids = link.dataset.shortlistBecomes.split("-").filter(Boolean).map(Number);
    store(ids.map((id) => ({ id, title: titles.get(id) ?? "" })));
  });
}

/** A list that came from somebody else is added to one's own only when asked for. */
function offer(shown) {
  const box = document.querySelector("[data-shortlist-foreign]");
  const button = box.querySelector("[data-shortlist-add]");
  const added = document.querySelector("[data-shortlist-added]");
  box.hidden = false;
  button.addEventListener("click", () => {
    const own = stored();
    const all = [...own, ...shown.filter((item) => !own.some((kept) => kept.id === item.id))];
    const items = all.slice(0, most);
    if (!store(items)) return;
    show();
    const words = filled(all.length > most ? button.dataset.full : button.dataset.done, { number: items.length });
    added.querySelector("[data-shortlist-added-words]").textContent = words;
    added.querySelector("a").href = address(items);
    box.hidden = true;
    added.hidden = false;
    added.querySelector("a").focus();
    say(words);
  });
}

function startList() {
  const items = stored();
  if (!new URLSearchParams(location.search).has("s") && items.length) return location.replace(address(items));
  if (page.dataset.shortlistPage === joined(items)) {
    document.querySelectorAll("[data-shortlist-becomes]").forEach(keepInStep);
  } else {
    const shown = [...document.querySelectorAll("[data-shortlist-item]")].map((item) => ({
      id: Number(item.dataset.shortlistItem),
      title: item.dataset.title,
    }));
    if (shown.some((item) => !items.some((kept) => kept.id === item.id))) offer(shown);
  }
  const more = document.querySelector("[data-shortlist-more]");
  if (more) more.search = ""; // the list is kept here; the address need not carry it
  return undefined;
}

function startSharing() {
  const field = document.getElementById("link");
  const copy = document.querySelector("[data-shortlist-copy]");
  const send = document.querySelector("[data-shortlist-send]");
  const said = document.querySelector("[data-shortlist-said]");
  copy.hidden = false;
  const tell = (words) => {
    said.hidden = false;
    said.textContent = words;
    say(words);
  };
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value); // missing without HTTPS, and people may forbid it
      tell(copy.dataset.done);
    } catch {
      field.select();
      tell(copy.dataset.failed);
    }
  });
  if (!navigator.share) return;
  send.hidden = false;
  send.addEventListener("click", () => navigator.share({ title: document.title, url: field.value }).catch(() => {}));
}

function startPrinting(button) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

if (!status.isConnected) {
  status.className = "hidden";
  status.setAttribute("role", "status");
  document.querySelector("main").append(status);
}
document.querySelectorAll("[data-shortlist-print]").forEach(startPrinting);
if (document.getElementById("link")) startSharing();
if (menu && canStore()) {
  document.querySelectorAll("a[data-shortlist-id]").forEach(makeButton);
  show();
  document.addEventListener("results-changed", () => { // finding.js put other cards in place of these
    buttons = [];
    document.querySelectorAll("a[data-shortlist-id]").forEach(makeButton);
    show();
  });
  addEventListener("storage", show);
  addEventListener("pageshow", (event) => { if (event.persisted) show(); });
  if (page) startList();
}
