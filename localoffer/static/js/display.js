// Puts what the reader chose under "Display settings" on <html>, before anything is painted. It stands in the head and holds
// up the page, so it stays this small. A device that keeps nothing, or keeps nonsense, shows the site as it is by itself.
try {
  const chosen = JSON.parse(localStorage.getItem("display")) ?? {};
  for (const name of ["size", "lines", "letters", "font", "width", "colours", "motion", "links", "words"]) {
    if (typeof chosen[name] === "string" && chosen[name]) document.documentElement.dataset[name] = chosen[name];
  }
} catch {
  // Storage is blocked, or what it holds is not ours.
}
