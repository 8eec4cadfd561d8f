import { longestCommonSubsequence } from "../article/longest-common-subsequence";

/** A stretch that stands in both texts, only in the old one, or only in the new one. */
export type DiffPiece = { readonly kind: "same" | "gone" | "new"; readonly text: string };

/** What became of a text, word by word: without the new pieces it is the old text, without those that are gone the new one. */
export function wordDiff(old: string, now: string): readonly DiffPiece[] {
  const before = piecesOf(old);
  const after = piecesOf(now);
  const pieces: DiffPiece[] = [];
  let o = 0;
  let n = 0;
  for (const [nextOld, nextNew] of [
    ...longestCommonSubsequence(before, after),
    [before.length, after.length] as const,
  ]) {
    add(pieces, "gone", before.slice(o, nextOld).join(""));
    add(pieces, "new", after.slice(n, nextNew).join(""));
    add(pieces, "same", before[nextOld] ?? "");
    o = nextOld + 1;
    n = nextNew + 1;
  }
  return pieces;
}

/** Words, each with the space behind it. */
function piecesOf(text: string): string[] {
  return text.match(/\s+|[^\s]+\s*/gu) ?? [];
}

function add(pieces: DiffPiece[], kind: DiffPiece["kind"], text: string): void {
  const last = pieces.at(-1);
  if (text === "") return;
  if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: last.text + text };
  else pieces.push({ kind, text });
}
