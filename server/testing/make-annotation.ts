import { randomUUID } from "node:crypto";
import type { Anchor, Annotation } from "@/core/annotation/annotation";
import { articleSideText } from "@/core/annotation/article-side-text";
import { describeAnchor } from "@/core/annotation/describe-anchor";
import type { Language } from "@/core/article/language";
import type { Reading } from "../articles/load-article";

/** The anchor of the first place where the words stand on a side. */
export function anchorOf({ article, version }: Reading, side: Language, words: string): Anchor {
  const text = articleSideText(article, side);
  const block = text.blocks.find((candidate) => candidate.text.includes(words));
  if (!block) throw new Error(`Nowhere on the side ${side}: ${words}`);
  const offset = block.text.indexOf(words);
  const start = { block: block.id, offset };
  const end = { block: block.id, offset: offset + words.length };
  const described = describeAnchor(text, { start, end }, version.number);
  if (!described.ok) throw new Error(`No anchor for ${words}: ${described.reason}`);
  return described.anchor;
}

/** An annotation on those words, as a browser makes it. */
export function makeAnnotation(
  reading: Reading,
  words: string,
  rest: Partial<Annotation> = {},
): Annotation {
  return {
    id: randomUUID(),
    articleSlug: reading.slug,
    anchor: anchorOf(reading, "de", words),
    colour: "yellow",
    note: null,
    tags: [],
    audience: "me",
    groupId: null,
    twin: null,
    ...rest,
  };
}
