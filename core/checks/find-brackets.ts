import type { Passage } from "./checked-document";
import type { PassageRule } from "./context";
import type { Flaw } from "./flaw";

const partners: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };
const faces = /[:;]-?[()](?!\w)/gu;
// "a) einen Ausweis", "1) Wasser", but not "Nr. 7)"
const listMarks =
  /(?<![\p{L}\d(])\p{L}\)|(?<=^|\n|(?<!(?:No|Nr|S|p|pp|Abs|Art|Abb|[Ff]ig)\.)(?<=[.!?:;,)]) )\d{1,2}\)/gu;
const numbers = /(?<!\d)\d{1,2}\)/gu;

/** A bracket that is never closed or never opened, or closed by one of another kind. */
export const findBrackets: PassageRule = (passage, { facing, beside }) => {
  const flaws = passage.kind === "code" ? [] : unbalanced(passage);
  if (flaws.length === 0) return [];
  // What is open on both sides, or goes on in the next paragraph, was cut and not forgotten.
  const isCut = [...facing(passage), ...beside(passage)].some(
    (other) => unbalanced(other).length > 0,
  );
  return isCut ? [] : flaws;
};

function unbalanced({ text, side }: Passage): Flaw[] {
  const isList = !text.includes("(") && (text.match(numbers)?.length ?? 0) > 1;
  const plain = text
    .replace(faces, (face) => " ".repeat(face.length))
    .replace(numbers, (mark) => (isList ? " ".repeat(mark.length) : mark))
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
  /** "[the king)": both brackets are shown. */
  const mismatch = (start: number, end: number): Flaw => ({
    ...flaw(start),
    span: { start, end: end + 1 },
    values: { text: `${text.charAt(start)}…${text.charAt(end)}` },
  });
  for (const match of plain.matchAll(/[()[\]{}]/gu)) {
    const partner = partners[match[0]];
    if (partner === undefined) open.push({ mark: match[0], at: match.index });
    else {
      const last = open.pop();
      if (last && last.mark !== partner) flaws.push(mismatch(last.at, match.index));
      else if (!last) flaws.push(flaw(match.index));
    }
  }
  return [...flaws, ...open.map(({ at }) => flaw(at))].sort((a, b) => a.span.start - b.span.start);
}

/** Whether a bracket is open at a place: then what follows closes it. */
function opensBefore(text: string, at: number): boolean {
  const before = text.slice(0, at + 1);
  return before.split("(").length > before.split(")").length;
}
