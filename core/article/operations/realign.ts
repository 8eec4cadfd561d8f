import type { Article, Bead } from "../article";
import { findBead, sideOf } from "../article-index";
import { carryRows } from "../carry-rows";
import { isMachineMade } from "../machine-made";
import { type Edited, edited, replaceBeads } from "./edited";
import { type OperationOf, refused, type Stamp } from "./operation";

type Realign = OperationOf<"realign">;

/**
 * Puts what the aligner found in the place of beads that the machine made; what a person verified, made or locked stays. A
 * pinned pair becomes a verified bead, whatever its sentences were in.
 */
export function realign(article: Article, { beads, pinned }: Realign, stamp: Stamp): Edited {
  const fresh = beads.flatMap(({ de, en }) => [...de, ...en]);
  const ids = pinned ? [...fresh, pinned.de, pinned.en] : fresh;
  const isSorted = beads.every(
    ({ de, en }) => de.every((id) => sideOf(id) === "de") && en.every((id) => sideOf(id) === "en"),
  );
  if (ids.length === 0) return refused("already-so");
  if (new Set(ids).size < ids.length || !isSorted) return refused("incomplete");
  const replaced = new Set(ids.flatMap((id) => findBead(article, id)?.bead ?? []));
  const held = [...replaced].flatMap(({ de, en }) => [...de, ...en]);
  if (held.length !== ids.length) return refused("incomplete");
  for (const bead of replaced) {
    if (bead.isLocked) return refused("locked");
    const isPinned = pinned && (bead.de.includes(pinned.de) || bead.en.includes(pinned.en));
    if (!isPinned && !isMachineMade(bead)) return refused("occupied");
  }
  const made: Bead[] = beads.map((bead) => ({ ...bead, status: "proposed" }));
  if (pinned) {
    made.push({ de: [pinned.de], en: [pinned.en], probability: 1, status: "verified", ...stamp });
  }
  const replacements = new Map([...replaced].map((bead) => [bead, []]));
  const changed = replaceBeads(article, replacements, made);
  return edited({ ...changed, rows: carryRows(article.rows, changed.sides, changed.beads) });
}
