import type { Article, Bead } from "../article";
import { findBead } from "../article-index";
import { type Edited, edited, relabelBeads } from "./edited";
import { type OperationOf, refused, type Stamp } from "./operation";

/** Locks whole beads, so that nobody changes them by oversight, or unlocks them. */
export function setLock(
  article: Article,
  { sentences, isLocked }: OperationOf<"set-lock">,
  stamp: Stamp,
): Edited {
  const beads = sentences.flatMap((id) => findBead(article, id)?.bead ?? []);
  if (beads.length < sentences.length) return refused("unknown");
  const changing = beads.filter((bead) => (bead.isLocked ?? false) !== isLocked);
  if (changing.length === 0) return refused("already-so");
  const labelled = new Map(
    changing.map((bead) => [bead, isLocked ? locked(bead, stamp) : unlocked(bead, stamp)]),
  );
  return edited(relabelBeads(article, labelled));
}

function locked(bead: Bead, stamp: Stamp): Bead {
  return { ...bead, isLocked: true, ...stamp };
}

function unlocked({ isLocked: _, ...bead }: Bead, stamp: Stamp): Bead {
  return { ...bead, ...stamp };
}
