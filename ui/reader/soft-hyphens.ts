import type { Language } from "@/core/article/language";
import { keepRow, rowInView } from "./row-in-view";

/** The event that a text dispatches when its text nodes are others than before; what it says is the same. */
export const nodesSplit = "zwiesprache:nodes-split";

/** Puts a mark between the syllables of words: "Welt|po|li|tik". */
type Hyphenate = (text: string) => string;

const mark = "\u00ad";
const shortestWord = 7;

/**
 * Hyphenates where the browser cannot by itself (Chromium without its dictionaries, in German and English alike), row by
 * row, and only rows that are out of sight: what is being read never moves. Nothing is loaded before the reader scrolls.
 *
 * The soft hyphens are generated content of empty elements, so the text stays what it is: selections, copies, anchors,
 * find-in-page and screen readers never meet them. Text nodes are split, though: `onSplit` says when.
 * Returns what ends it; what is hyphenated stays.
 */
export function hyphenateOutOfSight(container: HTMLElement, onSplit: () => void): () => void {
  const sections = [...container.querySelectorAll<HTMLElement>("[data-side]")].filter(
    (section) => !canHyphenate(section),
  );
  if (sections.length === 0) return () => {};
  const listening = new AbortController();
  const queue = new Set<HTMLElement>();
  const hyphenators = new Map<Language, Hyphenate>();
  let isAsked = false;
  let isScrolling = false;

  const approaching = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting && target instanceof HTMLElement) queue.add(target);
      }
      ask();
    },
    { rootMargin: "200% 0px" },
  );

  async function begin() {
    for (const section of sections) {
      const language = section.dataset.side === "de" ? "de" : "en";
      hyphenators.set(language, await loadHyphenator(language));
      if (listening.signal.aborted) return;
      for (const cell of section.querySelectorAll(".cell")) approaching.observe(cell);
    }
  }

  function ask() {
    if (isAsked || queue.size === 0) return;
    isAsked = true;
    whenIdle(work);
  }

  function work() {
    isAsked = false;
    if (listening.signal.aborted) return;
    // The browser holds the place by itself, but not in a frame in which the layout was switched; to scroll
    // while the reader does would stop them.
    const place = isScrolling ? null : rowInView();
    let isSplit = false;
    for (const cell of queue) {
      if (isInSight(cell)) continue; // stays in the queue for when it is not
      queue.delete(cell);
      approaching.unobserve(cell);
      const hyphenate = hyphenators.get(cell.closest("[data-side=de]") ? "de" : "en");
      if (hyphenate) isSplit = hyphenateCell(cell, hyphenate) || isSplit;
    }
    if (isSplit && place) keepRow(place);
    if (isSplit) onSplit();
  }

  window.addEventListener(
    "scroll",
    () => {
      begin().catch((error: unknown) => console.error("No hyphenation:", error));
      window.addEventListener("scrollend", ask, { signal: listening.signal });
    },
    { once: true, passive: true, signal: listening.signal },
  );
  const { signal } = listening;
  const moving = (isMoving: boolean) => () => {
    isScrolling = isMoving;
  };
  window.addEventListener("scroll", moving(true), { passive: true, signal });
  window.addEventListener("scrollend", moving(false), { signal });
  return () => {
    listening.abort();
    approaching.disconnect();
  };
}

/** Whether a long word of the section's language is broken in a column too narrow for it. */
function canHyphenate(section: HTMLElement): boolean {
  const probe = document.createElement("div");
  probe.style.cssText =
    "position: absolute; visibility: hidden; width: 6ch; hyphens: auto; overflow-wrap: normal";
  probe.textContent = section.lang === "de" ? "Silbentrennung" : "hyphenation";
  probe.dataset.leaf = "";
  section.append(probe);
  const height = probe.offsetHeight;
  probe.style.hyphens = "none";
  const unbroken = probe.offsetHeight;
  probe.remove();
  return height > unbroken;
}

async function loadHyphenator(language: Language): Promise<Hyphenate> {
  const { hyphenateSync } =
    language === "de" ? await import("hyphen/de-1996") : await import("hyphen/en-gb");
  return (text) => hyphenateSync(text, { hyphenChar: mark, minWordLength: shortestWord });
}

function isInSight(cell: HTMLElement): boolean {
  const { top, bottom } = cell.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}

/** Whether anything was split. */
function hyphenateCell(cell: HTMLElement, hyphenate: Hyphenate): boolean {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!(node instanceof Text) || !parent?.closest("[data-text]")) continue;
    if (!parent.closest("h2, h3, h4, h5, h6, table, code, pre, [data-leaf], [data-verbatim]")) {
      nodes.push(node);
    }
  }
  return nodes.map((node) => splitNode(node, hyphenate)).includes(true);
}

function splitNode(node: Text, hyphenate: Hyphenate): boolean {
  if (node.data.includes(mark)) return false; // the author has said where
  const pieces = hyphenate(node.data).split(mark);
  if (pieces.length === 1 || pieces.join("") !== node.data) return false;
  let rest = node;
  for (const piece of pieces.slice(0, -1)) {
    rest = rest.splitText(piece.length); // ranges that lie in the node go with the split
    const point = document.createElement("span");
    point.dataset.softHyphen = "";
    rest.before(point);
  }
  return true;
}

/** Safari has no idle callbacks. */
function whenIdle(act: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(act, { timeout: 2000 });
  else setTimeout(act, 200);
}
