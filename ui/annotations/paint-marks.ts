import { languages } from "@/core/article/language";
import { type Paint, paintOrder } from "./paint-names";
import type { ReadingSides } from "./reading-sides";
import { stretchesOf, type TextIndex } from "./text-index";

/** What is to be marked of one block, by its name, from and to in code units. */
type Stretch = { readonly name: Paint["name"]; readonly from: number; readonly to: number };

type Watched = {
  readonly nearRows: Set<HTMLElement>;
  readonly observer: IntersectionObserver;
  paints: readonly Paint[];
};

const watched = new WeakMap<ReadingSides, Watched>();

/**
 * For browsers without the CSS Custom Highlight API: `<mark>` around the words, in the rows that are in view or within a
 * screen of it. The text stays the same, its nodes do not, so both sides are read anew.
 */
export function paintMarks(sides: ReadingSides, paints: readonly Paint[]): void {
  const before = watched.get(sides);
  if (!before && paints.length === 0) return;
  const now = before ?? watch(sides);
  now.paints = paints;
  for (const section of sides.sections()) takeMarks(section);
  sides.read();
  markRows(sides, now.nearRows, paints);
  if (paints.length > 0) return;
  now.observer.disconnect();
  watched.delete(sides);
}

function watch(sides: ReadingSides): Watched {
  const nearRows = new Set<HTMLElement>();
  const observer = new IntersectionObserver(
    (entries) => {
      const come: HTMLElement[] = [];
      for (const { target, isIntersecting } of entries) {
        if (!(target instanceof HTMLElement) || isIntersecting === nearRows.has(target)) continue;
        if (isIntersecting) {
          nearRows.add(target);
          come.push(target);
        } else {
          nearRows.delete(target);
          takeMarks(target);
        }
      }
      sides.read();
      markRows(sides, come, watched.get(sides)?.paints ?? []);
    },
    { rootMargin: "100% 0px" },
  );
  for (const section of sides.sections()) {
    for (const row of section.querySelectorAll("[data-row]")) observer.observe(row);
  }
  const made = { nearRows, observer, paints: [] };
  watched.set(sides, made);
  return made;
}

function takeMarks(root: HTMLElement): void {
  const parents = new Set<Node>();
  for (const mark of root.querySelectorAll("mark[data-paint]")) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    if (parent) parents.add(parent);
  }
  for (const parent of parents) parent.normalize();
}

function markRows(
  sides: ReadingSides,
  rows: Iterable<HTMLElement>,
  paints: readonly Paint[],
): void {
  const wanted = new Set(rows);
  if (wanted.size === 0) return;
  for (const language of languages) {
    const index = sides.current(language);
    const here = [...wanted].filter((row) => index.section.contains(row));
    const stretches = byBlock(index, paints);
    for (const row of here) {
      for (const { dataset } of row.querySelectorAll<HTMLElement>("[data-block]")) {
        markBlock(index, dataset.block ?? "", stretches);
      }
    }
  }
  sides.read();
}

function byBlock(index: TextIndex, paints: readonly Paint[]): Map<string, Stretch[]> {
  const found = new Map<string, Stretch[]>();
  for (const { name, side, range } of paints) {
    if (side !== index.language) continue;
    for (const { block, from, to } of stretchesOf(index, range)) {
      const known = found.get(block);
      if (known) known.push({ name, from, to });
      else found.set(block, [{ name, from, to }]);
    }
  }
  for (const stretches of found.values()) {
    stretches.sort((a, b) => paintOrder.indexOf(a.name) - paintOrder.indexOf(b.name));
  }
  return found;
}

function markBlock(index: TextIndex, id: string, stretches: ReadonlyMap<string, Stretch[]>): void {
  const wanted = stretches.get(id) ?? [];
  for (const { node, start, length } of index.blocks.get(id)?.segments ?? []) {
    if (!(node instanceof Text)) continue;
    const here = wanted
      .map(({ name, from, to }) => ({ name, from: from - start, to: Math.min(to - start, length) }))
      .filter(({ from, to }) => from < length && to > 0);
    if (here.length > 0) markText(node, here);
  }
}

/** Cuts a text node where a passage begins or ends, and puts each piece into the marks of all passages that hold it. */
function markText(node: Text, stretches: readonly Stretch[]): void {
  const cuts = new Set([0, ...stretches.flatMap(({ from, to }) => [Math.max(0, from), to])]);
  for (const cut of [...cuts].sort((a, b) => b - a)) {
    if (cut >= node.length) continue; // the last passage ends with the node
    const piece = cut === 0 ? node : node.splitText(cut);
    for (const { name, from, to } of stretches) {
      if (from > cut || to <= cut) continue;
      const mark = document.createElement("mark");
      mark.dataset.paint = name;
      piece.replaceWith(mark);
      mark.append(piece);
    }
  }
}
