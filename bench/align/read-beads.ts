import type { IndexBead } from "@/core/alignment/alignment";
import type { Language } from "@/core/article/language";

/** Sentence numbers of both sides that belong together: a bead or a row. */
export type Group = Pick<IndexBead, Language>;

const line = /^\s*\[([^\]]*)\]\s*:\s*\[([^\]]*)\]/u;

/** Reads "[0, 1]:[2]" line by line; what follows the second bracket is left out of account. */
export function readBeads(text: string): Group[] {
  return text.split("\n").flatMap((each) => {
    const [, de, en] = line.exec(each) ?? [];
    return de === undefined || en === undefined ? [] : [{ de: numbers(de), en: numbers(en) }];
  });
}

function numbers(list: string): number[] {
  return list
    .split(",")
    .filter((each) => each.trim() !== "")
    .map(Number);
}
