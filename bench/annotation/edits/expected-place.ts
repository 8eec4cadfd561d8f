import type { Anchor } from "@/core/annotation/annotation";
import { sentencesIn } from "@/core/annotation/describe-anchor";
import { pointToOffset, type SideText } from "@/core/annotation/side-text";
import type { TrackedBlock } from "./tracked-block";

/** In code units of the new side's text; `null` is *orphaned*. */
export type Expected = { readonly start: number; readonly end: number } | null;

/** The letters of the new text in order, white space left out, with the way from old letters to them. */
export type Flow = {
  readonly letters: readonly { readonly origin: number | null; readonly offset: number }[];
  readonly placesOf: ReadonlyMap<number, readonly number[]>;
};

/** Lays the edited blocks over the new version's text, which must be theirs but for white space at the ends of blocks. */
export function flowOf(edited: readonly TrackedBlock[], now: SideText): Flow {
  if (edited.length !== now.blocks.length)
    throw new Error(`${edited.length} blocks were written, ${now.blocks.length} read`);
  const letters = edited.flatMap(({ text, origins }, index) => {
    const read = now.blocks[index]?.text ?? "";
    if (read.trim() !== text.trim())
      throw new Error(`Block ${index} was written as\n${text}\nand read as\n${read}`);
    const shift =
      (now.starts[index] ?? 0) +
      (read.length - read.trimStart().length) -
      (text.length - text.trimStart().length);
    return origins.flatMap((origin, at) =>
      /\s/.test(text.charAt(at)) ? [] : [{ origin, offset: at + shift }],
    );
  });
  const placesOf = new Map<number, number[]>();
  letters.forEach(({ origin }, place) => {
    if (origin !== null) placesOf.set(origin, [...(placesOf.get(origin) ?? []), place]);
  });
  return { letters, placesOf };
}

/** Where a passage belongs after the edits, by the oracle of docs/annotations.md. */
export function expectedPlace(
  before: SideText,
  anchor: Anchor,
  now: SideText,
  flow: Flow,
): Expected {
  const start = pointToOffset(before, anchor.start) ?? 0;
  const wanted = [...anchor.exact].length === 0 ? [] : offsetsOfLetters(anchor.exact, start);
  const first = wanted[0];
  const images = (first === undefined ? [] : (flow.placesOf.get(first) ?? [])).flatMap((place) => {
    const isWhole = wanted.every((origin, index) => flow.letters[place + index]?.origin === origin);
    const from = flow.letters[place];
    const to = flow.letters[place + wanted.length - 1];
    return isWhole && from && to ? [{ start: from.offset, end: to.offset + 1 }] : [];
  });
  const hasCopies = wanted.some((origin) => (flow.placesOf.get(origin)?.length ?? 0) > 1);
  if (!hasCopies) return images[0] ?? null;
  const borne = images
    .map((image) => ({ image, ids: sharedIds(now, image, anchor) }))
    .sort((a, b) => b.ids - a.ids);
  const [best, second] = borne;
  return best && best.ids > 0 && best.ids > (second?.ids ?? 0) ? best.image : null;
}

function offsetsOfLetters(words: string, start: number): number[] {
  return Array.from({ length: words.length }, (_, at) => at).flatMap((at) =>
    /\s/.test(words.charAt(at)) ? [] : [start + at],
  );
}

function sharedIds(
  now: SideText,
  { start, end }: { start: number; end: number },
  anchor: Anchor,
): number {
  return sentencesIn(now, start, end).filter((id) => anchor.sentences.includes(id)).length;
}
