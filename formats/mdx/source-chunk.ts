import type { Position } from "unist";

/** Lines of a file that stand together, up to the next blank line; offsets in UTF-16 code units. */
export type Chunk = {
  readonly start: number;
  readonly end: number;
  readonly source: string;
  readonly position: Position;
};

/** The chunks of a source, in order; a line of only ">" signs counts as blank. */
export function chunksOf(source: string): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let open: { start: number; line: number } | null = null;
  let offset = 0;
  let lineNumber = 0;
  let end = { offset: 0, line: 0, column: 0 };
  const close = () => {
    if (!open) return;
    chunks.push({
      start: open.start,
      end: end.offset,
      source: source.slice(open.start, end.offset),
      position: {
        start: { line: open.line, column: 1, offset: open.start },
        end,
      },
    });
    open = null;
  };
  for (const line of source.split("\n")) {
    lineNumber += 1;
    if (/^[\s>]*$/.test(line)) close();
    else {
      open ??= { start: offset, line: lineNumber };
      end = { offset: offset + line.length, line: lineNumber, column: line.length + 1 };
    }
    offset += line.length + 1;
  }
  close();
  return chunks;
}
