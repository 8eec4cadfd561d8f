import type { PassageRule } from "./context";
import type { Flaw } from "./flaw";

const partners: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };
const faces = /[:;]-?[()](?!\w)/gu;
// "a) einen Ausweis", "1) Wasser"
const listMarks = /(?<![\p{L}\d(])\p{L}\)|(?<=^|\n|[:;,] )\d{1,2}\)/gu;

/** A bracket that is never closed or never opened, or closed by one of another kind. */
export const findBrackets: PassageRule = ({ text, side, kind }) => {
  if (kind === "code") return [];
  const plain = text
    .replace(faces, (face) => " ".repeat(face.length))
    .replace(listMarks, (mark, at: number) =>
      opensBefore(text, at) ? mark : " ".repeat(mark.length),
    );
  const flaws: Flaw[] = [];
  const open: { readonly mark: string; readonly at: number }[] = [];
  const flaw = (at: number): Flaw => ({
    rule: "brackets",
    side,
    span: { start: at, end: at + 1 },
    values: { text: text.charAt(at) },
  });
  for (const match of plain.matchAll(/[()[\]{}]/gu)) {
    const partner = partners[match[0]];
    if (partner === undefined) open.push({ mark: match[0], at: match.index });
    else {
      const last = open.pop();
      if (last?.mark !== partner) flaws.push(flaw(last?.at ?? match.index));
    }
  }
  return [...flaws, ...open.map(({ at }) => flaw(at))].sort((a, b) => a.span.start - b.span.start);
};

/** Whether a bracket is open at a place: then what follows closes it. */
function opensBefore(text: string, at: number): boolean {
  const before = text.slice(0, at + 1);
  return before.split("(").length > before.split(")").length;
}
