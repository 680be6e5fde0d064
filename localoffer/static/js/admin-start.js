// Starts what Wagtail starts by scripts in its pages, which our policy forbids (docs/security.md). Stimulus finds the
// elements, those too that come later: rows of an inline panel, forms in a window.
(() => {
  const KNOWN = /^(InlinePanel|MultipleChooserPanel|[A-Z][A-Za-z]*Chooser|Chooser|create[A-Z][A-Za-z]*Chooser|init(Date|Time|DateTime)Chooser)$/;

  class Start extends window.StimulusModule.Controller {
    static values = { name: String, args: Array };

    // Once for each element, also when a row is moved and so connects again.
    initialize() {
      const name = this.nameValue;
      if (!KNOWN.test(name)) throw new Error(`“${name}” is not one of the things that Wagtail starts`);
      if (/^[A-Z]/.test(name)) new window[name](...this.argsValue);
      else window[name](...this.argsValue);
    }
  }

  window.wagtail.app.register("lo-start", Start);
})();
