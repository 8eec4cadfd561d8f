import { z } from "zod";
import type { Lexicon } from "@/core/alignment/lexicon/lexicon";
import type { TranslationTable } from "@/core/alignment/translation-table";

// Another number whenever the stemmers change: the words of a file are stems.
const magic = "zwiesprache-lexicon 1\n";

const lengthsSchema = z.strictObject({
  german: z.int().min(0),
  english: z.int().min(0),
  toEnglish: z.tuple([z.int().min(1), z.int().min(0)]),
  toGerman: z.tuple([z.int().min(1), z.int().min(0)]),
});

/**
 * The compact form of a lexicon: a line that names the format, a line of lengths in JSON, both word lists as UTF-8 text ("stem TAB number"), then
 * the tables as little-endian numbers of 32 bits, from the next multiple of four bytes.
 */
export function writeLexicon(lexicon: Lexicon): Uint8Array {
  const encoder = new TextEncoder();
  const german = encoder.encode(listWords(lexicon.german));
  const english = encoder.encode(listWords(lexicon.english));
  const lengths: z.infer<typeof lengthsSchema> = {
    german: german.length,
    english: english.length,
    toEnglish: [lexicon.toEnglish.starts.length, lexicon.toEnglish.targets.length],
    toGerman: [lexicon.toGerman.starts.length, lexicon.toGerman.targets.length],
  };
  const head = encoder.encode(`${magic}${JSON.stringify(lengths)}\n`);
  const text = [head, german, english];
  const padding = new Uint8Array((4 - (sumOf(text) % 4)) % 4);
  return joined([
    ...text,
    padding,
    ...tableBytes(lexicon.toEnglish),
    ...tableBytes(lexicon.toGerman),
  ]);
}

/** Reads what `writeLexicon` wrote; `null` for anything else, truncated files included. */
export function readLexicon(bytes: Uint8Array): Lexicon | null {
  const lineEnd = bytes.indexOf(10, magic.length);
  const head = new TextDecoder().decode(bytes.subarray(0, Math.max(0, lineEnd)));
  if (!head.startsWith(magic)) return null;
  const lengths = parseLengths(head.slice(magic.length));
  if (!lengths) return null;
  let at = lineEnd + 1;
  const take = (length: number) => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const german = readWords(take(lengths.german));
  const english = readWords(take(lengths.english));
  at += (4 - (at % 4)) % 4;
  const [a, b] = lengths.toEnglish;
  const [c, d] = lengths.toGerman;
  if (bytes.length !== at + 4 * (a + 2 * b + c + 2 * d)) return null;
  // Copied, so that the numbers stand where a typed array may start.
  const numbers = Uint8Array.from(bytes.subarray(at)).buffer;
  return {
    german,
    english,
    toEnglish: tableAt(numbers, 0, a, b),
    toGerman: tableAt(numbers, a + 2 * b, c, d),
  };
}

function parseLengths(line: string): z.infer<typeof lengthsSchema> | null {
  try {
    return lengthsSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

function listWords(words: ReadonlyMap<string, number>): string {
  return [...words].map(([stem, number]) => `${stem}\t${number}`).join("\n");
}

function readWords(bytes: Uint8Array): Map<string, number> {
  const words = new Map<string, number>();
  for (const line of new TextDecoder().decode(bytes).split("\n")) {
    const tab = line.indexOf("\t");
    if (tab > 0) words.set(line.slice(0, tab), Number(line.slice(tab + 1)));
  }
  return words;
}

function tableBytes({ starts, targets, probabilities }: TranslationTable): Uint8Array[] {
  return [starts, targets, probabilities].map(
    (array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
  );
}

/** `place` counts numbers of four bytes. */
function tableAt(
  buffer: ArrayBuffer,
  place: number,
  starts: number,
  targets: number,
): TranslationTable {
  return {
    starts: new Int32Array(buffer, 4 * place, starts),
    targets: new Int32Array(buffer, 4 * (place + starts), targets),
    probabilities: new Float32Array(buffer, 4 * (place + starts + targets), targets),
  };
}

function sumOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(sumOf(parts));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
