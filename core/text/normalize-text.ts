/**
 * One form of text for everything that follows: line ends become "\n" (CR LF, CR, NEL, VT, FF, U+2028, U+2029), a byte
 * order mark at the start goes, and letters are composed (NFC), so that "u" + U+0308 is found as "ü".
 */
export function normalizeText(text: string): string {
  return text
    .replace(/^\uFEFF/, "")
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, "\n")
    .normalize("NFC");
}
