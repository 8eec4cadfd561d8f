// Runs before the first paint.

// So that nothing a reader has chosen flashes, each setting becomes a data attribute of the page. Names and values are those of ui/reader/reading-settings.ts; what is not chosen is left to the style sheets.
try {
  const chosen = JSON.parse(localStorage.getItem("settings") || "{}");
  for (const name of ["theme", "size", "measure", "leading", "hyphens", "margin"]) {
    const value = chosen[name];
    if (
      typeof value === "string" &&
      /^[a-z]{1,10}$/.test(value) &&
      value !== "medium" &&
      value !== "system"
    ) {
      document.documentElement.dataset[name] = value;
    }
  }
} catch {
  // storage may be forbidden or broken: everything stays as it is for a first visit
}

// A button pressed, or a form sent, before the page's scripts have come is done as soon as they have (ui/controls/ready.tsx),
// if the reader has not waited too long for it. A form with an address of its own is sent by the browser.
const keptMs = 10_000;
let held = null;

function hold(event) {
  if (event.defaultPrevented || !(event.target instanceof Element)) return;
  const button = event.target.closest("button");
  if (event.type === "click" && button?.type === "button") {
    held = { atMs: performance.now(), act: () => button.click() };
  }
  if (event.type === "submit" && !event.target.hasAttribute("action")) {
    const { target, submitter } = event;
    event.preventDefault();
    held = { atMs: performance.now(), act: () => target.requestSubmit(submitter) };
  }
}

addEventListener("click", hold);
addEventListener("submit", hold);
addEventListener(
  "ready",
  () => {
    removeEventListener("click", hold);
    removeEventListener("submit", hold);
    if (held && performance.now() - held.atMs < keptMs) setTimeout(held.act);
  },
  { once: true },
);
