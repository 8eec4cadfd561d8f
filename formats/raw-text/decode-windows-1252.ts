/** 0x80 to 0x9F, where the encoding leaves Unicode (https://encoding.spec.whatwg.org/index-windows-1252.txt); a space is unused. */
const high = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** How many characters are made in one call, well under the limit of arguments. */
const chunkLength = 8192;

/** Own, because the decoder of some Node versions takes this encoding for Latin 1 and loses „quotes“ and dashes. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const codes = Uint16Array.from(bytes, codeOf);
  let text = "";
  for (let start = 0; start < codes.length; start += chunkLength) {
    text += String.fromCharCode(...codes.subarray(start, start + chunkLength));
  }
  return text;
}

function codeOf(byte: number): number {
  if (byte < 0x80 || byte > 0x9f) return byte;
  const code = high.charCodeAt(byte - 0x80);
  return code === 0x20 ? byte : code;
}
