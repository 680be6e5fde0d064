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
