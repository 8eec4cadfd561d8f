import type { Article, Bead } from "../article";
import { type Edited, edited, relabelBeads } from "./edited";
import { type OperationOf, refused, type Stamp } from "./operation";
import { openBeads } from "./regroup";

/** Says of whole beads that they are right, are to be looked at again, or are open. */
export function setStatus(
  article: Article,
  { sentences, status }: OperationOf<"set-status">,
  stamp: Stamp,
): Edited {
  const open = openBeads(article, sentences);
  if (!open.ok) return open;
  const changing = open.beads.filter((bead) => bead.status !== status);
  if (changing.length === 0) return refused("already-so");
  const labelled = new Map(changing.map((bead) => [bead, withStatus(bead, status, stamp)]));
  return edited(relabelBeads(article, labelled));
}

function withStatus(bead: Bead, status: Bead["status"], stamp: Stamp): Bead {
  const { de, en, probability } = bead;
  if (status === "verified") return { de, en, probability: 1, status, ...stamp };
  if (status === "needs-review") return { de, en, probability, status, ...stamp };
  // Open again: the machine may align it anew, and nothing vouches for it.
  return { de, en, probability: bead.status === "verified" ? 0 : probability, status };
}
