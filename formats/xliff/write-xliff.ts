import type { Article, Bead } from "@/core/article/article";
import { otherLanguage } from "@/core/article/language";
import { type ArticleSegment, segmentRows } from "../interchange/article-segments";
import type { SegmentNotes } from "../interchange/segment";
import { packVersion } from "../interchange/version-payload";
import { escapeXml } from "../interchange/xml-text";
import { sourceOf } from "../tmx/write-tmx";

/** XLIFF 2.1 of an article: a row is a unit, a bead a segment with its state; read back, it gives the article. */
export function writeXliff(
  article: Article,
  name: string,
  notes: SegmentNotes = new Map(),
): string {
  const source = sourceOf(article);
  const target = otherLanguage(source);
  const units = segmentRows(article).map(({ id, segments }) => {
    const metas = segments.flatMap(({ id: segment, bead }) =>
      bead ? [`<mda:meta type="${segment}">${bead.probability}</mda:meta>`] : [],
    );
    const own = segments.flatMap((segment) =>
      (notes.get(segment.id) ?? []).map(
        (note) => `<note category="${segment.id}">${escapeXml(note)}</note>`,
      ),
    );
    return [
      `<unit id="${id}">`,
      ...(metas.length > 0
        ? [
            `<mda:metadata><mda:metaGroup category="probability">${metas.join("")}</mda:metaGroup></mda:metadata>`,
          ]
        : []),
      ...(own.length > 0 ? [`<notes>${own.join("")}</notes>`] : []),
      ...segments.map((segment) => {
        const texts = `<source>${escapeXml(segment[source])}</source><target>${escapeXml(segment[target])}</target>`;
        return `<segment id="${segment.id}" ${stateOf(segment, segment[target])}>${texts}</segment>`;
      }),
      "</unit>",
    ].join("\n");
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" version="2.1" srcLang="${source}" trgLang="${target}">
<file id="f1" original="${escapeXml(name)}">
<skeleton>${packVersion(article)}</skeleton>
${units.join("\n")}
</file>
</xliff>
`;
}

function stateOf({ bead }: ArticleSegment, target: string): string {
  if (target === "") return `state="initial" subState="zs:${bead?.status ?? "front"}"`;
  const state = bead?.status === "verified" ? "final" : "translated";
  return `state="${state}" subState="zs:${bead?.status ?? "front"}"`;
}

/** XLIFF 1.2 of an article: a row is a group, a bead a unit. */
export function writeOldXliff(
  article: Article,
  name: string,
  notes: SegmentNotes = new Map(),
): string {
  const source = sourceOf(article);
  const target = otherLanguage(source);
  const groups = segmentRows(article).map(({ id, segments }) => {
    const units = segments.map((segment) => {
      const own = (notes.get(segment.id) ?? []).map((note) => `<note>${escapeXml(note)}</note>`);
      const approved = segment.bead?.status === "verified" ? ` approved="yes"` : "";
      return `<trans-unit id="${segment.id}"${approved}>
<source xml:lang="${source}">${escapeXml(segment[source])}</source>
<target xml:lang="${target}" ${oldStateOf(segment.bead, segment[target])}>${escapeXml(segment[target])}</target>
${own.join("")}</trans-unit>`;
    });
    return `<group id="${id}">\n${units.join("\n")}\n</group>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
<file original="${escapeXml(name)}" source-language="${source}" target-language="${target}" datatype="plaintext">
<header><skl><internal-file form="base64">${packVersion(article)}</internal-file></skl></header>
<body>
${groups.join("\n")}
</body>
</file>
</xliff>
`;
}

function oldStateOf(bead: Bead | null, target: string): string {
  const status = `state-qualifier="x-${bead?.status ?? "front"}"`;
  if (target === "") return `state="needs-translation" ${status}`;
  return bead?.status === "verified" ? `state="final" ${status}` : `state="translated" ${status}`;
}
