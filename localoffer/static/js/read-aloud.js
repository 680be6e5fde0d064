// Reads the main words of a page with the voices of this device, a sentence at a time, and shows which one. Nothing is
// sent anywhere: voices that live on somebody's server are not used. It starts only when asked. Where there is no voice
// for the language of the page, its buttons stay hidden.

const SKIPPED = `nav, form:not(.voice-form), button, select, label:not(.voice-form label), script, style, noscript, template, svg, video, audio, [hidden], [aria-hidden=true],
  .aloud, .to-help, .tags, .buttons, .turn, .page-end, .on-paper, .term-note, .term-notes, .leave`;
const HIGHLIGHT = "reading";
const plainLanguage = (code) => code.replace("_", "-").toLowerCase();

/** The best voice of this device for a language; undefined when there is none. */
function voiceFor(language) {
  const wanted = plainLanguage(language);
  const own = speechSynthesis.getVoices().filter((voice) => voice.localService);
  return own.find((voice) => plainLanguage(voice.lang) === wanted)
    ?? own.find((voice) => plainLanguage(voice.lang).split("-")[0] === wanted.split("-")[0]);
}

function isBlock(element) {
  return !/^(inline|contents|ruby)/.test(getComputedStyle(element).display);
}

function blockOf(node) {
  let at = node.parentElement;
  while (at.parentElement && !isBlock(at)) at = at.parentElement;
  return at;
}

/** The pieces of text right inside a block, those that are skipped or hidden left out. */
function pieces(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.parentElement.closest(SKIPPED) && blockOf(node) === block) found.push(node);
  }
  return found;
}

/** The blocks that hold words, in reading order. */
function blocksIn(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = new Set();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.data.trim() || node.parentElement.closest(SKIPPED)) continue;
    const block = blockOf(node);
    if (block.checkVisibility?.() ?? true) found.add(block);
  }
  return [...found];
}

/** Where the sentences of a text begin and end. */
function cut(text, language) {
  if (window.Intl?.Segmenter) {
    const parts = new Intl.Segmenter(language, { granularity: "sentence" }).segment(text);
    return [...parts].map(({ index, segment }) => [index, index + segment.length]);
  }
  return [...text.matchAll(/[^.!?…]+[.!?…]*\s*/g)].map((match) => [match.index, match.index + match[0].length]);
}

/** All sentences of the page: the block, where in its text, the words, and their language. */
function sentencesIn(root) {
  const found = [];
  for (const block of blocksIn(root)) {
    const language = block.closest("[lang]")?.lang || "en-GB";
    const text = pieces(block).map((node) => node.data).join("");
    for (const [from, to] of cut(text, language)) {
      const words = text.slice(from, to).replace(/\s+/g, " ").trim();
      if (/[\p{L}\p{N}]/u.test(words)) found.push({ block, from, to, words, language });
    }
  }
  return found;
}

/** The parts of text nodes that a sentence is made of; looked up anew each time, since marking splits nodes. */
function rangesOf({ block, from, to }) {
  const ranges = [];
  let at = 0;
  for (const node of pieces(block)) {
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, node.length)];
    at += node.length;
    if (start >= end || !node.data.slice(start, end).trim()) continue;
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    ranges.push(range);
  }
  return ranges;
}

/** Shows which sentence is read: by the browser's own highlights, else by marks that change nothing but colours. */
const shine = window.CSS?.highlights && window.Highlight
  ? {
      on: (ranges) => CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges)),
      off: () => CSS.highlights.delete(HIGHLIGHT),
    }
  : {
      on(ranges) {
        for (const range of ranges) {
          const mark = document.createElement("mark");
          mark.className = HIGHLIGHT;
          range.surroundContents(mark);
        }
      },
      off() {
        for (const mark of document.querySelectorAll(`mark.${HIGHLIGHT}`)) {
          const parent = mark.parentNode;
          mark.replaceWith(...mark.childNodes);
          parent.normalize();
        }
      },
    };

/** Brings a sentence into view when one cannot see it. */
function show([range]) {
  const box = range?.getBoundingClientRect();
  if (!box || (box.top > 60 && box.bottom < innerHeight - 120)) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  scrollBy({ top: box.top - innerHeight / 3, behavior: calm ? "instant" : "smooth" });
}

/** Makes the buttons work. ``dress`` fetches their styles. */
export function readAloud(bar, dress) {
  const speech = window.speechSynthesis;
  if (!bar || !speech || !window.SpeechSynthesisUtterance) return;
  const play = bar.querySelector("[data-aloud-play]");
  const stop = bar.querySelector("[data-aloud-stop]");
  const speed = bar.querySelector("[data-aloud-speed]");
  const status = bar.querySelector("[role=status]");
  const words = play.dataset;
  let sentences = [];
  let at = 0;
  let state = "stopped"; // or "reading", "paused"
  let turn = 0; // what an earlier turn still has to say does not count

  function become(next, says) {
    state = next;
    play.querySelector("span").textContent = { stopped: words.listen, reading: words.pause, paused: words.resume }[next];
    play.dataset.state = next;
    stop.hidden = next === "stopped";
    document.documentElement.classList.toggle("is-reading", next !== "stopped");
    status.textContent = says;
  }

  function silence() {
    turn += 1;
    speech.cancel();
  }

  function end(says) {
    silence();
    shine.off();
    at = 0;
    if (document.activeElement === stop) play.focus();
    become("stopped", says);
  }

  function say() {
    const sentence = sentences[at];
    if (!sentence) return end(words.ended);
    const mine = turn;
    shine.off();
    const ranges = rangesOf(sentence);
    shine.on(ranges);
    show(rangesOf(sentence));
    const utterance = new SpeechSynthesisUtterance(sentence.words);
    utterance.lang = sentence.language;
    const voice = voiceFor(sentence.language);
    if (voice) utterance.voice = voice;
    utterance.rate = Number(speed.value);
    utterance.onend = () => {
      if (mine !== turn) return;
      at += 1;
      say();
    };
    utterance.onerror = () => { if (mine === turn) end(words.failed); };
    speech.speak(utterance);
  }

  play.addEventListener("click", () => {
    if (state === "reading") {
      silence(); // pausing in the middle of a sentence does not work on all telephones
      become("paused", words.paused);
      return;
    }
    if (state === "stopped") sentences = sentencesIn(document.querySelector("main"));
    silence();
    become("reading", words.reading);
    say();
  });
  stop.addEventListener("click", () => end(words.stopped));
  speed.addEventListener("change", () => {
    if (state !== "reading") return;
    silence();
    say();
  });
  addEventListener("pagehide", () => { if (state !== "stopped") end(""); });

  const offer = async () => {
    if (!voiceFor(document.documentElement.lang)) return;
    speech.removeEventListener?.("voiceschanged", offer);
    await dress();
    bar.hidden = false;
  };
  speech.addEventListener?.("voiceschanged", offer);
  offer();
}
