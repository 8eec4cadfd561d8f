import type { Article } from "@/core/article/article";
import { type Language, otherLanguage } from "@/core/article/language";
import { type ArticleSegment, segmentRows } from "../interchange/article-segments";
import type { SegmentNotes } from "../interchange/segment";
import { packVersion } from "../interchange/version-payload";
import { escapeXml } from "../interchange/xml-text";
import { versionProp } from "./read-tmx-segments";

/** A translation memory (TMX 1.4b) of an article, with ids, status, probability and notes; read back, it gives the article. */
export function writeTmx(article: Article, notes: SegmentNotes = new Map()): string {
  const source = sourceOf(article);
  const units = segmentRows(article).flatMap(({ id, segments }) =>
    segments.map((segment, index) =>
      writeUnit(segment, {
        row: id,
        isContinued: index > 0,
        source,
        notes: notes.get(segment.id) ?? [],
      }),
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="Zwiesprache" creationtoolversion="1" segtype="sentence" o-tmf="Zwiesprache" adminlang="en" srclang="${source}" datatype="plaintext">
<prop type="${versionProp}">${packVersion(article)}</prop>
</header>
<body>
${units.join("\n")}
</body>
</tmx>
`;
}

/** The side that was written first; German where nobody knows. */
export function sourceOf({ sides }: Article): Language {
  return sides.de.frontMatter.direction === "en-de" || sides.en.frontMatter.direction === "en-de"
    ? "en"
    : "de";
}

type Place = {
  readonly row: string;
  readonly isContinued: boolean;
  readonly source: Language;
  readonly notes: readonly string[];
};

function writeUnit(segment: ArticleSegment, { row, isContinued, source, notes }: Place): string {
  const { bead } = segment;
  const props = [
    ["x-row", row],
    ...(bead
      ? [
          ["x-status", bead.status],
          ["x-probability", String(bead.probability)],
        ]
      : []),
    ...(isContinued ? [["x-continued", "yes"]] : []),
  ].map(([type, value = ""]) => `<prop type="${type}">${value}</prop>`);
  const variants = [source, otherLanguage(source)].flatMap((side) =>
    segment[side] === ""
      ? []
      : [`<tuv xml:lang="${side}"><seg>${escapeXml(segment[side])}</seg></tuv>`],
  );
  const lines = [...notes.map((note) => `<note>${escapeXml(note)}</note>`), ...props, ...variants];
  return `<tu tuid="${segment.id}">\n${lines.join("\n")}\n</tu>`;
}
