import * as z from "zod/mini";
import { languages } from "./language";

const blockIdSchema = z.string().check(z.regex(/^[de]b[0-9]{1,7}$/));
const offsetSchema = z.int().check(z.gte(0), z.lte(10_000_000));

const segmentSchema = z.strictObject({
  from: z.strictObject({
    side: z.enum(languages),
    blockId: blockIdSchema,
    start: offsetSchema,
    /** Exclusive. */
    end: offsetSchema,
  }),
  to: z.strictObject({ blockId: blockIdSchema, start: offsetSchema }),
});

/**
 * Where an edit left the text of an article; all offsets count code units of `blockText`. Blocks that are not in `touched`
 * stayed as they were, under their own id. Text of a touched block that lies in no segment was deleted, or is new.
 */
export const positionMapSchema = z.strictObject({
  /** Ids of the blocks whose text changed, came or went; of both articles, before and after. */
  touched: z.array(blockIdSchema).check(z.maxLength(200_000)),
  /** Stretches of text that stayed together; of a block that is in `touched`. */
  segments: z.array(segmentSchema).check(z.maxLength(1_000_000)),
});

export type PositionMap = z.infer<typeof positionMapSchema>;
type Segment = PositionMap["segments"][number];

/** A place in a block's text. */
export type Place = { readonly block: string; readonly offset: number };

/** Text of one block; `end` is exclusive. */
export type TextSpan = { readonly blockId: string; readonly start: number; readonly end: number };

/** The map of two edits, one after the other. */
export function compose(first: PositionMap, second: PositionMap): PositionMap {
  if (first.touched.length === 0) return second;
  if (second.touched.length === 0) return first;
  const touchedFirst = new Set(first.touched);
  const carried = first.segments.flatMap(({ from, to }): Segment[] =>
    piecesOf(second, { ...to, end: to.start + from.end - from.start }).map((piece) => ({
      from: {
        ...from,
        start: from.start + piece.source - to.start,
        end: from.start + piece.source - to.start + piece.length,
      },
      to: { blockId: piece.blockId, start: piece.start },
    })),
  );
  const added = second.segments.filter(({ from }) => !touchedFirst.has(from.blockId));
  // A block that only one of the two edits touched stood still in the other, which says so by not naming it.
  const touched = [...touchedFirst, ...second.touched.filter((id) => !touchedFirst.has(id))];
  return { touched, segments: joined([...carried, ...added]) };
}

/** The map of the edit that takes back what this one did. */
export function invert({ touched, segments }: PositionMap): PositionMap {
  return {
    touched,
    segments: segments.map(({ from, to }) => ({
      from: { ...from, ...to, end: to.start + from.end - from.start },
      to: { blockId: from.blockId, start: from.start },
    })),
  };
}

/**
 * Where a place went: with the character after it (`"after"`: for the start of a passage) or with the one before it
 * (`"before"`: for its end). `null` where that character was deleted.
 */
export function mapPoint(map: PositionMap, place: Place, bias: "before" | "after"): Place | null {
  if (!isTouched(map, place.block)) return place;
  const { block, offset } = place;
  const character = bias === "after" ? offset : offset - 1;
  const [piece] = piecesOf(map, { blockId: block, start: character, end: character + 1 });
  if (!piece) return null;
  return { block: piece.blockId, offset: piece.start + (bias === "after" ? 0 : 1) };
}

/** What is left of a stretch of text, in the order in which it stood; adjoining pieces are one. */
export function mapSpan(map: PositionMap, span: TextSpan): readonly TextSpan[] {
  const kept: TextSpan[] = [];
  for (const { blockId, start, length } of piecesOf(map, span)) {
    const last = kept.at(-1);
    const end = start + length;
    if (last?.blockId === blockId && last.end === start) kept[kept.length - 1] = { ...last, end };
    else kept.push({ blockId, start, end });
  }
  return kept;
}

/** The blocks of one side in reading order, as they are before or after an edit; `SideText.blocks` will do. */
export type BlockTexts = readonly { readonly id: string; readonly text: string }[];

export type MappedRange =
  /** The very same words; `changed`: some words within it went or came. */
  | { readonly kind: "kept" | "changed"; readonly start: Place; readonly end: Place }
  /** What is left of it no longer stands together. */
  | { readonly kind: "scattered"; readonly pieces: readonly TextSpan[] }
  | { readonly kind: "deleted" };

/** Where a passage of one side went; it may reach over several blocks, and `end` is exclusive. */
export function mapRange(
  map: PositionMap,
  range: { readonly start: Place; readonly end: Place },
  before: BlockTexts,
  after: BlockTexts,
): MappedRange {
  const spans = spansOf(range, before);
  if (!spans.some(({ blockId }) => isTouched(map, blockId))) {
    return { kind: "kept", start: range.start, end: range.end };
  }
  // Where every word was put in the place of another, the blanks between them are no passage.
  const pieces = spans
    .flatMap((span) => mapSpan(map, span))
    .filter((piece) => !isBlank(piece, after));
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return { kind: "deleted" };
  const start = { block: first.blockId, offset: first.start };
  const end = { block: last.blockId, offset: last.end };
  const around = spansOf({ start, end }, after);
  if (!holdsInOrder(around, pieces) || !holdsOnlyOwn(map, around, spans)) {
    return { kind: "scattered", pieces };
  }
  const isSame = textOf(spans, before) === textOf(around, after);
  return { kind: isSame ? "kept" : "changed", start, end };
}

