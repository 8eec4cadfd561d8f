/** The kinds of files that are read; "archive" is a packed file of which only its content tells the kind. */
export type DocumentFormat = "text" | "markdown" | "mdx" | "html" | "tmx" | "xliff" | "archive";

const extensions: Readonly<Record<string, DocumentFormat>> = {
  md: "markdown",
  markdown: "markdown",
  mdx: "mdx",
  html: "html",
  htm: "html",
  xhtml: "html",
  tmx: "tmx",
  xliff: "xliff",
  xlf: "xliff",
};

export function isArchive(bytes: Uint8Array): boolean {
  return [0x50, 0x4b, 0x03, 0x04].every((byte, index) => bytes[index] === byte);
}

/** What a text is: what it says at its start counts for more than the end of its name. */
export function detectFormat(name: string, text: string): Exclude<DocumentFormat, "archive"> {
  const root =
    /^\uFEFF?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,2000}-->\s*)*<(?:!doctype\s+)?(tmx|xliff|html)\b/iu.exec(
      text.slice(0, 4000),
    )?.[1];
  const found = extensions[(root ?? extensionOf(name)).toLowerCase()];
  return found === undefined || found === "archive" ? "text" : found;
}

function extensionOf(name: string): string {
  return /\.([a-z0-9]+)$/iu.exec(name)?.[1] ?? "";
}
