import { describe, expect, test } from "vitest";
import { decodeText } from "./decode-text";

const text = "Für Möwen – „bloß“ Fisch: 10 €.\nFor gulls, only fish.\n";

function utf16(value: string, isLittle: boolean): Uint8Array {
  const bytes = new Uint8Array(value.length * 2);
  const view = new DataView(bytes.buffer);
  [...value].forEach((character, index) => {
    view.setUint16(index * 2, character.charCodeAt(0), isLittle);
  });
  return bytes;
}

/** The characters of Windows-1252 that are not at their place in Unicode, as far as `text` has them. */
const windows1252: Readonly<Record<string, number>> = {
  "–": 0x96,
  "„": 0x84,
  "“": 0x93,
  "€": 0x80,
};

describe("decodeText", () => {
  test.each([
    ["UTF-8", new TextEncoder().encode(text)],
    ["UTF-8 with a byte order mark", new TextEncoder().encode(`\uFEFF${text}`)],
    ["UTF-16 LE with a byte order mark", utf16(`\uFEFF${text}`, true)],
    ["UTF-16 BE with a byte order mark", utf16(`\uFEFF${text}`, false)],
    ["UTF-16 LE", utf16(text, true)],
    ["UTF-16 BE", utf16(text, false)],
    ["Windows-1252", Uint8Array.from(text, (c) => windows1252[c] ?? c.charCodeAt(0))],
  ])("reads %s", (_, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: true, text });
  });

  test("reads an empty file as an empty text", () => {
    expect(decodeText(new Uint8Array())).toEqual({ ok: true, text: "" });
  });

  test("keeps a text with a stray control character", () => {
    expect(decodeText(new TextEncoder().encode(`${text}\u0002`)).ok).toBe(true);
  });

  test.each([
    [
      "bytes of any kind",
      Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919 + (index >> 3)) % 256),
    ],
    ["a text with a zero in it", new TextEncoder().encode(`${text}\0${text}`)],
    ["a PDF", new TextEncoder().encode("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n")],
    ["a packed file such as DOCX", Uint8Array.from([0x50, 0x4b, 3, 4, 20, 65, 66, 67])],
    ["an RTF file", new TextEncoder().encode("{\\rtf1\\ansi Hallo}")],
    [
      "control characters throughout",
      Uint8Array.from({ length: 200 }, (_, index) => (index % 2 ? 1 : 65)),
    ],
  ])("refuses %s", (_, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: false, reason: "binary" });
  });
});