type Piece = {
  readonly blockId: string;
  readonly start: number;
  readonly length: number;
  /** Where it stood in its block. */
  readonly source: number;
};

function piecesOf(map: PositionMap, { blockId, start, end }: TextSpan): readonly Piece[] {
  if (!isTouched(map, blockId)) return [{ blockId, start, length: end - start, source: start }];
  return (indexOf(map).segments.get(blockId) ?? []).flatMap(({ from, to }): Piece[] => {
    const source = Math.max(start, from.start);
    const length = Math.min(end, from.end) - source;
    if (length <= 0) return [];
    return [{ blockId: to.blockId, start: to.start + source - from.start, length, source }];
  });
}

function isTouched(map: PositionMap, blockId: string): boolean {
  return indexOf(map).touched.has(blockId);
}

type Index = {
  readonly touched: ReadonlySet<string>;
  /** By the block they come from, in its order. */
  readonly segments: ReadonlyMap<string, readonly Segment[]>;
};

const indexes = new WeakMap<PositionMap, Index>();

// Hundreds of anchors travel by the same map.
function indexOf(map: PositionMap): Index {
  const known = indexes.get(map);
  if (known) return known;
  const segments = new Map<string, Segment[]>();
  for (const segment of map.segments) {
    const list = segments.get(segment.from.blockId);
    if (list) list.push(segment);
    else segments.set(segment.from.blockId, [segment]);
  }
  for (const list of segments.values()) list.sort((a, b) => a.from.start - b.from.start);
  const index = { touched: new Set(map.touched), segments };
  indexes.set(map, index);
  return index;
}

/** Segments that follow each other on both ends are one. */
function joined(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = [];
  for (const segment of segments) {
    const last = result.at(-1);
    const isNext =
      last?.from.blockId === segment.from.blockId &&
      last.to.blockId === segment.to.blockId &&
      last.from.end === segment.from.start &&
      last.to.start + last.from.end - last.from.start === segment.to.start;
    if (isNext) {
      result[result.length - 1] = { ...last, from: { ...last.from, end: segment.from.end } };
    } else result.push(segment);
  }
  return result;
}

/** The passage block by block; empty where it runs backwards or is not in these blocks. */
function spansOf(
  { start, end }: { readonly start: Place; readonly end: Place },
  blocks: BlockTexts,
): readonly TextSpan[] {
  const first = blocks.findIndex(({ id }) => id === start.block);
  const last =
    start.block === end.block ? first : blocks.findIndex(({ id }) => id === end.block, first);
  if (first < 0 || last < first) return [];
  return blocks
    .slice(first, last + 1)
    .map(({ id, text }) => ({
      blockId: id,
      start: id === start.block ? start.offset : 0,
      end: id === end.block ? end.offset : text.length,
    }))
    .filter((span) => span.end > span.start);
}

/** Whether the pieces lie within the spans and rise. */
function holdsInOrder(spans: readonly TextSpan[], pieces: readonly TextSpan[]): boolean {
  let span = 0;
  let offset = spans[0]?.start ?? 0;
  return pieces.every((piece) => {
    while (span < spans.length && spans[span]?.blockId !== piece.blockId) {
      span += 1;
      offset = spans[span]?.start ?? 0;
    }
    const holder = spans[span];
    const isRising = holder !== undefined && piece.start >= offset && piece.end <= holder.end;
    offset = piece.end;
    return isRising;
  });
}

/** Whether the spans hold nothing that stood outside the passage before the edit. */
function holdsOnlyOwn(
  map: PositionMap,
  around: readonly TextSpan[],
  own: readonly TextSpan[],
): boolean {
  const back = invertedOf(map);
  return around
    .flatMap((span) => mapSpan(back, span))
    .every((piece) =>
      own.some(
        ({ blockId, start, end }) =>
          blockId === piece.blockId && piece.start >= start && piece.end <= end,
      ),
    );
}

const inverses = new WeakMap<PositionMap, PositionMap>();

function invertedOf(map: PositionMap): PositionMap {
  const known = inverses.get(map);
  if (known) return known;
  const inverse = invert(map);
  inverses.set(map, inverse);
  return inverse;
}

function isBlank({ blockId, start, end }: TextSpan, blocks: BlockTexts): boolean {
  const text = blocks.find(({ id }) => id === blockId)?.text ?? "";
  return text.slice(start, end).trim() === "";
}

function textOf(spans: readonly TextSpan[], blocks: BlockTexts): string {
  const texts = new Map(blocks.map(({ id, text }) => [id, text]));
  return spans
    .map(({ blockId, start, end }) => (texts.get(blockId) ?? "").slice(start, end))
    .join("\n");
}
