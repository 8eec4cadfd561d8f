import type { Element, ElementContent } from "hast";
import type { Language } from "@/core/article/language";
import { elementsOf, isElement, propertyOf, textOf } from "./hast-tree";

/** Neighbours that a page says are in one language; `null` where it says nothing, or another. */
export type LanguageRun = {
  readonly language: Language | null;
  readonly children: readonly ElementContent[];
};

/**
 * The content of a page by the languages its elements say they are in. A page that does not tell both apart, for most of its text, is one
 * run: what it says of itself as a whole is often wrong.
 */
export function languageRuns(tree: Element): LanguageRun[] {
  const whole = [{ language: null, children: tree.children }];
  const told = new Set(elementsOf(tree).map(({ node }) => languageOf(node)));
  if (!told.has("de") || !told.has("en")) return whole;
  const runs: { language: Language | null; children: ElementContent[] }[] = [];
  const walk = (children: readonly ElementContent[], language: Language | null) => {
    for (const child of children) {
      const own = isElement(child) ? (languageOf(child) ?? language) : language;
      if (isElement(child) && wrappers.includes(child.tagName)) {
        walk(child.children, own);
        continue;
      }
      const last = runs.at(-1);
      if (last && last.language === own) last.children.push(child);
      else if (textOf(child).trim() !== "") runs.push({ language: own, children: [child] });
    }
  };
  walk(tree.children, null);
  const length = (language: Language | null) =>
    runs
      .filter((run) => run.language === language)
      .reduce((sum, { children }) => sum + children.map(textOf).join("").length, 0);
  const all = runs.reduce((sum, { children }) => sum + children.map(textOf).join("").length, 0);
  return length("de") > 0.1 * all && length("en") > 0.1 * all ? runs : whole;
}

const wrappers = ["html", "body", "div", "section", "article", "main", "header", "footer"];

function languageOf(node: Element): Language | null {
  const code = (
    propertyOf(node, "lang") ||
    propertyOf(node, "xml:lang") ||
    propertyOf(node, "xmlLang")
  ).toLowerCase();
  if (/^de\b/u.test(code)) return "de";
  return /^en\b/u.test(code) ? "en" : null;
}
