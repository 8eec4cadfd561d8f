import type { Anchor, Colour } from "@/core/annotation/annotation";
import { articleSideText } from "@/core/annotation/article-side-text";
import { moveAnchor, type NumberedText } from "@/core/annotation/move-anchor";
import { resolveAnchor } from "@/core/annotation/resolve-anchor";
import type { Article } from "@/core/article/article";
import type { Language } from "@/core/article/language";
import type { PositionMap } from "@/core/article/position-map";
import type { ShownAnnotation } from "@/ui/annotations/store/apply-changes";

/** A draft and how it came from the article that the workbench opened. */
export type EditedDraft = {
  readonly opened: Article;
  readonly article: Article;
  /** From the text that was opened to the one that is shown. */
  readonly moved: PositionMap;
};

/** A part of a block that an annotation covers, in code units of the block's text. */
export type NoteSpan = { readonly start: number; readonly end: number; readonly colour: Colour };

type PlacedNote = { readonly shown: ShownAnnotation; readonly rowIndex: number };

export type DraftPlacement = {
  /** In the order of the rows. */
  readonly placed: readonly PlacedNote[];
  /** Those whose words are not in the draft. */
  readonly missing: readonly ShownAnnotation[];
  readonly spans: ReadonlyMap<string, readonly NoteSpan[]>;
};

export const nothingPlaced: DraftPlacement = { placed: [], missing: [], spans: new Map() };

/**
 * Where annotations stand in a draft: where the edits of this visit took their words, as the server will carry them when
 * a version is saved.
 */
export function placeInDraft(
  draft: EditedDraft,
  annotations: readonly ShownAnnotation[],
): DraftPlacement {
  const placed: PlacedNote[] = [];
  const missing: ShownAnnotation[] = [];
  const spans = new Map<string, NoteSpan[]>();
  const kept = annotations.filter(({ isDeleted }) => !isDeleted);
  if (kept.length === 0) return nothingPlaced;
  const before = textsOf(draft.opened);
  const after = textsOf(draft.article);
  const rows = new Map(
    draft.article.rows.flatMap(({ de, en }, index) =>
      [...de, ...en].map((block): [string, number] => [block, index]),
    ),
  );
  for (const shown of kept) {
    const anchor = anchorNow(draft, shown.annotation.anchor, before, after);
    const rowIndex = anchor ? rows.get(anchor.start.block) : undefined;
    if (!anchor || rowIndex === undefined) {
      missing.push(shown);
      continue;
    }
    placed.push({ shown, rowIndex });
    addSpans(spans, anchor, shown.annotation.colour, after[anchor.side]);
  }
  placed.sort((a, b) => a.rowIndex - b.rowIndex);
  return { placed, missing, spans };
}

type Texts = Readonly<Record<Language, NumberedText>>;

// The numbers of versions play no part in where words stand.
const version = 1;
const texts = new WeakMap<Article, Texts>();

function textsOf(article: Article): Texts {
  const known = texts.get(article);
  if (known) return known;
  const made = {
    de: { side: articleSideText(article, "de"), version },
    en: { side: articleSideText(article, "en"), version },
  };
  texts.set(article, made);
  return made;
}

function anchorNow(draft: EditedDraft, anchor: Anchor, before: Texts, after: Texts): Anchor | null {
  if (draft.opened !== draft.article) {
    const carried = moveAnchor(draft.moved, anchor, before[anchor.side], after[anchor.side]);
    if (carried) return carried;
  }
  // What lost its words keeps its anchor and is looked for when it is read: the words may be back.
  const place = resolveAnchor(after[anchor.side].side, anchor);
  return place.kind === "orphaned" ? null : { ...anchor, start: place.start, end: place.end };
}

function addSpans(
  spans: Map<string, NoteSpan[]>,
  { start, end }: Anchor,
  colour: Colour,
  { side }: NumberedText,
): void {
  const first = side.indexOf.get(start.block) ?? 0;
  const last = side.indexOf.get(end.block) ?? first;
  for (const { id, text } of side.blocks.slice(first, last + 1)) {
    const span = {
      start: id === start.block ? start.offset : 0,
      end: id === end.block ? end.offset : text.length,
      colour,
    };
    spans.set(id, [...(spans.get(id) ?? []), span]);
  }
}
