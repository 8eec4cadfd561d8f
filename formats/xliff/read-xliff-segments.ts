import type { Bead } from "@/core/article/article";
import { type Language, otherLanguage } from "@/core/article/language";
import { type DocumentRefusal, refuse } from "../document/document-source";
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

type Read = { readonly segment: Segment; readonly isCoded: boolean };

/** Reads the segments of an XLIFF file of version 1.2 or 2.x. */
export function readXliffSegments(text: string): SegmentFileResult {
  const xml = readXml(text);
  if (!xml.ok) return xml;
  const { root } = xml;
  if (localName(root) !== "xliff")
    return refuse("not-this-format", { format: "XLIFF", detail: "<xliff>" });
  const isNew = (root.attributes.version ?? "").startsWith("2");
  const reads: Read[] = [];
  const otherTexts: string[] = [];
  for (const file of childrenOf(root, "file")) {
    const languages = isNew
      ? [root.attributes.srcLang, root.attributes.trgLang]
      : [file.attributes["source-language"], file.attributes["target-language"]];
    const source = sourceLanguage(languages[0], languages[1]);
    if (!source) otherTexts.push(...textsIn(file));
    else reads.push(...(isNew ? readNewUnits(file, source) : readOldUnits(file, source)));
  }
  if (reads.length === 0) return nothing(otherTexts);
  return {
    ok: true,
    segments: reads.map(({ segment }) => segment),
    otherTexts,
    coded: reads.filter(({ isCoded }) => isCoded).length,
    version: readSkeleton(root),
  };
}

function nothing(otherTexts: readonly string[]): DocumentRefusal {
  return otherTexts.length > 0
    ? refuse("no-pairs")
    : refuse("not-this-format", { format: "XLIFF", detail: "<file>" });
}

/** The language of the source, where the file is about the two; a missing target language is the other one. */
function sourceLanguage(source: string | undefined, target: string | undefined): Language | null {
  const own = languageOfCode(source);
  if (!own) return null;
  const other = target === undefined ? otherLanguage(own) : languageOfCode(target);
  return other === otherLanguage(own) ? own : null;
}

function unitsIn(element: XmlElement, name: string): XmlElement[] {
  return childrenOf(element).flatMap((child) => {
    if (localName(child) === name) return [child];
    return localName(child) === "group" || localName(child) === "body" ? unitsIn(child, name) : [];
  });
}

function readNewUnits(file: XmlElement, source: Language): Read[] {
  return unitsIn(file, "unit").flatMap((unit) => {
    const notes = childrenOf(unit, "notes").flatMap((each) => childrenOf(each, "note"));
    return childrenOf(unit, "segment").map((segment, index) => {
      const id = segment.attributes.id ?? null;
      const about = notes.filter(({ attributes }) =>
        attributes.category === undefined ? index === 0 : attributes.category === id,
      );
      return readSegment(segment, source, {
        id,
        notes: about.map((note) => foldSegment(textOf(note))),
        status: statusOf(segment.attributes.state, segment.attributes.subState),
        isContinued: index > 0,
      });
    });
  });
}

function readSegment(
  segment: XmlElement,
  source: Language,
  rest: Pick<Segment, "id" | "notes" | "status" | "isContinued">,
): Read {
  const [own] = childrenOf(segment, "source");
  const [other] = childrenOf(segment, "target");
  return pair(own, other, source, { ...rest, line: segment.line, column: segment.column });
}

function pair(
  own: XmlElement | undefined,
  other: XmlElement | undefined,
  source: Language,
  rest: Omit<Segment, Language>,
): Read {
  const sourceText = own ? inlineText(own) : { text: "", isCoded: false };
  const targetText = other ? inlineText(other) : { text: "", isCoded: false };
  const texts = { [source]: sourceText.text, [otherLanguage(source)]: targetText.text };
  return {
    segment: { ...rest, de: foldSegment(texts.de ?? ""), en: foldSegment(texts.en ?? "") },
    isCoded: sourceText.isCoded || targetText.isCoded,
  };
}

/** What gettext keeps of a file in its first message is no text. */
const gettextHeader = "x-gettext-domain-header";

/** In 1.2 the parts of a unit are marks within its source and target. */
function readOldUnits(file: XmlElement, source: Language): Read[] {
  return unitsIn(file, "trans-unit").flatMap((unit): Read[] => {
    if (unit.attributes.restype === gettextHeader) return [];
    const [own] = childrenOf(unit, "source");
    const [cut] = childrenOf(unit, "seg-source");
    const [other] = childrenOf(unit, "target");
    const notes = childrenOf(unit, "note").map((note) => foldSegment(textOf(note)));
    const status = statusOf(other?.attributes.state, other?.attributes["state-qualifier"]);
    const { line, column } = unit;
    const rest = { notes, status, line, column };
    const ownParts = cut ? parts(cut) : [];
    if (ownParts.length === 0) {
      const id = unit.attributes.resname ?? unit.attributes.id ?? null;
      return [pair(own, other, source, { ...rest, id, isContinued: false })];
    }
    const targets = new Map((other ? parts(other) : []).map((part) => [part.attributes.mid, part]));
    return ownParts.map((part, index) =>
      pair(part, targets.get(part.attributes.mid), source, {
        ...rest,
        id: part.attributes.mid ?? null,
        notes: index === 0 ? notes : [],
        isContinued: index > 0,
      }),
    );
  });
}

function parts(element: XmlElement): XmlElement[] {
  return childrenOf(element).flatMap((child) =>
    localName(child) === "mrk" && child.attributes.mtype === "seg" ? [child] : parts(child),
  );
}

/** What this program wrote: "zs:proposed", in 1.2 "x-proposed"; a state that somebody changed since counts for more. */
function statusOf(state: string | undefined, subState: string | undefined): Bead["status"] | null {
  const own = statusNamed(subState?.replace(/^(?:zs:|x-)/u, ""));
  const isFinal = /^(?:final|reviewed|signed-off)$/u.test(state ?? "");
  if (isFinal) return "verified";
  return own === "verified" &&
    state !== undefined &&
    state !== "initial" &&
    state !== "needs-translation"
    ? "needs-review"
    : own;
}

function textsIn(file: XmlElement): string[] {
  const texts = (element: XmlElement): XmlElement[] =>
    childrenOf(element).flatMap((child) =>
      ["source", "target"].includes(localName(child)) ? [child] : texts(child),
    );
  return texts(file)
    .map((each) => foldSegment(inlineText(each).text))
    .filter((text) => text !== "");
}

/** What this program put into the place for what is not to be translated. */
function readSkeleton(root: XmlElement) {
  const [file] = childrenOf(root, "file");
  if (!file) return null;
  const [header] = childrenOf(file, "header");
  const [old] = header ? childrenOf(header, "skl") : [];
  const [skeleton = old] = childrenOf(file, "skeleton");
  return skeleton ? unpackVersion(textOf(skeleton)) : null;
}
