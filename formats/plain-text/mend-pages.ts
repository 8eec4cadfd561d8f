/** A text as it was before it was printed on pages, and what the printer put on them. */
export type Mended = { readonly text: string; readonly leftOvers: readonly string[] };

const ligatures: Readonly<Record<string, string>> = {
  ﬀ: "ff",
  ﬁ: "fi",
  ﬂ: "fl",
  ﬃ: "ffi",
  ﬄ: "ffl",
  ﬅ: "st",
  ﬆ: "st",
};

/** Lines above and below a page break that may be running heads or numbers. */
const edge = 3;

/**
 * Takes page numbers and running heads out of a text copied from pages, joins the paragraphs they cut in two, and spells ligatures out. Heads
 * and numbers are known by standing at the edges of pages, again and again: where nothing tells pages apart, nothing is taken.
 */
export function mendPages(text: string): Mended {
  const spelled = text.replace(/[ﬀ-ﬆ]/gu, (letter) => ligatures[letter] ?? letter);
  const lines = spelled.replace(/\r\n?/gu, "\n").replace(/\f/gu, "\n\f\n").split("\n");
  const breaks = pageBreaks(lines);
  if (breaks.length < 1) return { text: spelled, leftOvers: [] };
  const furniture = findFurniture(lines, breaks);
  const kept: string[] = [];
  const leftOvers: string[] = [];
  let isAfterBreak = false;
  lines.forEach((line, index) => {
    if (furniture.has(index) || line.trim() === "") {
      if (line.trim() !== "") leftOvers.push(line.trim());
      if (furniture.has(index) || line.includes("\f")) isAfterBreak = true;
      else if (!isAfterBreak) kept.push("");
      return;
    }
    if (isAfterBreak && !goesOn(kept, line)) kept.push("");
    isAfterBreak = false;
    kept.push(line);
  });
  return { text: kept.join("\n"), leftOvers };
}

/** A sentence that was not at its end goes on, over the edge of a page. */
function goesOn(kept: string[], line: string): boolean {
  const cut = kept.findLastIndex((each) => each !== "") + 1;
  const before = kept[cut - 1] ?? "";
  const isOpen = before !== "" && !/[.!?…:;]["'”“’‘»«›‹)\]]*$/u.test(before.trimEnd());
  const isRunning = /-$/u.test(before.trimEnd()) || /^\s*\p{Ll}/u.test(line);
  if (!isOpen || !isRunning) return false;
  kept.splice(cut);
  return true;
}

/** The number a line consists of: "12", "– 12 –", "Seite 12 von 40", "Page 12". */
function pageNumber(line: string): number | null {
  const found =
    /^[\s–—-]*(?:(?:Seite|Page|S\.|p\.)\s*)?(\d{1,4})(?:\s*(?:von|of|\/)\s*\d{1,4})?[\s–—-]*$/iu.exec(
      line,
    );
  return found ? Number(found[1]) : null;
}

/** Lines at which a page ends: form feeds, or else numbers that count pages. */
function pageBreaks(lines: readonly string[]): number[] {
  const feeds = lines.flatMap((line, index) => (line.includes("\f") ? [index] : []));
  if (feeds.length > 0) return feeds;
  const numbers = lines.flatMap((line, index) => {
    const number = pageNumber(line);
    return number === null ? [] : [{ index, number }];
  });
  const counting = numbers.filter(({ index, number }) =>
    numbers.some(
      (other) =>
        Math.abs(other.number - number) === 1 &&
        Math.sign(other.number - number) === Math.sign(other.index - index),
    ),
  );
  // Three that count on are pages; two may be a list, or a year and another.
  return counting.length >= 3 ? counting.map(({ index }) => index) : [];
}

function findFurniture(lines: readonly string[], breaks: readonly number[]): ReadonlySet<number> {
  const edges = breaks.flatMap((place) => [
    ...near(lines, place, -1),
    place,
    ...near(lines, place, 1),
  ]);
  const first = near(lines, -1, 1);
  const all = [...new Set([...first, ...edges, ...near(lines, lines.length, -1)])];
  const counts = new Map<string, number>();
  for (const index of all) {
    const key = keyOf(lines[index] ?? "");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const furniture = new Set<number>();
  for (const index of all) {
    const line = lines[index] ?? "";
    const isNumber = pageNumber(line) !== null;
    const isRepeated = (counts.get(keyOf(line)) ?? 0) >= 3 && line.trim().length <= 100;
    if (line.trim() !== "" && (isNumber || isRepeated)) furniture.add(index);
    if (line.includes("\f")) furniture.add(index);
  }
  return new Set([...furniture].filter((index) => (lines[index] ?? "").trim() !== ""));
}

/** The next few lines that say something, from a place up or down. */
function near(lines: readonly string[], place: number, step: 1 | -1): number[] {
  const found: number[] = [];
  for (let index = place + step; found.length < edge; index += step) {
    const line = lines[index];
    if (line === undefined || line.includes("\f")) break;
    if (line.trim() !== "") found.push(index);
  }
  return found;
}

/** Heads that count along are the same head. */
function keyOf(line: string): string {
  return line.trim().replace(/\d+/gu, "#").replace(/\s+/gu, " ");
}
