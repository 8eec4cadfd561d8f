import type { Language } from "@/core/article/language";
import { refuse } from "../document/document-source";
import { inlineText } from "../interchange/inline-text";
import {
  foldSegment,
  languageOfCode,
  type Segment,
  type SegmentFileResult,
  statusNamed,
} from "../interchange/segment";
import { unpackVersion } from "../interchange/version-payload";
import { childrenOf, localName, readXml, textOf, type XmlElement } from "../xml/read-xml";

/** Where this program keeps the whole version. */
export const versionProp = "x-zwiesprache-version";

/** Reads the segments of a TMX file of any version. */
export function readTmxSegments(text: string): SegmentFileResult {
  const xml = readXml(text);
  if (!xml.ok) return xml;
  const [body] = childrenOf(xml.root, "body");
  if (localName(xml.root) !== "tmx" || !body)
    return refuse("not-this-format", { format: "TMX", detail: "<body>" });
  const [header] = childrenOf(xml.root, "header");
  const units = childrenOf(body, "tu").map(readUnit);
  return {
    ok: true,
    segments: units.map(({ segment }) => segment),
    otherTexts: units.flatMap(({ otherTexts }) => otherTexts),
    coded: units.filter(({ isCoded }) => isCoded).length,
    version: header ? unpackVersion(propOf(header, versionProp) ?? "") : null,
  };
}

function readUnit(unit: XmlElement): {
  segment: Segment;
  otherTexts: string[];
  isCoded: boolean;
} {
  const texts: Record<Language, string> = { de: "", en: "" };
  const seen = new Set<Language>();
  const otherTexts: string[] = [];
  let isCoded = false;
  for (const variant of childrenOf(unit, "tuv")) {
    const language = languageOfCode(variant.attributes["xml:lang"] ?? variant.attributes.lang);
    const [seg] = childrenOf(variant, "seg");
    if (!seg) continue;
    const inline = inlineText(seg);
    const text = foldSegment(inline.text);
    if (!language || seen.has(language)) {
      if (text !== "") otherTexts.push(text);
      continue;
    }
    seen.add(language);
    texts[language] = text;
    isCoded ||= inline.isCoded;
  }
  const { line, column } = unit;
  return {
    segment: {
      ...texts,
      id: unit.attributes.tuid ?? null,
      status: statusNamed(propOf(unit, "x-status") ?? ""),
      notes: childrenOf(unit, "note").map((note) => foldSegment(textOf(note))),
      isContinued: propOf(unit, "x-continued") === "yes",
      line,
      column,
    },
    otherTexts,
    isCoded,
  };
}

function propOf(element: XmlElement, type: string): string | null {
  const prop = childrenOf(element, "prop").find(({ attributes }) => attributes.type === type);
  return prop ? textOf(prop) : null;
}
