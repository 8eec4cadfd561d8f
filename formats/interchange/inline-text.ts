import { localName, type XmlElement } from "../xml/read-xml";

/** Elements that hold words, and elements that hold codes of another format or nothing. */
const wordy = new Set(["hi", "sub", "mrk", "g", "pc", "sm", "em"]);

/** The words of a segment, and whether there were codes among them; what codes hold is no text. */
export function inlineText(segment: XmlElement): {
  readonly text: string;
  readonly isCoded: boolean;
} {
  let isCoded = false;
  const walk = (element: XmlElement): string =>
    element.children
      .map((child) => {
        if (child.kind === "text") return child.text;
        const name = localName(child);
        if (name !== "mrk") isCoded = true;
        return wordy.has(name) ? walk(child) : "";
      })
      .join("");
  const text = walk(segment);
  return { text, isCoded };
}
