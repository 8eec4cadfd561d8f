import type { Article, Bead } from "../article";
import { findSentence } from "../article-index";
import { languages } from "../language";
import { type Edited, edited, rejoin, replaceBeads, replaceBlocks, replaceSide } from "./edited";
import { type OperationOf, refused, type Stamp } from "./operation";
import { openBeads } from "./regroup";

/** Sentences of a block that follow each other become one, under the id of the first; so do the beads that hold them. */
export function mergeSentences(
  article: Article,
  { sentences }: OperationOf<"merge-sentences">,
  stamp: Stamp,
): Edited {
  const found = sentences.flatMap((id) => findSentence(article, id) ?? []);
  const [first] = found;
  const last = found.at(-1);
  if (!first || !last || found.length < sentences.length) return refused("unknown");
  if (found.some(({ block }) => block !== first.block)) return refused("across-block");
  if (!found.every(({ index }, n) => index === first.index + n)) return refused("not-adjacent");
  const open = openBeads(article, sentences);
  if (!open.ok) return open;

  const { block, side } = first;
  const whole = { ...first.sentence, end: last.sentence.end };
  const merged = {
    ...block,
    sentences: block.sentences.toSpliced(first.index, found.length, whole),
  };
  const changed = replaceSide(
    article,
    replaceBlocks(article.sides[side], first.blockIndex, 1, [merged]),
  );
  const gone = new Set(sentences.slice(1));
  return edited(joinBeads(changed, open.beads, gone, stamp));
}

/** Several beads in one, without the sentences that are no more; the first of them goes on. */
function joinBeads(
  article: Article,
  beads: readonly Bead[],
  gone: ReadonlySet<string>,
  stamp: Stamp,
): Article {
  const [first, ...others] = beads;
  if (!first) return article;
  const [de, en] = languages.map((side) =>
    beads.flatMap((bead) => bead[side]).filter((id) => !gone.has(id)),
  );
  const group = { de: inOrder(article, de ?? []), en: inOrder(article, en ?? []) };
  const isAllVerified = beads.every(({ status }) => status === "verified");
  const isSame = others.length === 0 || isAllVerified;
  const joined = isSame ? { ...first, ...group } : rejoin(first, group, stamp);
  const replacements = new Map<Bead, readonly Bead[]>(others.map((bead) => [bead, []]));
  return replaceBeads(article, replacements.set(first, [joined]));
}

function inOrder(article: Article, ids: readonly string[]): readonly string[] {
  const place = (id: string) => findSentence(article, id)?.place ?? 0;
  return ids.toSorted((a, b) => place(a) - place(b));
}
