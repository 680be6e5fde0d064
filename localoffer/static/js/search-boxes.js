// What the two boxes of a search do beyond typing: suggestions for words, and "Use my location" for places.

// Suggestions under the search box, after the pattern "combobox with list" of the ARIA Authoring Practices.
// The box works without them.

const WAIT = 150; // milliseconds after the last key
const SHORTEST = 2; // letters
const POSTCODE = /\b[a-z]{1,2}[0-9][0-9a-z]?\s*[0-9][a-z]{2}\b/i; // is not sent while typing

/** Gives the box a list of suggestions; the form's data-suggest says where they come from. */
export function suggest(box) {
  const source = box?.form?.dataset.suggest;
  if (!source || box.getAttribute("role") === "combobox") return;
  const list = document.createElement("ul");
  list.className = "suggest";
  list.id = `${box.id}-suggest`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", box.form.dataset.suggestions);
  list.hidden = true;
  box.after(list);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
  })) box.setAttribute(name, value);

  const status = document.querySelector("[data-announce]");
  let timer;
  let asking;
  let chosen = -1;

  function close() {
    list.hidden = true;
    list.replaceChildren();
    chosen = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }

  function mark(number) {
    const options = [...list.children];
    chosen = options.length ? (number + options.length) % options.length : -1;
    options.forEach((option, place) => option.setAttribute("aria-selected", String(place === chosen)));
    box.setAttribute("aria-activedescendant", options[chosen].id);
    options[chosen].scrollIntoView({ block: "nearest" });
  }

  function take(option) {
    box.value = option.textContent;
    close();
    box.form.requestSubmit();
  }

  async function look() {
    asking?.abort();
    const typed = box.value.trim();
    if (typed.length < SHORTEST || POSTCODE.test(typed)) return close();
    asking = new AbortController();
    try {
      const answer = await fetch(`${source}?q=${encodeURIComponent(typed)}`, { signal: asking.signal });
      const { suggestions } = await answer.json();
      if (!suggestions.length || document.activeElement !== box) return close();
      list.replaceChildren(...suggestions.map(({ words }, number) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${number}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.textContent = words;
        return option;
      }));
      chosen = -1;
      list.hidden = false;
      box.setAttribute("aria-expanded", "true");
      if (status) status.textContent = box.form.dataset.offered.replace("{number}", suggestions.length);
    } catch {
      close(); // no suggestions then; the box works all the same
    }
  }

  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, WAIT);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && !list.hidden) mark(chosen + 1);
    else if (event.key === "ArrowUp" && !list.hidden) mark(chosen - 1);
    else if (event.key === "Escape" && !list.hidden) close();
    else if (event.key === "Enter" && chosen >= 0) take(list.children[chosen]);
    else return;
    event.preventDefault();
  });
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault(); // the box keeps the focus
    const option = event.target.closest("[role=option]");
    if (option) take(option);
  });
  box.addEventListener("blur", close);
}

// "Use my location": only when asked, rounded to about 1 km before it leaves the browser, and only to this site.

const DECIMALS = 2; // of a degree

/** Puts a button under the box for a place. */
export function offerLocation(box) {
  if (!box || !("geolocation" in navigator) || box.parentElement.querySelector(".mine")) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "mine";
  button.textContent = box.dataset.mine;
  box.parentElement.querySelector(".find-label").append(button);
  button.addEventListener("click", () => {
    button.textContent = box.dataset.looking;
    button.setAttribute("aria-disabled", "true");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const at = `${coords.latitude.toFixed(DECIMALS)},${coords.longitude.toFixed(DECIMALS)}`;
        box.value = box.dataset.here;
        put(box.form, "at", at);
        put(box.form, "at_for", box.value);
        box.form.requestSubmit();
      },
      () => {
        button.textContent = box.dataset.mine;
        button.removeAttribute("aria-disabled");
        button.parentElement.querySelector(".wrong")?.remove();
        const said = document.createElement("p");
        said.className = "wrong";
        said.id = "where-failed";
        said.setAttribute("role", "alert");
        said.textContent = box.dataset.failed;
        button.after(said);
        box.setAttribute("aria-describedby", said.id);
        box.focus();
      },
      { enableHighAccuracy: false, timeout: 10000, maximumAge: 600000 },
    );
  });
}

function put(form, name, value) {
  let field = form.elements.namedItem(name);
  if (!field) {
    field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    form.append(field);
  }
  field.value = value;
}
