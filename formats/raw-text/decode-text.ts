import { decodeWindows1252 } from "./decode-windows-1252";

export type DecodedText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: "binary" };

/** How many bytes are looked at to tell text from anything else. */
const probeLength = 64 * 1024;

const signatures = [
  "%PDF-",
  "PK\u0003\u0004",
  "{\\rtf",
  "\u001F\u008B",
  "\u0089PNG",
  "GIF8",
  "\u00FF\u00D8\u00FF",
  "\u00D0\u00CF\u0011\u00E0",
];

/**
 * Finds the encoding of a text: UTF-8 or UTF-16 by byte order mark, UTF-16 by the zeros beside Latin letters, else UTF-8, else
 * Windows-1252. Whatever holds zeros or many control characters is no text, and neither are PDF, RTF and packed files.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const probe = bytes.subarray(0, probeLength);
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return textIn(bytes, "utf-8");
  if (startsWith(bytes, [0xff, 0xfe, 0x00, 0x00])) return { ok: false, reason: "binary" };
  if (startsWith(bytes, [0xff, 0xfe])) return textIn(bytes, "utf-16le");
  if (startsWith(bytes, [0xfe, 0xff])) return textIn(bytes, "utf-16be");
  if (isForeignFile(probe)) return { ok: false, reason: "binary" };

  const zeros = countZeros(probe);
  const half = probe.length / 2;
  // Nearly every second byte of Latin text in UTF-16 is zero, and none of the others.
  if (zeros.odd > 0.7 * half && zeros.even < 0.02 * half) return textIn(bytes, "utf-16le");
  if (zeros.even > 0.7 * half && zeros.odd < 0.02 * half) return textIn(bytes, "utf-16be");

  return isUtf8(bytes) ? textIn(bytes, "utf-8") : accept(decodeWindows1252(bytes));
}

function textIn(bytes: Uint8Array, encoding: string): DecodedText {
  return accept(new TextDecoder(encoding).decode(bytes));
}

function accept(text: string): DecodedText {
  return looksBinary(text) ? { ok: false, reason: "binary" } : { ok: true, text };
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function isForeignFile(probe: Uint8Array): boolean {
  return signatures.some((signature) =>
    startsWith(
      probe,
      [...signature].map((character) => character.charCodeAt(0)),
    ),
  );
}

function countZeros(bytes: Uint8Array): { even: number; odd: number } {
  let even = 0;
  let odd = 0;
  bytes.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  });
  return { even, odd };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function looksBinary(text: string): boolean {
  if (text.includes("\0")) return true;
  // Control characters other than white space, and what was no character: a few are dirt, more are not text.
  const odd = text.match(/(?![\s\u0085])[\p{Cc}\uFFFD]/gu)?.length ?? 0;
  return odd > 8 && odd > text.length / 500;
}
