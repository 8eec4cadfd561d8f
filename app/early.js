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

// A page that rests (server/pages/prepare-page.ts) loads its scripts when somebody is there who needs them: with the first move of its
// reader, or at once for who was here before or asks for a place in the text.
const root = document.documentElement;
const signs = [
  "pointermove",
  "pointerdown",
  "touchstart",
  "wheel",
  "scroll",
  "keydown",
  "focusin",
  "click",
];

function wake() {
  for (const sign of signs) removeEventListener(sign, wake, true);
  delete root.dataset.asleep;
  dispatchEvent(new Event("wake"));
}

if ("rests" in document.currentScript.dataset && location.hash === "" && !hasMemory()) {
  root.dataset.asleep = "";
  for (const sign of signs) addEventListener(sign, wake, true);
}

function hasMemory() {
  try {
    return localStorage.length > 0;
  } catch {
    return false;
  }
}

// A button pressed, or a form sent, before the page's scripts have come is done as soon as they have (ui/controls/ready.tsx),
// if the reader has not waited too long for it. A form with an address of its own is sent by the browser. Keys, and a sentence that
// was pressed, wait until the text listens (ui/reader/reading-text.tsx).
const keptMs = 10_000;
let held = null;
let heldInText = [];

function keep(act) {
  return { atMs: performance.now(), act };
}

function hold(event) {
  const { target } = event;
  if (event.defaultPrevented || !(target instanceof Element)) return;
  const button = target.closest("button");
  if (event.type === "click" && button?.type === "button") held = keep(() => button.click());
  if (event.type === "submit" && !target.hasAttribute("action")) {
    const { submitter } = event;
    event.preventDefault();
    held = keep(() => target.requestSubmit(submitter));
  }
}

function holdInText(event) {
  const { target, key, code, shiftKey, clientX, clientY } = event;
  if (event.defaultPrevented || !(target instanceof Element)) return;
  const init = {
    key,
    code,
    shiftKey,
    clientX,
    clientY,
    detail: 1,
    bubbles: true,
    cancelable: true,
  };
  if (event.type === "click" && target.closest("[data-side]") && !target.closest("a, button")) {
    heldInText.push(keep(() => target.dispatchEvent(new MouseEvent("click", init))));
  }
  const isCommand = event.ctrlKey || event.metaKey || event.altKey || key === "Tab" || key === " ";
  if (
    event.type === "keydown" &&
    !isCommand &&
    !target.closest("a, button, input, textarea, select, summary")
  ) {
    heldInText.push(keep(() => target.dispatchEvent(new KeyboardEvent("keydown", init))));
  }
}

function actLater(all) {
  for (const { atMs, act } of all) if (performance.now() - atMs < keptMs) setTimeout(act);
}

addEventListener("click", hold);
addEventListener("submit", hold);
addEventListener("click", holdInText);
addEventListener("keydown", holdInText);
addEventListener(
  "ready",
  () => {
    removeEventListener("click", hold);
    removeEventListener("submit", hold);
    if (held) actLater([held]);
    if (!document.querySelector("[data-side]")) dispatchEvent(new Event("reading"));
  },
  { once: true },
);
addEventListener(
  "reading",
  () => {
    removeEventListener("click", holdInText);
    removeEventListener("keydown", holdInText);
    actLater(heldInText);
    heldInText = [];
  },
  { once: true },
);
