import type { Article } from "../article";
import { type Edited, edited } from "./edited";
import { type OperationOf, refused, type Stamp } from "./operation";
import { openBeads, regroup } from "./regroup";

/** Takes each of the sentences out of its bead: it is linked to nothing. */
export function unlinkSentences(
  article: Article,
  { sentences }: OperationOf<"unlink-sentences">,
  stamp: Stamp,
): Edited {
  const open = openBeads(article, sentences);
  if (!open.ok) return open;
  if (open.beads.every(({ de, en }) => de.length + en.length === 1)) return refused("already-so");
  const groups = [...new Set(sentences)].flatMap((id) => {
    const [from] = open.beads;
    return from ? [{ from: { ...from, status: "proposed" as const }, sentences: [id] }] : [];
  });
  return edited(regroup(article, groups, stamp));
}
