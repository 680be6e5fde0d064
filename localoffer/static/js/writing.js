// Saves while one writes, and shows kind warnings. Without it the buttons do the same.
const form = document.querySelector("[data-autosave]");
const said = form?.querySelector("[data-saved]");
const box = form?.querySelector("[data-warnings]");
const WAIT = 2000;
let timer = 0;
let saving = null;
let changed = false;

function show(warnings) {
  const list = box.querySelector("[data-warning-list]");
  list.replaceChildren(...warnings.map((words) => Object.assign(document.createElement("li"), { textContent: words })));
  box.hidden = warnings.length === 0;
}

async function save() {
  if (!changed) return;
  changed = false;
  const data = new FormData(form);
  data.set("then", "autosave");
  try {
    const answer = await fetch(form.action, { method: "POST", body: data, headers: { Accept: "application/json" } });
    const told = await answer.json();
    said.textContent = told.said;
    if (told.address && new URL(told.address, location).href !== form.action) {
      form.action = told.address;
      history.replaceState(null, "", told.address);
    }
    if (told.warnings) show(told.warnings);
  } catch {
    changed = true;
    said.textContent = form.dataset.offline ?? "";
  }
}

function soon() {
  changed = true;
  clearTimeout(timer);
  timer = setTimeout(() => {
    // One at a time: the first answer says where the new post lives.
    saving = (saving ?? Promise.resolve()).then(save);
  }, WAIT);
}

form?.addEventListener("input", soon);
form?.addEventListener("submit", (event) => {
  clearTimeout(timer);
  if (!saving || form.dataset.sending) return;
  // A save that is on its way may be making the post; wait, so that there are not two.
  event.preventDefault();
  form.dataset.sending = "yes";
  const button = event.submitter;
  changed = false;
  saving.finally(() => form.requestSubmit(button));
});
