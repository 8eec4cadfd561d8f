import type { Lexicon } from "../../alignment/lexicon/lexicon";
import { alignAround } from "../align-around";
import type { Article, Bead } from "../article";
import { findBead, rowBeads } from "../article-index";
import { isMachineMade } from "../machine-made";
import type { OperationOf } from "./operation";

export type RealignScope = {
  /** Only what stands in these rows; `null`: everywhere. */
  readonly rows: readonly string[] | null;
  /** Two sentences that are each other's translation, whatever the machine thought. */
  readonly pinned: { readonly de: string; readonly en: string } | null;
};

/**
 * Aligns anew what the machine may change, around what a person verified, made, pinned or locked. The answer is an
 * operation that holds what was found, so that whoever repeats it later, with another aligner, gets the same.
 */
export function proposeAlignment(
  article: Article,
  { rows, pinned }: RealignScope,
  lexicon: Lexicon | null,
): OperationOf<"realign"> {
  const isPinned = ({ de, en }: Bead) =>
    pinned !== null && (de.includes(pinned.de) || en.includes(pinned.en));
  const within =
    rows &&
    new Set(
      article.rows.filter(({ id }) => rows.includes(id)).flatMap((row) => rowBeads(article, row)),
    );
  const standing = article.beads.filter(
    (bead) => !isPinned(bead) && !(isMachineMade(bead) && (within?.has(bead) ?? true)),
  );
  const pin: Bead[] = pinned
    ? [{ de: [pinned.de], en: [pinned.en], probability: 1, status: "verified" }]
    : [];
  const kept = new Set([...standing, ...pin]);
  const found = alignAround([...kept], article.sides, lexicon).filter((bead) => !kept.has(bead));
  const fresh = found.filter(
    (bead) => !isSame(findBead(article, bead.de[0] ?? bead.en[0] ?? "")?.bead, bead),
  );
  return {
    kind: "realign",
    beads: fresh.map(({ de, en, probability }) => ({ de: [...de], en: [...en], probability })),
    pinned,
  };
}

function isSame(before: Bead | undefined, after: Bead): boolean {
  const key = ({ de, en, probability }: Bead) => JSON.stringify([de, en, probability]);
  return before !== undefined && isMachineMade(before) && key(before) === key(after);
}
