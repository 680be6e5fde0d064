// The form of the page "Display settings", fetched when somebody asks for it, beside the page that they are reading.

let panel;

async function make(address) {
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
  const form = page.querySelector("[data-display]");
  const style = page.querySelector("link[href*='display']");
  form.querySelector(".display-sample").remove(); // the page itself shows what it looks like
  const close = document.createElement("button");
  close.type = "button";
  close.className = "button button-quiet";
  close.textContent = form.dataset.close;
  panel = document.createElement("div");
  panel.className = "display-panel";
  panel.popover = "auto";
  panel.tabIndex = -1;
  panel.setAttribute("role", "dialog");
  panel.setAttribute("aria-label", page.querySelector("h1").textContent);
  panel.append(close, form);
  close.addEventListener("click", () => panel.hidePopover());
  await new Promise((done) => {
    style.onload = style.onerror = done;
    document.head.append(style);
  });
  document.body.append(panel);
  await import("./display-settings.js");
}

/** Opens the panel; the focus goes into it, and back to ``link`` when it closes. Fails where the form cannot be fetched. */
export async function openPanel(link) {
  if (!panel) await make(link.href);
  link.focus();
  panel.showPopover();
  panel.focus();
}
