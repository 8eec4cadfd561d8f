/** What XML has no way to say, not even as a reference: control characters, halves of characters, two that are none. */
const impossible = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

export function xmlSafe(text: string): string {
  return text.toWellFormed().replace(impossible, "\u{FFFD}");
}

/** Text for an element or a quoted attribute. */
export function escapeXml(text: string): string {
  return xmlSafe(text).replace(/[&<>"]/gu, (character) => `&${names[character]};`);
}

const names: Readonly<Record<string, string>> = { "&": "amp", "<": "lt", ">": "gt", '"': "quot" };
