// The form of "Display settings": shows each choice at once and keeps it on this device. Nothing is sent anywhere.
const root = document.documentElement;
const form = document.querySelector("[data-display]");
const status = form.querySelector("[role=status]");

/** Makes the form say how the page is shown. What is not among the choices, such as from an older version, is let go. */
function read() {
  for (const group of form.querySelectorAll("fieldset")) {
    const radios = [...group.querySelectorAll("input")];
    const name = radios[0].name;
    const now = radios.find((radio) => radio.value === root.dataset[name]);
    if (!now) delete root.dataset[name];
    (now ?? radios[0]).checked = true;
  }
}

/** Shows what the form says and keeps it. False when this device keeps nothing. */
function keep() {
  const chosen = {};
  for (const [name, value] of new FormData(form)) {
    if (value) root.dataset[name] = chosen[name] = value;
    else delete root.dataset[name];
  }
  try {
    if (Object.keys(chosen).length) localStorage.setItem("display", JSON.stringify(chosen));
    else localStorage.removeItem("display");
    return true;
  } catch {
    return false;
  }
}

form.addEventListener("change", ({ target }) => {
  const words = `${target.closest("fieldset").querySelector("legend").textContent}: ${target.labels[0].textContent.trim()}.`;
  status.textContent = `${words} ${keep() ? form.dataset.saved : form.dataset.lost}`;
  target.scrollIntoView({ block: "nearest" }); // larger text may have pushed it away
});
form.addEventListener("reset", () => setTimeout(() => {
  keep();
  status.textContent = form.dataset.back;
}));
form.addEventListener("submit", (event) => event.preventDefault());

read();
form.hidden = false;
