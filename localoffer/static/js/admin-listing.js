// The form of a listing. Looks, while an editor types, whether the service is in the directory already: it warns and
// never stops anybody. Leads from what is missing to the tab where it is written.
const WAIT = 700; // milliseconds after the last key
const ASKED = /^id_(title|(contacts-\d+-phone)|(places-\d+-postcode))$/;

const panel = document.querySelector("[data-doubles]");
const form = panel?.closest("form");

function values(pattern) {
  const fields = [...form.querySelectorAll("input")].filter((field) => pattern.test(field.name));
  return fields.map((field) => field.value.trim()).filter(Boolean);
}

function question() {
  const asked = new URLSearchParams({ title: form.elements.title?.value ?? "", but: panel.dataset.doublesBut });
  for (const phone of values(/^contacts-\d+-phone$/)) asked.append("phone", phone);
  for (const postcode of values(/^places-\d+-postcode$/)) asked.append("postcode", postcode);
  // A new listing that has saved itself stands at the address of its own form by now.
  const saved = window.location.pathname.match(/\/pages\/(\d+)\/edit\//);
  if (saved) asked.set("but", saved[1]);
  return asked.toString();
}

let last = "";
let waiting;

async function look() {
  const asked = question();
  if (asked === last) return;
  last = asked;
  try {
    const answer = await fetch(`${panel.dataset.doublesUrl}?${asked}`, { headers: { "X-Requested-With": "XMLHttpRequest" } });
    if (!answer.ok || asked !== last) return;
    const html = await answer.text();
    panel.querySelector("[data-doubles-found]").innerHTML = html;
    panel.querySelector("[data-doubles-box]").hidden = !html.includes("<li>");
  } catch {
    last = ""; // without a connection: ask again at the next key
  }
}

form?.addEventListener("input", (event) => {
  if (!ASKED.test(event.target.id)) return;
  clearTimeout(waiting);
  waiting = setTimeout(look, WAIT);
});

document.querySelector(".completeness")?.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#tab-"]');
  const tab = link && document.querySelector(`[role="tab"][href="${link.getAttribute("href")}"]`);
  if (!tab) return;
  event.preventDefault();
  tab.click();
  tab.focus();
});
