// Runs before the list of articles is drawn, so that nothing moves when "continue reading" appears: it keeps the place for
// as many articles as were begun (ui/library/reading-state.ts says which those are).
try {
  const place = document.querySelector("[data-continue]");
  const begun = (place?.dataset.continue ?? "").split(" ").filter((slug) => {
    const progress = JSON.parse(localStorage.getItem(`progress:${slug}`) ?? "null");
    return progress && progress.fraction < 0.97;
  });
  document.documentElement.dataset.begun = String(Math.min(3, begun.length));
} catch {
  // storage may be forbidden or broken: then nothing will appear
}
