// Starts what Wagtail starts by scripts in its pages, which our policy forbids (docs/security.md): as soon as it is in the
// page, as such a script would. Stimulus comes later, when dropdowns have taken their buttons out of the page already.
(() => {
  const KNOWN = /^(InlinePanel|MultipleChooserPanel|[A-Z][A-Za-z]*Chooser|Chooser|create[A-Z][A-Za-z]*Chooser|init(Date|Time|DateTime)Chooser)$/;
  const TO_START = "[data-lo-start]";
  const started = new WeakSet(); // a row that is moved is not new

  function start(element) {
    if (started.has(element)) return;
    started.add(element);
    const name = element.dataset.loStart, args = JSON.parse(element.dataset.loStartArgs);
    if (!KNOWN.test(name)) throw new Error(`“${name}” is not one of the things that Wagtail starts`);
    try {
      if (/^[A-Z]/.test(name)) new window[name](...args);
      else window[name](...args);
    } catch (error) {
      reportError(error); // and start the others
    }
  }

  function startIn(node) {
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    if (node.matches(TO_START)) start(node);
    node.querySelectorAll(TO_START).forEach(start);
  }

  new MutationObserver((changes) => changes.forEach((change) => change.addedNodes.forEach(startIn))).observe(document, {
    childList: true,
    subtree: true,
  });
  startIn(document.documentElement);
})();
