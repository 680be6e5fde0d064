// Tells before the session ends, and keeps what was written on the page until one has signed in again.
(() => {
  const { session, signIn } = document.currentScript.dataset;
  const SOON = 120; // seconds before the end in which we tell
  let notice = null;
  let gone = false;
  let timer = 0;

  function tell(words, ...ways) {
    if (!notice) {
      notice = document.createElement("div");
      notice.className = "session-notice";
      notice.setAttribute("role", "alert");
      document.body.append(notice);
    }
    const line = document.createElement("p");
    line.textContent = words;
    notice.replaceChildren(line, ...ways);
  }

  function quiet() {
    notice?.remove();
    notice = null;
  }

  function way(words, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words;
    button.addEventListener("click", act);
    return button;
  }

  function signInElsewhere() {
    const link = document.createElement("a");
    link.href = signIn;
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = "Sign in again (opens a new tab)";
    return link;
  }

  // A new sign-in makes a new key for forms; the page still holds the old one.
  function takeKey(token) {
    for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = token;
    if (window.wagtailConfig) window.wagtailConfig.CSRF_TOKEN = token;
    const held = document.getElementById("wagtail-config");
    if (held) held.textContent = JSON.stringify({ ...JSON.parse(held.textContent), CSRF_TOKEN: token });
  }

  function key() {
    return document.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? window.wagtailConfig?.CSRF_TOKEN ?? "";
  }

  async function ask(stay = false) {
    clearTimeout(timer);
    let state;
    try {
      const more = stay ? { method: "POST", headers: { "X-CSRFToken": key() } } : {};
      const answer = await fetch(session, { credentials: "same-origin", ...more });
      state = await answer.json();
    } catch {
      timer = setTimeout(ask, 30000);
      return;
    }
    if (state.left <= 0) {
      gone = true;
      tell("You were signed out because nothing happened for a while. What you wrote is still on this page. ", signInElsewhere());
      timer = setTimeout(ask, 5000);
      return;
    }
    if (gone) {
      gone = false;
      takeKey(state.token);
      tell("You are signed in again. Go on, and save. ", way("Close", quiet));
    } else if (state.left <= SOON) {
      tell("You will be signed out in 2 minutes, because nothing happened for a while. ", way("Stay signed in", () => ask(true)));
    } else {
      quiet();
    }
    timer = setTimeout(ask, Math.max(5, state.left > SOON ? state.left - SOON : state.left + 1) * 1000);
  }

  // Saving while signed out would lose what was written.
  document.addEventListener("submit", (event) => {
    if (!gone) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    notice?.querySelector("a")?.focus();
  }, true);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) ask(); });
  ask();
})();
